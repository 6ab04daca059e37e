/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Leaving an account at the desk while the keyring, a real one, can't be asked: what is still in it is never
 * said to be gone, is never used again, and goes as soon as the keyring lets it.
 */

#include "desk-fixture.h"

#include "keyring-daemon.h"

static KeyringDaemon daemon_of_test;

static void
set_up_signed_in (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_set_up (&daemon_of_test);
  keyring_daemon_start (&daemon_of_test, KEYRING_PASSWORD);
  set_up_new (fixture, data);
  sign_in (fixture);
  bind_email (fixture);
}

static void
tear_down_all (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture, data);
  keyring_daemon_tear_down (&daemon_of_test);
}

static void
count_up_cb (guint *count)
{
  ++*count;
}

static guint
count_accounts (Fixture *fixture)
{
  return g_list_model_get_n_items (signet_desk_get_accounts (fixture->desk));
}

static void
open_account (Fixture *fixture)
{
  open_desk (fixture);
  fixture->account = g_object_ref (signet_desk_get_account (fixture->desk));
}

/* What the keyring has, asked by a program of its own; it must be unlocked. */
static char *
read_secret (const char *account)
{
  g_autofree char *command = g_strdup_printf ("secret-tool lookup account %s", account);
  char *output = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &output, NULL, NULL, NULL));
  return output;
}

static void
expect_in_keyring (const char *account, gboolean expected)
{
  g_autofree char *secret = read_secret (account);

  g_assert_cmpint (*secret != '\0', ==, expected);
}

/* No answer is not "there is none". */
static void
test_remove_unanswered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (signet_account_get_id (fixture->account));
  g_autoptr (GError) error = NULL;
  gboolean done;

  keyring_daemon_halt (&daemon_of_test);
  CALL (done = signet_desk_remove_account_finish (fixture->desk, called, NULL, &error),
        signet_desk_remove_account_async, fixture->desk, fixture->account);
  g_assert_false (done);
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_SECRET_LEFT);
  g_assert_cmpuint (count_accounts (fixture), ==, 1);
  g_clear_error (&error);

  keyring_daemon_go_on (&daemon_of_test);
  CALL (done = signet_desk_remove_account_finish (fixture->desk, called, NULL, &error),
        signet_desk_remove_account_async, fixture->desk, fixture->account);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpuint (count_accounts (fixture), ==, 0);
  expect_in_keyring (id, FALSE);
}

/* Signed out with nothing but memory in use: what the locked keyring had from before signs nobody in again.
 */
static void
test_session_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (signet_account_get_id (fixture->account));
  g_autoptr (GError) error = NULL;
  gboolean done;

  close_desk (fixture);
  keyring_daemon_lock (&daemon_of_test);
  open_account (fixture);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_NO_KEYRING);
  signet_account_use_session_only (fixture->account);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_SIGNED_OUT);
  sign_in (fixture);
  CALL (done = signet_account_sign_out_finish (fixture->account, called, NULL, &error),
        signet_account_sign_out_async, fixture->account);
  g_assert_false (done);
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_SECRET_LEFT);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_SIGNED_OUT);
  close_desk (fixture);

  keyring_daemon_unlock (&daemon_of_test);
  expect_in_keyring (id, TRUE);
  open_account (fixture);
  WAIT_UNTIL (signet_account_get_state (fixture->account) != SIGNET_ACCOUNT_CHECKING);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_SIGNED_OUT);
  expect_in_keyring (id, FALSE);

  /* Who signs in again stays signed in. */
  sign_in (fixture);
  expect_in_keyring (id, TRUE);
  close_desk (fixture);
  open_account (fixture);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_READY);
}

/* One keyring for all accounts: to do without it is for all of them, and each tells it. */
static void
test_session_only_for_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetAccount) other = NULL;
  g_autoptr (GError) error = NULL;
  guint told = 0;

  close_desk (fixture);
  keyring_daemon_lock (&daemon_of_test);
  open_account (fixture);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_NO_KEYRING);
  CALL (other = signet_desk_start_practice_finish (fixture->desk, called, &error),
        signet_desk_start_practice_async, fixture->desk, "ippro");
  g_assert_no_error (error);
  WAIT_UNTIL (signet_account_get_keyring (other) == SIGNET_KEYRING_LOCKED);
  g_signal_connect_swapped (fixture->account, "notify::keyring", G_CALLBACK (count_up_cb), &told);
  signet_account_use_session_only (other);
  g_assert_cmpint (signet_account_get_keyring (fixture->account), ==, SIGNET_KEYRING_SESSION_ONLY);
  g_assert_cmpuint (told, >, 0);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_SIGNED_OUT);
  g_signal_handlers_disconnect_by_func (fixture->account, count_up_cb, &told);
}

/* A keyring that isn't there may come back with what it had. */
static void
test_remove_absent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (signet_account_get_id (fixture->account));
  g_autoptr (GError) error = NULL;

  keyring_daemon_stop (&daemon_of_test);
  CALL (signet_desk_remove_account_finish (fixture->desk, called, NULL, &error),
        signet_desk_remove_account_async, fixture->desk, fixture->account);
  g_assert_no_error (error);
  g_assert_cmpuint (count_accounts (fixture), ==, 0);
  close_desk (fixture);
  keyring_daemon_start (&daemon_of_test, KEYRING_PASSWORD);
  expect_in_keyring (id, TRUE);
  open_desk (fixture);
  for (;;)
    {
      g_autofree char *secret = (live_for (20), read_secret (id));

      if (*secret == '\0')
        break;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  practice_program = argv[1];
  /* A warning is what the desk says when something went wrong: here it does. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_test_add ("/leaving/remove-unanswered", Fixture, NULL, set_up_signed_in, test_remove_unanswered,
              tear_down_all);
  g_test_add ("/leaving/session-only", Fixture, NULL, set_up_signed_in, test_session_only, tear_down_all);
  g_test_add ("/leaving/session-only-for-all", Fixture, NULL, set_up_signed_in, test_session_only_for_all,
              tear_down_all);
  g_test_add ("/leaving/remove-absent", Fixture, NULL, set_up_signed_in, test_remove_absent, tear_down_all);
  return g_test_run ();
}
