/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The desk against the real practice platform, which it starts itself, and a real keyring on a bus of its
 * own: the network cut, the platform killed, the session revoked. Nothing may be lost, filed twice, or left
 * lying.
 */

#include "desk-fixture.h"

/* When it is tried again; 0 if nothing has failed. */
static gint64
get_next_try (Fixture *fixture, const char *complaint)
{
  g_autofree char *next = ask (fixture, "SELECT next_try_at FROM outbox WHERE subject = ?", complaint);

  return g_ascii_strtoll (next, NULL, 10);
}

static gboolean
is_begun (Fixture *fixture, const char *complaint)
{
  g_autofree char *attempts = ask (fixture, "SELECT attempts FROM outbox WHERE subject = ?", complaint);

  return !g_str_equal (attempts, "0");
}

/* The network is cut between freezing and sending: ready to send, and sent by itself when it is back. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *status = NULL;
  gint64 second;
  gint64 back;

  control (fixture, "PUT", "/practice/v1/faults",
           "[{\"path\":\"/v1/*\",\"phase\":\"before\",\"do\":\"reset\"}]");
  id = file_complaint (fixture);
  WAIT_UNTIL (!signet_account_get_online (fixture->account));
  WAIT_UNTIL ((live_for (20), get_next_try (fixture, id) > 0));
  second = get_next_try (fixture, id);
  WAIT_UNTIL ((live_for (20), get_next_try (fixture, id) > second)); /* that failed, too */
  status = get_status (fixture, id);
  g_assert_cmpstr (status, ==, SIGNET_STATUS_QUEUED);
  g_assert_cmpuint (signet_desk_get_n_waiting (fixture->desk), ==, 1);
  g_assert_cmpuint (count_filed (fixture), ==, 0);
  g_assert_false (signet_account_get_online (fixture->account));

  control (fixture, "PUT", "/practice/v1/faults", "[]");
  back = g_get_monotonic_time ();
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_test_message ("sent %.1f s after the platform was back",
                  (double) (g_get_monotonic_time () - back) / G_USEC_PER_SEC);
  WAIT_UNTIL (signet_account_get_online (fixture->account));
  g_assert_cmpuint (count_filed (fixture), ==, 1);
  g_assert_cmpint (get_receipt_state (fixture, id), ==, SIGNET_RECEIPT_VERIFIED);
}

static void
forget_evidence (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "practice", "kuaishou", "practice.sqlite", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (
      sqlite3_exec (db, "DELETE FROM chunks WHERE file IN (SELECT n FROM files WHERE name = 'evidence.pdf')",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db, "DELETE FROM files WHERE name = 'evidence.pdf' AND stored", NULL, NULL, NULL), ==,
      SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), ==, 1);
  sqlite3_close (db);
}

/* The platform has lost a file between its upload and the complaint: it gets the file again, and the same
 * complaint. */
static void
test_file_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  control (fixture, "PUT", "/practice/v1/faults",
           "[{\"path\":\"/v1/complaints\",\"method\":\"POST\",\"phase\":\"before\",\"do\":\"reset\"}]");
  id = file_complaint (fixture);
  WAIT_UNTIL ((live_for (20), is_begun (fixture, id))); /* the platform has every file by then */
  forget_evidence (fixture);
  control (fixture, "PUT", "/practice/v1/faults", "[]");
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_filed (fixture), ==, 1);
  g_assert_cmpint (get_receipt_state (fixture, id), ==, SIGNET_RECEIPT_VERIFIED);
}

/* The practice platform's process dies: the desk starts it again, and what waited goes out. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  GPid first = find_practice ();
  g_autofree char *id = NULL;

  g_assert_cmpint (first, >, 0);
  kill (first, SIGKILL);
  id = file_complaint (fixture);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpint (find_practice (), !=, first);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_READY);
  g_assert_cmpuint (count_filed (fixture), ==, 1);
  g_assert_cmpint (get_receipt_state (fixture, id), ==, SIGNET_RECEIPT_VERIFIED);
}

/* The platform ends the session from its side. */
static void
revoke_session (Fixture *fixture)
{
  g_autoptr (SignetCredentials) credentials = signet_credentials_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *form = NULL;
  char *token = NULL;

  CALL (token = signet_credentials_lookup_finish (credentials, called, &error),
        signet_credentials_lookup_async, credentials, signet_account_get_id (fixture->account));
  g_assert_no_error (error);
  g_assert_nonnull (token);
  form = g_strdup_printf ("client_id=signet&token=%s", token);
  signet_credentials_free_secret (token);
  answer = call_platform (fixture, "POST", "/oauth/revoke", "application/x-www-form-urlencoded", form);
}

/* Why a complaint has not been sent, as the person is told. */
static void
expect_reason (Fixture *fixture, const char *complaint, const char *code)
{
  GListModel *complaints = signet_desk_get_complaints (fixture->desk);
  guint n = g_list_model_get_n_items (complaints);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetComplaintRow) row = g_list_model_get_item (complaints, i);

      if (g_str_equal (signet_complaint_row_get_id (row), complaint))
        {
          g_assert_cmpstr (signet_complaint_row_get_error_code (row), ==, code);
          return;
        }
    }
  g_assert_not_reached ();
}

/* The session is over while somebody types: nothing is lost, and after signing in again everything goes out.
 */
static void
test_revoked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) draft = write_complaint (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *later = NULL;
  g_autofree char *status = NULL;
  g_autofree char *id = g_strdup (signet_draft_get_id (draft));

  revoke_session (fixture);
  waiting = file_complaint (fixture);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_SIGNED_OUT);
  signet_complaint_set_statement (signet_draft_get_complaint (draft), "会话结束以后仍在输入。");
  WAIT_UNTIL (signet_draft_get_saving (draft) == SIGNET_DRAFT_SAVED);
  status = get_status (fixture, waiting);
  g_assert_cmpstr (status, ==, SIGNET_STATUS_QUEUED);
  expect_reason (fixture, waiting, "signed-out");
  g_clear_object (&draft);
  CALL (draft = signet_desk_open_draft_finish (fixture->desk, called, &error), signet_desk_open_draft_async,
        fixture->desk, id);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_complaint_get_statement (signet_draft_get_complaint (draft)), ==,
                   "会话结束以后仍在输入。");

  control (fixture, "POST", "/practice/v1/clock", "{\"advance\":61}");
  sign_in (fixture);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_READY);
  later = submit (draft);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_filed (fixture), ==, 2);
  g_assert_cmpint (get_receipt_state (fixture, waiting), ==, SIGNET_RECEIPT_VERIFIED);
  g_assert_cmpint (get_receipt_state (fixture, later), ==, SIGNET_RECEIPT_VERIFIED);
}

/* Somebody else signing in would take over what waits in the outbox. */
static void
test_other_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  revoke_session (fixture);
  signet_desk_sync (fixture->desk);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_SIGNED_OUT);
  CALL (signet_one_time_code_send_finish (signet_account_get_sign_in_code (fixture->account), called, &error),
        signet_one_time_code_send_async, signet_account_get_sign_in_code (fixture->account), "13900139000");
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OTHER_PHONE);
}

/* The desk is closed while a complaint is being sent and another one typed; the next start goes on. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) draft = write_complaint (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (signet_draft_get_id (draft));
  g_autofree char *sent = NULL;

  control (
      fixture, "PUT", "/practice/v1/faults",
      "[{\"path\":\"/v1/complaints\",\"method\":\"POST\",\"count\":1,\"phase\":\"after\",\"do\":\"delay\","
      "\"milliseconds\":300}]");
  sent = file_complaint (fixture);
  WAIT_UNTIL (count_filed (fixture) == 1);
  signet_complaint_set_statement (signet_draft_get_complaint (draft), "最后的几个字");
  close_desk (fixture);
  live_for (600); /* neither the answer nor the draft, which is still held, may do harm now */
  signet_complaint_set_statement (signet_draft_get_complaint (draft), "too late");
  live_for (400);
  g_clear_object (&draft);
  WAIT_UNTIL ((live_for (20), find_practice () == 0));

  open_desk (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (signet_desk_get_accounts (fixture->desk)), ==, 1);
  fixture->account = g_list_model_get_item (signet_desk_get_accounts (fixture->desk), 0);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_READY);
  CALL (draft = signet_desk_open_draft_finish (fixture->desk, called, &error), signet_desk_open_draft_async,
        fixture->desk, id);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_complaint_get_statement (signet_draft_get_complaint (draft)), ==, "最后的几个字");
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_filed (fixture), ==, 1);
  g_assert_cmpint (get_receipt_state (fixture, sent), ==, SIGNET_RECEIPT_VERIFIED);
}

/* However often submitting is asked for, one complaint is filed. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) draft = write_complaint (fixture);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  signet_draft_submit_async (draft, NULL, ready_cb, &first);
  signet_draft_submit_async (draft, NULL, ready_cb, &second);
  WAIT_UNTIL (first != NULL && second != NULL);
  id = signet_draft_submit_finish (draft, first, &error);
  g_assert_no_error (error);
  g_assert_null (signet_draft_submit_finish (draft, second, &error));
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_FOUND);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_filed (fixture), ==, 1);
}

static void
add_tests (void)
{
  g_test_add ("/desk/cut", Fixture, NULL, set_up, test_cut, tear_down);
  g_test_add ("/desk/file-missing", Fixture, NULL, set_up, test_file_missing, tear_down);
  g_test_add ("/desk/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/desk/revoked", Fixture, NULL, set_up, test_revoked, tear_down);
  g_test_add ("/desk/other-person", Fixture, NULL, set_up, test_other_person, tear_down);
  g_test_add ("/desk/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/desk/twice", Fixture, NULL, set_up, test_twice, tear_down);
}

int
main (int argc, char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
