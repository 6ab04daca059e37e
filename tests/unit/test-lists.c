/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "model/signet-complaint-row.h"
#include "model/signet-party-row.h"
#include "model/signet-right-row.h"
#include "model/signet-today-row.h"
#include "store/signet-complaint-list.h"
#include "store/signet-party-list.h"
#include "store/signet-right-list.h"
#include "store/signet-row-diff.h"
#include "store/signet-store-private.h"
#include "store/signet-tables-private.h"
#include "store/signet-today-list.h"

/* The list models over a small store: order, filter, search, what they tell while they change. */

#define TEST_TYPE_CLOCK (test_clock_get_type ())
G_DECLARE_FINAL_TYPE (TestClock, test_clock, TEST, CLOCK, SignetClock)

struct _TestClock
{
  SignetClock parent_instance;
};

G_DEFINE_FINAL_TYPE (TestClock, test_clock, SIGNET_TYPE_CLOCK)

/* 2026-11-21T08:00:00Z */
#define NOW (G_GINT64_CONSTANT (1795248000) * G_USEC_PER_SEC)

static gint64
test_clock_now (SignetClock *clock)
{
  return NOW;
}

static void
test_clock_class_init (TestClockClass *klass)
{
  SIGNET_CLOCK_CLASS (klass)->now = test_clock_now;
}

static void
test_clock_init (TestClock *self)
{
}

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

/* Turns the main loop until the store has told its changes, the lists have asked and been answered. */
static void
settle (StoreFixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    {
      gboolean through = FALSE;

      signet_store_query_async (fixture->store, nothing, NULL, NULL, NULL, NULL, through_cb, &through);
      while (!through)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
wait_loaded (gpointer list)
{
  while (signet_row_list_get_state (list) == SIGNET_LIST_LOADING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (signet_row_list_get_error (list));
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

typedef struct
{
  const char *id;
  const char *status;
  const char *right;
  const char *statement;
  const char *link;
  const char *seller;
  gint64 created_at;
} Sample;

static gboolean
save_sample (SignetTables *tables, gpointer data, GError **error)
{
  const Sample *sample = data;
  SignetComplaintRecord complaint = {
    .id = (char *) sample->id,
    .account = (char *) "acc",
    .right_id = (char *) sample->right,
    .party_id = (char *) "p",
    .status = (char *) sample->status,
    .statement = (char *) sample->statement,
    .number = (char *) "2026-0187",
    .created_at = sample->created_at,
  };
  SignetItemRecord item = {
    .complaint = (char *) sample->id,
    .link = (char *) sample->link,
    .seller = (char *) sample->seller,
    .target_key = (char *) sample->link,
    .status = (char *) "removed",
  };
  SignetItemRecord pending = { .complaint = (char *) sample->id,
                               .position = 1,
                               .status = (char *) "pending" };

  return signet_complaints_save (tables, &complaint, error) && signet_items_save (tables, &item, error) &&
         signet_items_save (tables, &pending, error) &&
         signet_complaints_count_items (tables, sample->id, error);
}

static const Sample samples[] = {
  { "a", "in_review", "r1", "假冒山茶商标", "https://app.kwaixiaodian.com/goods?id=111222", "山茶花旗舰店",
    10 },
  { "b", "upheld", "r1", "", "https://app.kwaixiaodian.com/goods?id=333444", "北京电子", 20 },
  { "c", "in_review", "r2", "Camellia copies", "https://www.kuaishou.com/short-video/3xabc", "茶山小店", 30 },
  { "d", "queued", "r2", "", "https://app.kwaixiaodian.com/goods?id=111999", "ＡＢＣ商行", 40 },
};

static gboolean
save_samples (SignetTables *tables, gpointer data, GError **error)
{
  SignetPartyRecord party = { .id = (char *) "p", .name = (char *) "山茶公司", .created_at = 1 };
  SignetRightRecord r1 = { .id = (char *) "r1", .name = (char *) "山茶", .number = (char *) "7654321" };
  SignetRightRecord r2 = { .id = (char *) "r2", .name = (char *) "CAMELLIA", .number = (char *) "1234567" };

  if (!store_fixture_add_account (tables, NULL, error) || !signet_parties_save (tables, &party, error) ||
      !signet_rights_save (tables, &r1, error) || !signet_rights_save (tables, &r2, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (!save_sample (tables, (gpointer) &samples[i], error))
      return FALSE;
  return TRUE;
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
  assert_filter (fixture, list, (SignetComplaintListFilter){ .account = "another" }, "");
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
save_waiting (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("x", 1);
  SignetDraftRecord draft = {
    .id = (char *) "draft1",
    .kind = (char *) "complaint",
    .title = (char *) "山茶",
    .page = (char *) "links",
    .n_items = 3,
    .updated_at = NOW,
  };
  SignetOutboxRecord failed = {
    .id = (char *) "o1",
    .account = (char *) "acc",
    .kind = (char *) "complaint",
    .subject = (char *) "a",
    .title = (char *) "first",
    .idempotency_key = (char *) "k1",
    .body = body,
    .created_at = NOW,
  };
  SignetOutboxRecord queued = failed;
  SignetOutboxRecord queued_too = failed;
  SignetCertificationRecord certification = {
    .account = (char *) "acc",
    .kind = (char *) "right",
    .subject = (char *) "r1",
    .remote_id = (char *) "rgt_1",
    .status = (char *) "needs_correction",
    .n_findings = 2,
    .due_at = (char *) "2026-11-25T00:00:00Z",
  };
  SignetRightRecord expiring = { .id = (char *) "r1",
                                 .name = (char *) "山茶",
                                 .number = (char *) "7654321",
                                 .valid_until = (char *) "2026-12-31" };
  SignetRightRecord long_gone = { .id = (char *) "r3", .valid_until = (char *) "2020-01-01" };
  SignetRightRecord far_off = { .id = (char *) "r4", .valid_until = (char *) "2030-01-01" };
  SignetComplaintRecord decided = {
    .id = (char *) "b",
    .account = (char *) "acc",
    .number = (char *) "2026-0001",
    .right_id = (char *) "r1",
    .status = (char *) "partly_upheld",
    .decided_at = (char *) "2026-11-20T01:02:03Z",
    .items_total = 3,
    .items_upheld = 2,
  };
  SignetComplaintRecord old_news = decided;

  queued.id = (char *) "o2";
  queued.subject = (char *) "c";
  queued.idempotency_key = (char *) "k2";
  queued_too.id = (char *) "o3";
  queued_too.subject = (char *) "d";
  queued_too.idempotency_key = (char *) "k3";
  old_news.id = (char *) "c";
  old_news.decided_at = (char *) "2026-10-01T00:00:00Z";
  return save_samples (tables, NULL, error) && signet_drafts_save (tables, &draft, error) &&
         signet_outbox_add (tables, &failed, NULL, error) &&
         signet_outbox_fail (tables, "o1", "invalid", NULL, error) &&
         signet_outbox_add (tables, &queued, NULL, error) &&
         signet_outbox_add (tables, &queued_too, NULL, error) &&
         signet_rights_save (tables, &expiring, error) && signet_rights_save (tables, &long_gone, error) &&
         signet_rights_save (tables, &far_off, error) &&
         signet_certifications_save (tables, &certification, error) &&
         signet_complaints_save (tables, &decided, error) &&
         signet_complaints_save (tables, &old_news, error);
}

/* The party wasn't taken; its right waits for it and a complaint for that, and another goes its way. */
static gboolean
save_held (SignetTables *tables, gpointer data, GError **error)
{
  static const struct
  {
    const char *id, *kind, *title, *depends;
  } submissions[] = {
    { "o1", "party", "山茶公司", "" },    { "o2", "right", "山茶", "o1" },
    { "o3", "complaint", "first", "o2" }, { "o4", "complaint", "second", "o2" },
    { "o5", "complaint", "third", "" },
  };
  g_autoptr (GBytes) body = g_bytes_new_static ("x", 1);

  if (!save_samples (tables, NULL, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (submissions); i++)
    {
      SignetOutboxRecord record = {
        .id = (char *) submissions[i].id,
        .account = (char *) "acc",
        .kind = (char *) submissions[i].kind,
        .subject = (char *) submissions[i].id,
        .title = (char *) submissions[i].title,
        .idempotency_key = (char *) submissions[i].id,
        .body = *submissions[i].depends == '\0' ? body : NULL,
        .depends = (char *) submissions[i].depends,
        .created_at = NOW,
      };

      if (!signet_outbox_add (tables, &record, NULL, error))
        return FALSE;
    }
  return signet_outbox_fail (tables, "o1", "invalid", NULL, error);
}

static gboolean
try_again (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_requeue (tables, "o1", error);
}

static void
assert_awaited (gpointer model, guint position, const char *kind, const char *id, const char *name)
{
  g_autoptr (SignetTodayRow) row = g_list_model_get_item (model, position);

  g_assert_cmpstr (signet_today_row_get_awaited_kind (row), ==, kind);
  g_assert_cmpstr (signet_today_row_get_awaited_id (row), ==, id);
  g_assert_cmpstr (signet_today_row_get_awaited_name (row), ==, name);
}

static char *
describe_today (gpointer model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SignetTodayRow) row = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s/%s/%s/%s/%s/%d/%d/%s/%s/%s\n", signet_today_row_get_kind (row),
                              signet_today_row_get_subject_kind (row), signet_today_row_get_subject_id (row),
                              signet_today_row_get_name (row), signet_today_row_get_number (row),
                              signet_today_row_get_count (row), signet_today_row_get_total (row),
                              signet_today_row_get_date (row), signet_today_row_get_page (row),
                              signet_today_row_get_error_code (row));
    }
  return g_string_free (text, FALSE);
}

static gboolean
begin_correction (SignetTables *tables, gpointer data, GError **error)
{
  SignetDraftRecord draft = { .id = (char *) "draft2", .kind = (char *) "right", .subject = (char *) "r1" };

  return signet_drafts_delete (tables, "draft1", error) && signet_drafts_save (tables, &draft, error) &&
         signet_outbox_discard (tables, "o3", error);
}

/* The correction that begin_correction() began is refused. */
static gboolean
refuse_correction (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  SignetOutboxRecord outbox = {
    .id = (char *) "o4",
    .account = (char *) "acc",
    .kind = (char *) "right",
    .subject = (char *) "r1",
    .title = (char *) "山茶",
    .idempotency_key = (char *) "k4",
    .method = (char *) "PATCH",
    .path = (char *) "/v1/rights/1",
    .body = body,
  };
  SignetDraftRecord draft = {
    .id = (char *) "draft2",
    .account = (char *) "acc",
    .kind = (char *) "right",
    .subject = (char *) "r1",
    .purpose = (char *) "correct",
  };

  return signet_outbox_add (tables, &outbox, NULL, error) &&
         signet_outbox_fail (tables, "o4", "precondition-failed", NULL, error) &&
         signet_drafts_save (tables, &draft, error);
}

static void
test_today (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetClock) clock = g_object_new (TEST_TYPE_CLOCK, NULL);
  g_autoptr (SignetTodayList) list = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *refused = NULL;

  store_fixture_write (fixture, save_waiting, NULL);
  list = signet_today_list_new (fixture->store, clock);
  wait_loaded (list);
  before = describe_today (list);
  g_assert_cmpstr (before, ==,
                   "draft/complaint/draft1/山茶//3/0/2026-11-21T08:00:00Z/links/\n"
                   "failed/complaint/a/first//1/0/2026-11-21T08:00:00Z//invalid\n"
                   "queued/complaint////2/0/2026-11-21T08:00:00Z//\n"
                   "correction/right/r1/山茶/7654321/2/0/2026-11-25T00:00:00Z//\n"
                   "expiring/right/r1/山茶/7654321/0/0/2026-12-31//\n"
                   "decided/complaint/b/山茶/2026-0001/2/3/2026-11-20T01:02:03Z//\n");

  store_fixture_write (fixture, begin_correction, NULL);
  settle (fixture);
  after = describe_today (list);
  g_assert_cmpstr (after, ==,
                   "draft/right/draft2///0/0/1970-01-01T00:00:00Z//\n"
                   "failed/complaint/a/first//1/0/2026-11-21T08:00:00Z//invalid\n"
                   "queued/complaint/c/first//1/0/2026-11-21T08:00:00Z//\n"
                   "expiring/right/r1/山茶/7654321/0/0/2026-12-31//\n"
                   "decided/complaint/b/山茶/2026-0001/2/3/2026-11-20T01:02:03Z//\n");

  /* what was refused and is to be mended is one thing that waits, and it says why */
  store_fixture_write (fixture, refuse_correction, NULL);
  settle (fixture);
  refused = describe_today (list);
  g_assert_cmpstr (refused, ==,
                   "draft/right/draft2///0/0/1970-01-01T00:00:00Z//precondition-failed\n"
                   "failed/complaint/a/first//1/0/2026-11-21T08:00:00Z//invalid\n"
                   "queued/complaint/c/first//1/0/2026-11-21T08:00:00Z//\n"
                   "expiring/right/r1/山茶/7654321/0/0/2026-12-31//\n"
                   "decided/complaint/b/山茶/2026-0001/2/3/2026-11-20T01:02:03Z//\n");
}

#define N_NEAR 700
#define N_FAR 300

static gboolean
save_many_terms (SignetTables *tables, gpointer data, GError **error)
{
  for (guint i = 0; i < N_NEAR + N_FAR; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      SignetRightRecord right = { .id = id,
                                  .valid_until = (char *) (i < N_NEAR ? "2026-12-31" : "2027-10-31") };

      if (!signet_rights_save (tables, &right, error))
        return FALSE;
    }
  return TRUE;
}

/* An agency has more terms than a list fills at once: what is near is counted, filled or not. */
static void
test_today_many (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetClock) clock = g_object_new (TEST_TYPE_CLOCK, NULL);
  g_autoptr (SignetTodayList) list = NULL;

  store_fixture_write (fixture, save_many_terms, NULL);
  list = signet_today_list_new (fixture->store, clock);
  wait_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_NEAR + N_FAR);
  g_assert_cmpuint (signet_today_list_count_waiting (list), ==, N_NEAR);
}

static void
test_today_held (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetClock) clock = g_object_new (TEST_TYPE_CLOCK, NULL);
  g_autoptr (SignetTodayList) list = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_write (fixture, save_held, NULL);
  list = signet_today_list_new (fixture->store, clock);
  wait_loaded (list);
  before = describe_today (list);
  g_assert_cmpstr (before, ==,
                   "failed/party/o1/山茶公司//1/0/2026-11-21T08:00:00Z//invalid\n"
                   "queued/right/o2/山茶//1/0/2026-11-21T08:00:00Z//\n"
                   "queued/complaint////2/0/2026-11-21T08:00:00Z//\n"
                   "queued/complaint/o5/third//1/0/2026-11-21T08:00:00Z//\n");
  assert_awaited (list, 1, "party", "o1", "山茶公司");
  assert_awaited (list, 2, "party", "o1", "山茶公司");
  assert_awaited (list, 3, "", "", "");
  g_assert_cmpuint (signet_today_list_count_waiting (list), ==, 1);

  store_fixture_write (fixture, try_again, NULL);
  settle (fixture);
  after = describe_today (list);
  g_assert_cmpstr (after, ==,
                   "queued/party/o1/山茶公司//1/0/2026-11-21T08:00:00Z//\n"
                   "queued/right/o2/山茶//1/0/2026-11-21T08:00:00Z//\n"
                   "queued/complaint////3/0/2026-11-21T08:00:00Z//\n");
  assert_awaited (list, 1, "", "", "");
}

static void
test_rights_and_parties (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetCertifiedList) rights = NULL;
  g_autoptr (SignetCertifiedList) parties = NULL;
  g_autoptr (SignetRightRow) right = NULL;
  g_autoptr (SignetPartyRow) party = NULL;

  store_fixture_write (fixture, save_waiting, NULL);
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
  ADD ("today", test_today);
  ADD ("today-many", test_today_many);
  ADD ("today-held", test_today_held);
  ADD ("rights-and-parties", test_rights_and_parties);
  ADD ("error", test_error);
#undef ADD
  g_test_add_func ("/lists/diff", test_diff);

  return g_test_run ();
}
