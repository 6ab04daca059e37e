/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "list-fixture.h"

#include "model/signet-complaint-row.h"
#include "model/signet-party-row.h"
#include "model/signet-right-row.h"
#include "store/signet-complaint-list.h"
#include "store/signet-party-list.h"
#include "store/signet-right-list.h"
#include "store/signet-row-diff.h"
#include "store/signet-store-private.h"
#include "store/signet-tables-private.h"

/* The list models over a small store: order, filter, search, what they tell while they change. */

/* Keeps a copy of the list by what items-changed tells alone; it must agree with the list at every signal. */
typedef struct
{
  GPtrArray *copy;
  guint n_signals;
  guint n_removed;
  guint n_added;
  gboolean was_empty;
} Mirror;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Mirror *mirror = data;

  g_assert_cmpuint (position + removed, <=, mirror->copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->copy, (int) (position + i), g_list_model_get_item (model, position + i));
  mirror->n_signals++;
  mirror->n_removed += removed;
  mirror->n_added += added;
  mirror->was_empty |= mirror->copy->len == 0;

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->copy->len);
  for (guint i = 0; i < mirror->copy->len; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, i);

      g_assert_true (row == mirror->copy->pdata[i]);
    }
}

static void
mirror_init (Mirror *mirror, gpointer model)
{
  memset (mirror, 0, sizeof *mirror);
  mirror->copy = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (mirror->copy, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), mirror);
}

static void
mirror_clear (Mirror *mirror, gpointer model)
{
  g_signal_handlers_disconnect_by_data (model, mirror);
  g_ptr_array_unref (mirror->copy);
}

static char *
ids_of (gpointer model)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SignetComplaintRow) row = g_list_model_get_item (model, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", signet_complaint_row_get_id (row));
    }
  return g_string_free (ids, FALSE);
}

static void
assert_ids (gpointer model, const char *expected)
{
  g_autofree char *ids = ids_of (model);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_complaints (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetComplaintList) list = NULL;
  g_autoptr (SignetComplaintRow) row = NULL;
  g_autoptr (SignetComplaintRow) again = NULL;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  g_assert_cmpint (signet_row_list_get_state (SIGNET_ROW_LIST (list)), ==, SIGNET_LIST_LOADING);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  wait_loaded (list);

  g_assert_cmpint (signet_row_list_get_state (SIGNET_ROW_LIST (list)), ==, SIGNET_LIST_ROWS);
  assert_ids (list, "d c b a");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 4));

  row = g_list_model_get_item (G_LIST_MODEL (list), 3);
  again = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_assert_true (row == again);
  g_assert_cmpstr (signet_complaint_row_get_right_name (row), ==, "山茶");
  g_assert_cmpstr (signet_complaint_row_get_right_number (row), ==, "7654321");
  g_assert_cmpstr (signet_complaint_row_get_principal_name (row), ==, "山茶公司");
  g_assert_cmpstr (signet_complaint_row_get_status (row), ==, "in_review");
  g_assert_cmpint (signet_complaint_row_get_items_total (row), ==, 2);
  g_assert_cmpint (signet_complaint_row_get_items_decided (row), ==, 1);
  g_assert_cmpint (signet_complaint_row_get_items_upheld (row), ==, 1);
}

static void
test_empty (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetComplaintList) list = signet_complaint_list_new (fixture->store);

  wait_loaded (list);
  g_assert_cmpint (signet_row_list_get_state (SIGNET_ROW_LIST (list)), ==, SIGNET_LIST_EMPTY);
}

static void
assert_filter (StoreFixture *fixture,
               SignetComplaintList *list,
               SignetComplaintListFilter filter,
               const char *expected)
{
  signet_complaint_list_set_filter (list, &filter);
  settle (fixture);
  assert_ids (list, expected);
}

static void
test_filter (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetComplaintList) list = NULL;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);

  assert_filter (fixture, list, (SignetComplaintListFilter){ .status = "in_review" }, "c a");
  assert_filter (fixture, list, (SignetComplaintListFilter){ .right = "r2" }, "d c");
  assert_filter (fixture, list, (SignetComplaintListFilter){ .right = "r2", .status = "in_review" }, "c");
  assert_filter (fixture, list, (SignetComplaintListFilter){ .party = "p" }, "d c b a");
  assert_filter (fixture, list, (SignetComplaintListFilter){ .from = 20, .until = 40 }, "c b");

  /* Somebody else's: what was listed is theirs no more from then on. */
  signet_complaint_list_set_filter (list, &(SignetComplaintListFilter){ .account = "another" });
  g_assert_cmpint (signet_row_list_get_state (SIGNET_ROW_LIST (list)), ==, SIGNET_LIST_LOADING);
  settle (fixture);
  assert_ids (list, "");
  g_assert_cmpint (signet_row_list_get_state (SIGNET_ROW_LIST (list)), ==, SIGNET_LIST_EMPTY);
  assert_filter (fixture, list, (SignetComplaintListFilter){ 0 }, "d c b a");
}

static void
test_sort (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    SignetComplaintSort sort;
    gboolean descending;
    const char *expected;
  } sorts[] = {
    { SIGNET_COMPLAINT_SORT_FILED, FALSE, "a b c d" },     { SIGNET_COMPLAINT_SORT_STATUS, FALSE, "c a d b" },
    { SIGNET_COMPLAINT_SORT_STATUS, TRUE, "b d c a" },     { SIGNET_COMPLAINT_SORT_RIGHT, FALSE, "d c b a" },
    { SIGNET_COMPLAINT_SORT_RIGHT, TRUE, "b a d c" },      { SIGNET_COMPLAINT_SORT_PARTY, FALSE, "d c b a" },
    { SIGNET_COMPLAINT_SORT_REASON, TRUE, "d c b a" },     { SIGNET_COMPLAINT_SORT_UPHELD, TRUE, "d c b a" },
    { SIGNET_COMPLAINT_SORT_NEXT_DATE, FALSE, "d c b a" },
  };
  g_autoptr (SignetComplaintList) list = NULL;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      signet_complaint_list_set_sort (list, sorts[i].sort, sorts[i].descending);
      settle (fixture);
      assert_ids (list, sorts[i].expected);
    }
}

static void
test_search (StoreFixture *fixture, gconstpointer data)
{
  static const char *const searches[][2] = {
    { "山", "c b a" }, /* one character; b by its right's name */
    { "山茶", "b a" },
    { "茶山", "c" },         /* order counts */
    { "旗舰店", "a" },       /* more than two */
    { "111", "d a" },        /* beginning of a word */
    { "222", "" },           /* not in the middle of one */
    { "camellia", "d c" },   /* capitals don't count */
    { "COPIES camel", "c" }, /* two words, unfinished */
    { "abc", "d" },          /* full-width letters are letters */
    { "ａｂｃ商行", "d" },   /* mixed with Chinese */
    { "https://app.kwaixiaodian.com/goods?id=333444", "b" },
    { "\" OR 1 NEAR( * ^ - :", "" }, /* no operators */
    { "2026-0187", "d c b a" },
    { "  ，。 ", "d c b a" }, /* asks for nothing */
    { "zzz", "" },
  };
  g_autoptr (SignetComplaintList) list = NULL;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      signet_complaint_list_set_text (list, searches[i][0]);
      settle (fixture);
      assert_ids (list, searches[i][1]);
    }

  signet_complaint_list_set_text (list, "山");
  /* A whole page pasted by mistake, and bytes that are no text. */
  {
    g_autoptr (GString) page = g_string_new ("111222 ");

    for (guint i = 0; i < 100000; i++)
      g_string_append (page, "旗舰店 ");
    signet_complaint_list_set_text (list, page->str);
    settle (fixture);
    assert_ids (list, "a");
    signet_complaint_list_set_text (list, "\xff\xfe 111222 \xe5\xb1");
    settle (fixture);
    assert_ids (list, "a");
    signet_complaint_list_set_text (list, "山");
  }

  /* Search within a filter, sorted; then nothing is searched any more. */
  signet_complaint_list_set_sort (list, SIGNET_COMPLAINT_SORT_FILED, FALSE);
  signet_complaint_list_set_filter (list, &(SignetComplaintListFilter){ .status = "in_review" });
  settle (fixture);
  assert_ids (list, "a c");
  signet_complaint_list_set_text (list, NULL);
  signet_complaint_list_set_filter (list, &(SignetComplaintListFilter){ 0 });
  settle (fixture);
  assert_ids (list, "a b c d");
}

static gboolean
rename_right (SignetTables *tables, gpointer data, GError **error)
{
  SignetRightRecord r1 = { .id = (char *) "r1", .name = (char *) "海棠", .number = (char *) "7654321" };

  return signet_rights_save (tables, &r1, error);
}

/* What was searched is found by its new text and no more by its old one. */
static void
test_search_follows (StoreFixture *fixture, gconstpointer data)
{
  Sample changed = samples[0];
  g_autoptr (SignetComplaintList) list = NULL;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);
  signet_complaint_list_set_text (list, "旗舰");
  settle (fixture);
  assert_ids (list, "a");

  changed.seller = "上海商行";
  store_fixture_write (fixture, save_sample, &changed);
  settle (fixture);
  assert_ids (list, "");
  signet_complaint_list_set_text (list, "上海");
  settle (fixture);
  assert_ids (list, "a");

  store_fixture_write (fixture, rename_right, NULL);
  signet_complaint_list_set_text (list, "海棠");
  settle (fixture);
  assert_ids (list, "b a");
}

/* A new question takes everything out and puts everything in, in two signals. */
static void
test_two_signals (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetComplaintList) list = NULL;
  Mirror mirror;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);
  mirror_init (&mirror, list);
  signet_complaint_list_set_sort (list, SIGNET_COMPLAINT_SORT_FILED, FALSE);
  settle (fixture);
  g_assert_cmpuint (mirror.n_signals, ==, 2);
  g_assert_cmpuint (mirror.n_removed, ==, 4);
  g_assert_cmpuint (mirror.n_added, ==, 4);
  g_assert_true (mirror.was_empty);
  mirror_clear (&mirror, list);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *) data;
}

/* After a change only what changed is told, and a row that changed is the same object with other contents. */
static void
test_live (StoreFixture *fixture, gconstpointer data)
{
  Sample changed = samples[1];
  Sample added = samples[1];
  g_autoptr (SignetComplaintList) list = NULL;
  g_autoptr (SignetComplaintRow) row = NULL;
  g_autoptr (SignetComplaintRow) other = NULL;
  guint n_status = 0;
  guint n_other = 0;
  Mirror mirror;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);
  row = g_list_model_get_item (G_LIST_MODEL (list), 2);
  other = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_signal_connect (row, "notify::status", G_CALLBACK (count_cb), &n_status);
  g_signal_connect (other, "notify", G_CALLBACK (count_cb), &n_other);
  mirror_init (&mirror, list);

  changed.status = "rejected";
  store_fixture_write (fixture, save_sample, &changed);
  settle (fixture);
  g_assert_cmpuint (mirror.n_signals, ==, 0);
  g_assert_cmpstr (signet_complaint_row_get_status (row), ==, "rejected");
  g_assert_cmpuint (n_status, ==, 1);
  g_assert_cmpuint (n_other, ==, 0);

  added.id = "e";
  added.created_at = 25;
  store_fixture_write (fixture, save_sample, &added);
  settle (fixture);
  assert_ids (list, "d c e b a");
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  g_assert_cmpuint (mirror.n_removed, ==, 0);
  g_assert_cmpuint (mirror.n_added, ==, 1);

  /* Out of the filter while looked at. */
  signet_complaint_list_set_filter (list, &(SignetComplaintListFilter){ .status = "upheld" });
  settle (fixture);
  assert_ids (list, "e");
  added.status = "rejected";
  store_fixture_write (fixture, save_sample, &added);
  settle (fixture);
  g_assert_cmpint (signet_row_list_get_state (SIGNET_ROW_LIST (list)), ==, SIGNET_LIST_EMPTY);
  mirror_clear (&mirror, list);
}

/* Rows live as long as somebody holds them, the list or not. */
static void
test_row_lifetime (StoreFixture *fixture, gconstpointer data)
{
  SignetComplaintList *list;
  SignetComplaintRow *row;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_finalize_object (row);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (signet_complaint_row_get_id (row), ==, "d");
  settle (fixture);
  g_assert_finalize_object (list);
  g_assert_cmpstr (signet_complaint_row_get_id (row), ==, "d");
  g_assert_finalize_object (row);
}

static gpointer
count_for_ever (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SignetStatement) stmt = signet_tables_prepare (
      tables, "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", "", error);

  while (stmt != NULL && signet_statement_next (stmt, error))
    g_atomic_int_set ((int *) data, TRUE);
  return NULL;
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  signet_store_query_finish (SIGNET_STORE (source), result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

/* A query nobody waits for any more doesn't hold up the next one. */
static void
test_query_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean through = FALSE;
  int begun = FALSE;

  signet_store_query_async (fixture->store, count_for_ever, &begun, NULL, NULL, cancellable, cancelled_cb,
                            &through);
  while (!g_atomic_int_get (&begun))
    g_usleep (100);
  g_cancellable_cancel (cancellable);
  while (!through)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
}

/* Whoever walks a whole long list gets every row, those beyond the first screens a little later. */
static gboolean
save_many (SignetTables *tables, gpointer data, GError **error)
{
  if (!store_fixture_add_account (tables, NULL, error))
    return FALSE;
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      SignetComplaintRecord complaint = { .id = id, .account = (char *) "acc", .created_at = i };

      if (!signet_complaints_save (tables, &complaint, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_walk (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetComplaintList) list = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  store_fixture_write (fixture, save_many, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);
  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));
  g_assert_cmpstr (signet_complaint_row_get_id (rows->pdata[0]), ==, "m1999");
  settle (fixture);
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", 1999 - i);

      g_assert_cmpstr (signet_complaint_row_get_id (rows->pdata[i]), ==, id);
    }
}

/* Random pairs of arrays: the ranges make one of the other, and a single row that came, went or moved is no
 * more. */
static void
apply (GArray *array, GArray *after, GArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const SignetRowRange *range = &g_array_index (ranges, SignetRowRange, i);

      if (range->removed > 0)
        g_array_remove_range (array, range->position, range->removed);
      if (range->added > 0)
        g_array_insert_vals (array, range->position, &g_array_index (after, gint64, range->position),
                             range->added);
    }
}

static GArray *
random_array (guint max)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 i = 0; i < max; i++)
    if (g_test_rand_int_range (0, 3) > 0)
      g_array_append_val (array, i);
  for (guint i = 0; i < array->len && g_test_rand_bit (); i++)
    {
      guint other = (guint) g_test_rand_int_range (0, (int) array->len);
      gint64 swap = g_array_index (array, gint64, i);

      g_array_index (array, gint64, i) = g_array_index (array, gint64, other);
      g_array_index (array, gint64, other) = swap;
    }
  return array;
}

static void
test_diff (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GArray) before = random_array ((guint) g_test_rand_int_range (0, 40));
      g_autoptr (GArray) after = random_array ((guint) g_test_rand_int_range (0, 40));
      g_autoptr (GArray) ranges = signet_row_diff (before, after);
      g_autoptr (GArray) made = g_array_copy (before);

      apply (made, after, ranges);
      g_assert_cmpmem (made->data, made->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
    }

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) after = NULL;
      g_autoptr (GArray) ranges = NULL;
      guint from = (guint) g_test_rand_int_range (0, 100);
      guint to = (guint) g_test_rand_int_range (0, 100);
      guint touched = 0;
      gint64 moved;

      for (gint64 n = 0; n < 100; n++)
        g_array_append_val (before, n);
      after = g_array_copy (before);
      moved = g_array_index (after, gint64, from);
      g_array_remove_index (after, from);
      g_array_insert_val (after, to, moved);
      ranges = signet_row_diff (before, after);
      for (guint n = 0; n < ranges->len; n++)
        touched += g_array_index (ranges, SignetRowRange, n).removed +
                   g_array_index (ranges, SignetRowRange, n).added;
      g_assert_cmpuint (touched, <=, 2);
    }
}

static gboolean
save_certified (SignetTables *tables, gpointer data, GError **error)
{
  SignetCertificationRecord certification = {
    .account = (char *) "acc",
    .kind = (char *) "right",
    .subject = (char *) "r1",
    .remote_id = (char *) "rgt_1",
    .status = (char *) "needs_correction",
    .n_findings = 2,
  };
  SignetRightRecord third = { .id = (char *) "r3" };
  SignetRightRecord fourth = { .id = (char *) "r4" };

  return save_samples (tables, NULL, error) && signet_rights_save (tables, &third, error) &&
         signet_rights_save (tables, &fourth, error) &&
         signet_certifications_save (tables, &certification, error);
}

static void
test_rights_and_parties (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetCertifiedList) rights = NULL;
  g_autoptr (SignetCertifiedList) parties = NULL;
  g_autoptr (SignetRightRow) right = NULL;
  g_autoptr (SignetPartyRow) party = NULL;

  store_fixture_write (fixture, save_certified, NULL);
  rights = signet_right_list_new (fixture->store);
  parties = signet_party_list_new (fixture->store);
  wait_loaded (rights);
  wait_loaded (parties);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rights)), ==, 4);
  right = g_list_model_get_item (G_LIST_MODEL (rights), 3);
  g_assert_cmpstr (signet_right_row_get_id (right), ==, "r1");
  g_assert_cmpstr (signet_right_row_get_status (right), ==, "needs_correction");
  g_assert_cmpint (signet_right_row_get_findings (right), ==, 2);
  signet_certified_list_set_account (rights, "another");
  settle (fixture);
  g_assert_cmpstr (signet_right_row_get_status (right), ==, "");

  party = g_list_model_get_item (G_LIST_MODEL (parties), 0);
  g_assert_cmpstr (signet_party_row_get_name (party), ==, "山茶公司");
  g_assert_cmpstr (signet_party_row_get_status (party), ==, "");
}

/* Two accounts, each with an own identity that is a principal on the other. */
static gboolean
save_two_accounts (SignetTables *tables, gpointer data, GError **error)
{
  SignetAccountRecord other = { .id = (char *) "other", .created_at = 2 };
  SignetPartyRecord parties[] = { { .id = (char *) "brand", .own = TRUE }, { .id = (char *) "agent" } };
  const char *accounts[] = { "acc", "other" };

  if (!store_fixture_add_account (tables, NULL, error) || !signet_accounts_save (tables, &other, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      if (!signet_parties_save (tables, &parties[i], error))
        return FALSE;
      for (guint n = 0; n < G_N_ELEMENTS (accounts); n++)
        {
          SignetCertificationRecord certification = { .account = (char *) accounts[n],
                                                      .kind = (char *) "party",
                                                      .subject = parties[i].id,
                                                      .own = i == n };

          if (!signet_certifications_save (tables, &certification, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_own (SignetCertifiedList *parties, guint position)
{
  g_autoptr (SignetPartyRow) party = g_list_model_get_item (G_LIST_MODEL (parties), position);

  return signet_party_row_get_own (party);
}

static void
count_again_cb (GListModel *parties, guint position, guint removed, guint added, guint *n)
{
  g_assert_cmpuint (removed, ==, 1);
  g_assert_cmpuint (added, ==, 1);
  (*n)++;
}

/* Whose own a party is, the account that is looked at says; and its own is listed with every principal. */
static void
test_own (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetCertifiedList) parties = NULL;
  g_autoptr (SignetPartyRow) own = NULL;
  g_autoptr (SignetPartyRow) brand = NULL;
  guint n_again = 0;
  gulong handler;

  store_fixture_write (fixture, save_two_accounts, NULL);
  parties = signet_party_list_new (fixture->store);
  signet_certified_list_set_account (parties, "acc");
  wait_loaded (parties);
  g_assert_true (is_own (parties, 0));
  g_assert_false (is_own (parties, 1));
  /* who puts them into sections is told of the row that was looked at */
  brand = g_list_model_get_item (G_LIST_MODEL (parties), 0);
  handler = g_signal_connect (parties, "items-changed", G_CALLBACK (count_again_cb), &n_again);
  signet_certified_list_set_account (parties, "other");
  settle (fixture);
  g_assert_cmpuint (n_again, ==, 1);
  g_signal_handler_disconnect (parties, handler);
  g_assert_false (is_own (parties, 0));
  g_assert_true (is_own (parties, 1));

  signet_certified_list_set_filter (parties, &(SignetCertifiedFilter){ .principal = "somebody" });
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (parties)), ==, 1);
  own = g_list_model_get_item (G_LIST_MODEL (parties), 0);
  g_assert_cmpstr (signet_party_row_get_id (own), ==, "agent");
  signet_certified_list_set_account (parties, "acc");
  settle (fixture);
  g_clear_object (&own);
  own = g_list_model_get_item (G_LIST_MODEL (parties), 0);
  g_assert_cmpstr (signet_party_row_get_id (own), ==, "brand");
}

/* A list of a store that closed says so, and loads again once it is open. */
static void
test_error (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetComplaintList) list = NULL;

  store_fixture_write (fixture, save_samples, NULL);
  list = signet_complaint_list_new (fixture->store);
  wait_loaded (list);
  signet_store_close (fixture->store);
  signet_complaint_list_set_text (list, "x");
  settle (fixture);
  g_assert_cmpint (signet_row_list_get_state (SIGNET_ROW_LIST (list)), ==, SIGNET_LIST_ERROR);
  g_assert_error (signet_row_list_get_error (SIGNET_ROW_LIST (list)), SIGNET_STORE_ERROR,
                  SIGNET_STORE_ERROR_CLOSED);

  g_assert_true (signet_store_open (fixture->store, &error));
  signet_complaint_list_set_text (list, NULL);
  signet_row_list_reload (SIGNET_ROW_LIST (list));
  settle (fixture);
  assert_ids (list, "d c b a");
  g_assert_null (signet_row_list_get_error (SIGNET_ROW_LIST (list)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/lists/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("complaints", test_complaints);
  ADD ("empty", test_empty);
  ADD ("filter", test_filter);
  ADD ("sort", test_sort);
  ADD ("search", test_search);
  ADD ("search-follows", test_search_follows);
  ADD ("two-signals", test_two_signals);
  ADD ("live", test_live);
  ADD ("row-lifetime", test_row_lifetime);
  ADD ("query-cancelled", test_query_cancelled);
  ADD ("walk", test_walk);
  ADD ("rights-and-parties", test_rights_and_parties);
  ADD ("own", test_own);
  ADD ("error", test_error);
#undef ADD
  g_test_add_func ("/lists/diff", test_diff);

  return g_test_run ();
}
