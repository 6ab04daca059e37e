/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetPartyRecord:
 * @id: local id
 * @role: principal or agent
 * @kind: kind of party
 * @name: its name
 * @document_number: number of its identity document
 * @document_key: what every party with this document has, see signet_party_make_document_key(); "" if none
 * @document_valid_until: date, "" if none
 * @country: ISO 3166-1 alpha-2, "" for a party of China
 * @own: whether it is the account holder's own identity
 * @body: the party, encoded
 * @created_at: µs UTC
 * @updated_at: µs UTC
 *
 * A party as this desk knows it, whatever platforms think of it.
 */
typedef struct
{
  char *id;
  char *role;
  char *kind;
  char *name;
  char *document_number;
  char *document_key;
  char *document_valid_until;
  char *country;
  gboolean own;
  GBytes *body;
  gint64 created_at;
  gint64 updated_at;
} SignetPartyRecord;

SignetPartyRecord *signet_party_record_new (void);
void signet_party_record_free (SignetPartyRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetPartyRecord, signet_party_record_free)

gboolean signet_parties_save (SignetTables *tables, const SignetPartyRecord *record, GError **error);
SignetPartyRecord *signet_parties_find (SignetTables *tables, const char *id, GError **error);
GPtrArray *signet_parties_list (SignetTables *tables, GError **error);
GPtrArray *signet_parties_list_document (SignetTables *tables, const char *document_key, GError **error);

G_END_DECLS
