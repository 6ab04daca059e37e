/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-outbox-files.h"

#include "store/signet-table-map.h"

/* The table `outbox_files`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "outbox", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxFile, outbox) },
  { "position", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetOutboxFile, position) },
  { "slot", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxFile, slot) },
  { "sha256", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxFile, sha256) },
  { "name", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxFile, name) },
  { "media_type", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxFile, media_type) },
  { "bytes", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetOutboxFile, bytes) },
};

SIGNET_DEFINE_RECORD (SignetOutboxFile, signet_outbox_file, "outbox_files", "outbox, position")

/**
 * signet_outbox_files_save:
 * @tables: writable tables
 * @file: the file
 * @error: return location
 *
 * Names a file for a submission; signet_outbox_add() does it for all of them.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_files_save (SignetTables *tables, const SignetOutboxFile *file, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_OUTBOX, file->outbox);
  return signet_table_map_save (&map, tables, file, error);
}

/**
 * signet_outbox_files_list:
 * @tables: tables
 * @outbox: a submission
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetOutboxFile): its files in order
 */
GPtrArray *
signet_outbox_files_list (SignetTables *tables, const char *outbox, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_outbox_file_free,
                                "WHERE outbox = ? ORDER BY position", "t", error, outbox);
}
