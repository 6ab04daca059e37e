/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-vault-removals.h"

#include "store/signet-references-private.h"
#include "store/signet-tables-private.h"

/* The table `vault_removals`: files that went with the last record that rested on them, but may still lie in
 * the vault. On the connection's thread. */

/**
 * signet_vault_removals_add:
 * @tables: writable tables
 * @sha256: a file nothing rests on any more
 * @error: return location
 *
 * Has the next sweep take it away.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_vault_removals_add (SignetTables *tables, const char *sha256, GError **error)
{
  return signet_tables_run (tables, "INSERT OR IGNORE INTO vault_removals (sha256) VALUES (?)", "t", error,
                            sha256);
}

/**
 * signet_vault_removals_count:
 * @tables: tables
 * @error: return location
 *
 * Returns: how many files wait for the sweep; -1 on failure
 */
gint64
signet_vault_removals_count (SignetTables *tables, GError **error)
{
  return signet_tables_get_number (tables, "SELECT count(*) FROM vault_removals", "", error);
}

/**
 * signet_vault_removals_sweep:
 * @tables: writable tables
 * @vault: where the files are
 * @error: return location
 *
 * Takes away what was left to be taken away. One on which something rests again, since it was added once more
 * meanwhile, stays. A kill in between leaves the rest to the next sweep.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_vault_removals_sweep (SignetTables *tables, SignetVault *vault, GError **error)
{
  g_autoptr (GHashTable) used = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;

  stmt = signet_tables_prepare (tables, "SELECT sha256 FROM vault_removals", "", error);
  while (stmt != NULL && signet_statement_next (stmt, &local_error))
    g_ptr_array_add (files, signet_statement_dup_text (stmt, 0));
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (stmt != NULL && files->len > 0)
    used = signet_references_collect (tables, NULL, error);
  if (stmt == NULL || (files->len > 0 && used == NULL))
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    {
      const char *sha256 = g_ptr_array_index (files, i);

      if ((!g_hash_table_contains (used, sha256) && !signet_vault_remove (vault, sha256, error)) ||
          !signet_tables_run (tables, "DELETE FROM vault_removals WHERE sha256 = ?", "t", error, sha256))
        return FALSE;
    }
  return TRUE;
}
