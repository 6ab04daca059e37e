/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "db/signet-migration.h"

#include "db/signet-db-private.h"

/* Brings a database to the newest schema. All steps run in one transaction: either the file has the new
 * schema or it is untouched. Used once after opening, on the connection's thread.
 */

static gboolean
read_pragma (SignetDb *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;

  stmt = signet_db_prepare (db, sql, error);
  if (stmt == NULL)
    return FALSE;

  if (!signet_statement_next (stmt, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FAILED, "No answer to %s", sql);
      return FALSE;
    }

  *value = signet_statement_get_int64 (stmt, 0);
  return TRUE;
}

static gboolean
set_pragma (SignetDb *db, const char *name, gint64 value, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s = %" G_GINT64_FORMAT, name, value);

  return signet_db_exec (db, sql, error);
}

static gboolean
check_foreign_keys (SignetDb *db, GError **error)
{
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;

  stmt = signet_db_prepare (db, "PRAGMA foreign_key_check", error);
  if (stmt == NULL)
    return FALSE;

  if (signet_statement_next (stmt, &local_error))
    {
      g_set_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CONSTRAINT,
                   "The migrated table %s breaks a foreign key", signet_statement_get_text (stmt, 0));
      return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply (SignetDb *db,
       guint32 application_id,
       gint64 version,
       const SignetMigration *migrations,
       guint n_migrations,
       GError **error)
{
  g_autoptr (SignetTransaction) transaction = signet_db_begin (db, error);

  if (transaction == NULL)
    return FALSE;

  for (guint i = 0; i < n_migrations; i++)
    {
      g_return_val_if_fail (migrations[i].version == i + 1, FALSE);

      if (migrations[i].version > version && !signet_db_exec (db, migrations[i].sql, error))
        {
          g_prefix_error (error, "Migration %u: ", migrations[i].version);
          return FALSE;
        }
    }

  return check_foreign_keys (db, error) &&
         set_pragma (db, "application_id", (gint32) application_id, error) &&
         set_pragma (db, "user_version", n_migrations, error) &&
         signet_transaction_commit (transaction, error);
}

/**
 * signet_migration_run:
 * @db: a connection that owns its file
 * @application_id: what marks a file as this program's (SQLite's `application_id`)
 * @migrations: (array length=n_migrations): every step there ever was, in order
 * @n_migrations: how many
 * @error: return location
 *
 * Brings @db to the schema of the last step. Foreign keys are off while tables are rebuilt and checked as a
 * whole before the commit, as SQLite advises for ALTER TABLE. An old file is checked for damage first, so
 * that a migration never builds on one. Fails with %SIGNET_DB_ERROR_TOO_NEW if a newer program wrote the file
 * and with %SIGNET_DB_ERROR_FOREIGN if it belongs to another program; both leave it untouched.
 *
 * Returns: %TRUE if the schema is current
 */
gboolean
signet_migration_run (SignetDb *db,
                      guint32 application_id,
                      const SignetMigration *migrations,
                      guint n_migrations,
                      GError **error)
{
  gint64 found_id;
  gint64 version;
  gint64 n_tables;
  gboolean applied;

  if (!read_pragma (db, "PRAGMA application_id", &found_id, error) ||
      !read_pragma (db, "PRAGMA user_version", &version, error) ||
      !read_pragma (db, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if ((guint32) found_id != application_id && (found_id != 0 || version != 0 || n_tables != 0))
    {
      g_set_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FOREIGN,
                   "Application id is %" G_GINT64_FORMAT ", another program's database", found_id);
      return FALSE;
    }
  if (version > n_migrations)
    {
      g_set_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_TOO_NEW,
                   "Schema %" G_GINT64_FORMAT " is newer than %u, the newest this program knows", version,
                   n_migrations);
      return FALSE;
    }
  if (version == n_migrations)
    return TRUE;
  if (version > 0 && !signet_db_check (db, error))
    return FALSE;

  /* Has no effect inside a transaction, hence out here. */
  if (!signet_db_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  applied = apply (db, application_id, version, migrations, n_migrations, error);
  return signet_db_exec (db, "PRAGMA foreign_keys = ON", applied ? error : NULL) && applied;
}
