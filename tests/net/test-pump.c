/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can't be written down while things are being sent: the person is told, nothing is lost and nothing is
 * filed twice. */

#include "desk-fixture.h"

#include "model/signet-today-row.h"

static char *
get_outbox (Fixture *fixture, const char *subject, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM outbox WHERE subject = ?", column);

  return ask (fixture, sql, subject);
}

static gboolean
is_waiting_for (Fixture *fixture, const char *subject, const char *state, const char *code)
{
  g_autofree char *its_state = get_outbox (fixture, subject, "state");
  g_autofree char *its_code = get_outbox (fixture, subject, "error_code");

  return g_str_equal (its_state, state) && g_str_equal (its_code, code);
}

/* Of the one thing in Today that is of that kind. */
static char *
get_code_in_today (Fixture *fixture, const char *kind)
{
  GListModel *today = signet_desk_get_today (fixture->desk);

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (SignetTodayRow) row = g_list_model_get_item (today, i);

      if (g_str_equal (signet_today_row_get_kind (row), kind))
        return g_strdup (signet_today_row_get_error_code (row));
    }
  return NULL;
}

static gboolean
is_in_today (Fixture *fixture, const char *kind, const char *code)
{
  g_autofree char *its_code = get_code_in_today (fixture, kind);

  return g_strcmp0 (its_code, code) == 0;
}

static void
count_cb (SignetDesk *desk, const GError *error, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* The platform has taken it, and its receipt can't be stored: that is said once, and Today says why it is
 * still there. Asked again, the platform gives the same answer. */
static void
test_not_stored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) told = NULL;
  g_autofree char *complaint = NULL;
  guint n_told = 0;

  g_signal_connect (fixture->desk, "not-kept", G_CALLBACK (not_kept_cb), &told);
  g_signal_connect (fixture->desk, "not-kept", G_CALLBACK (count_cb), &n_told);
  meddle (fixture, "CREATE TRIGGER full BEFORE INSERT ON receipts BEGIN SELECT RAISE (ABORT, 'full'); END");
  complaint = file_complaint (fixture);
  WAIT_UNTIL (told != NULL);
  g_assert_true (told->domain == SIGNET_DESK_ERROR);
  WAIT_UNTIL (is_waiting_for (fixture, complaint, SIGNET_STATUS_QUEUED, "not-stored"));
  WAIT_UNTIL (is_in_today (fixture, SIGNET_TODAY_QUEUED, "not-stored"));
  signet_desk_sync (fixture->desk); /* once more, in vain */
  WAIT_UNTIL (!is_waiting_for (fixture, complaint, SIGNET_STATUS_QUEUED, "not-stored"));
  WAIT_UNTIL (is_waiting_for (fixture, complaint, SIGNET_STATUS_QUEUED, "not-stored"));
  g_assert_cmpuint (n_told, ==, 1);

  meddle (fixture, "DROP TRIGGER full");
  signet_desk_sync (fixture->desk);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_filed (fixture), ==, 1);
  expect_verified (fixture, complaint);
  g_signal_handlers_disconnect_by_data (fixture->desk, &told);
  g_signal_handlers_disconnect_by_data (fixture->desk, &n_told);
}

/* Nor can it be put back into the queue. */
static void
test_not_queued (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) told = NULL;
  g_autofree char *complaint = NULL;
  g_autofree char *other = NULL;

  g_signal_connect (fixture->desk, "not-kept", G_CALLBACK (not_kept_cb), &told);
  meddle (fixture, "CREATE TRIGGER full BEFORE UPDATE ON outbox WHEN OLD.state = 'sending' BEGIN"
                   " SELECT RAISE (ABORT, 'full'); END");
  complaint = file_complaint (fixture);
  WAIT_UNTIL (told != NULL);
  WAIT_UNTIL (count_filed (fixture) == 1);
  live_for (200);
  g_assert_true (is_waiting_for (fixture, complaint, SIGNET_STATUS_SENDING, ""));
  other = file_complaint (fixture);

  meddle (fixture, "DROP TRIGGER full");
  signet_desk_sync (fixture->desk);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_filed (fixture), ==, 2);
  expect_verified (fixture, complaint);
  expect_verified (fixture, other);
  g_signal_handlers_disconnect_by_data (fixture->desk, &told);
}

/* What was submitted can't be read any more: nothing but the person can help. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) draft = begin (fixture, SIGNET_DRAFT_PARTY, NULL);
  g_autoptr (SignetDraft) right_draft = NULL;
  g_autofree char *principal = NULL;
  g_autofree char *right = NULL;

  control (
      fixture, "PUT", "/practice/v1/faults",
      "[{\"path\":\"/v1/parties\",\"method\":\"POST\",\"phase\":\"before\",\"do\":\"status\",\"status\":503}]");
  describe_organisation (signet_draft_get_party (draft), "杭州委托茶业有限公司", "91350100M000100Y43");
  attach (fixture, draft, SIGNET_SLOT_LICENCE);
  principal = submit (draft);
  right_draft = begin (fixture, SIGNET_DRAFT_RIGHT, NULL);
  describe_trademark (signet_draft_get_right (right_draft), "68123458", "杭州委托茶业有限公司");
  signet_right_set_party_id (signet_draft_get_right (right_draft), principal);
  attach (fixture, right_draft, SIGNET_SLOT_CERTIFICATE);
  right = submit (right_draft);
  g_assert_cmpuint (signet_desk_get_n_waiting (fixture->desk), ==, 2);

  meddle (fixture, "UPDATE outbox SET wanted = CAST ('{' AS BLOB) WHERE wanted IS NOT NULL");
  control (fixture, "PUT", "/practice/v1/faults", "[]");
  signet_desk_sync (fixture->desk);
  WAIT_UNTIL (is_waiting_for (fixture, right, SIGNET_STATUS_FAILED, "unreadable"));
  WAIT_UNTIL (is_in_today (fixture, SIGNET_TODAY_FAILED, "unreadable"));
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  expect_verified (fixture, principal);
}

static void
add_tests (void)
{
  g_test_add ("/pump/not-stored", Fixture, NULL, set_up, test_not_stored, tear_down);
  g_test_add ("/pump/not-queued", Fixture, NULL, set_up, test_not_queued, tear_down);
  g_test_add ("/pump/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
}

int
main (int argc, char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
