/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetDraftRecord:
 * @id: its id
 * @kind: registration, party, right, authorisation or complaint
 * @purpose: certify, correct or edit; "" for something new
 * @principal: local id of the party it is for, "" while it is nobody's
 * @account: local id of the account, "" before there is one
 * @subject: local id of what it is about: the right a complaint starts from, the record that is corrected, or
 * ""
 * @title: what *Today* calls it, "" before it has a name
 * @page: the wizard's page
 * @n_items: items so far, for a complaint
 * @base: for a correction, what the platform held when it was begun, encoded; else %NULL
 * @body: the draft, encoded
 * @created_at: µs UTC
 * @updated_at: µs UTC
 *
 * A wizard's unfinished work.
 */
typedef struct
{
  char *id;
  char *kind;
  char *principal;
  char *account;
  char *subject;
  char *purpose;
  char *title;
  char *page;
  gint64 n_items;
  GBytes *base;
  GBytes *body;
  gint64 created_at;
  gint64 updated_at;
} SignetDraftRecord;

SignetDraftRecord *signet_draft_record_new (void);
void signet_draft_record_free (SignetDraftRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetDraftRecord, signet_draft_record_free)

gboolean signet_drafts_save (SignetTables *tables, const SignetDraftRecord *record, GError **error);
gboolean signet_drafts_delete (SignetTables *tables, const char *id, GError **error);
SignetDraftRecord *signet_drafts_find (SignetTables *tables, const char *id, GError **error);
SignetDraftRecord *signet_drafts_find_purpose (SignetTables *tables,
                                               const char *account,
                                               const char *subject,
                                               const char *purpose,
                                               GError **error);
SignetDraftRecord *signet_drafts_find_revision (SignetTables *tables, const char *subject, GError **error);
GPtrArray *
signet_drafts_list_kind (SignetTables *tables, const char *account, const char *kind, GError **error);

G_END_DECLS
