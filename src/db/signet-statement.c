/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "db/signet-statement.h"

#include "db/signet-db-private.h"

/* A prepared statement, borrowed from its connection's cache until freed. Parameters count from 1, columns
 * from 0, as in SQLite. A failed bind is remembered and reported by the next step, so that calls can follow
 * one another without a check each. Owned by the caller, used on the connection's thread.
 */

struct _SignetStatement
{
  SignetDb *db;
  char *sql;
  sqlite3_stmt *stmt;
  int bind_code;
};

static void
remember (SignetStatement *self, int code)
{
  if (code != SQLITE_OK && self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

SignetStatement *
signet_statement_new (SignetDb *db, const char *sql, sqlite3_stmt *stmt)
{
  SignetStatement *self = g_new0 (SignetStatement, 1);

  self->db = g_object_ref (db);
  self->sql = g_strdup (sql);
  self->stmt = stmt;
  self->bind_code = SQLITE_OK;
  return self;
}

/**
 * signet_statement_free:
 * @self: (transfer full) (nullable): a statement
 *
 * Ends the statement and gives it back to its connection's cache.
 */
void
signet_statement_free (SignetStatement *self)
{
  if (self == NULL)
    return;

  signet_db_give_back (self->db, self->sql, self->stmt);
  g_object_unref (self->db);
  g_free (self->sql);
  g_free (self);
}

/**
 * signet_statement_bind_text:
 * @self: a statement that has not been stepped since its reset
 * @index: the parameter, from 1
 * @value: (nullable): UTF-8 text, copied; %NULL binds NULL
 *
 * Binds a text.
 */
void
signet_statement_bind_text (SignetStatement *self, int index, const char *value)
{
  remember (self, sqlite3_bind_text (self->stmt, index, value, -1, SQLITE_TRANSIENT));
}

/**
 * signet_statement_bind_int64:
 * @self: a statement that has not been stepped since its reset
 * @index: the parameter, from 1
 * @value: the number
 *
 * Binds a number.
 */
void
signet_statement_bind_int64 (SignetStatement *self, int index, gint64 value)
{
  remember (self, sqlite3_bind_int64 (self->stmt, index, value));
}

/**
 * signet_statement_bind_blob:
 * @self: a statement that has not been stepped since its reset
 * @index: the parameter, from 1
 * @value: (nullable): bytes, referenced until they are bound anew or the statement is freed; %NULL binds NULL
 *
 * Binds bytes. Empty bytes are bound as an empty blob, not as NULL.
 */
void
signet_statement_bind_blob (SignetStatement *self, int index, GBytes *value)
{
  gsize size;
  const void *data;

  if (value == NULL)
    {
      signet_statement_bind_null (self, index);
      return;
    }

  data = g_bytes_get_data (value, &size);
  if (size == 0)
    remember (self, sqlite3_bind_zeroblob (self->stmt, index, 0));
  else
    remember (self, sqlite3_bind_blob64 (self->stmt, index, data, size, SQLITE_TRANSIENT));
}

/**
 * signet_statement_bind_null:
 * @self: a statement that has not been stepped since its reset
 * @index: the parameter, from 1
 *
 * Binds NULL.
 */
void
signet_statement_bind_null (SignetStatement *self, int index)
{
  remember (self, sqlite3_bind_null (self->stmt, index));
}

/**
 * signet_statement_next:
 * @self: a statement
 * @error: return location; must not be %NULL if the end and a failure are to be told apart
 *
 * Goes to the next row.
 *
 * Returns: %TRUE if there is a row; %FALSE at the end, or with @error set
 */
gboolean
signet_statement_next (SignetStatement *self, GError **error)
{
  int code = self->bind_code;

  if (code != SQLITE_OK)
    {
      signet_db_set_error (self->db, code, error);
      return FALSE;
    }

  code = sqlite3_step (self->stmt);
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    signet_db_set_error (self->db, code, error);
  sqlite3_reset (self->stmt);
  return FALSE;
}

/**
 * signet_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Runs the statement to its end, dropping any rows, and resets it so that it can be bound and run again.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_statement_run (SignetStatement *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (signet_statement_next (self, &local_error))
    ;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/**
 * signet_statement_reset:
 * @self: a statement
 *
 * Back to before the first row. Bound values stay.
 */
void
signet_statement_reset (SignetStatement *self)
{
  sqlite3_reset (self->stmt);
}

/**
 * signet_statement_is_null:
 * @self: a statement standing on a row
 * @column: the column, from 0
 *
 * Returns: %TRUE if the column holds NULL
 */
gboolean
signet_statement_is_null (SignetStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * signet_statement_get_text:
 * @self: a statement standing on a row
 * @column: the column, from 0
 *
 * Returns: (nullable): the text, valid until the next step; %NULL for NULL
 */
const char *
signet_statement_get_text (SignetStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * signet_statement_dup_text:
 * @self: a statement standing on a row
 * @column: the column, from 0
 *
 * Returns: (transfer full) (nullable): a copy of the text; %NULL for NULL
 */
char *
signet_statement_dup_text (SignetStatement *self, int column)
{
  return g_strdup (signet_statement_get_text (self, column));
}

/**
 * signet_statement_get_int64:
 * @self: a statement standing on a row
 * @column: the column, from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
signet_statement_get_int64 (SignetStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * signet_statement_dup_blob:
 * @self: a statement standing on a row
 * @column: the column, from 0
 *
 * Returns: (transfer full) (nullable): a copy of the bytes; %NULL for NULL
 */
GBytes *
signet_statement_dup_blob (SignetStatement *self, int column)
{
  const void *data;

  if (signet_statement_is_null (self, column))
    return NULL;

  data = sqlite3_column_blob (self->stmt, column);
  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, column));
}
