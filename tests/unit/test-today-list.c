/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "list-fixture.h"

#include "hand-clock.h"
#include "model/signet-today-row.h"
#include "store/signet-today-list.h"

/* What waits for the person, out of all the tables. */

/* 2026-11-21T08:00:00Z */
#define NOW (G_GINT64_CONSTANT (1795248000) * G_USEC_PER_SEC)

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

/* The list at NOW, after what @write wrote. */
static SignetTodayList *
open_list (StoreFixture *fixture, SignetStoreWrite write)
{
  g_autoptr (HandClock) clock = g_object_new (HAND_TYPE_CLOCK, NULL);
  SignetTodayList *list;

  clock->now = NOW;
  store_fixture_write (fixture, write, NULL);
  list = signet_today_list_new (fixture->store, SIGNET_CLOCK (clock));
  wait_loaded (list);
  return list;
}

static void
change (StoreFixture *fixture, SignetStoreWrite write)
{
  store_fixture_write (fixture, write, NULL);
  settle (fixture);
}

static void
assert_today (gpointer model, const char *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

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
  g_assert_cmpstr (text->str, ==, lines);
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
  g_autoptr (SignetTodayList) list = open_list (fixture, save_waiting);

  assert_today (list, "draft/complaint/draft1/山茶//3/0/2026-11-21T08:00:00Z/links/\n"
                      "failed/complaint/a/first//1/0/2026-11-21T08:00:00Z//invalid\n"
                      "queued/complaint////2/0/2026-11-21T08:00:00Z//\n"
                      "correction/right/r1/山茶/7654321/2/0/2026-11-25T00:00:00Z//\n"
                      "expiring/right/r1/山茶/7654321/0/0/2026-12-31//\n"
                      "decided/complaint/b/山茶/2026-0001/2/3/2026-11-20T01:02:03Z//\n");

  change (fixture, begin_correction);
  assert_today (list, "draft/right/draft2///0/0/1970-01-01T00:00:00Z//\n"
                      "failed/complaint/a/first//1/0/2026-11-21T08:00:00Z//invalid\n"
                      "queued/complaint/c/first//1/0/2026-11-21T08:00:00Z//\n"
                      "expiring/right/r1/山茶/7654321/0/0/2026-12-31//\n"
                      "decided/complaint/b/山茶/2026-0001/2/3/2026-11-20T01:02:03Z//\n");

  /* what was refused and is to be mended is one thing that waits, and it says why */
  change (fixture, refuse_correction);
  assert_today (list, "draft/right/draft2///0/0/1970-01-01T00:00:00Z//precondition-failed\n"
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
  g_autoptr (SignetTodayList) list = open_list (fixture, save_many_terms);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_NEAR + N_FAR);
  g_assert_cmpuint (signet_today_list_count_waiting (list), ==, N_NEAR);
}

static void
test_today_held (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetTodayList) list = open_list (fixture, save_held);

  assert_today (list, "failed/party/o1/山茶公司//1/0/2026-11-21T08:00:00Z//invalid\n"
                      "queued/right/o2/山茶//1/0/2026-11-21T08:00:00Z//\n"
                      "queued/complaint////2/0/2026-11-21T08:00:00Z//\n"
                      "queued/complaint/o5/third//1/0/2026-11-21T08:00:00Z//\n");
  assert_awaited (list, 1, "party", "o1", "山茶公司");
  assert_awaited (list, 2, "party", "o1", "山茶公司");
  assert_awaited (list, 3, "", "", "");
  g_assert_cmpuint (signet_today_list_count_waiting (list), ==, 1);

  change (fixture, try_again);
  assert_today (list, "queued/party/o1/山茶公司//1/0/2026-11-21T08:00:00Z//\n"
                      "queued/right/o2/山茶//1/0/2026-11-21T08:00:00Z//\n"
                      "queued/complaint////3/0/2026-11-21T08:00:00Z//\n");
  assert_awaited (list, 1, "", "", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/today/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("all", test_today);
  ADD ("many", test_today_many);
  ADD ("held", test_today_held);
#undef ADD

  return g_test_run ();
}
