/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-keys.h"

#include "store/signet-table-map.h"

/* The table `keys`: every key ever seen, none deleted. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "issuer", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetKeyRecord, issuer) },
  { "kid", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetKeyRecord, kid) },
  { "x", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetKeyRecord, x) },
  { "y", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetKeyRecord, y) },
  { "first_seen", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetKeyRecord, first_seen) },
};

SIGNET_DEFINE_RECORD (SignetKeyRecord, signet_key_record, "keys", "issuer, kid, x, y")

/**
 * signet_keys_add:
 * @tables: writable tables
 * @record: a key
 * @error: return location
 *
 * Keeps a key. One that is known keeps the time when it was first seen.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_keys_add (SignetTables *tables, const SignetKeyRecord *record, GError **error)
{
  return signet_tables_run (tables,
                            "INSERT INTO keys (issuer, kid, x, y, first_seen) VALUES (?, ?, ?, ?, ?)"
                            " ON CONFLICT DO NOTHING",
                            "tttti", error, record->issuer, record->kid, record->x, record->y,
                            record->first_seen);
}

/**
 * signet_keys_list:
 * @tables: tables
 * @issuer: who signs
 * @kid: (nullable): the key's name, %NULL for all
 * @error: return location
 *
 * A platform that gives one name to two keys has both here; a receipt may be checked against each.
 *
 * Returns: (transfer full) (nullable) (element-type SignetKeyRecord): the keys, first seen first
 */
GPtrArray *
signet_keys_list (SignetTables *tables, const char *issuer, const char *kid, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_key_record_free,
                                "WHERE issuer = ?1 AND (?2 = '' OR kid = ?2) ORDER BY first_seen, row", "tt",
                                error, issuer, kid);
}
