/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-change-feed.h"
#include "remote/signet-remote-error.h"
#include "test-account.h"

#define CHANGES "GET /v1/changes"

static const char *const one =
    "{\"changes\":[{\"cursor\":\"c 1\",\"kind\":\"party\",\"id\":\"p\"}],\"cursor\":\"c 1\"}";
static const char *const none = "{\"changes\":[],\"cursor\":\"c 1\"}";

static void
script (TestAccount *self, TestManner manner, char *raw)
{
  test_server_script (self->server, CHANGES, manner, raw);
  g_free (raw);
}

static char *
dup_query (TestRequest *request)
{
  const char *prefer = g_hash_table_lookup (request->headers, "prefer");

  return g_strdup_printf ("%s|%s", request->query != NULL ? request->query : "",
                          prefer != NULL ? prefer : "");
}

/* Notes how it was asked and answers with nothing, then with one change. */
static char *
note_cb (TestRequest *request, gpointer user_data)
{
  GPtrArray *asked = user_data;

  g_ptr_array_add (asked, dup_query (request));
  return test_answer (200, "application/json", NULL, asked->len == 2 ? one : none);
}

static void
count_cb (SignetChangeFeed *feed, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_next (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetChangeFeed) feed = signet_change_feed_new (self->remote);
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  guint contacts = 0;

  g_signal_connect (feed, "contact", G_CALLBACK (count_cb), &contacts);
  g_assert_false (signet_change_feed_get_online (feed));
  test_server_handle (self->server, CHANGES, note_cb, asked);
  signet_change_feed_next_async (feed, "a/b &c", NULL, test_take_cb, &result);
  answer = signet_change_feed_next_finish (feed, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_answer_get_member (answer, "cursor"), ==, "c 1");
  g_assert_true (signet_change_feed_get_online (feed));
  g_assert_cmpuint (contacts, ==, 2);
  /* First to see whether anybody is there, then to wait. */
  g_assert_cmpuint (asked->len, ==, 2);
  g_assert_cmpstr (asked->pdata[0], ==, "after=a%2Fb%20%26c|");
  g_assert_cmpstr (asked->pdata[1], ==, "after=a%2Fb%20%26c|wait=25");
}

/* Poked while the platform holds its answer back, it asks again at once; cancelled, it ends. */
static void
test_poke (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetChangeFeed) feed = signet_change_feed_new (self->remote);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *prefer = NULL;

  script (self, TEST_ANSWER, test_answer (200, "application/json", NULL, none));
  script (self, TEST_STALL, g_strdup (""));
  script (self, TEST_ANSWER, test_answer (200, "application/json", NULL, one));
  script (self, TEST_STALL, g_strdup (""));
  signet_change_feed_next_async (feed, NULL, NULL, test_take_cb, &first);
  while (test_server_count (self->server, CHANGES) < 2)
    test_spin (1);
  g_assert_null (first);
  signet_change_feed_poke (feed);
  answer = signet_change_feed_next_finish (feed, test_wait_for (&first), &error);
  g_assert_no_error (error);
  prefer = test_server_dup_header (self->server, CHANGES, "prefer");
  g_assert_null (prefer);

  signet_change_feed_next_async (feed, "c 1", cancellable, test_take_cb, &second);
  while (test_server_count (self->server, CHANGES) < 4)
    test_spin (1);
  g_cancellable_cancel (cancellable);
  g_assert_null (signet_change_feed_next_finish (feed, test_wait_for (&second), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Over failures it goes on asking, and says that it is offline. */
static void
test_offline (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetChangeFeed) feed = signet_change_feed_new (self->remote);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  script (self, TEST_ANSWER, test_answer (403, "text/html", NULL, "<h1>Pay first</h1>"));
  script (self, TEST_ANSWER, test_answer (200, "application/json", NULL, "{\"no\":\"changes\"}"));
  script (self, TEST_ANSWER, test_answer (200, "application/json", NULL, one));
  signet_change_feed_next_async (feed, NULL, NULL, test_take_cb, &result);
  while (signet_change_feed_get_error (feed) == NULL)
    test_spin (1);
  g_assert_error (signet_change_feed_get_error (feed), SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL);
  g_assert_false (signet_change_feed_get_online (feed));
  while (result == NULL)
    {
      signet_change_feed_poke (feed);
      test_spin (5);
    }
  answer = signet_change_feed_next_finish (feed, result, &error);
  g_assert_no_error (error);
  g_assert_true (signet_change_feed_get_online (feed));
  g_assert_null (signet_change_feed_get_error (feed));
}

static void
test_refused (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetChangeFeed) feed = signet_change_feed_new (self->remote);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  script (self, TEST_ANSWER, test_problem (403, "email-not-bound", NULL, NULL));
  signet_change_feed_next_async (feed, NULL, NULL, test_take_cb, &result);
  g_assert_null (signet_change_feed_next_finish (feed, test_wait_for (&result), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_REFUSED);
}

#define ADD(path, func) \
  g_test_add (path, TestAccount, NULL, test_account_set_up, func, test_account_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/change-feed/next", test_next);
  ADD ("/change-feed/poke", test_poke);
  ADD ("/change-feed/offline", test_offline);
  ADD ("/change-feed/refused", test_refused);
  return g_test_run ();
}
