/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "desk/signet-docket.h"
#include "desk/signet-right-import-private.h"
#include "model/signet-words.h"
#include "store/signet-parties.h"
#include "store/signet-store-private.h"

/*
 * Makes a desk in FOLDER, which must be empty, with 200 principals, has it import a table of 2,000 rights,
 * and prints in milliseconds: the slowest of switching principals, filtering and searching, from the choice
 * to the list having its rows and the first screen of them filled; the same search as a LIKE scan of SQLite;
 * the longest turn of the main loop in all of the import; and the whole import.
 *
 * usage: bench-rights FOLDER
 */

#define PRINCIPALS 200
#define RIGHTS 2000
#define SCREEN 50
#define ROUNDS 5

static double
milliseconds (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static gboolean
save_principals (SignetTables *tables, gpointer data, GError **error)
{
  for (guint i = 0; i < PRINCIPALS; i++)
    {
      g_autofree char *id = g_strdup_printf ("principal-%u", i);
      g_autofree char *name = g_strdup_printf ("山茶文化有限公司%u", i);
      g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
      SignetPartyRecord party = { .id = id,
                                  .role = (char *) SIGNET_ROLE_PRINCIPAL,
                                  .name = name,
                                  .body = body };

      if (!signet_parties_save (tables, &party, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_table (const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new ("类型,注册号,商标名称,注册人,类别,注册日期,有效期至,委托人\n");

  for (guint i = 0; i < RIGHTS; i++)
    g_string_append_printf (
        text, "商标,%u,山茶花%u,山茶文化有限公司%u,%u,2020-03-01,2030-02-28,山茶文化有限公司%u\n",
        7000000 + i, i, i % PRINCIPALS, i % 45 + 1, i % PRINCIPALS);
  return g_file_set_contents (path, text->str, -1, error);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static double
turn_until (GAsyncResult **result)
{
  double longest = 0;

  while (*result == NULL)
    {
      gint64 start;

      while (!g_main_context_pending (NULL))
        g_usleep (100);
      start = g_get_monotonic_time ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, milliseconds (start));
    }
  return longest;
}

static gboolean
import_table (SignetStore *store, SignetClock *clock, const char *path, double *longest, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SignetRightImport) import = signet_right_import_new (store, clock, file);
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) committed = NULL;
  double reading;
  double committing;

  signet_right_import_read_async (import, NULL, keep_result_cb, &read);
  reading = turn_until (&read);
  if (!signet_right_import_read_finish (import, read, error))
    return FALSE;
  signet_right_import_commit_async (import, NULL, keep_result_cb, &committed);
  committing = turn_until (&committed);
  *longest = MAX (reading, committing);
  return signet_right_import_commit_finish (import, committed, error);
}

static gpointer
nothing (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
through_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  signet_store_query_finish (SIGNET_STORE (source), result, NULL);
  *(gboolean *) data = TRUE;
}

/* The store's reader answers in order: what was asked before is answered. */
static double
wait_rows (SignetStore *store, GListModel *list, gint64 start)
{
  g_autoptr (GPtrArray) screen = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean through = FALSE;

  signet_store_query_async (store, nothing, NULL, NULL, NULL, NULL, through_cb, &through);
  while (!through)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < MIN (SCREEN, g_list_model_get_n_items (list)); i++)
    g_ptr_array_add (screen, g_list_model_get_item (list, i));
  return milliseconds (start);
}

static double
measure_switches (SignetStore *store, SignetDocket *docket)
{
  GListModel *rights = signet_docket_get_rights (docket);
  double slowest = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *principal = g_strdup_printf ("principal-%u", i * 3);
      g_autofree char *text = g_strdup_printf ("山茶花%u", i);
      gint64 start = g_get_monotonic_time ();

      if (i % 3 == 0)
        signet_docket_set_principal (docket, i % 2 == 0 ? principal : NULL);
      else if (i % 3 == 1)
        signet_docket_filter_rights (docket, i % 2 == 0 ? "trademark" : NULL, NULL, NULL);
      else
        {
          signet_docket_set_principal (docket, NULL);
          signet_docket_filter_rights (docket, NULL, NULL, text);
        }
      slowest = MAX (slowest, wait_rows (store, rights, start));
    }
  return slowest;
}

static double
measure_like (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "desk.sqlite", NULL);
  sqlite3 *db = NULL;
  double best = G_MAXDOUBLE;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      sqlite3_exec (
          db,
          "SELECT * FROM rights WHERE number LIKE '%山茶花1%' OR name LIKE '%山茶花1%' OR owner LIKE"
          " '%山茶花1%'",
          NULL, NULL, NULL);
      best = MIN (best, milliseconds (start));
    }
  sqlite3_close (db);
  return best;
}

int
main (int argc, char *argv[])
{
  g_autoptr (SignetStore) store = NULL;
  g_autoptr (SignetClock) clock = signet_clock_new_system ();
  g_autoptr (SignetDocket) docket = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  double longest = 0;
  double whole;
  double slowest;
  gint64 start;

  if (argc != 2)
    return 2;
  path = g_build_filename (argv[1], "rights.csv", NULL);
  store = signet_store_new (argv[1]);
  if (!signet_store_open (store, &error) || !write_table (path, &error) ||
      !signet_store_write (store, save_principals, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  docket = signet_docket_new (store, clock);
  wait_rows (store, signet_docket_get_rights (docket), 0);
  start = g_get_monotonic_time ();
  if (!import_table (store, clock, path, &longest, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  whole = milliseconds (start);
  wait_rows (store, signet_docket_get_rights (docket), 0);
  wait_rows (store, signet_docket_get_rights (docket), 0);
  if (g_list_model_get_n_items (signet_docket_get_rights (docket)) != RIGHTS)
    {
      g_printerr ("%u rights\n", g_list_model_get_n_items (signet_docket_get_rights (docket)));
      return 1;
    }

  slowest = measure_switches (store, docket);
  g_print ("%.2f %.2f %.2f %.2f\n", slowest, measure_like (argv[1]), longest, whole);
  g_clear_object (&docket);
  signet_store_close (store);
  return 0;
}
