/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-finding.h"
#include "remote/signet-remote-error.h"
#include "test-account.h"

#define SUBMIT "POST /v1/things"
#define READ "GET /v1/things"

static const char *const fine = "{\"fine\":true}";

static void
script (TestAccount *self, const char *what, TestManner manner, char *raw)
{
  test_server_script (self->server, what, manner, raw);
  g_free (raw);
}

static void
script_fine (TestAccount *self, const char *what)
{
  script (self, what, TEST_ANSWER, test_answer (200, "application/json", "ETag: \"v1\"\r\n", fine));
}

/* Sends a submission once and checks what became of it. */
static SignetDelivery *
expect (TestAccount *self, SignetOutcome outcome, int code)
{
  g_autoptr (SignetRequest) request = test_make_submission ("{\"a\":1}");
  SignetDelivery *delivery = test_send (self, request, NULL);

  if (outcome != SIGNET_OUTCOME_DELIVERED)
    g_assert_error (signet_delivery_get_error (delivery), SIGNET_REMOTE_ERROR, code);
  else
    g_assert_no_error (signet_delivery_get_error (delivery));
  g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, outcome);
  return delivery;
}

static void
expect_read_error (TestAccount *self, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAnswer) answer = test_get (self, "/v1/things", &error);

  g_assert_error (error, SIGNET_REMOTE_ERROR, code);
  g_assert_null (answer);
}

static void
test_delivered (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDelivery) delivery = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *key = NULL, *authorization = NULL, *agent = NULL, *type = NULL;
  SignetAnswer *answer;

  script (self, SUBMIT, TEST_ANSWER,
          test_answer (201, "application/json", "ETag: \"v1\"\r\nLocation: /v1/things/7\r\n", fine));
  delivery = expect (self, SIGNET_OUTCOME_DELIVERED, 0);
  answer = signet_delivery_get_answer (delivery);
  g_assert_cmpuint (signet_answer_get_status (answer), ==, 201);
  g_assert_cmpstr (signet_answer_get_etag (answer), ==, "\"v1\"");
  g_assert_true (
      g_str_has_prefix (signet_answer_get_location (answer), test_server_get_address (self->server)));
  g_assert_true (g_str_has_suffix (signet_answer_get_location (answer), "/v1/things/7"));
  g_assert_cmpmem (g_bytes_get_data (signet_answer_get_body (answer), NULL),
                   g_bytes_get_size (signet_answer_get_body (answer)), fine, strlen (fine));
  g_assert_true (JSON_NODE_HOLDS_OBJECT (signet_answer_get_root (answer)));

  body = test_server_get_body (self->server, SUBMIT);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), "{\"a\":1}", 7);
  key = test_server_dup_header (self->server, SUBMIT, "idempotency-key");
  g_assert_cmpstr (key, ==, "\"9f0c9e0e-3c0b-4d5a-9a51-0f6c0d0f4a11\"");
  authorization = test_server_dup_header (self->server, SUBMIT, "authorization");
  g_assert_cmpstr (authorization, ==, "Bearer access-1");
  agent = test_server_dup_header (self->server, SUBMIT, "user-agent");
  g_assert_true (g_str_has_prefix (agent, "Signet/"));
  type = test_server_dup_header (self->server, SUBMIT, "content-type");
  g_assert_cmpstr (type, ==, "application/json");
}

/* The statuses that refuse for good, with the platform's findings at hand. */
static void
test_refused (TestAccount *self, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *code;
  } cases[] = { { 400, "malformed" },
                { 403, "email-not-bound" },
                { 404, "not-found" },
                { 409, "party-already-certified" },
                { 412, "precondition-failed" },
                { 422, "invalid" },
                { 428, "precondition-required" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SignetDelivery) delivery = NULL;
      g_autoptr (SignetFinding) finding = NULL;
      SignetProblem *problem;

      test_server_forget (self->server, SUBMIT);
      script (self, SUBMIT, TEST_ANSWER,
              test_problem (cases[i].status, cases[i].code, NULL,
                            "[{\"pointer\":\"/number\",\"code\":\"wrong\",\"severity\":\"error\"}]"));
      delivery = expect (self, SIGNET_OUTCOME_REFUSED, SIGNET_REMOTE_ERROR_REFUSED);
      g_assert_cmpuint (signet_remote_error_get_status (signet_delivery_get_error (delivery)), ==,
                        cases[i].status);
      problem = signet_remote_error_get_problem (signet_delivery_get_error (delivery));
      g_assert_cmpstr (signet_problem_get_code (problem), ==, cases[i].code);
      finding = g_list_model_get_item (G_LIST_MODEL (signet_problem_get_findings (problem)), 0);
      g_assert_cmpstr (signet_finding_get_pointer (finding), ==, "/number");
      g_assert_cmpuint (test_server_count (self->server, SUBMIT), ==, 1);
    }
}

static void
test_codes (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDelivery) wrong = NULL;
  g_autoptr (SignetDelivery) expired = NULL;

  script (self, SUBMIT, TEST_ANSWER,
          test_answer (422, "application/problem+json", NULL,
                       "{\"type\":\"urn:signet:problem:wrong-code\",\"status\":422,"
                       "\"params\":{\"tries_left\":\"3\"}}"));
  wrong = expect (self, SIGNET_OUTCOME_REFUSED, SIGNET_REMOTE_ERROR_WRONG_CODE);
  g_assert_cmpint (signet_remote_error_get_tries_left (signet_delivery_get_error (wrong)), ==, 3);

  test_server_forget (self->server, SUBMIT);
  script (self, SUBMIT, TEST_ANSWER, test_problem (410, "code-expired", NULL, NULL));
  expired = expect (self, SIGNET_OUTCOME_REFUSED, SIGNET_REMOTE_ERROR_CODE_EXPIRED);
}

static void
test_later (TestAccount *self, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *code;
    const char *extra;
    int error;
    guint retry_after;
  } cases[] = {
    { 429, "throttled", "Retry-After: 7\r\n", SIGNET_REMOTE_ERROR_THROTTLED, 7 },
    { 429, "throttled", "Retry-After: 999999999999\r\n", SIGNET_REMOTE_ERROR_THROTTLED, 24 * 60 * 60 },
    { 429, "throttled", "Retry-After: soon\r\n", SIGNET_REMOTE_ERROR_THROTTLED, 0 },
    { 503, "unavailable",
      "Date: Sat, 21 Nov 2026 08:00:00 GMT\r\nRetry-After: Sat, 21 Nov 2026 08:00:20 GMT\r\n",
      SIGNET_REMOTE_ERROR_UNAVAILABLE, 20 },
    { 500, "broken", NULL, SIGNET_REMOTE_ERROR_UNAVAILABLE, 0 },
    { 502, "broken", NULL, SIGNET_REMOTE_ERROR_UNAVAILABLE, 0 },
    { 408, "slow", NULL, SIGNET_REMOTE_ERROR_UNAVAILABLE, 0 },
    { 409, "idempotency-in-progress", NULL, SIGNET_REMOTE_ERROR_UNAVAILABLE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SignetDelivery) delivery = NULL;

      /* A pace once asked for holds for all that follows, so each case has an account of its own. */
      g_clear_object (&self->remote);
      self->remote = signet_remote_new (self->session);
      test_server_forget (self->server, SUBMIT);
      script (self, SUBMIT, TEST_ANSWER, test_problem (cases[i].status, cases[i].code, cases[i].extra, NULL));
      delivery = expect (self, SIGNET_OUTCOME_NOT_NOW, cases[i].error);
      g_assert_cmpuint (signet_delivery_get_retry_after (delivery), ==, cases[i].retry_after);
      g_assert_cmpuint (test_server_count (self->server, SUBMIT), ==, 1);
    }
}

/* Asked to wait for an hour, nothing goes out any more until then. */
static void
test_left_alone (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDelivery) first = NULL;
  g_autoptr (SignetDelivery) second = NULL;

  script (self, SUBMIT, TEST_ANSWER, test_problem (429, "throttled", "Retry-After: 3600\r\n", NULL));
  first = expect (self, SIGNET_OUTCOME_NOT_NOW, SIGNET_REMOTE_ERROR_THROTTLED);
  second = expect (self, SIGNET_OUTCOME_NOT_NOW, SIGNET_REMOTE_ERROR_THROTTLED);
  g_assert_cmpuint (signet_delivery_get_retry_after (second), >, 3500);
  g_assert_cmpuint (test_server_count (self->server, SUBMIT), ==, 1);
}

/* Something in between refuses: a captive portal, a proxy. The platform has refused nothing. */
static void
test_portal (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDelivery) delivery = NULL;

  script (self, SUBMIT, TEST_ANSWER, test_answer (403, "text/html", NULL, "<h1>Pay first</h1>"));
  delivery = expect (self, SIGNET_OUTCOME_NOT_NOW, SIGNET_REMOTE_ERROR_PROTOCOL);
}

/* Sent, but nothing usable came back. */
static void
test_unknown (TestAccount *self, gconstpointer data)
{
  static const struct
  {
    TestManner manner;
    const char *raw;
    int error;
  } cases[] = {
    { TEST_CLOSE, "", SIGNET_REMOTE_ERROR_NETWORK },
    { TEST_RESET, "", SIGNET_REMOTE_ERROR_NETWORK },
    { TEST_RESET, "HTTP/1.1 201 Created\r\nContent-Le", SIGNET_REMOTE_ERROR_NETWORK },
    { TEST_CLOSE,
      "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"a\":",
      SIGNET_REMOTE_ERROR_NETWORK },
    { TEST_CLOSE,
      "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
      "5\r\n{\"a\":\r\n",
      SIGNET_REMOTE_ERROR_PROTOCOL },
    { TEST_CLOSE,
      "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n{\"a\":", SIGNET_REMOTE_ERROR_PROTOCOL },
    { TEST_CLOSE,
      "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n{\"a\":1}",
      SIGNET_REMOTE_ERROR_PROTOCOL },
    { TEST_CLOSE,
      "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{'a':1}",
      SIGNET_REMOTE_ERROR_PROTOCOL },
    { TEST_CLOSE, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
      SIGNET_REMOTE_ERROR_INTERCEPTED },
    { TEST_CLOSE, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
      SIGNET_REMOTE_ERROR_PROTOCOL },
    { TEST_CLOSE,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\n"
      "{\"a\":1}",
      SIGNET_REMOTE_ERROR_PROTOCOL },
    { TEST_CLOSE,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 7\r\nRepr-Digest: "
      "sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:\r\n\r\n{\"a\":1}",
      SIGNET_REMOTE_ERROR_PROTOCOL },
    { TEST_CLOSE, "SSH-2.0-OpenSSH_9.2\r\n", SIGNET_REMOTE_ERROR_PROTOCOL },
    { TEST_CLOSE, "HTTP/1.1 302 Found\r\nLocation: /v1/elsewhere\r\nContent-Length: 0\r\n\r\n",
      SIGNET_REMOTE_ERROR_INTERCEPTED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SignetDelivery) delivery = NULL;

      g_test_message ("case %zu", i);
      test_server_forget (self->server, SUBMIT);
      test_server_script (self->server, SUBMIT, cases[i].manner, cases[i].raw);
      delivery = expect (self, SIGNET_OUTCOME_UNKNOWN, cases[i].error);
      g_assert_cmpuint (test_server_count (self->server, SUBMIT), ==, 1);
    }
  g_assert_cmpuint (test_server_count (self->server, "GET /v1/elsewhere"), ==, 0);
  g_assert_cmpuint (test_server_count (self->server, "POST /v1/elsewhere"), ==, 0);
}

static void
test_hostile_json (TestAccount *self, gconstpointer data)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  const char *cases[] = { "{\"a\":1,\"a\":2}",
                          "{\"a\":NaN}",
                          "{\"a\":1e400}",
                          "{\"a\":\"\\ud800\"}",
                          "{\"a\":\"\\u0000\"}",
                          "{\"a\":1,}",
                          "// no\n{}",
                          "{\"a\":\"\xff\"}",
                          "{\"a\":99999999999999999999}",
                          "[][]",
                          NULL };

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  cases[G_N_ELEMENTS (cases) - 1] = deep->str;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SignetDelivery) delivery = NULL;

      g_test_message ("case %zu", i);
      test_server_forget (self->server, SUBMIT);
      script (self, SUBMIT, TEST_CLOSE, test_answer (200, "application/json", NULL, cases[i]));
      delivery = expect (self, SIGNET_OUTCOME_UNKNOWN, SIGNET_REMOTE_ERROR_PROTOCOL);
    }
}

static void
test_nobody_there (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDelivery) first = NULL;
  g_autoptr (SignetDelivery) second = NULL;

  /* With a token at hand. */
  script_fine (self, SUBMIT);
  first = expect (self, SIGNET_OUTCOME_DELIVERED, 0);
  test_server_free (self->server);
  second = expect (self, SIGNET_OUTCOME_NOT_NOW, SIGNET_REMOTE_ERROR_NETWORK);
  self->server = test_server_new (NULL);
}

/* Twenty mebibytes, and then a body without end: dropped, and nobody reads on to its end. */
static void
test_too_large (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDelivery) large = NULL;
  g_autoptr (SignetDelivery) endless = NULL;
  g_autofree char *body = g_strnfill (20 * 1024 * 1024, ' ');

  script (self, SUBMIT, TEST_CLOSE, test_answer (200, "application/json", NULL, body));
  large = expect (self, SIGNET_OUTCOME_UNKNOWN, SIGNET_REMOTE_ERROR_TOO_LARGE);
  test_server_forget (self->server, SUBMIT);
  test_server_script (self->server, SUBMIT, TEST_ENDLESS,
                      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
  endless = expect (self, SIGNET_OUTCOME_UNKNOWN, SIGNET_REMOTE_ERROR_TOO_LARGE);
}

/* JSON too large for the main thread is read all the same. */
static void
test_large_json (TestAccount *self, gconstpointer data)
{
  g_autoptr (GString) body = g_string_new ("[\"");
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1024 * 1024; i++)
    g_string_append_c (body, 'x');
  g_string_append (body, "\"]");
  script (self, READ, TEST_ANSWER, test_answer (200, "application/json", NULL, body->str));
  answer = test_get (self, "/v1/things", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (signet_answer_get_root (answer))), ==, 1);
}

static void
test_read_retries (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  script (self, READ, TEST_ANSWER, test_problem (500, "broken", NULL, NULL));
  test_server_script (self->server, READ, TEST_CLOSE,
                      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{");
  test_server_script (self->server, READ, TEST_CLOSE,
                      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"fi");
  script_fine (self, READ);
  answer = test_get (self, "/v1/things", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_server_count (self->server, READ), ==, 4);
}

static void
test_read_gives_up (TestAccount *self, gconstpointer data)
{
  script (self, READ, TEST_ANSWER, test_problem (500, "broken", NULL, NULL));
  expect_read_error (self, SIGNET_REMOTE_ERROR_UNAVAILABLE);
  g_assert_cmpuint (test_server_count (self->server, READ), ==, 4);
}

/* Refused for good, or told to come back in an hour: once is enough. A redirect isn't followed. */
static void
test_read_once (TestAccount *self, gconstpointer data)
{
  script (self, READ, TEST_ANSWER, test_problem (404, "not-found", NULL, NULL));
  expect_read_error (self, SIGNET_REMOTE_ERROR_REFUSED);
  test_server_forget (self->server, READ);
  test_server_script (self->server, READ, TEST_CLOSE,
                      "HTTP/1.1 301 Moved\r\nLocation: /v1/elsewhere\r\nContent-Length: 0\r\n\r\n");
  expect_read_error (self, SIGNET_REMOTE_ERROR_INTERCEPTED);
  g_assert_cmpuint (test_server_count (self->server, "GET /v1/elsewhere"), ==, 0);
  test_server_forget (self->server, READ);
  script (self, READ, TEST_ANSWER, test_problem (503, "unavailable", "Retry-After: 3600\r\n", NULL));
  expect_read_error (self, SIGNET_REMOTE_ERROR_UNAVAILABLE);
  g_assert_cmpuint (test_server_count (self->server, READ), ==, 1);
}

/* What may not be repeated isn't, once it was sent. */
static void
test_not_repeatable (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetRequest) request = signet_request_new ("POST", "/v1/things");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  test_server_script (self->server, SUBMIT, TEST_CLOSE, "");
  signet_remote_call_async (self->remote, request, NULL, test_take_cb, &result);
  answer = signet_remote_call_finish (self->remote, test_wait_for (&result), &error);
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK);
  g_assert_cmpuint (test_server_count (self->server, SUBMIT), ==, 1);
}

/* The server closes a kept connection just before the next request comes: libsoup restarts, and the body must
 * be there again. */
static void
test_restarted (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDelivery) first = NULL;
  g_autoptr (SignetDelivery) second = NULL;
  g_autoptr (GBytes) body = NULL;

  script (self, SUBMIT, TEST_CLOSE, test_answer (200, "application/json", NULL, fine));
  script_fine (self, SUBMIT);
  first = expect (self, SIGNET_OUTCOME_DELIVERED, 0);
  second = expect (self, SIGNET_OUTCOME_DELIVERED, 0);
  body = test_server_get_body (self->server, SUBMIT);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), "{\"a\":1}", 7);
  g_assert_cmpuint (test_server_count (self->server, SUBMIT), ==, 2);
}

static void
test_next_page (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetAnswer) first = NULL;
  g_autoptr (SignetAnswer) second = NULL;
  g_autoptr (GError) error = NULL;

  script (self, READ, TEST_ANSWER,
          test_answer (
              200, "application/json",
              "Link: </v1/a>; rel=\"prev\", </v1/things?after=x,y>; title=\"a, b\"; rel=\"next\"\r\n", "[]"));
  script (self, READ, TEST_ANSWER,
          test_answer (200, "application/json", "Link: </v1/a>; rel=first\r\n", "[]"));
  first = test_get (self, "/v1/things", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (signet_answer_get_next (first), "/v1/things?after=x,y"));
  second = test_get (self, signet_answer_get_next (first), &error);
  g_assert_no_error (error);
  g_assert_null (signet_answer_get_next (second));
}

/* The token goes to the platform and to nobody else. */
static void
test_other_origin (TestAccount *self, gconstpointer data)
{
  g_autoptr (TestServer) other = test_server_new (NULL);
  g_autofree char *address = g_strconcat (test_server_get_address (other), "/v1/things", NULL);
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  answer = test_get (self, address, &error);
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS);
  g_assert_cmpuint (test_server_count (other, READ), ==, 0);
}

static void
test_slow (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (SignetDelivery) silent = NULL;
  g_autoptr (SignetDelivery) halfway = NULL;

  signet_request_set_limit (request, 1);
  test_server_script (self->server, SUBMIT, TEST_STALL, "");
  silent = test_send (self, request, NULL);
  g_assert_error (signet_delivery_get_error (silent), SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK);
  g_assert_cmpint (signet_delivery_get_outcome (silent), ==, SIGNET_OUTCOME_UNKNOWN);
  test_server_forget (self->server, SUBMIT);
  test_server_script (
      self->server, SUBMIT, TEST_STALL,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"a\"");
  halfway = test_send (self, request, NULL);
  g_assert_error (signet_delivery_get_error (halfway), SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Runs a call and cancels it once the server has seen @what @count times. */
static void
cancel_at (TestAccount *self, const char *what, guint count)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  signet_remote_call_async (self->remote, request, cancellable, test_take_cb, &result);
  while (what != NULL && test_server_count (self->server, what) < count)
    test_spin (1);
  test_spin (20);
  g_assert_null (result);
  g_cancellable_cancel (cancellable);
  answer = signet_remote_call_finish (self->remote, test_wait_for (&result), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_before (TestAccount *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (SignetDelivery) delivery = NULL;

  g_cancellable_cancel (cancellable);
  delivery = test_send (self, request, cancellable);
  g_assert_error (signet_delivery_get_error (delivery), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, SIGNET_OUTCOME_NOT_NOW);
  g_assert_cmpuint (test_server_count (self->server, SUBMIT), ==, 0);
}

static void
test_cancel_in_discovery (TestAccount *self, gconstpointer data)
{
  test_server_forget (self->server, "GET /v1/platform");
  test_server_script (self->server, "GET /v1/platform", TEST_STALL, "");
  cancel_at (self, "GET /v1/platform", 1);
}

static void
test_cancel_in_renewal (TestAccount *self, gconstpointer data)
{
  test_server_forget (self->server, "POST /oauth/token");
  test_server_script (self->server, "POST /oauth/token", TEST_STALL, "");
  cancel_at (self, "POST /oauth/token", 1);
}

static void
test_cancel_in_answer (TestAccount *self, gconstpointer data)
{
  test_server_script (self->server, SUBMIT, TEST_STALL, "");
  cancel_at (self, SUBMIT, 1);
}

static void
test_cancel_in_body (TestAccount *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SignetRequest) request = test_make_submission ("{}");
  g_autoptr (SignetDelivery) delivery = NULL;

  test_server_script (
      self->server, SUBMIT, TEST_STALL,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"a\"");
  cancel_at (self, SUBMIT, 1);
  g_timeout_add (100, cancel_cb, cancellable);
  delivery = test_send (self, request, cancellable);
  g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, SIGNET_OUTCOME_UNKNOWN);
}

static void
test_cancel_in_pause (TestAccount *self, gconstpointer data)
{
  script (self, SUBMIT, TEST_ANSWER, test_problem (503, "unavailable", "Retry-After: 20\r\n", NULL));
  cancel_at (self, SUBMIT, 1);
}

static void
test_cancel_while_signed_out (TestAccount *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_session_end_async (self->session, NULL, test_take_cb, &result);
  signet_session_end_finish (self->session, test_wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  cancel_at (self, NULL, 0);
}

static void
test_addresses (void)
{
  static const char *const bad[] = { "",
                                     "example.com",
                                     "http://example.com",
                                     "ftp://127.0.0.1",
                                     "https://",
                                     "https://user:secret@example.com",
                                     "http://127.0.0.1.example.com",
                                     "http://[2001:db8::1]",
                                     "https://example.com/?a=b" };
  static const char *const good[] = { "https://example.com",       "https://example.com/sub/",
                                      "http://127.0.0.1:8080",     "http://localhost:1",
                                      "http://[::1]:8080",         "HTTPS://EXAMPLE.COM",
                                      "https://xn--fiqs8s.example" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetHttp) far = signet_http_new ("https://example.com/sub/", NULL, &error);
  g_autofree char *address = signet_http_resolve (far, "/v1/things", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (address, ==, "https://example.com/sub/v1/things");
  g_assert_true (signet_http_is_own (far, "https://EXAMPLE.com:443/elsewhere"));
  g_assert_false (signet_http_is_own (far, "https://example.com:444/"));
  g_assert_false (signet_http_is_own (far, "https://example.com.evil.example/"));
  g_assert_null (signet_http_resolve (far, "http://127.0.0.1:631/", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (SignetHttp) http = NULL;

      g_clear_error (&error);
      http = signet_http_new (bad[i], NULL, &error);
      g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS);
      g_assert_null (http);
    }
  g_clear_error (&error);
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (SignetHttp) http = signet_http_new (good[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (http);
    }
}

#define ADD(path, func) \
  g_test_add (path, TestAccount, NULL, test_account_set_up, func, test_account_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/net/addresses", test_addresses);
  ADD ("/net/delivered", test_delivered);
  ADD ("/net/refused", test_refused);
  ADD ("/net/codes", test_codes);
  ADD ("/net/later", test_later);
  ADD ("/net/left-alone", test_left_alone);
  ADD ("/net/portal", test_portal);
  ADD ("/net/unknown", test_unknown);
  ADD ("/net/hostile-json", test_hostile_json);
  ADD ("/net/nobody-there", test_nobody_there);
  ADD ("/net/too-large", test_too_large);
  ADD ("/net/large-json", test_large_json);
  ADD ("/net/read-retries", test_read_retries);
  ADD ("/net/read-gives-up", test_read_gives_up);
  ADD ("/net/read-once", test_read_once);
  ADD ("/net/not-repeatable", test_not_repeatable);
  ADD ("/net/restarted", test_restarted);
  ADD ("/net/next-page", test_next_page);
  ADD ("/net/other-origin", test_other_origin);
  ADD ("/net/slow", test_slow);
  ADD ("/net/cancel/before", test_cancel_before);
  ADD ("/net/cancel/in-discovery", test_cancel_in_discovery);
  ADD ("/net/cancel/in-renewal", test_cancel_in_renewal);
  ADD ("/net/cancel/in-answer", test_cancel_in_answer);
  ADD ("/net/cancel/in-body", test_cancel_in_body);
  ADD ("/net/cancel/in-pause", test_cancel_in_pause);
  ADD ("/net/cancel/while-signed-out", test_cancel_while_signed_out);
  return g_test_run ();
}
