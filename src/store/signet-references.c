/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-references-private.h"

/* Which files of the vault are rested on. Records are opaque bytes here, but files are named by their digests
 * in all of them, and a digest can be told from anything else: whatever looks like one keeps its file. On the
 * connection's thread.
 */

#define DIGEST_LENGTH 64

/* All columns that name files; those of an account can be told apart. */
static const char *const of_all =
    "SELECT body FROM parties UNION ALL SELECT body FROM rights UNION ALL SELECT body FROM authorisations"
    " UNION ALL SELECT body FROM certifications"
    " UNION ALL SELECT body FROM drafts UNION ALL SELECT body FROM outbox"
    " UNION ALL SELECT sha256 FROM outbox_files UNION ALL SELECT sha256 FROM uploads"
    " UNION ALL SELECT sent_body FROM complaints UNION ALL SELECT body FROM complaints"
    " UNION ALL SELECT body FROM items WHERE body IS NOT NULL UNION ALL SELECT body FROM events";
static const char *const of_account =
    "SELECT body FROM parties WHERE id IN (SELECT subject FROM certifications WHERE account = ?1)"
    " UNION ALL SELECT body FROM rights WHERE id IN (SELECT subject FROM certifications WHERE account = ?1)"
    " UNION ALL SELECT body FROM authorisations WHERE id IN (SELECT subject FROM certifications WHERE account = ?1)"
    " UNION ALL SELECT body FROM certifications WHERE account = ?1"
    " UNION ALL SELECT body FROM drafts WHERE account = ?1 UNION ALL SELECT body FROM outbox WHERE account = ?1"
    " UNION ALL SELECT sha256 FROM outbox_files WHERE outbox IN (SELECT id FROM outbox WHERE account = ?1)"
    " UNION ALL SELECT sha256 FROM uploads WHERE account = ?1"
    " UNION ALL SELECT sent_body FROM complaints WHERE account = ?1"
    " UNION ALL SELECT body FROM complaints WHERE account = ?1"
    " UNION ALL SELECT body FROM items WHERE body IS NOT NULL"
    " AND complaint IN (SELECT id FROM complaints WHERE account = ?1)";

static gboolean
is_digit (char c)
{
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* Every run of exactly so many hexadecimal digits. */
static void
collect (GHashTable *digests, const char *data, gsize size)
{
  gsize start = 0;

  for (gsize at = 0; at <= size; at++)
    {
      if (at < size && is_digit (data[at]))
        continue;
      if (at - start == DIGEST_LENGTH)
        g_hash_table_add (digests, g_strndup (data + start, DIGEST_LENGTH));
      start = at + 1;
    }
}

/**
 * signet_references_collect:
 * @tables: tables
 * @account: (nullable): local id of the account whose records to look through, %NULL for all there are
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a set of digests
 */
GHashTable *
signet_references_collect (SignetTables *tables, const char *account, GError **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;

  if (account != NULL)
    stmt = signet_tables_prepare (tables, of_account, "t", error, account);
  else
    stmt = signet_tables_prepare (tables, of_all, "", error);
  if (stmt == NULL)
    return NULL;
  while (signet_statement_next (stmt, &local_error))
    {
      g_autoptr (GBytes) body = signet_statement_dup_blob (stmt, 0);

      if (body != NULL)
        collect (digests, g_bytes_get_data (body, NULL), g_bytes_get_size (body));
    }
  if (local_error == NULL)
    return g_steal_pointer (&digests);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
