/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "db/signet-transaction.h"

#include "db/signet-db-private.h"

/* A transaction that rolls back unless it was committed: hold it in a g_autoptr and every early return leaves
 * the database as it was. Owned by the caller, used on the connection's thread.
 */

struct _SignetTransaction
{
  SignetDb *db;
  gboolean open;
};

#define ROLLBACK_TRIES 3

static SignetTransaction *
begin (SignetDb *db, const char *sql, GError **error)
{
  SignetTransaction *self;

  if (!signet_db_exec (db, sql, error))
    return NULL;

  self = g_new0 (SignetTransaction, 1);
  self->db = g_object_ref (db);
  self->open = TRUE;
  return self;
}

/**
 * signet_db_begin:
 * @self: a connection that owns its file
 * @error: return location
 *
 * Begins a transaction and takes the write lock at once (`BEGIN IMMEDIATE`), so that a later statement can't
 * fail because a reader wanted to become a writer.
 *
 * Returns: (transfer full) (nullable): the transaction; freeing it without a commit rolls back
 */
SignetTransaction *
signet_db_begin (SignetDb *self, GError **error)
{
  return begin (self, "BEGIN IMMEDIATE", error);
}

/**
 * signet_db_begin_read:
 * @self: a connection
 * @error: return location
 *
 * Begins a transaction in which several queries see one and the same state of the data.
 *
 * Returns: (transfer full) (nullable): the transaction; free it to end the view
 */
SignetTransaction *
signet_db_begin_read (SignetDb *self, GError **error)
{
  return begin (self, "BEGIN DEFERRED", error);
}

/**
 * signet_transaction_commit:
 * @self: a transaction
 * @error: return location
 *
 * Makes everything since signet_db_begin() durable. If it fails everything is rolled back.
 *
 * Returns: %TRUE if committed
 */
gboolean
signet_transaction_commit (SignetTransaction *self, GError **error)
{
  g_return_val_if_fail (self->open, FALSE);

  if (!signet_db_exec (self->db, "COMMIT", error))
    return FALSE;

  self->open = FALSE;
  return TRUE;
}

/**
 * signet_transaction_free:
 * @self: (transfer full) (nullable): a transaction
 *
 * Rolls back what was not committed and frees the transaction.
 */
void
signet_transaction_free (SignetTransaction *self)
{
  if (self == NULL)
    return;

  /* SQLite itself rolls back after some errors (disk full, I/O); then there is nothing left to end. */
  for (int tries = 0; self->open && !sqlite3_get_autocommit (signet_db_get_handle (self->db)); tries++)
    {
      g_autoptr (GError) error = NULL;

      /* An interrupt meant for what ran in the transaction may hit the rollback; a transaction left open
       * would make the connection useless. */
      if (signet_db_exec (self->db, "ROLLBACK", &error))
        break;
      if (tries >= ROLLBACK_TRIES || !g_error_matches (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_INTERRUPTED))
        {
          g_warning ("Rolling back failed: %s", error->message);
          break;
        }
    }
  g_object_unref (self->db);
  g_free (self);
}
