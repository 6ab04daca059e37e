/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "remote/signet-code-grant.h"
#include "remote/signet-device-grant.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-remote.h"

/*
 * Signing in and staying so against oidc-provider, which nobody here wrote: another device (RFC 8628), a code
 * with PKCE (RFC 7636), rotation and what comes of a token used twice (RFC 9700), revocation (RFC 7009). The
 * person is a script with a browser of forty lines.
 */

static const char *peers; /* the folder with node_modules */
static const char *platform;
static const char *person;

typedef struct
{
  GSubprocess *server;
  char *address;
  SignetHttp *http;
  SignetDiscovery *discovery;
  SignetCredentials *credentials;
  SignetSession *session;
  SignetRemote *remote;
} Fixture;

static void
take_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *line = NULL;

  self->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                                   "node", platform, peers, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->server));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  node = json_from_string (line, &error);
  g_assert_no_error (error);
  self->address = g_strdup (json_object_get_string_member (json_node_get_object (node), "address"));
  self->http = signet_http_new (self->address, NULL, &error);
  g_assert_no_error (error);
  self->discovery = signet_discovery_new (self->http, NULL);
  self->credentials = signet_credentials_new ();
  signet_credentials_set_session_only (self->credentials, TRUE);
  self->session = signet_session_new (self->discovery, self->credentials, "account");
  self->remote = signet_remote_new (self->session);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->remote);
  g_clear_object (&self->session);
  g_clear_object (&self->credentials);
  g_clear_object (&self->discovery);
  g_clear_object (&self->http);
  g_subprocess_force_exit (self->server);
  g_subprocess_wait (self->server, NULL, NULL);
  g_clear_object (&self->server);
  g_free (self->address);
}

/* Lets the person fill in whatever is at @address, and gives the address where that ends. */
static char *
visit (const char *address, const char *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) browser = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "node", person,
                                                      address, answer, NULL);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (browser, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (browser));
  return g_strchomp (output);
}

static SignetDeviceGrant *
begin (Fixture *self)
{
  SignetDeviceGrant *grant = signet_device_grant_new (self->discovery, "a computer", "Asia/Shanghai",
                                                      "2026-11-21T16:00:00+08:00");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_device_grant_begin_async (grant, NULL, take_cb, &result);
  signet_device_grant_begin_finish (grant, wait_for (&result), &error);
  g_assert_no_error (error);
  return grant;
}

static void
start (Fixture *self, SignetTokens *tokens)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_session_start_async (self->session, tokens, NULL, take_cb, &result);
  signet_session_start_finish (self->session, wait_for (&result), &error);
  g_assert_no_error (error);
}

/* Signs in with another device. */
static void
sign_in (Fixture *self)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self);
  g_autofree char *end = visit (signet_device_grant_get_complete_uri (grant), NULL);
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_device_grant_wait_async (grant, NULL, take_cb, &result);
  tokens = signet_device_grant_wait_finish (grant, wait_for (&result), &error);
  g_assert_no_error (error);
  start (self, tokens);
}

static char *
dup_refresh_token (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_credentials_lookup_async (self->credentials, "account", NULL, take_cb, &result);
  return signet_credentials_lookup_finish (self->credentials, wait_for (&result), NULL);
}

/* An access token; with @refused a new one, for which the refresh token is used. */
static char *
get_token (SignetSession *session, const char *refused, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_token_source_get_token_async (signet_session_get_token_source (session), refused, FALSE, NULL,
                                       take_cb, &result);
  return signet_token_source_get_token_finish (signet_session_get_token_source (session), wait_for (&result),
                                               error);
}

/* The platform takes the token that the client has. */
static void
expect_works (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAnswer) answer = NULL;

  signet_remote_get_async (self->remote, "/v1/things", NULL, take_cb, &result);
  answer = signet_remote_get_finish (self->remote, wait_for (&result), &error);
  g_assert_no_error (error);
}

/* Whoever comes with @refresh_token is told that the session is over. */
static void
expect_dead (Fixture *self, const char *refresh_token)
{
  g_autoptr (SignetTokens) tokens = signet_tokens_new_from_refresh_token (refresh_token);
  g_autoptr (SignetSession) session = signet_session_new (self->discovery, self->credentials, "another");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_session_start_async (session, tokens, NULL, take_cb, &result);
  g_assert_true (signet_session_start_finish (session, wait_for (&result), NULL));
  g_assert_null (get_token (session, NULL, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT);
  g_assert_cmpint (signet_session_get_state (session), ==, SIGNET_SESSION_SIGNED_OUT);
}

static void
test_device (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self);

  g_assert_nonnull (
      strstr (signet_device_grant_get_complete_uri (grant), signet_device_grant_get_user_code (grant)));
  g_assert_cmpuint (signet_device_grant_get_interval (grant), ==, 5); /* it names none */
  sign_in (self);
  expect_works (self);
}

static void
test_device_denied (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self);
  g_autofree char *end = visit (signet_device_grant_get_complete_uri (grant), "deny");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_device_grant_wait_async (grant, NULL, take_cb, &result);
  g_assert_null (signet_device_grant_wait_finish (grant, wait_for (&result), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_DENIED);
}

/* First nobody answers, then the person does. */
static void
test_device_pending (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self);
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *end = NULL;
  gint64 past_first = signet_device_grant_get_ends (grant);

  g_assert_cmpint (past_first, >, 0);
  signet_device_grant_wait_async (grant, NULL, take_cb, &result);
  for (gint64 until = g_get_monotonic_time () + 6 * G_TIME_SPAN_SECOND; g_get_monotonic_time () < until;)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_null (result);
  g_assert_true (signet_device_grant_get_reachable (grant)); /* it said: pending */
  end = visit (signet_device_grant_get_complete_uri (grant), NULL);
  tokens = signet_device_grant_wait_finish (grant, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (tokens);
}

/* The code that comes of @grant's challenge, as a person with a browser gets it. */
static char *
dup_code (Fixture *self, SignetCodeGrant *grant)
{
  g_autoptr (GError) error = NULL;
  const char *challenge = signet_code_grant_renew (grant, &error);
  g_autofree char *address = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GHashTable) params = NULL;
  const char *query;

  g_assert_no_error (error);
  address = g_strdup_printf ("%s/auth?client_id=signet&response_type=code&code_challenge=%s"
                             "&code_challenge_method=S256",
                             self->address, challenge);
  end = visit (address, NULL);
  query = strchr (end, '?');
  g_assert_nonnull (query);
  params = g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_NONE, &error);
  g_assert_no_error (error);
  return g_strdup (g_hash_table_lookup (params, "code"));
}

static SignetTokens *
redeem (SignetCodeGrant *grant, const char *code, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_code_grant_set_code (grant, code);
  signet_code_grant_redeem_async (grant, NULL, take_cb, &result);
  return signet_code_grant_redeem_finish (grant, wait_for (&result), error);
}

static void
test_pkce (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetCodeGrant) grant = signet_code_grant_new (self->discovery);
  g_autoptr (SignetCodeGrant) thief = signet_code_grant_new (self->discovery);
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *stolen = NULL;

  signet_discovery_load_async (self->discovery, FALSE, NULL, take_cb, &loaded);
  g_assert_true (signet_discovery_load_finish (self->discovery, wait_for (&loaded), NULL));
  code = dup_code (self, grant);
  tokens = redeem (grant, code, &error);
  g_assert_no_error (error);
  g_assert_null (signet_code_grant_get_code (grant));
  start (self, tokens);
  expect_works (self);

  stolen = dup_code (self, grant);
  g_assert_nonnull (signet_code_grant_renew (thief, NULL));
  g_assert_null (redeem (thief, stolen, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED);
}

/* Each refresh token serves once. Somebody who comes with an old one ends the session for both. */
static void
test_rotation (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *token = NULL;
  g_autofree char *renewed = NULL;
  g_autoptr (GError) error = NULL;

  sign_in (self);
  first = dup_refresh_token (self);
  token = get_token (self->session, NULL, &error);
  g_assert_no_error (error);
  renewed = get_token (self->session, token, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (renewed, !=, token);
  second = dup_refresh_token (self);
  g_assert_cmpstr (second, !=, first);
  expect_works (self);

  expect_dead (self, first);
  g_assert_null (get_token (self->session, renewed, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_OUT);
  g_assert_null (dup_refresh_token (self));
}

static void
test_revocation (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refresh_token = NULL;
  gboolean revoked = FALSE;

  sign_in (self);
  refresh_token = dup_refresh_token (self);
  signet_session_end_async (self->session, NULL, take_cb, &result);
  g_assert_true (signet_session_end_finish (self->session, wait_for (&result), &revoked, &error));
  g_assert_true (revoked);
  g_assert_null (dup_refresh_token (self));
  expect_dead (self, refresh_token);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc != 4)
    g_error ("usage: %s OIDC-PLATFORM OIDC-PERSON PEERS", argv[0]);
  platform = argv[1];
  person = argv[2];
  peers = argv[3];

  ADD ("/sign-in/device", test_device);
  ADD ("/sign-in/device-denied", test_device_denied);
  ADD ("/sign-in/device-pending", test_device_pending);
  ADD ("/sign-in/pkce", test_pkce);
  ADD ("/sign-in/rotation", test_rotation);
  ADD ("/sign-in/revocation", test_revocation);
  return g_test_run ();
}
