/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sys/socket.h>

#include "test-account.h"

/*
 * A platform that drops a kept connection while others are idle, and is quicker than the client: what it does
 * is there before the client looks. libsoup 3.2 then starts anew by itself; see restarted_cb() in
 * signet-exchange.c.
 */

#define READ "GET /v1/things"
#define BESIDE 3
#define ROUNDS 20 /* more than connections allowed to one host: none of them may be lost */
#define HEAD_START (2 * G_TIME_SPAN_MILLISECOND)

static GThread *client;

/* libc's, for GLib: after the client has sent anything the server gets a head start. */
ssize_t
send (int fd, const void *data, size_t size, int flags)
{
  ssize_t sent = sendto (fd, data, size, flags, NULL, 0);

  if (g_thread_self () == client)
    g_usleep (HEAD_START);
  return sent;
}

/* Reads side by side, so that @n connections are open. Gives how many were answered. */
static guint
read_things (TestAccount *self, guint n)
{
  g_autoptr (SignetRequest) request = signet_request_new ("GET", "/v1/things");
  GAsyncResult *results[BESIDE] = { NULL };
  guint answered = 0;

  for (guint i = 0; i < n; i++)
    signet_remote_call_async (self->remote, request, NULL, test_take_cb, &results[i]);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetAnswer)
          answer = signet_remote_call_finish (self->remote, test_wait_for (&results[i]), NULL);

      answered += answer != NULL;
      g_object_unref (results[i]);
    }
  return answered;
}

static void
test_dropped (TestAccount *self, gconstpointer data)
{
  TestManner manner = GPOINTER_TO_INT (data);
  g_autofree char *fine = test_answer (200, "application/json", NULL, "{\"fine\":true}");

  client = g_thread_self ();
  for (guint round = 0; round < ROUNDS; round++)
    {
      test_server_forget (self->server, READ);
      for (guint i = 0; i < BESIDE; i++)
        test_server_script (self->server, READ, TEST_ANSWER, fine);
      test_server_script (self->server, READ, manner, "");
      test_server_script (self->server, READ, TEST_ANSWER, fine);
      g_assert_cmpuint (read_things (self, BESIDE), ==, BESIDE);
      g_assert_cmpuint (read_things (self, 1), ==, 1);
      g_assert_cmpuint (test_server_count (self->server, READ), ==, BESIDE + 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kept/closed", TestAccount, GINT_TO_POINTER (TEST_CLOSE), test_account_set_up, test_dropped,
              test_account_tear_down);
  g_test_add ("/kept/reset", TestAccount, GINT_TO_POINTER (TEST_RESET), test_account_set_up, test_dropped,
              test_account_tear_down);
  return g_test_run ();
}
