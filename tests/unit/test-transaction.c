/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "db/signet-transaction.h"

#include <sqlite3.h>

#include "db/signet-db.h"

/*
 * A transaction's end when an interrupt, sent to stop what ran in it, comes late. SQLite forgets an interrupt
 * when a statement begins, so one that does harm comes between that and the statement's first step. With a
 * profile callback set SQLite looks at the clock just there; a VFS of the test's own gives it the clock.
 */

static struct
{
  SignetDb *db;
  int interrupts; /* still to be sent */
  gboolean prepared;
  sqlite3_vfs *vfs;
} late;

static int
authorize_cb (void *data,
              int action,
              const char *operation,
              const char *detail,
              const char *database,
              const char *trigger)
{
  late.prepared = action == SQLITE_TRANSACTION && g_strcmp0 (operation, "ROLLBACK") == 0;
  return SQLITE_OK;
}

static int
clock_cb (sqlite3_vfs *vfs, sqlite3_int64 *now)
{
  if (late.prepared && late.interrupts > 0)
    {
      late.prepared = FALSE;
      late.interrupts--;
      signet_db_interrupt (late.db);
    }
  return late.vfs->xCurrentTimeInt64 (late.vfs, now);
}

static int
profile_cb (unsigned kind, void *data, void *statement, void *nanoseconds)
{
  return 0;
}

/* SQLite calls it for each connection that is opened. */
static int
connection_opened_cb (sqlite3 *handle, char **message, const struct sqlite3_api_routines *routines)
{
  sqlite3_set_authorizer (handle, authorize_cb, NULL);
  return sqlite3_trace_v2 (handle, SQLITE_TRACE_PROFILE, profile_cb, NULL);
}

static gint64
count_rows (SignetDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetStatement) stmt = signet_db_prepare (db, "SELECT count(*) FROM a", &error);

  g_assert_no_error (error);
  g_assert_true (signet_statement_next (stmt, &error));
  return signet_statement_get_int64 (stmt, 0);
}

/* Whatever hits the rollback, the connection is as good as new afterwards. */
static void
test_interrupted_rollback (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = signet_db_open_memory (&error);
  SignetTransaction *transaction;

  g_assert_no_error (error);
  signet_db_exec (db, "CREATE TABLE a (n INTEGER)", &error);
  g_assert_no_error (error);

  transaction = signet_db_begin (db, &error);
  g_assert_no_error (error);
  signet_db_exec (db, "INSERT INTO a VALUES (1)", &error);
  g_assert_no_error (error);
  late.db = db;
  late.interrupts = GPOINTER_TO_INT (data);
  signet_transaction_free (transaction);
  g_assert_cmpint (late.interrupts, ==, 0);
  g_assert_cmpint (count_rows (db), ==, 0);

  transaction = signet_db_begin (db, &error); /* refused while another one is open */
  g_assert_no_error (error);
  signet_db_exec (db, "INSERT INTO a VALUES (2)", &error);
  g_assert_no_error (error);
  g_assert_true (signet_transaction_commit (transaction, &error));
  signet_transaction_free (transaction);
  g_assert_cmpint (count_rows (db), ==, 1);
}

int
main (int argc, char **argv)
{
  static sqlite3_vfs vfs;

  g_test_init (&argc, &argv, NULL);
  late.vfs = sqlite3_vfs_find (NULL);
  vfs = *late.vfs;
  vfs.zName = "late";
  vfs.xCurrentTimeInt64 = clock_cb;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) connection_opened_cb), ==, SQLITE_OK);

  g_test_add_data_func ("/transaction/rollback", GINT_TO_POINTER (0), test_interrupted_rollback);
  g_test_add_data_func ("/transaction/rollback-interrupted-once", GINT_TO_POINTER (1),
                        test_interrupted_rollback);
  g_test_add_data_func ("/transaction/rollback-interrupted-thrice", GINT_TO_POINTER (3),
                        test_interrupted_rollback);

  return g_test_run ();
}
