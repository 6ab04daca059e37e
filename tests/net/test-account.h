/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "remote/signet-remote.h"
#include "test-server.h"

G_BEGIN_DECLS

/* A server that is a platform as far as discovery and tokens go, and a client with an account on it. */
typedef struct
{
  TestServer *server;
  SignetHttp *http;
  SignetDiscovery *discovery;
  SignetCredentials *credentials;
  SignetSession *session;
  SignetRemote *remote;
  guint n_tokens; /* given out; the n-th are "access-n" and "refresh-n" */
} TestAccount;

void test_account_set_up (TestAccount *self, gconstpointer data);
void test_account_tear_down (TestAccount *self, gconstpointer data);

/* Lets the server be a platform. */
void test_account_script_platform (TestServer *server);

/* Runs the main loop until @result has been set by test_take_cb(). */
void test_take_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *test_wait_for (GAsyncResult **result);
void test_spin (guint milliseconds);
void test_finalize (gpointer object);

SignetAnswer *test_get (TestAccount *self, const char *address, GError **error);
SignetDelivery *test_send (TestAccount *self, SignetRequest *request, GCancellable *cancellable);
SignetRequest *test_make_submission (const char *body);

G_END_DECLS
