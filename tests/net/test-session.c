/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-remote-error.h"
#include "test-account.h"

#define READ "GET /v1/things"
#define TOKEN "POST /oauth/token"

static void
script (TestAccount *self, const char *what, TestManner manner, char *raw)
{
  test_server_script (self->server, what, manner, raw);
  g_free (raw);
}

/* Takes access tokens from the @user_data-th on. */
static char *
guarded_cb (TestRequest *request, gpointer user_data)
{
  const char *authorization = g_hash_table_lookup (request->headers, "authorization");
  guint64 number = 0;

  if (authorization != NULL && g_str_has_prefix (authorization, "Bearer access-"))
    number = g_ascii_strtoull (authorization + strlen ("Bearer access-"), NULL, 10);
  if (number < GPOINTER_TO_UINT (user_data))
    return test_problem (401, "unauthorised", NULL, NULL);
  return test_answer (200, "application/json", NULL, "[]");
}

static char *
dup_secret (TestAccount *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  char *secret;

  signet_credentials_lookup_async (self->credentials, "account", NULL, test_take_cb, &result);
  secret = signet_credentials_lookup_finish (self->credentials, test_wait_for (&result), &error);
  g_assert_no_error (error);
  return secret;
}

/* Ten ask at once, the token is renewed once, and the new refresh token is kept. */
static void
test_single_flight (TestAccount *self, gconstpointer data)
{
  GAsyncResult *results[10] = { NULL };
  g_autofree char *secret = NULL;

  test_server_handle (self->server, READ, guarded_cb, GUINT_TO_POINTER (1));
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    signet_remote_get_async (self->remote, "/v1/things", NULL, test_take_cb, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetAnswer)
          answer = signet_remote_get_finish (self->remote, test_wait_for (&results[i]), &error);

      g_assert_no_error (error);
      g_clear_object (&results[i]);
    }
  g_assert_cmpuint (test_server_count (self->server, TOKEN), ==, 1);
  g_assert_cmpuint (test_server_count (self->server, "GET /v1/platform"), ==, 1);
  secret = dup_secret (self);
  g_assert_cmpstr (secret, ==, "refresh-1");
  g_assert_true (signet_session_get_kept (self->session));
}

/* The platform takes the access token no more before its time: renewed once, for reading and for sending. */
static void
test_401 (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (SignetDelivery) delivery = NULL;
  g_autoptr (GError) error = NULL;

  test_server_handle (self->server, READ, guarded_cb, GUINT_TO_POINTER (2));
  test_server_handle (self->server, "POST /v1/things", guarded_cb, GUINT_TO_POINTER (3));
  answer = test_get (self, "/v1/things", &error);
  g_assert_no_error (error);
  delivery = test_send (self, request, NULL);
  g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, SIGNET_OUTCOME_DELIVERED);
  g_assert_cmpuint (test_server_count (self->server, TOKEN), ==, 3);
}

/* A platform that refuses even fresh tokens is out of order; nobody is signed out and nothing is lost. */
static void
test_401_for_ever (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (SignetDelivery) delivery = NULL;

  test_server_handle (self->server, "POST /v1/things", guarded_cb, GUINT_TO_POINTER (1000));
  delivery = test_send (self, request, NULL);
  g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, SIGNET_OUTCOME_NOT_NOW);
  g_assert_cmpuint (test_server_count (self->server, "POST /v1/things"), ==, 2);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_IN);
}

static char *
same_cb (TestRequest *request, gpointer user_data)
{
  return test_answer (200, "application/json", NULL,
                      "{\"access_token\":\"access-1\",\"token_type\":\"Bearer\",\"expires_in\":600}");
}

/* So is one that gives the token again that it refuses: it isn't asked for another one without a pause. */
static void
test_401_same (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (SignetDelivery) delivery = NULL;

  test_server_forget (self->server, TOKEN);
  test_server_handle (self->server, TOKEN, same_cb, NULL);
  test_server_handle (self->server, "POST /v1/things", guarded_cb, GUINT_TO_POINTER (1000));
  delivery = test_send (self, request, NULL);
  g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, SIGNET_OUTCOME_NOT_NOW);
  g_assert_cmpuint (test_server_count (self->server, TOKEN), ==, 2);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_IN);
}

static char *
again_cb (TestRequest *request, gpointer user_data)
{
  char **given = user_data;

  g_free (*given);
  *given = test_form_value (request, "refresh_token");
  return test_answer (200, "application/json", NULL,
                      "{\"access_token\":\"access-1\",\"token_type\":\"Bearer\",\"expires_in\":600,"
                      "\"refresh_token\":\"refresh-new\"}");
}

/* The answer with the new tokens is cut: the same refresh token again, at once. */
static void
test_lost_answer (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *given = NULL;
  g_autofree char *secret = NULL;

  test_server_forget (self->server, TOKEN);
  test_server_script (
      self->server, TOKEN, TEST_CLOSE,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"acc");
  test_server_handle (self->server, TOKEN, again_cb, &given);
  test_server_handle (self->server, READ, guarded_cb, GUINT_TO_POINTER (1));
  answer = test_get (self, "/v1/things", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_server_count (self->server, TOKEN), ==, 2);
  g_assert_cmpstr (given, ==, "refresh-0");
  secret = dup_secret (self);
  g_assert_cmpstr (secret, ==, "refresh-new");
}

/* The network is gone while renewing: told as that, nobody is signed out, and later it goes on. */
static void
test_no_network (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (SignetDelivery) first = NULL;
  g_autoptr (SignetDelivery) second = NULL;
  g_autofree char *secret = NULL;

  test_server_forget (self->server, TOKEN);
  test_server_script (self->server, TOKEN, TEST_RESET, "");
  test_server_handle (self->server, "POST /v1/things", guarded_cb, GUINT_TO_POINTER (1));
  first = test_send (self, request, NULL);
  g_assert_cmpint (signet_delivery_get_outcome (first), ==, SIGNET_OUTCOME_NOT_NOW);
  g_assert_error (signet_delivery_get_error (first), SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_IN);
  secret = dup_secret (self);
  g_assert_cmpstr (secret, ==, "refresh-0");

  test_server_forget (self->server, TOKEN);
  script (self, TOKEN, TEST_ANSWER,
          test_answer (
              200, "application/json", NULL,
              "{\"access_token\":\"access-5\",\"token_type\":\"bearer\",\"refresh_token\":\"refresh-5\"}"));
  second = test_send (self, request, NULL);
  g_assert_cmpint (signet_delivery_get_outcome (second), ==, SIGNET_OUTCOME_DELIVERED);
}

static SignetTokens *
make_tokens (const char *access_token)
{
  g_autofree char *body =
      g_strdup_printf ("{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":600,"
                       "\"refresh_token\":\"refresh-signed-in\"}",
                       access_token);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (JsonNode) root = json_from_string (body, NULL);
  g_autoptr (SignetAnswer) answer =
      signet_answer_new (200, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                         g_steal_pointer (&bytes), g_steal_pointer (&root), NULL, "http://127.0.0.1/");
  GError *error = NULL;
  SignetTokens *tokens = signet_tokens_new_from_answer (answer, NULL, &error);

  g_assert_no_error (error);
  return tokens;
}

/* The platform ended the session: sending says so at once, reading waits and goes on after signing in. */
static void
test_signed_out (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetTokens) tokens = make_tokens ("access-7");
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (SignetDelivery) delivery = NULL;
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GAsyncResult) started = NULL;
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_server_forget (self->server, TOKEN);
  script (self, TOKEN, TEST_ANSWER,
          test_answer (400, "application/json", NULL, "{\"error\":\"invalid_grant\"}"));
  test_server_handle (self->server, READ, guarded_cb, GUINT_TO_POINTER (1));
  signet_remote_get_async (self->remote, "/v1/things", NULL, test_take_cb, &waiting);
  delivery = test_send (self, request, NULL);
  g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, SIGNET_OUTCOME_SIGNED_OUT);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_OUT);
  test_spin (20);
  g_assert_null (waiting);
  before = dup_secret (self);
  g_assert_null (before);

  signet_session_start_async (self->session, tokens, NULL, test_take_cb, &started);
  g_assert_true (signet_session_start_finish (self->session, test_wait_for (&started), &error));
  answer = signet_remote_get_finish (self->remote, test_wait_for (&waiting), &error);
  g_assert_no_error (error);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_IN);
  after = dup_secret (self);
  g_assert_cmpstr (after, ==, "refresh-signed-in");
  g_assert_cmpuint (test_server_count (self->server, TOKEN), ==, 1);
}

#define REVOKE "POST /oauth/revoke"

/* Ends the session; what the platform said doesn't matter to what is left here: nothing. */
static gboolean
end (TestAccount *self)
{
  g_autoptr (GAsyncResult) ended = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = NULL;
  gboolean revoked;

  signet_session_end_async (self->session, NULL, test_take_cb, &ended);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_OUT);
  g_assert_true (signet_session_end_finish (self->session, test_wait_for (&ended), &revoked, &error));
  g_assert_no_error (error);
  secret = dup_secret (self);
  g_assert_null (secret);
  return revoked;
}

static void
expect_revoked (TestAccount *self, const char *token)
{
  g_autoptr (GBytes) body = test_server_get_body (self->server, REVOKE);
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_autofree char *expected = g_strdup_printf ("client_id=signet&token_type_hint=refresh_token&token=%s",
                                               token);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_end (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  test_server_handle (self->server, READ, guarded_cb, GUINT_TO_POINTER (1));
  script (self, REVOKE, TEST_ANSWER, test_answer (200, NULL, NULL, ""));
  answer = test_get (self, "/v1/things", &error);
  g_assert_no_error (error);
  g_assert_true (end (self));
  expect_revoked (self, "refresh-1");
}

/* Nobody has been asked anything in this run: the address comes from the metadata even so. */
static void
test_end_at_once (TestAccount *self, gconstpointer data)
{
  script (self, REVOKE, TEST_ANSWER, test_answer (200, NULL, NULL, ""));
  g_assert_true (end (self));
  expect_revoked (self, "refresh-0");
}

/* The session was never taken up; what is in the keyring is given back. */
static void
test_end_unknown (TestAccount *self, gconstpointer data)
{
  g_object_unref (self->remote);
  g_object_unref (self->session);
  self->session = signet_session_new (self->discovery, self->credentials, "account");
  self->remote = signet_remote_new (self->session);
  script (self, REVOKE, TEST_ANSWER, test_answer (200, NULL, NULL, ""));
  g_assert_true (end (self));
  expect_revoked (self, "refresh-0");
  g_assert_true (end (self)); /* nothing is left to give back */
  g_assert_cmpuint (test_server_count (self->server, REVOKE), ==, 1);
}

/* The secret is gone whatever the network says, and it is said that the platform wasn't told. */
static void
test_end_untold (TestAccount *self, gconstpointer data)
{
  static const struct
  {
    TestManner manner;
    const char *raw;
  } cases[] = {
    { TEST_RESET, "" },
    { TEST_ANSWER, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n" },
    { TEST_ANSWER, "HTTP/1.1 302 Found\r\nLocation: http://portal/\r\nContent-Length: 0\r\n\r\n" },
    { TEST_ANSWER, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SignetTokens) tokens = make_tokens ("access-7");
      g_autoptr (GAsyncResult) started = NULL;

      signet_session_start_async (self->session, tokens, NULL, test_take_cb, &started);
      g_assert_true (signet_session_start_finish (self->session, test_wait_for (&started), NULL));
      test_server_forget (self->server, REVOKE);
      test_server_script (self->server, REVOKE, cases[i].manner, cases[i].raw);
      g_assert_false (end (self));
    }
}

static char *
ended_meanwhile_cb (TestRequest *request, gpointer user_data)
{
  g_atomic_int_set ((int *) user_data, TRUE);
  g_usleep (50000);
  return test_answer (200, "application/json", NULL,
                      "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"refresh_token\":\"late\"}");
}

/* Signed out while the tokens were being renewed: the new ones are given back too, and kept nowhere. */
static void
test_end_renewing (TestAccount *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *secret = NULL;
  int asked = FALSE;

  script (self, REVOKE, TEST_ANSWER, test_answer (200, NULL, NULL, ""));
  test_server_forget (self->server, TOKEN);
  test_server_handle (self->server, TOKEN, ended_meanwhile_cb, &asked);
  signet_remote_get_async (self->remote, "/v1/things", cancellable, test_take_cb, &waiting);
  while (!g_atomic_int_get (&asked))
    test_spin (1);
  g_assert_true (end (self));
  while (test_server_count (self->server, REVOKE) < 2)
    test_spin (1);
  expect_revoked (self, "late");
  secret = dup_secret (self);
  g_assert_null (secret);
  g_cancellable_cancel (cancellable);
  test_wait_for (&waiting);
}

/* Notes in @user_data that the new tokens were given back. */
static char *
given_back_cb (TestRequest *request, gpointer user_data)
{
  g_autofree char *token = test_form_value (request, "token");

  if (g_strcmp0 (token, "late") == 0)
    g_atomic_int_set ((int *) user_data, TRUE);
  return test_answer (200, NULL, NULL, "");
}

/* Signed out just when the new refresh token goes into the keyring, or a few steps before or after: it is
 * given back and kept nowhere, whatever the step. */
static void
test_end_keeping (TestAccount *self, gconstpointer data)
{
  int late = FALSE;

  test_server_handle (self->server, REVOKE, given_back_cb, &late);
  for (guint steps = 0; steps < 12; steps++)
    {
      g_autoptr (SignetTokens) tokens = make_tokens ("access-7");
      g_autoptr (GAsyncResult) started = NULL;
      g_autoptr (GAsyncResult) waiting = NULL;
      g_autofree char *secret = NULL;
      int asked = FALSE;

      g_test_message ("%u steps", steps);
      g_atomic_int_set (&late, FALSE);
      signet_session_start_async (self->session, tokens, NULL, test_take_cb, &started);
      g_assert_true (signet_session_start_finish (self->session, test_wait_for (&started), NULL));
      test_server_forget (self->server, TOKEN);
      test_server_handle (self->server, TOKEN, ended_meanwhile_cb, &asked);
      signet_token_source_get_token_async (signet_session_get_token_source (self->session), "access-7", FALSE,
                                           NULL, test_take_cb, &waiting);
      while (!g_atomic_int_get (&asked))
        test_spin (1);
      g_usleep (100000); /* the answer has come, and nothing of it has been read */
      for (guint step = 0; step < steps; step++)
        g_main_context_iteration (NULL, FALSE);
      end (self);
      for (guint i = 0; i < 1000 && !g_atomic_int_get (&late); i++)
        test_spin (1);
      g_assert_true (g_atomic_int_get (&late));
      secret = dup_secret (self);
      g_assert_null (secret);
      test_wait_for (&waiting);
    }
}

/* A network that wants a person to sign in first answers everything with its page: nobody is signed out, and
 * when it lets the platform through everything goes on. */
static void
test_portal (TestAccount *self, gconstpointer data)
{
  static const char *const pages[] = {
    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 6\r\n\r\n<html>",
    "HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 511 Network Authentication Required\r\nContent-Type: text/html\r\nContent-Length: "
    "6\r\n\r\n<html>",
  };
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (SignetRequest) request = test_make_submission ("{}");
      g_autoptr (SignetDelivery) delivery = NULL;

      test_server_forget (self->server, TOKEN);
      test_server_script (self->server, TOKEN, TEST_ANSWER, pages[i]);
      delivery = test_send (self, request, NULL);
      g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, SIGNET_OUTCOME_NOT_NOW);
      g_assert_error (signet_delivery_get_error (delivery), SIGNET_REMOTE_ERROR,
                      SIGNET_REMOTE_ERROR_INTERCEPTED);
      g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_IN);
    }
  secret = dup_secret (self);
  g_assert_cmpstr (secret, ==, "refresh-0");

  /* The token is there, now the page stands in the way of the answers; reading tries again by itself. */
  test_server_forget (self->server, TOKEN);
  script (self, TOKEN, TEST_ANSWER,
          test_answer (200, "application/json", NULL,
                       "{\"access_token\":\"access-5\",\"token_type\":\"bearer\"}"));
  test_server_script (self->server, READ, TEST_ANSWER, pages[0]);
  test_server_script (self->server, READ, TEST_ANSWER, pages[1]);
  test_server_handle (self->server, READ, guarded_cb, GUINT_TO_POINTER (5));
  answer = test_get (self, "/v1/things", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_server_count (self->server, READ), ==, 3);
}

/* Discovery. */

static void
expect_no_platform (TestAccount *self, const char *platform_id, int code)
{
  g_autoptr (SignetDiscovery) discovery = signet_discovery_new (self->http, platform_id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_discovery_load_async (discovery, FALSE, NULL, test_take_cb, &result);
  g_assert_false (signet_discovery_load_finish (discovery, test_wait_for (&result), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, code);
  g_assert_null (signet_discovery_get_token_endpoint (discovery));
}

static void
test_other_platform (TestAccount *self, gconstpointer data)
{
  const char *what = "GET /.well-known/oauth-authorization-server";
  const char *address = test_server_get_address (self->server);
  g_autofree char *downgraded = g_strdup_printf (
      "{\"issuer\":\"%s\",\"token_endpoint\":\"http://example.com/token\",\"jwks_uri\":\"%s/keys\","
      "\"authorization_challenge_endpoint\":\"%s/c\",\"code_challenge_methods_supported\":[\"S256\"]}",
      address, address, address);
  g_autofree char *plain = g_strdup_printf (
      "{\"issuer\":\"%s\",\"token_endpoint\":\"%s/token\",\"jwks_uri\":\"%s/keys\","
      "\"authorization_challenge_endpoint\":\"%s/c\",\"code_challenge_methods_supported\":[\"plain\"]}",
      address, address, address, address);

  expect_no_platform (self, "another", SIGNET_REMOTE_ERROR_PLATFORM);
  test_server_forget (self->server, what);
  script (self, what, TEST_ANSWER,
          test_answer (200, "application/json", NULL, "{\"issuer\":\"https://example.com\"}"));
  expect_no_platform (self, "test", SIGNET_REMOTE_ERROR_PLATFORM);
  test_server_forget (self->server, what);
  script (self, what, TEST_ANSWER, test_answer (200, "application/json", NULL, downgraded));
  expect_no_platform (self, NULL, SIGNET_REMOTE_ERROR_ADDRESS);
  test_server_forget (self->server, what);
  script (self, what, TEST_ANSWER, test_answer (200, "application/json", NULL, plain));
  expect_no_platform (self, NULL, SIGNET_REMOTE_ERROR_INCOMPLETE);
  test_server_forget (self->server, "GET /v1/platform");
  script (self, "GET /v1/platform", TEST_ANSWER, test_answer (200, "application/json", NULL, "[]"));
  expect_no_platform (self, "test", SIGNET_REMOTE_ERROR_PROTOCOL);
  expect_no_platform (self, NULL, SIGNET_REMOTE_ERROR_FOREIGN);
  test_server_forget (self->server, "GET /v1/platform");
  expect_no_platform (self, NULL, SIGNET_REMOTE_ERROR_FOREIGN);
  script (self, "GET /v1/platform", TEST_ANSWER,
          test_answer (200, "application/json", NULL,
                       "{\"id\":\"test\",\"issuer\":\"https://example.com\",\"version\":2}"));
  expect_no_platform (self, NULL, SIGNET_REMOTE_ERROR_TOO_NEW);
}

/* A platform that names somebody else's issuer would have the person sign in there, and be shown the token.
 */
static void
test_other_issuer (TestAccount *self, gconstpointer data)
{
  g_autoptr (TestServer) other = test_server_new (NULL);
  g_autofree char *platform = g_strdup_printf (
      "{\"id\":\"test\",\"issuer\":\"%s\",\"name\":{\"en\":\"Test\"}}", test_server_get_address (other));

  test_account_script_platform (other);
  test_server_forget (self->server, "GET /v1/platform");
  script (self, "GET /v1/platform", TEST_ANSWER, test_answer (200, "application/json", NULL, platform));
  expect_no_platform (self, "test", SIGNET_REMOTE_ERROR_PLATFORM);
  g_assert_cmpuint (test_server_count (other, "GET /.well-known/oauth-authorization-server"), ==, 0);
}

/* What is known stays as it is unless all of the new is sound. */
static void
test_half_sound (TestAccount *self, gconstpointer data)
{
  const char *what = "GET /.well-known/oauth-authorization-server";
  const char *address = test_server_get_address (self->server);
  g_autofree char *moved = g_strdup_printf (
      "{\"issuer\":\"%s\",\"token_endpoint\":\"%s/moved\",\"jwks_uri\":\"%s/keys\","
      "\"revocation_endpoint\":\"http://example.com/r\",\"code_challenge_methods_supported\":[\"S256\"]}",
      address, address, address);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  signet_discovery_load_async (self->discovery, TRUE, NULL, test_take_cb, &first);
  g_assert_true (signet_discovery_load_finish (self->discovery, test_wait_for (&first), &error));
  test_server_forget (self->server, what);
  script (self, what, TEST_ANSWER, test_answer (200, "application/json", NULL, moved));
  signet_discovery_load_async (self->discovery, TRUE, NULL, test_take_cb, &second);
  g_assert_false (signet_discovery_load_finish (self->discovery, test_wait_for (&second), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS);
  g_assert_true (g_str_has_suffix (signet_discovery_get_token_endpoint (self->discovery), "/oauth/token"));
  g_assert_nonnull (signet_discovery_get_challenge_endpoint (self->discovery));
}

static void
test_keys (TestAccount *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SignetAnswer) keys = NULL;
  g_autoptr (GError) error = NULL;

  script (self, "GET /keys", TEST_ANSWER, test_answer (200, "application/json", NULL, "{\"keys\":[]}"));
  signet_discovery_fetch_keys_async (self->discovery, NULL, test_take_cb, &result);
  keys = signet_discovery_fetch_keys_finish (self->discovery, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (signet_answer_get_root (keys));
}

#define ADD(path, func) \
  g_test_add (path, TestAccount, NULL, test_account_set_up, func, test_account_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session/single-flight", test_single_flight);
  ADD ("/session/401", test_401);
  ADD ("/session/401-for-ever", test_401_for_ever);
  ADD ("/session/401-same", test_401_same);
  ADD ("/session/lost-answer", test_lost_answer);
  ADD ("/session/no-network", test_no_network);
  ADD ("/session/signed-out", test_signed_out);
  ADD ("/session/end", test_end);
  ADD ("/session/end-at-once", test_end_at_once);
  ADD ("/session/end-unknown", test_end_unknown);
  ADD ("/session/end-untold", test_end_untold);
  ADD ("/session/end-renewing", test_end_renewing);
  ADD ("/session/end-keeping", test_end_keeping);
  ADD ("/session/portal", test_portal);
  ADD ("/discovery/other-platform", test_other_platform);
  ADD ("/discovery/other-issuer", test_other_issuer);
  ADD ("/discovery/half-sound", test_half_sound);
  ADD ("/discovery/keys", test_keys);
  return g_test_run ();
}
