/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-vault-files.h"

#include "store/signet-table-map.h"

/* The table `vault_files`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "sha256", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetVaultFileRecord, sha256) },
  { "bytes", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetVaultFileRecord, bytes) },
  { "name", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetVaultFileRecord, name) },
  { "media_type", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetVaultFileRecord, media_type) },
  { "added_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetVaultFileRecord, added_at) },
};

SIGNET_DEFINE_RECORD (SignetVaultFileRecord, signet_vault_file_record, "vault_files", "sha256")

/**
 * signet_vault_files_add:
 * @tables: writable tables
 * @record: the file
 * @error: return location
 *
 * Remembers what is known of a file. The first time counts: the same file brought in again under another name
 * keeps the name and time it had.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_vault_files_add (SignetTables *tables, const SignetVaultFileRecord *record, GError **error)
{
  g_return_val_if_fail (signet_tables_is_writable (tables), FALSE);

  return signet_tables_run (tables,
                            "INSERT INTO vault_files (sha256, bytes, name, media_type, added_at)"
                            " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            "titti", error, record->sha256, record->bytes, record->name, record->media_type,
                            record->added_at);
}

/**
 * signet_vault_files_find:
 * @tables: tables
 * @sha256: a digest
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is known of that file
 */
SignetVaultFileRecord *
signet_vault_files_find (SignetTables *tables, const char *sha256, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE sha256 = ?", "t", error, sha256);
}
