/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-parties.h"

#include "store/signet-deadlines.h"
#include "store/signet-table-map.h"

/* The table `parties`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetPartyRecord, id) },
  { "role", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetPartyRecord, role) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetPartyRecord, kind) },
  { "name", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetPartyRecord, name) },
  { "document_number", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetPartyRecord, document_number) },
  { "document_key", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetPartyRecord, document_key) },
  { "document_valid_until", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetPartyRecord, document_valid_until) },
  { "country", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetPartyRecord, country) },
  { "own", SIGNET_COLUMN_BOOL, G_STRUCT_OFFSET (SignetPartyRecord, own) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetPartyRecord, body) },
  { "created_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetPartyRecord, created_at) },
  { "updated_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetPartyRecord, updated_at) },
};

SIGNET_DEFINE_RECORD (SignetPartyRecord, signet_party_record, "parties", "id")

/**
 * signet_parties_save:
 * @tables: writable tables
 * @record: the party
 * @error: return location
 *
 * Inserts the party or replaces the one with its id. When its document runs out is remembered with it.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_parties_save (SignetTables *tables, const SignetPartyRecord *record, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_PARTY, record->id);
  return signet_table_map_save (&map, tables, record, error) &&
         signet_deadlines_keep (tables, record->id, SIGNET_REMINDER_DOCUMENT, record->id,
                                record->document_valid_until, FALSE, error);
}

/**
 * signet_parties_find:
 * @tables: tables
 * @id: local id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the party
 */
SignetPartyRecord *
signet_parties_find (SignetTables *tables, const char *id, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE id = ?", "t", error, id);
}

/**
 * signet_parties_list:
 * @tables: tables
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetPartyRecord): all parties, oldest first
 */
GPtrArray *
signet_parties_list (SignetTables *tables, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_party_record_free, "ORDER BY row", "",
                                error);
}

/**
 * signet_parties_list_document:
 * @tables: tables
 * @document_key: what they have in common, see signet_party_make_document_key(), not ""
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetPartyRecord): the parties with this document,
 * oldest first
 */
GPtrArray *
signet_parties_list_document (SignetTables *tables, const char *document_key, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_party_record_free,
                                "WHERE document_key = ? AND document_key <> '' ORDER BY row", "t", error,
                                document_key);
}
