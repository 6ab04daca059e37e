/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "db/signet-db.h"

#include "db/signet-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* One connection to one SQLite file. A file has one owner: the process whose connection writes; further
 * read-only connections of the same process see what was committed (write-ahead log) and never wait for the
 * writer. A connection belongs to the thread that opened it; only signet_db_interrupt() may come from another
 * one.
 */

/* A writer holds its lock for milliseconds; longer than this means something hangs. */
#define BUSY_TIMEOUT_MS 5000
/* Statements not in use, kept prepared; the store has about a hundred. */
#define CACHED_STATEMENTS 200

struct _SignetDb
{
  GObject parent_instance;

  sqlite3 *handle;
  GThread *thread;
  GHashTable *cache; /* owned SQL → prepared and reset sqlite3_stmt, out of the table while in use */
  int lock_fd;
};

G_DEFINE_FINAL_TYPE (SignetDb, signet_db, G_TYPE_OBJECT)

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static void
set_errno_error (GError **error, int saved_errno, const char *what)
{
  SignetDbError code = SIGNET_DB_ERROR_PERMISSION;

  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    code = SIGNET_DB_ERROR_FULL;
  else if (saved_errno == EIO)
    code = SIGNET_DB_ERROR_IO;
  g_set_error (error, SIGNET_DB_ERROR, code, "%s: %s", what, g_strerror (saved_errno));
}

/* The lock lies beside the database, not on it: closing any descriptor of the database file would drop
 * SQLite's own POSIX locks. The kernel drops it with the process, however that ends; the file stays, since
 * removing it would race with the next owner. */
static gboolean
take_lock (SignetDb *self, const char *path, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, "-owner", NULL);

  self->lock_fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->lock_fd < 0)
    {
      set_errno_error (error, errno, "Opening the owner's lock");
      return FALSE;
    }
  if (flock (self->lock_fd, LOCK_EX | LOCK_NB) < 0)
    {
      if (errno == EWOULDBLOCK)
        g_set_error_literal (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_IN_USE,
                             "Another process owns this database");
      else
        set_errno_error (error, errno, "Locking the database");
      return FALSE;
    }
  return TRUE;
}

/* SQLite gives its -wal and -shm files the permissions of the database, so the first one is made here, closed
 * to everyone else, and one that came from elsewhere is closed too. */
static gboolean
prepare_files (SignetDb *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      set_errno_error (error, errno, "Making the database's folder");
      return FALSE;
    }
  if (!take_lock (self, path, error))
    return FALSE;

  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0 || fchmod (fd, 0600) < 0)
    {
      set_errno_error (error, errno, "Making the database");
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

static SignetDb *
open_handle (SignetDb *self, const char *name, int flags, const char *pragmas, GError **error)
{
  int code;

  code = sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      signet_db_set_handle_error (self->handle, code, error);
      g_object_unref (self);
      return NULL;
    }

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  /* Files may come from anywhere (a restored backup): no SQL in a schema may reach beyond the schema. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  /* The pragmas read the header, the schema the first pages: a file that is no database is found out here. */
  if (!signet_db_exec (self, pragmas, error) || !signet_db_exec (self, "SELECT 1 FROM sqlite_schema", error))
    {
      g_object_unref (self);
      return NULL;
    }
  return self;
}

static gboolean
is_own_thread (SignetDb *self)
{
  return self->thread == g_thread_self ();
}

sqlite3 *
signet_db_get_handle (SignetDb *self)
{
  return self->handle;
}

void
signet_db_give_back (SignetDb *self, const char *sql, sqlite3_stmt *stmt)
{
  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);

  /* The same SQL may have been prepared twice at the same time; one is enough to keep. */
  if (g_hash_table_size (self->cache) >= CACHED_STATEMENTS || g_hash_table_contains (self->cache, sql))
    sqlite3_finalize (stmt);
  else
    g_hash_table_insert (self->cache, g_strdup (sql), stmt);
}

static void
signet_db_finalize (GObject *object)
{
  SignetDb *self = SIGNET_DB (object);

  g_hash_table_unref (self->cache);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement outlived its database");
  if (self->lock_fd >= 0)
    close (self->lock_fd);

  G_OBJECT_CLASS (signet_db_parent_class)->finalize (object);
}

static void
signet_db_class_init (SignetDbClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_db_finalize;
}

static void
signet_db_init (SignetDb *self)
{
  self->thread = g_thread_self ();
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->lock_fd = -1;
}

/**
 * signet_db_open:
 * @path: (type filename): the database file
 * @flags: owner or reader
 * @error: return location
 *
 * Opens a connection that belongs to the calling thread. The owner makes the file (0600) and its folder
 * (0700), keeps every other process out (%SIGNET_DB_ERROR_IN_USE), uses the write-ahead log, syncs every
 * commit to the disk
 * (`synchronous=FULL`: a receipt or an idempotency key must survive a power cut), holds foreign keys and
 * overwrites deleted content with zeros. A file that is no database or whose header or schema is damaged is
 * refused with %SIGNET_DB_ERROR_CORRUPT; reading every page is signet_db_check().
 *
 * Returns: (transfer full) (nullable): the connection
 */
SignetDb *
signet_db_open (const char *path, SignetDbFlags flags, GError **error)
{
  g_autoptr (SignetDb) self = NULL;

  g_return_val_if_fail (path != NULL && path[0] != '\0', NULL);

  self = g_object_new (SIGNET_TYPE_DB, NULL);
  if (flags == SIGNET_DB_READ_ONLY)
    return open_handle (g_steal_pointer (&self), path, SQLITE_OPEN_READONLY,
                        "PRAGMA query_only = ON; PRAGMA cache_size = -8192;", error);

  if (!prepare_files (self, path, error))
    return NULL;
  return open_handle (g_steal_pointer (&self), path, SQLITE_OPEN_READWRITE,
                      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                      "PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 8388608;"
                      "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;",
                      error);
}

/**
 * signet_db_open_memory:
 * @error: return location
 *
 * Opens a database of its own in memory, gone when the connection is.
 *
 * Returns: (transfer full) (nullable): the connection
 */
SignetDb *
signet_db_open_memory (GError **error)
{
  return open_handle (g_object_new (SIGNET_TYPE_DB, NULL),
                      ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                      "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;", error);
}

/**
 * signet_db_check:
 * @self: a connection
 * @error: return location
 *
 * Reads the whole file and checks its structure (`quick_check`). Takes about a second per gigabyte from a
 * warm cache, so it is no part of opening: run it on a worker, and before a migration.
 *
 * Returns: %TRUE if the database is whole; %FALSE with %SIGNET_DB_ERROR_CORRUPT if not
 */
gboolean
signet_db_check (SignetDb *self, GError **error)
{
  g_autoptr (SignetStatement) stmt = signet_db_prepare (self, "PRAGMA quick_check(1)", error);
  g_autoptr (GError) local_error = NULL;

  if (stmt == NULL)
    return FALSE;
  if (!signet_statement_next (stmt, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FAILED, "The check gave no answer");
      return FALSE;
    }
  if (g_strcmp0 (signet_statement_get_text (stmt, 0), "ok") != 0)
    {
      /* The first line says which page or index, never what stands there. */
      g_set_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CORRUPT, "%s",
                   signet_statement_get_text (stmt, 0));
      return FALSE;
    }
  return TRUE;
}

/**
 * signet_db_migrate:
 * @self: a connection that owns its file
 * @application_id: what marks a file as this program's
 * @migrations: (array length=n_migrations): every step there ever was, in order
 * @n_migrations: how many
 * @error: return location
 *
 * See signet_migration_run().
 *
 * Returns: %TRUE if the schema is current
 */
gboolean
signet_db_migrate (SignetDb *self,
                   guint32 application_id,
                   const SignetMigration *migrations,
                   guint n_migrations,
                   GError **error)
{
  g_return_val_if_fail (SIGNET_IS_DB (self), FALSE);

  return signet_migration_run (self, application_id, migrations, n_migrations, error);
}

/**
 * signet_db_get_version:
 * @self: a connection
 *
 * Returns: the schema's number, 0 for an empty file
 */
guint
signet_db_get_version (SignetDb *self)
{
  g_autoptr (SignetStatement) stmt = signet_db_prepare (self, "PRAGMA user_version", NULL);

  if (stmt == NULL || !signet_statement_next (stmt, NULL))
    return 0;
  return (guint) signet_statement_get_int64 (stmt, 0);
}

/**
 * signet_db_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location
 *
 * Prepares @sql or takes it from the connection's cache. Values belong into parameters, never into the text.
 *
 * Returns: (transfer full) (nullable): the statement, nothing bound
 */
SignetStatement *
signet_db_prepare (SignetDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  gpointer stolen_sql = NULL;
  gpointer stolen_stmt = NULL;
  int code;

  g_return_val_if_fail (SIGNET_IS_DB (self), NULL);
  g_return_val_if_fail (is_own_thread (self), NULL);

  if (g_hash_table_steal_extended (self->cache, sql, &stolen_sql, &stolen_stmt))
    {
      g_free (stolen_sql);
      return signet_statement_new (self, sql, stolen_stmt);
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
  if (code != SQLITE_OK)
    {
      signet_db_set_error (self, code, error);
      return NULL;
    }
  if (stmt == NULL)
    {
      g_set_error_literal (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FAILED,
                           "There is no statement in this SQL");
      return NULL;
    }
  return signet_statement_new (self, sql, stmt);
}

/**
 * signet_db_exec:
 * @self: a connection
 * @sql: statements without parameters, separated by semicolons
 * @error: return location
 *
 * Runs statements whose rows nobody wants.
 *
 * Returns: %TRUE if all of them ran
 */
gboolean
signet_db_exec (SignetDb *self, const char *sql, GError **error)
{
  int code;

  g_return_val_if_fail (SIGNET_IS_DB (self), FALSE);
  g_return_val_if_fail (is_own_thread (self), FALSE);

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    {
      signet_db_set_error (self, code, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * signet_db_get_last_insert_id:
 * @self: a connection
 *
 * Returns: the row id of the last insert on this connection
 */
gint64
signet_db_get_last_insert_id (SignetDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * signet_db_get_n_changed:
 * @self: a connection
 *
 * Returns: how many rows the last INSERT, UPDATE or DELETE changed
 */
gint64
signet_db_get_n_changed (SignetDb *self)
{
  return sqlite3_changes64 (self->handle);
}

/**
 * signet_db_empty_log:
 * @self: a connection that owns its file, outside of a transaction
 * @error: return location: %SIGNET_DB_ERROR_BUSY while somebody reads an older state
 *
 * Carries the write-ahead log over into the database and empties it, so that nothing deleted can be read
 * there any more.
 *
 * Returns: %TRUE if the log is empty
 */
gboolean
signet_db_empty_log (SignetDb *self, GError **error)
{
  int code;

  g_return_val_if_fail (SIGNET_IS_DB (self), FALSE);
  g_return_val_if_fail (is_own_thread (self), FALSE);

  code = sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (code != SQLITE_OK)
    {
      signet_db_set_error (self, code, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * signet_db_interrupt:
 * @self: a connection that some thread keeps alive
 *
 * Makes what runs on @self stop soon with %SIGNET_DB_ERROR_INTERRUPTED. May be called from any thread.
 */
void
signet_db_interrupt (SignetDb *self)
{
  sqlite3_interrupt (self->handle);
}
