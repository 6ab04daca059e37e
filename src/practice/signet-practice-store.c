/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-store.h"

#include "practice/signet-practice-resources.h"
#include "proof/signet-random.h"

/* The platform's memory: one SQLite database, in a folder or in memory. Owned by the platform, used on its
 * one thread. It knows the schema and the order of changes; the SQL of each collection stands with its
 * handler.
 *
 * ::changed is emitted for each account to which something happened, once the transaction is committed:
 * nobody hears of what isn't stored.
 */

#define SCHEMA "/io/github/signetdesk/Signet/practice/schema-%u.sql"
#define N_SCHEMAS 6
#define APPLICATION_ID 0x53675072 /* "SgPr" */

struct _SignetPracticeStore
{
  GObject parent_instance;

  SignetDb *db;
  GHashTable *touched; /* accounts with uncommitted changes */
};

G_DEFINE_FINAL_TYPE (SignetPracticeStore, signet_practice_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
migrate (SignetPracticeStore *self, GError **error)
{
  g_autoptr (GPtrArray) schemas = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  SignetMigration steps[N_SCHEMAS];

  for (guint i = 0; i < N_SCHEMAS; i++)
    {
      g_autofree char *path = g_strdup_printf (SCHEMA, i + 1);
      GBytes *schema = g_resource_lookup_data (signet_practice_get_resource (), path,
                                               G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (schema == NULL)
        return FALSE;
      g_ptr_array_add (schemas, schema);
      steps[i].version = i + 1;
      steps[i].sql = g_bytes_get_data (schema, NULL); /* a resource ends with a NUL */
    }
  return signet_db_migrate (self->db, APPLICATION_ID, steps, N_SCHEMAS, error);
}

static SignetStatement *
prepare_va (SignetPracticeStore *self, const char *sql, const char *types, va_list values, GError **error)
{
  SignetStatement *statement = signet_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return NULL;
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 's':
        signet_statement_bind_text (statement, i + 1, va_arg (values, const char *));
        break;
      case 'i':
        signet_statement_bind_int64 (statement, i + 1, va_arg (values, gint64));
        break;
      case 'b':
        signet_statement_bind_blob (statement, i + 1, va_arg (values, GBytes *));
        break;
      default:
        g_assert_not_reached ();
      }
  return statement;
}

static void
signet_practice_store_finalize (GObject *object)
{
  SignetPracticeStore *self = SIGNET_PRACTICE_STORE (object);

  g_clear_object (&self->db);
  g_hash_table_unref (self->touched);

  G_OBJECT_CLASS (signet_practice_store_parent_class)->finalize (object);
}

static void
signet_practice_store_class_init (SignetPracticeStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_store_finalize;

  /**
   * SignetPracticeStore::changed:
   * @self: the store
   * @account: row of the account
   *
   * Something happened to @account, and it is committed.
   */
  signals[CHANGED] = g_signal_new ("changed", SIGNET_TYPE_PRACTICE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
signet_practice_store_init (SignetPracticeStore *self)
{
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * signet_practice_store_open:
 * @folder: (nullable) (type filename): where the database lies or is to lie; %NULL keeps everything in memory
 * @error: return location
 *
 * Opens the platform's memory. One process at a time owns a folder.
 *
 * Returns: (transfer full) (nullable): the store
 */
SignetPracticeStore *
signet_practice_store_open (const char *folder, GError **error)
{
  g_autoptr (SignetPracticeStore) self = g_object_new (SIGNET_TYPE_PRACTICE_STORE, NULL);

  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, "practice.sqlite", NULL);

      self->db = signet_db_open (path, SIGNET_DB_OWN, error);
    }
  else
    self->db = signet_db_open_memory (error);

  /* A killed platform loses nothing with NORMAL; only the machine's own crash could take the last moment of
   * what is, after all, practice. The client's outbox is the one that syncs every commit. */
  if (self->db == NULL || !signet_db_exec (self->db, "PRAGMA synchronous = NORMAL", error) ||
      !migrate (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * signet_practice_store_get_db:
 * @self: a store
 *
 * Returns: (transfer none): the database, for transactions
 */
SignetDb *
signet_practice_store_get_db (SignetPracticeStore *self)
{
  return self->db;
}

/**
 * signet_practice_store_query:
 * @self: a store
 * @error: return location
 * @sql: one statement
 * @types: a letter for each parameter: `s` text, `i` #gint64, `b` #GBytes
 * @...: the values
 *
 * Prepares a statement and binds its values.
 *
 * Returns: (transfer full) (nullable): the statement, before its first row
 */
SignetStatement *
signet_practice_store_query (SignetPracticeStore *self,
                             GError **error,
                             const char *sql,
                             const char *types,
                             ...)
{
  SignetStatement *statement;
  va_list values;

  va_start (values, types);
  statement = prepare_va (self, sql, types, values, error);
  va_end (values);
  return statement;
}

/**
 * signet_practice_store_next:
 * @statement: a statement
 * @found: (out): whether there is a row
 * @error: return location
 *
 * Goes to the next row, and tells the end from a failure.
 *
 * Returns: %TRUE unless the database failed
 */
gboolean
signet_practice_store_next (SignetStatement *statement, gboolean *found, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *found = signet_statement_next (statement, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * signet_practice_store_find:
 * @self: a store
 * @statement: (out) (transfer full) (nullable): stands on the first row; %NULL if there is none
 * @error: return location
 * @sql: one query
 * @types: as for signet_practice_store_query()
 * @...: the values
 *
 * Looks one row up.
 *
 * Returns: %TRUE unless the database failed
 */
gboolean
signet_practice_store_find (SignetPracticeStore *self,
                            SignetStatement **statement,
                            GError **error,
                            const char *sql,
                            const char *types,
                            ...)
{
  gboolean found = FALSE;
  va_list values;

  va_start (values, types);
  *statement = prepare_va (self, sql, types, values, error);
  va_end (values);
  if (*statement == NULL || !signet_practice_store_next (*statement, &found, error))
    {
      g_clear_pointer (statement, signet_statement_free);
      return FALSE;
    }
  if (!found)
    g_clear_pointer (statement, signet_statement_free);
  return TRUE;
}

/**
 * signet_practice_store_collect:
 * @self: a store
 * @error: return location
 * @sql: one query, whose first column is a number
 * @types: as for signet_practice_store_query()
 * @...: the values
 *
 * Reads a whole list of rows first, so that they may be changed one after the other.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the numbers
 */
GArray *
signet_practice_store_collect (SignetPracticeStore *self,
                               GError **error,
                               const char *sql,
                               const char *types,
                               ...)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SignetStatement) statement = NULL;
  gboolean found;
  va_list values;

  va_start (values, types);
  statement = prepare_va (self, sql, types, values, error);
  va_end (values);
  if (statement == NULL)
    return NULL;
  while (signet_practice_store_next (statement, &found, error))
    {
      gint64 number;

      if (!found)
        return g_steal_pointer (&numbers);
      number = signet_statement_get_int64 (statement, 0);
      g_array_append_val (numbers, number);
    }
  return NULL;
}

/**
 * signet_practice_store_run:
 * @self: a store
 * @error: return location
 * @sql: one statement
 * @types: as for signet_practice_store_query()
 * @...: the values
 *
 * Runs a statement whose rows nobody wants.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_store_run (SignetPracticeStore *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (SignetStatement) statement = NULL;
  va_list values;

  va_start (values, types);
  statement = prepare_va (self, sql, types, values, error);
  va_end (values);
  return statement != NULL && signet_statement_run (statement, error);
}

/**
 * signet_practice_store_load_setting:
 * @self: a store
 * @name: what
 * @value: (out) (transfer full) (nullable): its value, %NULL if it was never saved
 * @error: return location
 *
 * Returns: %TRUE unless the database failed
 */
gboolean
signet_practice_store_load_setting (SignetPracticeStore *self, const char *name, char **value, GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  *value = NULL;
  if (!signet_practice_store_find (self, &statement, error, "SELECT value FROM settings WHERE name = ?", "s",
                                   name))
    return FALSE;
  if (statement != NULL)
    *value = signet_statement_dup_text (statement, 0);
  return TRUE;
}

/**
 * signet_practice_store_save_setting:
 * @self: a store
 * @name: what
 * @value: its value
 * @error: return location
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_store_save_setting (SignetPracticeStore *self,
                                    const char *name,
                                    const char *value,
                                    GError **error)
{
  return signet_practice_store_run (
      self, error, "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", "ss", name, value);
}

/**
 * signet_practice_store_add_change:
 * @self: a store with a transaction open
 * @account: row of the account it happened to
 * @at: when, by the practice clock
 * @kind: which table the resource is in
 * @resource: its row
 * @error: return location
 *
 * Notes that something happened. ::changed follows the commit.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_store_add_change (SignetPracticeStore *self,
                                  gint64 account,
                                  gint64 at,
                                  const char *kind,
                                  gint64 resource,
                                  GError **error)
{
  if (!signet_practice_store_run (self, error,
                                  "INSERT INTO changes (account, at, kind, resource) VALUES (?, ?, ?, ?)",
                                  "iisi", account, at, kind, resource))
    return FALSE;
  signet_practice_store_touch (self, account);
  return TRUE;
}

/**
 * signet_practice_store_touch:
 * @self: a store with a transaction open
 * @account: row of an account
 *
 * Lets ::changed follow the commit, for who waits on the account's behalf.
 */
void
signet_practice_store_touch (SignetPracticeStore *self, gint64 account)
{
  g_hash_table_add (self->touched, g_memdup2 (&account, sizeof account));
}

/**
 * signet_practice_store_commit:
 * @self: a store
 * @transaction: (transfer full): what signet_db_begin() gave
 * @error: return location
 *
 * Commits, then emits ::changed for each account with changes. Where the commit fails everything is rolled
 * back and nobody hears of it.
 *
 * Returns: %TRUE if committed
 */
gboolean
signet_practice_store_commit (SignetPracticeStore *self, SignetTransaction *transaction, GError **error)
{
  g_autoptr (GHashTable) touched = NULL;
  GHashTableIter iter;
  gpointer account;

  if (!signet_transaction_commit (transaction, error))
    {
      signet_practice_store_roll_back (self, transaction);
      return FALSE;
    }
  signet_transaction_free (transaction);

  touched = g_steal_pointer (&self->touched);
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &account, NULL))
    g_signal_emit (self, signals[CHANGED], 0, *(gint64 *) account);
  return TRUE;
}

/**
 * signet_practice_store_roll_back:
 * @self: a store
 * @transaction: (transfer full): what signet_db_begin() gave
 *
 * Forgets everything since the transaction began.
 */
void
signet_practice_store_roll_back (SignetPracticeStore *self, SignetTransaction *transaction)
{
  signet_transaction_free (transaction);
  g_hash_table_remove_all (self->touched);
}

/**
 * signet_practice_store_make_id:
 * @prefix: what kind of thing it names, `pty` for instance
 * @error: return location
 *
 * Makes an id nobody can guess: the prefix, `_` and 26 characters of base32 (RFC 4648's alphabet in lower
 * case) that stand for 130 random bits.
 *
 * Returns: (transfer full) (nullable): the id
 */
char *
signet_practice_store_make_id (const char *prefix, GError **error)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint8 raw[26];
  char text[27];

  if (!signet_random_fill (raw, sizeof raw, error))
    return NULL;
  for (guint i = 0; i < sizeof raw; i++)
    text[i] = alphabet[raw[i] & 31];
  text[26] = '\0';
  return g_strconcat (prefix, "_", text, NULL);
}
