/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-complaints.h"

#include "store/signet-table-map.h"
#include "store/signet-search-private.h"

/* The table `complaints`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, id) },
  { "account", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, account) },
  { "remote_id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, remote_id) },
  { "number", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, number) },
  { "right_id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, right_id) },
  { "party_id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, party_id) },
  { "reason", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, reason) },
  { "statement", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, statement) },
  { "status", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, status) },
  { "error_code", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, error_code) },
  { "filed_at", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, filed_at) },
  { "decided_at", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, decided_at) },
  { "updated_at", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, updated_at) },
  { "next_date", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetComplaintRecord, next_date) },
  { "items_total", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetComplaintRecord, items_total) },
  { "items_decided", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetComplaintRecord, items_decided) },
  { "items_upheld", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetComplaintRecord, items_upheld) },
  { "sent_body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetComplaintRecord, sent_body) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetComplaintRecord, body) },
  { "created_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetComplaintRecord, created_at) },
};

SIGNET_DEFINE_RECORD (SignetComplaintRecord, signet_complaint_record, "complaints", "id")

/**
 * signet_complaints_save:
 * @tables: writable tables
 * @record: the complaint
 * @error: return location
 *
 * Inserts the complaint or replaces the one with its id, and keeps the search up to date.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_complaints_save (SignetTables *tables, const SignetComplaintRecord *record, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_COMPLAINT, record->id);
  return signet_table_map_save (&map, tables, record, error) &&
         signet_search_index_complaint (tables, record, error);
}

/**
 * signet_complaints_count_items:
 * @tables: writable tables
 * @id: a complaint
 * @error: return location
 *
 * Counts the complaint's items anew, after they were saved.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_complaints_count_items (SignetTables *tables, const char *id, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_COMPLAINT, id);
  return signet_tables_run (
      tables,
      "UPDATE complaints SET (items_total, items_decided, items_upheld) ="
      " (SELECT count(*), count(*) FILTER (WHERE status NOT IN ('', 'pending')),"
      "  count(*) FILTER (WHERE status IN ('removed', 'objected', 'kept')) FROM items WHERE complaint = ?1)"
      " WHERE id = ?1",
      "t", error, id);
}

/**
 * signet_complaints_list_right:
 * @tables: tables
 * @right_id: local id of a right
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetComplaintRecord): the complaints that rest on it,
 * newest first
 */
GPtrArray *
signet_complaints_list_right (SignetTables *tables, const char *right_id, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_complaint_record_free,
                                "WHERE right_id = ? ORDER BY created_at DESC, row DESC", "t", error,
                                right_id);
}

/**
 * signet_complaints_find:
 * @tables: tables
 * @id: local id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the complaint
 */
SignetComplaintRecord *
signet_complaints_find (SignetTables *tables, const char *id, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE id = ?", "t", error, id);
}

/**
 * signet_complaints_find_remote:
 * @tables: tables
 * @account: an account
 * @remote_id: the platform's id, not ""
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the complaint
 */
SignetComplaintRecord *
signet_complaints_find_remote (SignetTables *tables,
                               const char *account,
                               const char *remote_id,
                               GError **error)
{
  g_return_val_if_fail (remote_id != NULL && remote_id[0] != '\0', NULL);

  return signet_table_map_find (&map, tables, "WHERE account = ? AND remote_id = ?", "tt", error, account,
                                remote_id);
}
