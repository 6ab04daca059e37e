/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Damage that opening doesn't see is found when everything is read, and told in the desk's own word. */

#include <sqlite3.h>

#include "desk/signet-desk-error.h"
#include "desk/signet-desk.h"
#include "store-fixture.h"

#define PAGE 4096

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static SignetDesk *
open_desk (const char *folder)
{
  g_autoptr (SignetClock) clock = signet_clock_new_system ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SignetDeskPaths paths = { folder, "/nonexistent", "/nonexistent" };
  SignetDesk *desk = signet_desk_new (&paths, clock);

  signet_desk_open_async (desk, NULL, ready_cb, &result);
  wait_for (&result);
  g_assert_true (signet_desk_open_finish (desk, result, &error));
  g_assert_no_error (error);
  return desk;
}

static gboolean
check (SignetDesk *desk, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_desk_check_async (desk, NULL, ready_cb, &result);
  wait_for (&result);
  return signet_desk_check_finish (desk, result, error);
}

static void
close_desk (SignetDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_desk_close_async (desk, ready_cb, &result);
  wait_for (&result);
  g_object_unref (desk);
}

/* Overwrites the first page of a table nobody reads at the start. */
static void
damage (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "desk.sqlite", NULL);
  char garbage[PAGE];
  sqlite3 *db;
  sqlite3_stmt *stmt;
  int page;
  FILE *file;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (db, "SELECT rootpage FROM sqlite_schema WHERE name = 'uploads'", -1, &stmt, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  page = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  memset (garbage, 0x55, sizeof garbage);
  file = g_fopen (path, "r+b");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) (page - 1) * PAGE, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (garbage, 1, sizeof garbage, file), ==, sizeof garbage);
  fclose (file);
}

static void
test_check (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("signet-test-XXXXXX", &error);
  SignetDesk *desk = open_desk (folder);

  g_assert_true (check (desk, &error));
  g_assert_no_error (error);
  close_desk (desk);

  damage (folder);
  desk = open_desk (folder);
  g_assert_false (check (desk, &error));
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_STORE_DAMAGED);
  close_desk (desk);
  store_fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/damage/check", test_check);
  return g_test_run ();
}
