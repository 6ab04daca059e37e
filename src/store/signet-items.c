/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-items.h"

#include "store/signet-table-map.h"
#include "store/signet-search-private.h"

/* The table `items`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "complaint", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, complaint) },
  { "position", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetItemRecord, position) },
  { "remote_id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, remote_id) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, kind) },
  { "link", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, link) },
  { "passcode", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, passcode) },
  { "target_key", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, target_key) },
  { "title", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, title) },
  { "seller", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, seller) },
  { "status", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, status) },
  { "decided_at", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, decided_at) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetItemRecord, body) },
  { "reference", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, reference) },
  { "private_note", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetItemRecord, private_note) },
};

SIGNET_DEFINE_RECORD (SignetItemRecord, signet_item_record, "items", "complaint, position")

/**
 * signet_items_save:
 * @tables: writable tables
 * @record: the item
 * @error: return location
 *
 * Inserts the item or replaces the one at its place, and keeps the search up to date. Its complaint must be
 * there. Call signet_complaints_count_items() after the last one.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_items_save (SignetTables *tables, const SignetItemRecord *record, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_COMPLAINT, record->complaint);
  return signet_table_map_save (&map, tables, record, error) &&
         signet_search_index_item (tables, record, error);
}

/**
 * signet_items_list:
 * @tables: tables
 * @complaint: a complaint
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetItemRecord): its items in the request's order
 */
GPtrArray *
signet_items_list (SignetTables *tables, const char *complaint, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_item_record_free,
                                "WHERE complaint = ? ORDER BY position", "t", error, complaint);
}

/**
 * signet_items_find_remote:
 * @tables: tables
 * @complaint: a complaint
 * @remote_id: the platform's id of the item, not ""
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the item
 */
SignetItemRecord *
signet_items_find_remote (SignetTables *tables, const char *complaint, const char *remote_id, GError **error)
{
  g_return_val_if_fail (remote_id != NULL && remote_id[0] != '\0', NULL);

  return signet_table_map_find (&map, tables, "WHERE complaint = ? AND remote_id = ?", "tt", error, complaint,
                                remote_id);
}

/**
 * signet_items_list_target:
 * @tables: tables
 * @account: an account
 * @target_key: what links to the same target have in common, not ""
 * @error: return location
 *
 * Finds what was complained about before: a second complaint about the same target does harm.
 *
 * Returns: (transfer full) (nullable) (element-type SignetItemRecord): the items, newest complaint first
 */
GPtrArray *
signet_items_list_target (SignetTables *tables, const char *account, const char *target_key, GError **error)
{
  g_return_val_if_fail (target_key != NULL && target_key[0] != '\0', NULL);

  return signet_table_map_list (
      &map, tables, (GDestroyNotify) signet_item_record_free,
      "WHERE target_key = ? AND target_key <> '' AND EXISTS"
      " (SELECT 1 FROM complaints WHERE complaints.id = items.complaint AND complaints.account = ?)"
      " ORDER BY row DESC",
      "tt", error, target_key, account);
}
