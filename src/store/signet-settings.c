/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-settings.h"

#include "store/signet-tables-private.h"

/* The table `settings`: what the desk remembers beside the records, such as the account last worked with.
 * What a person prefers is in GSettings. On the connection's thread.
 */

/**
 * signet_settings_set:
 * @tables: writable tables
 * @key: which one
 * @value: (nullable): its value; %NULL forgets it
 * @error: return location
 *
 * Remembers a value.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_settings_set (SignetTables *tables, const char *key, const char *value, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_SETTING, key);
  if (value == NULL)
    return signet_tables_run (tables, "DELETE FROM settings WHERE key = ?", "t", error, key);
  return signet_tables_run (tables,
                            "INSERT INTO settings (key, value) VALUES (?, ?)"
                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                            "tt", error, key, value);
}

/**
 * signet_settings_get:
 * @tables: tables
 * @key: which one
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its value; %NULL without @error if it was never set
 */
char *
signet_settings_get (SignetTables *tables, const char *key, GError **error)
{
  g_autoptr (SignetStatement)
      stmt = signet_tables_prepare (tables, "SELECT value FROM settings WHERE key = ?", "t", error, key);

  if (stmt == NULL || !signet_statement_next (stmt, error))
    return NULL;
  return signet_statement_dup_text (stmt, 0);
}

/**
 * signet_settings_list:
 * @tables: tables
 * @prefix: what a key begins with
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what stands behind @prefix in each such key
 */
GPtrArray *
signet_settings_list (SignetTables *tables, const char *prefix, GError **error)
{
  g_autoptr (SignetStatement) stmt = signet_tables_prepare (
      tables, "SELECT substr (key, length (?1) + 1) FROM settings WHERE substr (key, 1, length (?1)) = ?1",
      "t", error, prefix);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  if (stmt == NULL)
    return NULL;
  while (signet_statement_next (stmt, &local_error))
    g_ptr_array_add (keys, signet_statement_dup_text (stmt, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&keys);
}
