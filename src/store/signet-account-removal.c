/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-account-removal.h"

#include <sys/stat.h>

#include "store/signet-references-private.h"
#include "store/signet-search-private.h"
#include "store/signet-settings.h"
#include "store/signet-tables-private.h"
#include "store/signet-vault-removals.h"

/* Removes everything of one account, in one transaction: what it alone knows in every table, receipts among
 * it, and the papers in the vault on which nothing else rests. (The keys a platform signs with stay: they are
 * the platform's, and receipts that somebody has elsewhere are verified with them.) On the connection's
 * thread.
 */

/* What another account knows, too, stays. ?1 is the account. */
#define OTHERS                                                 \
  " (SELECT subject FROM certifications WHERE account <> ?1"   \
  " UNION SELECT subject FROM outbox WHERE account <> ?1"      \
  " UNION SELECT subject FROM drafts WHERE account <> ?1"      \
  " UNION SELECT principal FROM drafts WHERE account <> ?1"    \
  " UNION SELECT right_id FROM complaints WHERE account <> ?1" \
  " UNION SELECT party_id FROM complaints WHERE account <> ?1)"
#define OWN                                                   \
  " (SELECT subject FROM certifications WHERE account = ?1"   \
  " UNION SELECT subject FROM outbox WHERE account = ?1"      \
  " UNION SELECT right_id FROM complaints WHERE account = ?1" \
  " UNION SELECT party_id FROM complaints WHERE account = ?1)"
#define COMPLAINTS " (SELECT id FROM complaints WHERE account = ?1)"
/* An authorisation that stays keeps those it follows, and the rights it names. */
#define STAYING                                                                                         \
  " (WITH RECURSIVE kept (id) AS (SELECT id FROM authorisations WHERE id NOT IN" OWN " OR id IN" OTHERS \
  " UNION SELECT a.follows FROM authorisations AS a JOIN kept ON a.id = kept.id WHERE a.follows <> '')" \
  " SELECT id FROM kept)"
#define AUTHORISATIONS "id NOT IN" STAYING
#define RIGHTS                                                                             \
  "id IN" OWN " AND id NOT IN" OTHERS " AND NOT EXISTS (SELECT 1 FROM authorisations AS s" \
  " WHERE s.id IN" STAYING " AND instr (s.rights, rights.id) > 0)"
/* A right that stays keeps its holders, an authorisation whom it is from and to. */
#define PARTIES                                                                                          \
  "(id IN" OWN " OR id IN (SELECT party FROM rights WHERE " RIGHTS ")"                                   \
  " OR id IN (SELECT principal FROM authorisations WHERE " AUTHORISATIONS                                \
  " UNION SELECT agent FROM authorisations WHERE " AUTHORISATIONS ")) AND id NOT IN" OTHERS              \
  " AND id NOT IN (SELECT party FROM rights WHERE NOT (" RIGHTS "))"                                     \
  " AND NOT EXISTS (SELECT 1 FROM rights WHERE NOT (" RIGHTS ") AND instr (co_holders, parties.id) > 0)" \
  " AND id NOT IN (SELECT principal FROM authorisations WHERE id IN" STAYING                             \
  " UNION SELECT agent FROM authorisations WHERE id IN" STAYING ")"

static gboolean
count (SignetTables *tables, const char *sql, const char *account, gint64 *number, GError **error)
{
  *number = signet_tables_get_number (tables, sql, "t", error, account);
  return *number >= 0;
}

static gboolean
weigh (SignetTables *tables, const char *account, SignetAccountContents *contents, GError **error)
{
  return count (tables, "SELECT count(*) FROM drafts WHERE account = ?1", account, &contents->drafts,
                error) &&
         count (tables, "SELECT count(*) FROM outbox WHERE account = ?1 AND state <> 'sent'", account,
                &contents->unsent, error) &&
         count (tables, "SELECT count(*) FROM complaints WHERE account = ?1", account, &contents->complaints,
                error) &&
         count (tables, "SELECT count(*) FROM parties WHERE " PARTIES, account, &contents->parties, error) &&
         count (tables, "SELECT count(*) FROM rights WHERE " RIGHTS, account, &contents->rights, error) &&
         count (tables, "SELECT count(*) FROM authorisations WHERE " AUTHORISATIONS, account,
                &contents->authorisations, error) &&
         count (tables, "SELECT count(*) FROM receipts WHERE account = ?1", account, &contents->receipts,
                error);
}

/* In an order that leaves nothing pointing at what is gone. */
static gboolean
remove_rows (SignetTables *tables, const char *account, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM events WHERE subject IN" COMPLAINTS " OR subject IN (SELECT id FROM rights WHERE " RIGHTS ")"
    " OR subject IN (SELECT id FROM parties WHERE " PARTIES ")"
    " OR subject IN (SELECT id FROM authorisations WHERE " AUTHORISATIONS ")",
    "DELETE FROM parties WHERE " PARTIES,
    "DELETE FROM rights WHERE " RIGHTS,
    "DELETE FROM authorisations WHERE " AUTHORISATIONS,
    "DELETE FROM deadlines WHERE ?1 <> '' AND subject NOT IN (SELECT id FROM parties UNION ALL SELECT id FROM rights"
    " UNION ALL SELECT id FROM authorisations)",
    "DELETE FROM items WHERE complaint IN" COMPLAINTS,
    "DELETE FROM receipts WHERE account = ?1",
    "DELETE FROM outbox_files WHERE outbox IN (SELECT id FROM outbox WHERE account = ?1)",
    "DELETE FROM outbox WHERE account = ?1",
    "DELETE FROM uploads WHERE account = ?1",
    "DELETE FROM drafts WHERE account = ?1",
    "DELETE FROM certifications WHERE account = ?1",
    "DELETE FROM certification_events WHERE account = ?1",
    "DELETE FROM complaints WHERE account = ?1",
    "DELETE FROM settings WHERE value = ?1",
    "DELETE FROM settings WHERE ?1 <> '' AND key = '" SIGNET_SETTING_PRINCIPAL
    "' AND value NOT IN (SELECT id FROM parties)",
    "DELETE FROM accounts WHERE id = ?1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!signet_tables_run (tables, statements[i], "t", error, account))
      return FALSE;
  return TRUE;
}

static void
weigh_file (SignetVault *vault, const char *sha256, SignetAccountContents *contents)
{
  g_autoptr (GFile) file = signet_vault_dup_file (vault, sha256);
  struct stat info;

  if (stat (g_file_peek_path (file), &info) != 0)
    return;
  contents->files++;
  contents->file_bytes += (guint64) info.st_size;
}

static gboolean
leave_files (SignetTables *tables,
             GHashTable *own,
             SignetVault *vault,
             SignetAccountContents *contents,
             GError **error)
{
  g_autoptr (GHashTable) used = signet_references_collect (tables, NULL, error);
  GHashTableIter iter;
  gpointer sha256;

  if (used == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &sha256, NULL))
    {
      if (g_hash_table_contains (used, sha256))
        continue;
      weigh_file (vault, sha256, contents);
      if (!signet_vault_removals_add (tables, sha256, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_account (SignetTables *tables,
                const char *account,
                SignetVault *vault,
                SignetAccountContents *contents,
                GError **error)
{
  g_autoptr (GHashTable) own = signet_references_collect (tables, account, error);

  *contents = (SignetAccountContents){ 0 };
  return own != NULL && weigh (tables, account, contents, error) && remove_rows (tables, account, error) &&
         leave_files (tables, own, vault, contents, error);
}

/**
 * signet_account_removal_weigh:
 * @tables: writable tables
 * @account: local id of an account
 * @vault: where its papers are
 * @contents: (out): what would go with it
 * @error: return location: %SIGNET_STORE_ERROR_UNDONE if @contents was filled in
 *
 * Finds out what removing the account would take away, by doing it: what is left then is what somebody else
 * rests on. It always fails, so that the transaction it runs in leaves everything as it was.
 *
 * Returns: %FALSE
 */
gboolean
signet_account_removal_weigh (SignetTables *tables,
                              const char *account,
                              SignetVault *vault,
                              SignetAccountContents *contents,
                              GError **error)
{
  if (remove_account (tables, account, vault, contents, error))
    g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_UNDONE, "Nothing was removed");
  return FALSE;
}

/**
 * signet_account_removal_run:
 * @tables: writable tables
 * @account: local id of an account
 * @vault: where its papers are
 * @contents: (out): what went with it
 * @error: return location
 *
 * Removes the account and whatever it alone knows from every table, and has the next
 * signet_vault_removals_sweep() take its papers away.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_account_removal_run (SignetTables *tables,
                            const char *account,
                            SignetVault *vault,
                            SignetAccountContents *contents,
                            GError **error)
{
  if (!signet_search_forget_account (tables, account, error) ||
      !remove_account (tables, account, vault, contents, error))
    return FALSE;
  tables->removed = TRUE;
  for (int subject = 0; subject < SIGNET_N_SUBJECTS; subject++)
    signet_tables_mark (tables, (SignetSubject) subject, account);
  return TRUE;
}
