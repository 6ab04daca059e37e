/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-uploads.h"

#include "store/signet-table-map.h"

/* The table `uploads`. On the connection's thread. Changes here are told to nobody: no list shows them.
 */

static const SignetColumn columns[] = {
  { "account", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetUploadRecord, account) },
  { "sha256", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetUploadRecord, sha256) },
  { "url", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetUploadRecord, url) },
  { "offset", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetUploadRecord, offset) },
  { "bytes", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetUploadRecord, bytes) },
  { "remote_id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetUploadRecord, remote_id) },
  { "complete", SIGNET_COLUMN_BOOL, G_STRUCT_OFFSET (SignetUploadRecord, complete) },
  { "updated_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetUploadRecord, updated_at) },
};

SIGNET_DEFINE_RECORD (SignetUploadRecord, signet_upload_record, "uploads", "account, sha256")

/**
 * signet_uploads_save:
 * @tables: writable tables
 * @record: the upload
 * @error: return location
 *
 * Inserts the upload or replaces the one of the same account and file.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_uploads_save (SignetTables *tables, const SignetUploadRecord *record, GError **error)
{
  g_return_val_if_fail (signet_tables_is_writable (tables), FALSE);

  return signet_table_map_save (&map, tables, record, error);
}

/**
 * signet_uploads_delete:
 * @tables: writable tables
 * @account: an account
 * @sha256: a file
 * @error: return location
 *
 * Forgets an upload the platform no longer knows, so that it begins anew.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_uploads_delete (SignetTables *tables, const char *account, const char *sha256, GError **error)
{
  g_return_val_if_fail (signet_tables_is_writable (tables), FALSE);

  return signet_tables_run (tables, "DELETE FROM uploads WHERE account = ? AND sha256 = ?", "tt", error,
                            account, sha256);
}

/**
 * signet_uploads_find:
 * @tables: tables
 * @account: an account
 * @sha256: a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the upload
 */
SignetUploadRecord *
signet_uploads_find (SignetTables *tables, const char *account, const char *sha256, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE account = ? AND sha256 = ?", "tt", error, account,
                                sha256);
}
