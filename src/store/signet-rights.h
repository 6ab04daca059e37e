/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetRightRecord:
 * @id: local id
 * @kind: kind of right
 * @number: its number
 * @name: the mark in words
 * @owner: owner as on the certificate
 * @valid_until: the last day, as typed or as it follows from other dates; "" if nothing says it
 * @party: local id of its first holder
 * @co_holders: local ids of the others, a space between
 * @licence_until: when the licence it is held under runs out, "" if none
 * @annuity_paid_until: of a patent, until when its annuities are paid, "" if nobody said
 * @body: the right, encoded
 * @created_at: µs UTC
 * @updated_at: µs UTC
 *
 * A right as this desk knows it, whatever platforms think of it.
 */
typedef struct
{
  char *id;
  char *kind;
  char *number;
  char *name;
  char *owner;
  char *valid_until;
  char *party;
  char *co_holders;
  char *licence_until;
  char *annuity_paid_until;
  GBytes *body;
  gint64 created_at;
  gint64 updated_at;
} SignetRightRecord;

SignetRightRecord *signet_right_record_new (void);
void signet_right_record_free (SignetRightRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetRightRecord, signet_right_record_free)

gboolean signet_rights_save (SignetTables *tables, const SignetRightRecord *record, GError **error);
SignetRightRecord *signet_rights_find (SignetTables *tables, const char *id, GError **error);
GPtrArray *signet_rights_list (SignetTables *tables, GError **error);
GPtrArray *signet_rights_list_number (SignetTables *tables, const char *number, GError **error);

G_END_DECLS
