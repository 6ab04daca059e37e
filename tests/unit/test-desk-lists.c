/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "hand-clock.h"

#include "desk/signet-desk.h"
#include "model/signet-list-state.h"
#include "model/signet-party-row.h"
#include "model/signet-words.h"

/* The desk itself, opened and closed as the application does: whose things it lists and what it reminds of is
 * remembered. */

typedef struct
{
  StoreFixture store;
  HandClock *clock;
  char *data_dir;
  SignetDesk *desk;
  guint n_due; /* rows told of */
} Fixture;

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
due_cb (SignetDesk *desk, guint n, Fixture *fixture)
{
  fixture->n_due += n;
}

static void
open_desk (Fixture *fixture)
{
  SignetDeskPaths paths = { fixture->data_dir, "/nonexistent/viewer", "/nonexistent/practice" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->desk = signet_desk_new (&paths, SIGNET_CLOCK (fixture->clock));
  g_signal_connect (fixture->desk, "due", G_CALLBACK (due_cb), fixture);
  signet_desk_open_async (fixture->desk, NULL, keep_result_cb, &result);
  wait_for (&result);
  signet_desk_open_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
}

static void
close_desk (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_desk_close_async (fixture->desk, keep_result_cb, &result);
  wait_for (&result);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->desk);
  fixture->desk = NULL;
}

static gboolean
save_records (SignetTables *tables, gpointer data, GError **error)
{
  SignetPartyRecord tea = { .id = (char *) "tea",
                            .role = (char *) "principal",
                            .document_valid_until = (char *) "2026-12-01" };
  SignetPartyRecord rice = { .id = (char *) "rice", .role = (char *) "principal" };
  SignetRightRecord right = { .id = (char *) "r",
                              .kind = (char *) "design",
                              .party = (char *) "rice",
                              .valid_until = (char *) "2027-02-01" };

  return signet_parties_save (tables, &tea, error) && signet_parties_save (tables, &rice, error) &&
         signet_rights_save (tables, &right, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, NULL);
  store_fixture_write (&fixture->store, save_records, NULL);
  store_fixture_close (&fixture->store);
  fixture->data_dir = g_build_filename (fixture->store.folder, "data", NULL);
  fixture->clock = g_object_new (HAND_TYPE_CLOCK, NULL);
  hand_clock_set (fixture->clock, 2026, 11, 21, 16, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->desk != NULL)
    close_desk (fixture);
  store_fixture_tear_down (&fixture->store, NULL);
  g_object_unref (fixture->clock);
  g_free (fixture->data_dir);
}

static void
wait_rows (GListModel *list, guint n)
{
  while (g_list_model_get_n_items (list) != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (GObject *desk, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_principal (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;
  g_autofree char *principal = NULL;

  open_desk (fixture);
  g_assert_null (signet_desk_get_principal (fixture->desk));
  wait_rows (signet_desk_get_rights (fixture->desk), 1);
  wait_rows (signet_desk_get_principals (fixture->desk), 2);
  wait_rows (signet_desk_get_today (fixture->desk), 2);
  g_signal_connect (fixture->desk, "notify::principal", G_CALLBACK (count_cb), &n_notified);
  signet_desk_set_principal (fixture->desk, "tea");
  signet_desk_set_principal (fixture->desk, "tea");
  g_assert_cmpuint (n_notified, ==, 1);
  wait_rows (signet_desk_get_rights (fixture->desk), 0);
  wait_rows (signet_desk_get_parties (fixture->desk), 1);
  wait_rows (signet_desk_get_today (fixture->desk), 1);
  close_desk (fixture);

  open_desk (fixture);
  g_object_get (fixture->desk, "principal", &principal, NULL);
  g_assert_cmpstr (principal, ==, "tea");
  wait_rows (signet_desk_get_today (fixture->desk), 1);
  signet_desk_set_principal (fixture->desk, NULL);
  wait_rows (signet_desk_get_today (fixture->desk), 2);
  close_desk (fixture);

  open_desk (fixture);
  g_assert_null (signet_desk_get_principal (fixture->desk));
}

/* A principal that isn't there any more. */
static gboolean
choose_gone (SignetTables *tables, gpointer data, GError **error)
{
  return signet_settings_set (tables, SIGNET_SETTING_PRINCIPAL, "gone", error);
}

static void
test_principal_gone (Fixture *fixture, gconstpointer data)
{
  store_fixture_open (&fixture->store);
  store_fixture_write (&fixture->store, choose_gone, NULL);
  store_fixture_close (&fixture->store);
  open_desk (fixture);
  g_assert_null (signet_desk_get_principal (fixture->desk));
  wait_rows (signet_desk_get_rights (fixture->desk), 1);
}

static void
test_put_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetTodayRow) row = NULL;
  GListModel *today;

  open_desk (fixture);
  today = signet_desk_get_today (fixture->desk);
  wait_rows (today, 2);
  while (fixture->n_due < 2)
    g_main_context_iteration (NULL, TRUE);

  row = g_list_model_get_item (today, 0);
  g_assert_cmpstr (signet_today_row_get_what (row), ==, "document");
  g_assert_cmpstr (signet_today_row_get_step (row), ==, "1m");
  g_assert_cmpstr (signet_today_row_get_date (row), ==, "2026-12-01");
  signet_desk_put_off (fixture->desk, row, "2026-11-25");
  wait_rows (today, 1);
  signet_desk_put_off (fixture->desk, row, NULL);
  wait_rows (today, 2);
  signet_desk_put_off (fixture->desk, row, "2026-11-25");
  wait_rows (today, 1);
  close_desk (fixture);

  /* Told at the start that finds it shown again, and no sooner; the other isn't told twice. */
  hand_clock_set (fixture->clock, 2026, 11, 24, 9, 0);
  open_desk (fixture);
  wait_rows (signet_desk_get_today (fixture->desk), 1);
  close_desk (fixture);
  g_assert_cmpuint (fixture->n_due, ==, 2);
  hand_clock_set (fixture->clock, 2026, 11, 25, 0, 0);
  open_desk (fixture);
  wait_rows (signet_desk_get_today (fixture->desk), 2);
  while (fixture->n_due < 3)
    g_main_context_iteration (NULL, TRUE);
  close_desk (fixture);
  g_assert_cmpuint (fixture->n_due, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/desk-lists/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("principal", test_principal);
  ADD ("principal-gone", test_principal_gone);
  ADD ("put-off", test_put_off);
#undef ADD

  return g_test_run ();
}
