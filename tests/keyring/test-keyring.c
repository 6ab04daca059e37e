/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#ifdef SIGNET_TEST_KEEPASSXC
#include "keepassxc-daemon.h"
#else
#include "keyring-daemon.h"
#endif

#include <gio/gunixfdlist.h>
#include <glib-unix.h>

#include "remote/signet-credentials.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-remote.h"
#include "test-account.h"

/*
 * A real gnome-keyring-daemon on a session bus that starts nothing by itself, so that nobody can ask a
 * person: unlocked, locked, absent, refusing, hanging. Each operation has to answer within two seconds.
 * SIGNET_TEST_KEEPASSXC makes it the same test of KeePassXC, which asks people in a window of its own and
 * knows no keyring that is there and empty.
 */

#define PATIENCE (2 * G_TIME_SPAN_SECOND)

typedef struct
{
  KeyringDaemon daemon;
  SignetCredentials *credentials;
} Fixture;

static void
take_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  gint64 begun = g_get_monotonic_time ();

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, PATIENCE);
  return *result;
}

static char *
look_up (Fixture *fixture, const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_credentials_lookup_async (fixture->credentials, account, NULL, take_cb, &result);
  return signet_credentials_lookup_finish (fixture->credentials, wait_for (&result), error);
}

static gboolean
store (Fixture *fixture, const char *account, const char *secret, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gboolean stored;

  signet_credentials_store_async (fixture->credentials, account, secret, NULL, take_cb, &result);
  stored = signet_credentials_store_finish (fixture->credentials, wait_for (&result), error);
  if (!stored)
    g_test_message ("not stored: %s", (*error)->message);
  return stored;
}

static gboolean
clear (Fixture *fixture, const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_credentials_clear_async (fixture->credentials, account, NULL, take_cb, &result);
  return signet_credentials_clear_finish (fixture->credentials, wait_for (&result), error);
}

static gboolean
unlock (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_credentials_unlock_async (fixture->credentials, NULL, take_cb, &result);
  return signet_credentials_unlock_finish (fixture->credentials, wait_for (&result), error);
}

static void
expect_secret (Fixture *fixture, const char *account, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = look_up (fixture, account, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, expected);
}

static void
expect_failure (gboolean done, GError **error, int code)
{
  g_assert_false (done);
  g_assert_error (*error, SIGNET_REMOTE_ERROR, code);
  g_clear_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_set_up (&fixture->daemon);
  fixture->credentials = signet_credentials_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_tear_down (&fixture->daemon);
  g_object_unref (fixture->credentials);
}

static void
test_unlocked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_UNKNOWN);
  expect_secret (fixture, "one", NULL);
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_UNLOCKED);
  g_assert_true (store (fixture, "one", "first", &error));
  g_assert_true (store (fixture, "two", "second", &error));
  expect_secret (fixture, "one", "first");
  g_assert_true (store (fixture, "one", "third", &error));
  expect_secret (fixture, "one", "third");
  expect_secret (fixture, "two", "second");
  g_assert_true (clear (fixture, "one", &error));
  expect_secret (fixture, "one", NULL);
  g_assert_true (clear (fixture, "one", &error));
  g_assert_true (unlock (fixture, &error));

  /* A daemon started again has forgotten all sessions with it, but no secret. */
  keyring_daemon_stop (&fixture->daemon);
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  expect_secret (fixture, "two", "second");
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  keyring_daemon_lock (&fixture->daemon);
  expect_failure (look_up (fixture, "one", &error) != NULL, &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_LOCKED);
  expect_failure (store (fixture, "one", "second", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
#ifdef SIGNET_TEST_KEEPASSXC
  /* What is in it can't be seen from outside. */
  expect_failure (look_up (fixture, "two", &error) != NULL, &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
#else
  /* Nothing of ours is in it, which can be seen from outside. */
  expect_secret (fixture, "two", NULL);
#endif
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_LOCKED);

  /* Unlocked by somebody else, it works again. */
  keyring_daemon_unlock (&fixture->daemon);
  expect_secret (fixture, "one", "first");
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_UNLOCKED);

  keyring_daemon_lock (&fixture->daemon);
  expect_failure (clear (fixture, "one", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
}

/* As after a login without a password: the keyring has been locked from the start. */
static void
test_locked_from_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  keyring_daemon_stop (&fixture->daemon);
  keyring_daemon_start (&fixture->daemon, NULL);
  expect_failure (look_up (fixture, "one", &error) != NULL, &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
  expect_failure (store (fixture, "one", "second", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
}

#ifndef SIGNET_TEST_KEEPASSXC
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  keyring_daemon_lock (&fixture->daemon);
  /* There is nobody who could ask. */
  expect_failure (unlock (fixture, &error), &error, SIGNET_REMOTE_ERROR_KEYRING_REFUSED);
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_REFUSED);
}

#endif

static void
test_absent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  expect_failure (look_up (fixture, "one", &error) != NULL, &error, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  expect_failure (store (fixture, "one", "first", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  expect_failure (clear (fixture, "one", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  expect_failure (unlock (fixture, &error), &error, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_ABSENT);

  /* It comes up later. */
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  expect_secret (fixture, "one", "first");
}

#ifndef SIGNET_TEST_KEEPASSXC
/* A daemon, but no keyring in it, and making one would mean asking. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, NULL);
  expect_secret (fixture, "one", NULL);
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_ABSENT);
  expect_failure (store (fixture, "one", "first", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
}

#endif

static void
test_hanging (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) stored = NULL;
  g_autoptr (GAsyncResult) cleared = NULL;
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  keyring_daemon_halt (&fixture->daemon);
  signet_credentials_lookup_async (fixture->credentials, "one", NULL, take_cb, &found);
  signet_credentials_store_async (fixture->credentials, "two", "second", NULL, take_cb, &stored);
  signet_credentials_clear_async (fixture->credentials, "three", NULL, take_cb, &cleared);
  expect_failure (signet_credentials_lookup_finish (fixture->credentials, wait_for (&found), &error) != NULL,
                  &error, SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE);
  expect_failure (signet_credentials_store_finish (fixture->credentials, wait_for (&stored), &error), &error,
                  SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE);
  /* Nobody may take it for gone. */
  expect_failure (signet_credentials_clear_finish (fixture->credentials, wait_for (&cleared), &error), &error,
                  SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE);
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_UNREACHABLE);
  keyring_daemon_go_on (&fixture->daemon);
  expect_secret (fixture, "one", "first");
}

/* Nobody waits for one before the next: what was asked for last is what the keyring has. */
static void
test_in_order (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *results[4] = { NULL };

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  for (int round = 0; round < 25; round++)
    {
      const char *expected = round % 2 == 0 ? NULL : "second";

      signet_credentials_store_async (fixture->credentials, "one", "first", NULL, take_cb, &results[0]);
      signet_credentials_clear_async (fixture->credentials, "one", NULL, take_cb, &results[1]);
      signet_credentials_store_async (fixture->credentials, "one", "second", NULL, take_cb, &results[2]);
      if (expected == NULL)
        signet_credentials_clear_async (fixture->credentials, "one", NULL, take_cb, &results[3]);
      for (gsize i = 0; i < (expected == NULL ? 4 : 3); i++)
        {
          wait_for (&results[i]);
          g_clear_object (&results[i]);
        }
      expect_secret (fixture, "one", expected);
    }
}

/* One account's keyring call that hangs holds up nobody else's, and who waits behind it isn't kept longer. */
static void
test_in_order_late (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *results[3] = { NULL };
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  keyring_daemon_halt (&fixture->daemon);
  signet_credentials_store_async (fixture->credentials, "one", "second", NULL, take_cb, &results[0]);
  signet_credentials_store_async (fixture->credentials, "one", "third", NULL, take_cb, &results[1]);
  signet_credentials_clear_async (fixture->credentials, "one", NULL, take_cb, &results[2]);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      gboolean done =
          i < 2 ? signet_credentials_store_finish (fixture->credentials, wait_for (&results[i]), &error)
                : signet_credentials_clear_finish (fixture->credentials, wait_for (&results[i]), &error);

      expect_failure (done, &error, SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE);
      g_clear_object (&results[i]);
    }
  keyring_daemon_go_on (&fixture->daemon);
  g_assert_true (store (fixture, "one", "fourth", &error));
  expect_secret (fixture, "one", "fourth");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  keyring_daemon_halt (&fixture->daemon);
  signet_credentials_unlock_async (fixture->credentials, cancellable, take_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_false (signet_credentials_unlock_finish (fixture->credentials, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (signet_credentials_get_state (fixture->credentials), ==, SIGNET_CREDENTIALS_UNKNOWN);
}

static void
test_session_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  signet_credentials_set_session_only (fixture->credentials, TRUE);
  g_assert_true (store (fixture, "one", "first", &error));
  expect_secret (fixture, "one", "first");
  g_assert_true (clear (fixture, "one", &error));
  expect_secret (fixture, "one", NULL);
}

static void
count_cb (SignetCredentials *credentials, const char *account, gboolean discarded, gpointer user_data)
{
  int *balance = user_data;

  g_assert_cmpstr (account, ==, "one");
  *balance += discarded ? 1 : -1;
}

/* Who signs out while the keyring is locked, with nothing but memory in use, is not signed in again by what
 * the keyring had from before; that goes when the keyring is found open. */
static void
test_session_only_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetCredentials) outside = signet_credentials_new ();
  g_autoptr (GError) error = NULL;
  int discarded = 0;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "old", &error));
  g_assert_true (store (fixture, "two", "other", &error));
  keyring_daemon_lock (&fixture->daemon);
  g_signal_connect (fixture->credentials, "discarded", G_CALLBACK (count_cb), &discarded);
  signet_credentials_set_session_only (fixture->credentials, TRUE);
  g_assert_true (store (fixture, "one", "new", &error));
  expect_failure (clear (fixture, "one", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
  expect_secret (fixture, "one", NULL);
  g_assert_cmpint (discarded, ==, 1);

  signet_credentials_set_session_only (fixture->credentials, FALSE);
  expect_secret (fixture, "one", NULL);
  keyring_daemon_unlock (&fixture->daemon);
  expect_secret (fixture, "two", "other");
  while (discarded == 1)
    g_main_context_iteration (NULL, TRUE);
  g_set_object (&fixture->credentials, outside);
  expect_secret (fixture, "one", NULL);
}

/* What takes the place of a discarded secret isn't discarded. */
static void
test_discarded_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int discarded = 0;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "old", &error));
  keyring_daemon_lock (&fixture->daemon);
  g_signal_connect (fixture->credentials, "discarded", G_CALLBACK (count_cb), &discarded);
  expect_failure (clear (fixture, "one", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
  g_assert_cmpint (discarded, ==, 1);
  expect_failure (store (fixture, "one", "new", &error), &error, SIGNET_REMOTE_ERROR_KEYRING_LOCKED);
  expect_secret (fixture, "one", NULL);
  keyring_daemon_unlock (&fixture->daemon);
  g_assert_true (store (fixture, "one", "new", &error));
  g_assert_cmpint (discarded, ==, 0);
  expect_secret (fixture, "one", "new");
  expect_secret (fixture, "one", "new");
}

/* As after a start: discarded in an earlier run. */
static void
test_discarded_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int discarded = 1;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "old", &error));
  g_clear_object (&fixture->credentials);
  fixture->credentials = signet_credentials_new ();
  signet_credentials_discard (fixture->credentials, "one");
  g_signal_connect (fixture->credentials, "discarded", G_CALLBACK (count_cb), &discarded);
  expect_secret (fixture, "one", NULL);
  g_assert_cmpint (discarded, ==, 0);
}

static SignetSession *
make_session (Fixture *fixture)
{
  g_autoptr (SignetHttp) http = signet_http_new ("http://127.0.0.1:9", NULL, NULL);
  g_autoptr (SignetDiscovery) discovery = signet_discovery_new (http, NULL);

  return signet_session_new (discovery, fixture->credentials, "one");
}

static gboolean
restore (SignetSession *session, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_session_restore_async (session, NULL, take_cb, &result);
  return signet_session_restore_finish (session, wait_for (&result), error);
}

/* Without a keyring the person works on; once there is one, the session is kept and found by the next run. */
static void
test_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetSession) session = make_session (fixture);
  g_autoptr (SignetSession) next = make_session (fixture);
  g_autoptr (SignetTokens) tokens = signet_tokens_new_from_refresh_token ("first");
  g_autoptr (GAsyncResult) started = NULL;
  g_autoptr (GAsyncResult) kept = NULL;
  g_autoptr (GError) error = NULL;

  expect_failure (restore (session, &error), &error, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  g_assert_cmpint (signet_session_get_state (session), ==, SIGNET_SESSION_UNREADABLE);
  signet_session_start_async (session, tokens, NULL, take_cb, &started);
  g_assert_true (signet_session_start_finish (session, wait_for (&started), &error));
  g_assert_cmpint (signet_session_get_state (session), ==, SIGNET_SESSION_SIGNED_IN);
  g_assert_false (signet_session_get_kept (session));

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  signet_session_keep_async (session, NULL, take_cb, &kept);
  g_assert_true (signet_session_keep_finish (session, wait_for (&kept), &error));
  g_assert_true (signet_session_get_kept (session));
  g_assert_true (restore (next, &error));
  g_assert_cmpint (signet_session_get_state (next), ==, SIGNET_SESSION_SIGNED_IN);
  g_assert_true (signet_session_get_kept (next));
}

/* The person chooses to do without a keyring that can't be read: they can sign in. */
static void
test_session_without (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetSession) session = make_session (fixture);
  g_autoptr (GError) error = NULL;

  expect_failure (restore (session, &error), &error, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  signet_credentials_set_session_only (fixture->credentials, TRUE);
  g_assert_true (restore (session, &error));
  g_assert_cmpint (signet_session_get_state (session), ==, SIGNET_SESSION_SIGNED_OUT);
}

/* The platform gives a new refresh token with every access token; when the access token is used, the keyring
 * has the new one: a kill at that moment loses nothing. */

static char *
token_cb (TestRequest *request, gpointer user_data)
{
  return test_answer (200, "application/json", NULL,
                      "{\"access_token\":\"access-1\",\"token_type\":\"Bearer\",\"expires_in\":600,"
                      "\"refresh_token\":\"second\"}");
}

/* On the server's thread, as another program would look. */
static char *
used_cb (TestRequest *request, gpointer user_data)
{
  char **seen = user_data;
  g_autofree char *output = NULL;

  g_assert_true (g_spawn_command_line_sync ("secret-tool lookup account one", &output, NULL, NULL, NULL));
  g_free (*seen);
  *seen = g_steal_pointer (&output);
  return test_answer (200, "application/json", NULL, "[]");
}

static void
test_kept_before_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestServer) server = test_server_new (NULL);
  g_autoptr (SignetHttp) http = signet_http_new (test_server_get_address (server), NULL, NULL);
  g_autoptr (SignetDiscovery) discovery = signet_discovery_new (http, NULL);
  g_autoptr (SignetSession) session = signet_session_new (discovery, fixture->credentials, "one");
  g_autoptr (SignetRemote) remote = signet_remote_new (session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  test_account_script_platform (server);
  test_server_handle (server, "POST /oauth/token", token_cb, NULL);
  test_server_handle (server, "GET /v1/things", used_cb, &seen);
  g_assert_true (restore (session, &error));
  signet_remote_get_async (remote, "/v1/things", NULL, take_cb, &result);
  answer = signet_remote_get_finish (remote, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (seen, ==, "second");
}

/* What is ours is found by our schema, and nothing is left of it. */
static void
test_schema (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  g_assert_true (g_spawn_command_line_sync ("secret-tool search application io.github.signetdesk.Signet",
                                            &output, &errors, NULL, NULL));
  g_assert_nonnull (strstr (output, "secret = first"));
  g_assert_nonnull (strstr (output, "schema = io.github.signetdesk.Signet"));
  g_assert_nonnull (strstr (errors, "attribute.account = one"));
  g_assert_true (clear (fixture, "one", &error));
  g_clear_pointer (&output, g_free);
  g_clear_pointer (&errors, g_free);
  g_assert_true (g_spawn_command_line_sync ("secret-tool search application io.github.signetdesk.Signet",
                                            &output, &errors, NULL, NULL));
  g_assert_cmpstr (output, ==, "");
}

#ifndef SIGNET_TEST_KEEPASSXC
/* Has the keyring keep a key for the secret portal, which it does for any Flatpak that asks. */
static void
make_portal_key (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_autoptr (GVariant) answer = NULL;
  GError *error = NULL;
  int ends[2];

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, &error));
  g_assert_cmpint (g_unix_fd_list_append (fds, ends[1], &error), ==, 0);
  answer = g_dbus_connection_call_with_unix_fd_list_sync (
      bus, "org.freedesktop.secrets", "/org/freedesktop/portal/desktop", "org.freedesktop.impl.portal.Secret",
      "RetrieveSecret",
      g_variant_new ("(osh@a{sv})", "/org/freedesktop/portal/desktop/request/test", "org.example.Other", 0,
                     g_variant_new_parsed ("@a{sv} {}")),
      NULL, 0, -1, fds, NULL, NULL, &error);
  g_assert_no_error (error);
  close (ends[0]);
  close (ends[1]);
}

/* gnome-keyring 42 lists that key among what is in the keyring, and then doesn't know it. */
static void
test_portal_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  g_assert_true (store (fixture, "one", "first", &error));
  make_portal_key ();
  expect_secret (fixture, "one", "first");
  g_assert_true (store (fixture, "one", "second", &error));
  expect_secret (fixture, "one", "second");
  g_assert_true (unlock (fixture, &error));
  g_assert_true (clear (fixture, "one", &error));
  expect_secret (fixture, "one", NULL);
}
#endif

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/keyring/unlocked", test_unlocked);
  ADD ("/keyring/locked", test_locked);
  ADD ("/keyring/locked-from-start", test_locked_from_start);
#ifndef SIGNET_TEST_KEEPASSXC
  ADD ("/keyring/refused", test_refused);
  ADD ("/keyring/empty", test_empty);
  ADD ("/keyring/portal-key", test_portal_key);
#endif
  ADD ("/keyring/absent", test_absent);
  ADD ("/keyring/hanging", test_hanging);
  ADD ("/keyring/in-order", test_in_order);
  ADD ("/keyring/in-order-late", test_in_order_late);
  ADD ("/keyring/cancelled", test_cancelled);
  ADD ("/keyring/session-only", test_session_only);
  ADD ("/keyring/session-only-clear", test_session_only_clear);
  ADD ("/keyring/discarded-replaced", test_discarded_replaced);
  ADD ("/keyring/discarded-before", test_discarded_before);
  ADD ("/keyring/session", test_session);
  ADD ("/keyring/session-without", test_session_without);
  ADD ("/keyring/kept-before-use", test_kept_before_use);
  ADD ("/keyring/schema", test_schema);
  return g_test_run ();
}
