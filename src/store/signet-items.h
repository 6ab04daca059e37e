/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetItemRecord:
 * @complaint: local id of its complaint
 * @position: place in the request, from 0
 * @remote_id: the platform's id, "" before it has one
 * @kind: goods, shop, video, live or account
 * @link: normalised address
 * @passcode: share passcode where there is no address
 * @target_key: what two links to the same target have in common, "" if unknown
 * @title: what the page calls it
 * @seller: name of the seller
 * @status: a word of the wire, "" before the platform has it
 * @decided_at: RFC 3339 in UTC, "" before
 * @body: the resource as the platform has it, or as it was submitted before that
 * @reference: own reference, never sent
 * @private_note: own note, never sent
 *
 * One target of a complaint.
 */
typedef struct
{
  char *complaint;
  gint64 position;
  char *remote_id;
  char *kind;
  char *link;
  char *passcode;
  char *target_key;
  char *title;
  char *seller;
  char *status;
  char *decided_at;
  GBytes *body;
  char *reference;
  char *private_note;
} SignetItemRecord;

SignetItemRecord *signet_item_record_new (void);
void signet_item_record_free (SignetItemRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetItemRecord, signet_item_record_free)

gboolean signet_items_save (SignetTables *tables, const SignetItemRecord *record, GError **error);
GPtrArray *signet_items_list (SignetTables *tables, const char *complaint, GError **error);
SignetItemRecord *
signet_items_find_remote (SignetTables *tables, const char *complaint, const char *remote_id, GError **error);
GPtrArray *
signet_items_list_target (SignetTables *tables, const char *account, const char *target_key, GError **error);

G_END_DECLS
