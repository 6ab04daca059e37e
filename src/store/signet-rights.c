/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-rights.h"

#include "model/signet-words.h"
#include "store/signet-deadlines.h"
#include "store/signet-search-private.h"
#include "store/signet-table-map.h"

/* The table `rights`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, id) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, kind) },
  { "number", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, number) },
  { "name", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, name) },
  { "owner", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, owner) },
  { "valid_until", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, valid_until) },
  { "party", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, party) },
  { "co_holders", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, co_holders) },
  { "licence_until", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, licence_until) },
  { "annuity_paid_until", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetRightRecord, annuity_paid_until) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetRightRecord, body) },
  { "created_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetRightRecord, created_at) },
  { "updated_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetRightRecord, updated_at) },
};

SIGNET_DEFINE_RECORD (SignetRightRecord, signet_right_record, "rights", "id")

/* A trademark may still be renewed for six months after its term (Trademark Law 40). The annuity of a patent
 * is paid before the year it is for begins; it may be paid with a surcharge in the six months after that, and
 * if it isn't the patent has ended on the day it was due (Patent Law 43 and 44; Implementing Regulations of
 * the Patent Law, rule 98 as of 2010). */
static gboolean
keep_deadlines (SignetTables *tables, const SignetRightRecord *record, GError **error)
{
  gboolean grace = g_strcmp0 (record->kind, SIGNET_RIGHT_KIND_TRADEMARK) == 0;

  return signet_deadlines_keep (tables, record->id, SIGNET_REMINDER_RIGHT, record->party, record->valid_until,
                                grace, error) &&
         signet_deadlines_keep (tables, record->id, SIGNET_REMINDER_LICENCE, record->party,
                                record->licence_until, FALSE, error) &&
         signet_deadlines_keep (tables, record->id, SIGNET_REMINDER_ANNUITY, record->party,
                                record->annuity_paid_until, TRUE, error);
}

/**
 * signet_rights_save:
 * @tables: writable tables
 * @record: the right
 * @error: return location
 *
 * Inserts the right or replaces the one with its id. Its complaints are found by its new name and number,
 * and when it runs out is remembered with it.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_rights_save (SignetTables *tables, const SignetRightRecord *record, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetRightRecord) old = signet_rights_find (tables, record->id, &missing);

  signet_tables_mark (tables, SIGNET_SUBJECT_RIGHT, record->id);
  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error) ||
      !signet_table_map_save (&map, tables, record, error) || !keep_deadlines (tables, record, error))
    return FALSE;
  if (old == NULL ||
      (g_strcmp0 (old->name, record->name) == 0 && g_strcmp0 (old->number, record->number) == 0))
    return TRUE;
  return signet_search_index_right (tables, record->id, error);
}

/**
 * signet_rights_find:
 * @tables: tables
 * @id: local id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the right
 */
SignetRightRecord *
signet_rights_find (SignetTables *tables, const char *id, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE id = ?", "t", error, id);
}

/**
 * signet_rights_list:
 * @tables: tables
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetRightRecord): all rights, oldest first
 */
GPtrArray *
signet_rights_list (SignetTables *tables, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_right_record_free, "ORDER BY row", "",
                                error);
}

/**
 * signet_rights_list_number:
 * @tables: tables
 * @number: a number, normalised, not ""
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetRightRecord): the rights with this number, oldest
 * first
 */
GPtrArray *
signet_rights_list_number (SignetTables *tables, const char *number, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_right_record_free,
                                "WHERE number = ? AND number <> '' ORDER BY row", "t", error, number);
}
