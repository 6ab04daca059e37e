/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/signet-accounts.h"
#include "store/signet-complaint-list.h"
#include "store/signet-complaints.h"
#include "store/signet-items.h"
#include "store/signet-store-private.h"

/*
 * Fills a store with COMPLAINTS × ITEMS made-up records in FOLDER (once: a folder that has them is taken as
 * it is) and prints three figures in milliseconds: the slowest keystroke of a few searches, from the text's
 * arrival to the list having its rows; the slowest new order of the whole list; and what SQLite takes to look
 * for one of the texts with LIKE.
 *
 * usage: bench-search FOLDER COMPLAINTS ITEMS
 */

#define ROUNDS 5

static guint n_complaints;
static guint n_items;

static const char *const texts[] = { "山", "山茶",  "旗舰店", "山茶 旗舰", "1",
                                     "22", "22087", "k",      "kuaishou",  "goods 2208" };

static char *
make_name (GRand *chance, guint length)
{
  static const char *const characters[] = { "山", "茶", "花", "旗", "舰", "店", "官", "方",
                                            "正", "品", "男", "女", "装", "鞋", "包", "新",
                                            "款", "北", "京", "上", "海", "电", "子", "商" };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (name, characters[g_rand_int_range (chance, 0, G_N_ELEMENTS (characters))]);
  return g_string_free (name, FALSE);
}

static gboolean
save_item (SignetTables *tables, GRand *chance, const char *complaint, guint position, GError **error)
{
  g_autofree char *link = g_rand_int_range (chance, 0, 3) == 0
                              ? g_strdup_printf ("https://www.kuaishou.com/short-video/3x%07x",
                                                 g_rand_int (chance) & 0xfffffff)
                              : g_strdup_printf ("https://app.kwaixiaodian.com/page/goods/detail?id=2208%07u",
                                                 g_rand_int (chance) % 10000000);
  g_autofree char *title = make_name (chance, 10);
  g_autofree char *seller = make_name (chance, 6);
  SignetItemRecord item = {
    .complaint = (char *) complaint,
    .position = position,
    .link = link,
    .target_key = link,
    .title = title,
    .seller = seller,
    .status = (char *) (position % 2 == 0 ? "removed" : "pending"),
  };

  return signet_items_save (tables, &item, error);
}

static gboolean
fill_store (SignetTables *tables, gpointer data, GError **error)
{
  GRand *chance = data;
  SignetAccountRecord account = { .id = (char *) "account", .platform_id = (char *) "bench" };

  if (!signet_accounts_save (tables, &account, error))
    return FALSE;
  for (guint i = 0; i < n_complaints; i++)
    {
      g_autofree char *id = g_strdup_printf ("complaint-%u", i);
      g_autofree char *number = g_strdup_printf ("2026-%06u", i);
      SignetComplaintRecord complaint = {
        .id = id,
        .account = (char *) "account",
        .number = number,
        .status = (char *) "in_review",
        .created_at = g_rand_int (chance),
      };

      if (!signet_complaints_save (tables, &complaint, error))
        return FALSE;
      for (guint j = 0; j < n_items; j++)
        if (!save_item (tables, chance, id, j, error))
          return FALSE;
    }
  return TRUE;
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

static double
wait_through (SignetStore *store, gint64 start)
{
  gboolean through = FALSE;

  signet_store_query_async (store, nothing, NULL, NULL, NULL, NULL, through_cb, &through);
  while (!through)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
measure_text (SignetStore *store, SignetComplaintList *list, const char *text)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double took;

      signet_complaint_list_set_text (list, text);
      took = wait_through (store, start);
      best = MIN (best, took);
      g_debug ("%s: %u", text, g_list_model_get_n_items (G_LIST_MODEL (list)));
      signet_complaint_list_set_text (list, NULL);
      wait_through (store, 0);
    }
  return best;
}

static double
measure_sort (SignetStore *store, SignetComplaintList *list, SignetComplaintSort sort)
{
  gint64 start = g_get_monotonic_time ();

  signet_complaint_list_set_sort (list, sort, sort % 2 == 0);
  return wait_through (store, start);
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
          "SELECT count(*) FROM items WHERE link LIKE '%山茶%' OR title LIKE '%山茶%' OR seller LIKE '%山茶%'",
          NULL, NULL, NULL);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  sqlite3_close (db);
  return best;
}

int
main (int argc, char *argv[])
{
  g_autoptr (SignetStore) store = NULL;
  g_autoptr (SignetComplaintList) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  double slowest_text = 0;
  double slowest_sort = 0;
  double like;

  if (argc != 4)
    return 2;
  n_complaints = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  n_items = (guint) g_ascii_strtoull (argv[3], NULL, 10);

  store = signet_store_new (argv[1]);
  if (!signet_store_open (store, &error) ||
      (accounts = signet_accounts_list (signet_store_get_tables (store), &error)) == NULL ||
      (accounts->len == 0 && !signet_store_write (store, fill_store, chance, &error)))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  list = signet_complaint_list_new (store);
  wait_through (store, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double took = measure_text (store, list, texts[i]);

      g_info ("%-14s %8.2f ms", texts[i], took);
      slowest_text = MAX (slowest_text, took);
    }
  for (guint i = SIGNET_COMPLAINT_SORT_STATUS; i <= SIGNET_COMPLAINT_SORT_NEXT_DATE; i++)
    {
      double took = measure_sort (store, list, i);

      g_info ("order %u %8.2f ms", i, took);
      slowest_sort = MAX (slowest_sort, took);
    }

  like = measure_like (argv[1]);
  g_print ("%.2f %.2f %.2f\n", slowest_text, slowest_sort, like);
  g_clear_object (&list);
  signet_store_close (store);
  return 0;
}
