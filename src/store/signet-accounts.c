/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-accounts.h"

#include "store/signet-table-map.h"

/* The table `accounts`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAccountRecord, id) },
  { "platform_id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAccountRecord, platform_id) },
  { "address", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAccountRecord, address) },
  { "rules", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAccountRecord, rules) },
  { "practice", SIGNET_COLUMN_BOOL, G_STRUCT_OFFSET (SignetAccountRecord, practice) },
  { "phone", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAccountRecord, phone) },
  { "email", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAccountRecord, email) },
  { "platform", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetAccountRecord, platform) },
  { "cursor", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAccountRecord, cursor) },
  { "synced_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetAccountRecord, synced_at) },
  { "created_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetAccountRecord, created_at) },
  { "hosted", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAccountRecord, hosted) },
};

SIGNET_DEFINE_RECORD (SignetAccountRecord, signet_account_record, "accounts", "id")

/**
 * signet_accounts_save:
 * @tables: writable tables
 * @record: the account
 * @error: return location
 *
 * Inserts the account or replaces the one with its id.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_accounts_save (SignetTables *tables, const SignetAccountRecord *record, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_ACCOUNT, record->id);
  return signet_table_map_save (&map, tables, record, error);
}

/**
 * signet_accounts_set_cursor:
 * @tables: writable tables
 * @id: an account
 * @cursor: the last change taken over
 * @synced_at: µs UTC
 * @error: return location
 *
 * Remembers how far the changes were taken over; in the transaction that takes them over.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_accounts_set_cursor (SignetTables *tables,
                            const char *id,
                            const char *cursor,
                            gint64 synced_at,
                            GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_ACCOUNT, id);
  return signet_tables_run (tables, "UPDATE accounts SET cursor = ?, synced_at = ? WHERE id = ?", "tit",
                            error, cursor, synced_at, id) &&
         signet_tables_changed_one (tables, "moving its cursor", error);
}

/**
 * signet_accounts_find:
 * @tables: tables
 * @id: an account
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the account
 */
SignetAccountRecord *
signet_accounts_find (SignetTables *tables, const char *id, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE id = ?", "t", error, id);
}

/**
 * signet_accounts_find_platform:
 * @tables: tables
 * @platform_id: what a platform calls itself
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the oldest account on that platform
 */
SignetAccountRecord *
signet_accounts_find_platform (SignetTables *tables, const char *platform_id, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE platform_id = ? ORDER BY row LIMIT 1", "t", error,
                                platform_id);
}

/**
 * signet_accounts_list:
 * @tables: tables
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetAccountRecord): all accounts, oldest first
 */
GPtrArray *
signet_accounts_list (SignetTables *tables, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_account_record_free, "ORDER BY row", "",
                                error);
}
