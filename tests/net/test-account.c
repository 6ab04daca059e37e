/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-account.h"

/* "refresh-0" is what an earlier run left in the keyring. Each refresh token but the last is dead. */
static char *
token_cb (TestRequest *request, gpointer user_data)
{
  TestAccount *self = user_data;
  g_autofree char *type = test_form_value (request, "grant_type");
  g_autofree char *given = test_form_value (request, "refresh_token");
  g_autofree char *expected = g_strdup_printf ("refresh-%u", self->n_tokens);
  g_autofree char *body = NULL;

  if (g_strcmp0 (type, "refresh_token") != 0 || g_strcmp0 (given, expected) != 0)
    return test_answer (400, "application/json", NULL, "{\"error\":\"invalid_grant\"}");
  self->n_tokens++;
  body = g_strdup_printf ("{\"access_token\":\"access-%u\",\"token_type\":\"Bearer\",\"expires_in\":600,"
                          "\"refresh_token\":\"refresh-%u\"}",
                          self->n_tokens, self->n_tokens);
  return test_answer (200, "application/json", NULL, body);
}

void
test_account_script_platform (TestServer *server)
{
  const char *address = test_server_get_address (server);
  g_autofree char *platform =
      g_strdup_printf ("{\"id\":\"test\",\"issuer\":\"%s\",\"name\":{\"en\":\"Test\"}}", address);
  g_autofree char *metadata = g_strdup_printf (
      "{\"issuer\":\"%s\",\"token_endpoint\":\"%s/oauth/token\","
      "\"authorization_challenge_endpoint\":\"%s/oauth/challenge\","
      "\"device_authorization_endpoint\":\"%s/oauth/device\",\"revocation_endpoint\":\"%s/oauth/revoke\","
      "\"jwks_uri\":\"%s/keys\",\"code_challenge_methods_supported\":[\"S256\"]}",
      address, address, address, address, address, address);
  g_autofree char *first = test_answer (200, "application/json", NULL, platform);
  g_autofree char *second = test_answer (200, "application/json", NULL, metadata);

  test_server_script (server, "GET /v1/platform", TEST_ANSWER, first);
  test_server_script (server, "GET /.well-known/oauth-authorization-server", TEST_ANSWER, second);
}

void
test_account_set_up (TestAccount *self, gconstpointer data)
{
  GAsyncResult *result = NULL;
  GError *error = NULL;

  self->server = test_server_new (NULL);
  test_account_script_platform (self->server);
  test_server_handle (self->server, "POST /oauth/token", token_cb, self);

  self->http = signet_http_new (test_server_get_address (self->server), NULL, &error);
  g_assert_no_error (error);
  self->discovery = signet_discovery_new (self->http, NULL);
  self->credentials = signet_credentials_new ();
  signet_credentials_set_session_only (self->credentials, TRUE);
  self->session = signet_session_new (self->discovery, self->credentials, "account");
  self->remote = signet_remote_new (self->session);

  signet_credentials_store_async (self->credentials, "account", "refresh-0", NULL, test_take_cb, &result);
  signet_credentials_store_finish (self->credentials, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  signet_session_restore_async (self->session, NULL, test_take_cb, &result);
  signet_session_restore_finish (self->session, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_IN);
}

/* A worker may hold what it has just answered for a moment longer. */
void
test_finalize (gpointer object)
{
  while (g_atomic_int_get (&((GObject *) object)->ref_count) > 1)
    test_spin (1);
  g_assert_finalize_object (object);
}

void
test_account_tear_down (TestAccount *self, gconstpointer data)
{
  test_server_free (self->server);
  test_finalize (self->remote);
  test_finalize (self->session);
  test_finalize (self->discovery);
  test_finalize (self->http);
  test_finalize (self->credentials);
}

void
test_take_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
test_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
test_spin (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

SignetAnswer *
test_get (TestAccount *self, const char *address, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_remote_get_async (self->remote, address, NULL, test_take_cb, &result);
  return signet_remote_get_finish (self->remote, test_wait_for (&result), error);
}

SignetDelivery *
test_send (TestAccount *self, SignetRequest *request, GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_remote_send_async (self->remote, request, cancellable, test_take_cb, &result);
  return signet_remote_send_finish (self->remote, test_wait_for (&result));
}

SignetRequest *
test_make_submission (const char *body)
{
  SignetRequest *request = signet_request_new ("POST", "/v1/things");
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  signet_request_set_body (request, "application/json", bytes);
  signet_request_set_idempotency_key (request, "9f0c9e0e-3c0b-4d5a-9a51-0f6c0d0f4a11");
  return request;
}
