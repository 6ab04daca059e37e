/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-tables.h"

#include "store/signet-tables-private.h"

/* A connection, and what was changed through it. Lives on the connection's thread. */

/* Rows between two looks at the cancellable. */
#define STRIDE 1024

static void
bind_all (SignetStatement *stmt, const char *types, va_list values)
{
  for (int i = 0; types[i] != '\0'; i++)
    {
      switch (types[i])
        {
        case 't':
          {
            const char *text = va_arg (values, const char *);

            signet_statement_bind_text (stmt, i + 1, text != NULL ? text : "");
            break;
          }
        case 'i':
          signet_statement_bind_int64 (stmt, i + 1, va_arg (values, gint64));
          break;
        case 'b':
          signet_statement_bind_blob (stmt, i + 1, va_arg (values, GBytes *));
          break;
        default:
          g_return_if_reached ();
        }
    }
}

static SignetStatement *
prepare_valist (SignetTables *self, const char *sql, const char *types, GError **error, va_list values)
{
  SignetStatement *stmt = signet_db_prepare (self->db, sql, error);

  if (stmt != NULL)
    bind_all (stmt, types, values);
  return stmt;
}

SignetTables *
signet_tables_new (SignetDb *db, gboolean writable)
{
  SignetTables *self = g_new0 (SignetTables, 1);

  self->db = g_object_ref (db);
  self->changes = writable ? signet_changes_new () : NULL;
  return self;
}

void
signet_tables_free (SignetTables *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->changes, signet_changes_unref);
  g_object_unref (self->db);
  g_free (self);
}

/* Every function that writes calls this; a write through a reader's tables is a mistake in the program, which
 * SQLite would refuse as well. */
void
signet_tables_mark (SignetTables *self, SignetSubject subject, const char *id)
{
  g_return_if_fail (self->changes != NULL);

  signet_changes_add (self->changes, subject, id);
}

/* @types: a letter a value: t text (NULL is ""), i gint64, b GBytes (NULL is NULL). */
SignetStatement *
signet_tables_prepare (SignetTables *self, const char *sql, const char *types, GError **error, ...)
{
  SignetStatement *stmt;
  va_list values;

  va_start (values, error);
  stmt = prepare_valist (self, sql, types, error, values);
  va_end (values);
  return stmt;
}

gboolean
signet_tables_run (SignetTables *self, const char *sql, const char *types, GError **error, ...)
{
  g_autoptr (SignetStatement) stmt = NULL;
  va_list values;

  va_start (values, error);
  stmt = prepare_valist (self, sql, types, error, values);
  va_end (values);
  return stmt != NULL && signet_statement_run (stmt, error);
}

/* The first column of the first row; -1 with @error set on failure, 0 if there is no row. */
gint64
signet_tables_get_number (SignetTables *self, const char *sql, const char *types, GError **error, ...)
{
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;
  va_list values;

  va_start (values, error);
  stmt = prepare_valist (self, sql, types, error, values);
  va_end (values);
  if (stmt == NULL)
    return -1;
  if (signet_statement_next (stmt, &local_error))
    return signet_statement_get_int64 (stmt, 0);
  if (local_error == NULL)
    return 0;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return -1;
}

/* Appends the first column of every row to @ids (gint64). */
gboolean
signet_tables_collect (SignetTables *self,
                       SignetStatement *stmt,
                       GArray *ids,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint n = 0;

  while (signet_statement_next (stmt, &local_error))
    {
      gint64 id = signet_statement_get_int64 (stmt, 0);

      g_array_append_val (ids, id);
      if (++n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* After an UPDATE or DELETE that must have found its row in the state it asked for. */
gboolean
signet_tables_changed_one (SignetTables *self, const char *what, GError **error)
{
  if (signet_db_get_n_changed (self->db) == 1)
    return TRUE;
  g_set_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT, "Not in a state that permits %s",
               what);
  return FALSE;
}

/**
 * signet_tables_is_writable:
 * @self: tables
 *
 * Returns: %TRUE inside a #SignetStoreWrite
 */
gboolean
signet_tables_is_writable (SignetTables *self)
{
  return self->changes != NULL;
}
