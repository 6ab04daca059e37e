/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-pkce.h"
#include "remote/signet-device-grant.h"
#include "remote/signet-password-challenge.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-sms-challenge.h"
#include "test-account.h"

/*
 * The three ways of signing in, against a platform that answers whatever the standards let it answer.
 */

#define TOKEN "POST /oauth/token"
#define CHALLENGE "POST /oauth/challenge"
#define DEVICE "POST /oauth/device"

static void
script (TestAccount *self, const char *what, TestManner manner, char *raw)
{
  test_server_script (self->server, what, manner, raw);
  g_free (raw);
}

/* SMS */

typedef struct
{
  char *challenge;
  guint n_wrong;
  guint n_trades;
} Gate;

static char *
challenge_cb (TestRequest *request, gpointer user_data)
{
  Gate *gate = user_data;
  g_autofree char *session = test_form_value (request, "auth_session");
  g_autofree char *otp = test_form_value (request, "otp");
  g_autofree char *phone = test_form_value (request, "phone");
  g_autofree char *method = test_form_value (request, "code_challenge_method");
  g_autofree char *client = test_form_value (request, "client_id");

  if (g_strcmp0 (client, "signet") != 0)
    return test_answer (400, "application/json", NULL, "{\"error\":\"invalid_client\"}");
  if (session == NULL)
    {
      if (g_strcmp0 (phone, "13800001234") != 0 || g_strcmp0 (method, "S256") != 0)
        return test_answer (400, "application/json", NULL, "{\"error\":\"invalid_request\"}");
      g_free (gate->challenge);
      gate->challenge = test_form_value (request, "code_challenge");
      return test_answer (
          400, "application/json", NULL,
          "{\"error\":\"insufficient_authorization\",\"auth_session\":\"s\",\"resend_after\":60,"
          "\"expires_in\":600}");
    }
  if (g_strcmp0 (otp, "111111") == 0)
    return test_answer (200, "application/json", NULL, "{\"authorization_code\":\"c\",\"expires_in\":600}");
  if (g_strcmp0 (otp, "222222") == 0)
    return test_answer (400, "application/json", NULL, "{\"error\":\"invalid_session\"}");
  if (++gate->n_wrong > 1)
    return test_answer (429, "application/json", "Retry-After: 900\r\n",
                        "{\"error\":\"temporarily_unavailable\",\"reason\":\"locked\"}");
  return test_answer (400, "application/json", NULL, "{\"error\":\"invalid_grant\",\"tries_left\":4}");
}

static char *
trade_cb (TestRequest *request, gpointer user_data)
{
  Gate *gate = user_data;
  g_autofree char *verifier = test_form_value (request, "code_verifier");
  g_autofree char *challenge = verifier != NULL ? signet_pkce_challenge (verifier, NULL) : NULL;
  g_autofree char *code = test_form_value (request, "code");

  if (gate->n_trades++ == 0)
    return test_answer (503, "application/json", NULL, "{\"error\":\"temporarily_unavailable\"}");
  if (g_strcmp0 (challenge, gate->challenge) != 0 || g_strcmp0 (code, "c") != 0)
    return test_answer (400, "application/json", NULL, "{\"error\":\"invalid_grant\"}");
  return test_answer (200, "application/json", NULL,
                      "{\"access_token\":\"access-9\",\"token_type\":\"Bearer\",\"expires_in\":600,"
                      "\"refresh_token\":\"refresh-9\"}");
}

static gboolean
send_code (SignetSmsChallenge *sign_in, const char *phone, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_sms_challenge_send_code_async (sign_in, phone, NULL, test_take_cb, &result);
  return signet_sms_challenge_send_code_finish (sign_in, test_wait_for (&result), error);
}

static SignetTokens *
enter_code (SignetSmsChallenge *sign_in, const char *code, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_sms_challenge_enter_code_async (sign_in, code, NULL, test_take_cb, &result);
  return signet_sms_challenge_enter_code_finish (sign_in, test_wait_for (&result), error);
}

static void
test_sms (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetSmsChallenge) sign_in = signet_sms_challenge_new (self->discovery, "test", "here");
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GError) error = NULL;
  Gate gate = { 0 };

  test_server_forget (self->server, TOKEN);
  test_server_handle (self->server, CHALLENGE, challenge_cb, &gate);
  test_server_handle (self->server, TOKEN, trade_cb, &gate);

  g_assert_null (enter_code (sign_in, "111111", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED);
  g_clear_error (&error);
  g_assert_false (send_code (sign_in, "12", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (send_code (sign_in, "13800001234", &error));
  g_assert_cmpuint (signet_sms_challenge_get_resend_after (sign_in), ==, 60);
  g_assert_cmpuint (signet_sms_challenge_get_expires_in (sign_in), ==, 600);
  g_assert_null (enter_code (sign_in, "000000", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_WRONG_CODE);
  g_assert_cmpint (signet_remote_error_get_tries_left (error), ==, 4);
  g_clear_error (&error);
  g_assert_null (enter_code (sign_in, "000000", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_LOCKED);
  g_assert_cmpuint (signet_remote_error_get_retry_after (error), ==, 900);
  g_clear_error (&error);
  g_assert_null (enter_code (sign_in, "222222", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED);
  g_clear_error (&error);

  g_assert_true (send_code (sign_in, "13800001234", &error));
  tokens = enter_code (sign_in, "111111", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_tokens_get_access_token (tokens), ==, "access-9");
  g_assert_cmpuint (gate.n_trades, ==, 2);
  g_free (gate.challenge);
}

/* Password */

static char *
password_cb (TestRequest *request, gpointer user_data)
{
  Gate *gate = user_data;
  g_autofree char *login = test_form_value (request, "login");
  g_autofree char *password = test_form_value (request, "password");
  g_autofree char *way = test_form_value (request, "method");

  g_free (gate->challenge);
  gate->challenge = test_form_value (request, "code_challenge");
  if (g_strcmp0 (way, "password") != 0 || g_strcmp0 (login, "a+b@example.cn") != 0)
    return test_answer (400, "application/json", NULL, "{\"error\":\"invalid_request\"}");
  if (g_strcmp0 (password, "päss word&=%+知印") == 0)
    return test_answer (200, "application/json", NULL, "{\"authorization_code\":\"c\",\"expires_in\":600}");
  if (++gate->n_wrong > 1)
    return test_answer (429, "application/json", "Retry-After: 900\r\n",
                        "{\"error\":\"temporarily_unavailable\",\"reason\":\"locked\"}");
  return test_answer (400, "application/json", NULL, "{\"error\":\"invalid_grant\",\"tries_left\":4}");
}

static SignetTokens *
enter_password (SignetPasswordChallenge *sign_in, const char *password, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_password_challenge_enter_async (sign_in, "a+b@example.cn", password, NULL, test_take_cb, &result);
  return signet_password_challenge_enter_finish (sign_in, test_wait_for (&result), error);
}

static void
test_password (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetPasswordChallenge)
      sign_in = signet_password_challenge_new (self->discovery, "test", "here");
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GError) error = NULL;
  Gate gate = { 0 };

  test_server_forget (self->server, TOKEN);
  test_server_handle (self->server, CHALLENGE, password_cb, &gate);
  test_server_handle (self->server, TOKEN, trade_cb, &gate);

  g_assert_null (enter_password (sign_in, "wrong", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_WRONG_PASSWORD);
  g_assert_cmpint (signet_remote_error_get_tries_left (error), ==, 4);
  g_clear_error (&error);
  g_assert_null (enter_password (sign_in, "wrong", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_LOCKED);
  g_assert_cmpuint (signet_remote_error_get_retry_after (error), ==, 900);
  g_clear_error (&error);
  tokens = enter_password (sign_in, "päss word&=%+知印", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_tokens_get_refresh_token (tokens), ==, "refresh-9");
  g_free (gate.challenge);
}

/* A platform without a challenge endpoint can't be asked to take a password. */
static void
test_not_offered (TestAccount *self, gconstpointer data)
{
  const char *what = "GET /.well-known/oauth-authorization-server";
  const char *address = test_server_get_address (self->server);
  g_autofree char *bare =
      g_strdup_printf ("{\"issuer\":\"%s\",\"token_endpoint\":\"%s/token\",\"jwks_uri\":\"%s/keys\","
                       "\"code_challenge_methods_supported\":[\"S256\"]}",
                       address, address, address);
  g_autoptr (SignetPasswordChallenge)
      sign_in = signet_password_challenge_new (self->discovery, "test", "here");
  g_autoptr (SignetDeviceGrant)
      grant = signet_device_grant_new (self->discovery, "test", "", "2026-11-21T16:00:00+08:00");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  test_server_forget (self->server, what);
  script (self, what, TEST_ANSWER, test_answer (200, "application/json", NULL, bare));
  g_assert_null (enter_password (sign_in, "p", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INCOMPLETE);
  g_clear_error (&error);
  signet_device_grant_begin_async (grant, NULL, test_take_cb, &result);
  g_assert_false (signet_device_grant_begin_finish (grant, test_wait_for (&result), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INCOMPLETE);
}

/* Another device */

#define PENDING "{\"error\":\"authorization_pending\"}"
#define TOKENS \
  "{\"access_token\":\"access-9\",\"token_type\":\"Bearer\",\"expires_in\":600,\"refresh_token\":\"refresh-9\"}"

static SignetDeviceGrant *
begin (TestAccount *self, const char *codes)
{
  SignetDeviceGrant *grant = signet_device_grant_new (self->discovery, "my computer", "上海",
                                                      "2026-11-21T16:00:00+08:00");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  test_server_forget (self->server, TOKEN);
  test_server_forget (self->server, DEVICE);
  script (self, DEVICE, TEST_ANSWER, test_answer (200, "application/json", NULL, codes));
  signet_device_grant_begin_async (grant, NULL, test_take_cb, &result);
  signet_device_grant_begin_finish (grant, test_wait_for (&result), &error);
  g_assert_no_error (error);
  return grant;
}

#define CODES(life, interval)                                                                               \
  "{\"device_code\":\"d/+ &\",\"user_code\":\"WDJB-MJHT\",\"verification_uri\":\"https://p.example/d\","    \
  "\"verification_uri_complete\":\"https://p.example/d?user_code=WDJB-MJHT\",\"expires_in\":" life interval \
  "}"

static void
add_word (TestAccount *self, guint status, const char *body)
{
  script (self, TOKEN, TEST_ANSWER, test_answer (status, "application/json", NULL, body));
}

static SignetTokens *
wait_for_answer (SignetDeviceGrant *grant, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_device_grant_wait_async (grant, NULL, test_take_cb, &result);
  return signet_device_grant_wait_finish (grant, test_wait_for (&result), error);
}

static void
test_device (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self, CODES ("600", ",\"interval\":1"));
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GBytes) asked = test_server_get_body (self->server, DEVICE);
  g_autoptr (GBytes) polled = NULL;
  g_autofree char *asked_text = g_strndup (g_bytes_get_data (asked, NULL), g_bytes_get_size (asked));
  g_autofree char *polled_text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (
      asked_text, ==,
      "client_id=signet&device_name=my+computer&device_place=%E4%B8%8A%E6%B5%B7&device_time=2026-11-21T16%3A00%3A00%2B08%3A00");
  g_assert_cmpstr (signet_device_grant_get_user_code (grant), ==, "WDJB-MJHT");
  g_assert_cmpstr (signet_device_grant_get_uri (grant), ==, "https://p.example/d");
  g_assert_cmpstr (signet_device_grant_get_complete_uri (grant), ==,
                   "https://p.example/d?user_code=WDJB-MJHT");
  g_assert_cmpuint (signet_device_grant_get_interval (grant), ==, 1);
  add_word (self, 400, PENDING);
  add_word (self, 200, TOKENS);
  tokens = wait_for_answer (grant, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_tokens_get_refresh_token (tokens), ==, "refresh-9");
  g_assert_cmpuint (test_server_count (self->server, TOKEN), ==, 2);
  polled = test_server_get_body (self->server, TOKEN);
  polled_text = g_strndup (g_bytes_get_data (polled, NULL), g_bytes_get_size (polled));
  g_assert_cmpstr (polled_text, ==,
                   "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
                   "&device_code=d%2F%2B+%26&client_id=signet");
}

/* What the platform doesn't say: five seconds, and the plain address. */
static void
test_device_usual (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant =
      begin (self, "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":\"https://p.example/d\","
                   "\"expires_in\":600}");

  g_assert_cmpuint (signet_device_grant_get_interval (grant), ==, 5);
  g_assert_cmpstr (signet_device_grant_get_complete_uri (grant), ==, "https://p.example/d");
}

static void
expect_word (TestAccount *self, guint status, const char *body, int code)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self, CODES ("600", ",\"interval\":1"));
  g_autoptr (GError) error = NULL;

  add_word (self, status, body);
  g_assert_null (wait_for_answer (grant, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, code);
  g_assert_cmpuint (test_server_count (self->server, TOKEN), ==, 1);
}

static void
test_device_decided (TestAccount *self, gconstpointer data)
{
  expect_word (self, 400, "{\"error\":\"access_denied\"}", SIGNET_REMOTE_ERROR_DENIED);
  expect_word (self, 400, "{\"error\":\"expired_token\"}", SIGNET_REMOTE_ERROR_CODE_EXPIRED);
  expect_word (self, 400, "{\"error\":\"invalid_grant\"}", SIGNET_REMOTE_ERROR_CODE_EXPIRED);
  expect_word (self, 401, "{\"error\":\"invalid_client\"}", SIGNET_REMOTE_ERROR_UNAVAILABLE);
  expect_word (self, 400, "{\"error\":\"unauthorized_client\"}", SIGNET_REMOTE_ERROR_REFUSED);
}

/* Nobody answers: the end comes by itself, also if the platform never says so. */
static void
test_device_expires (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self, CODES ("2", ",\"interval\":1"));
  g_autoptr (GError) error = NULL;

  add_word (self, 400, PENDING);
  g_assert_null (wait_for_answer (grant, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED);
}

static void
changed_cb (SignetDeviceGrant *grant, GParamSpec *pspec, gpointer user_data)
{
  GString *seen = user_data;

  if (g_str_equal (pspec->name, "interval"))
    g_string_append_printf (seen, "%u ", signet_device_grant_get_interval (grant));
  else
    g_string_append (seen, signet_device_grant_get_reachable (grant) ? "back " : "gone ");
}

/* slow_down: five seconds more for all later questions, not only the next. */
static void
test_device_slow_down (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self, CODES ("600", ",\"interval\":1"));
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (grant, "notify", G_CALLBACK (changed_cb), seen);
  add_word (self, 400, "{\"error\":\"slow_down\"}");
  add_word (self, 200, TOKENS);
  tokens = wait_for_answer (grant, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, "6 ");
  g_assert_cmpuint (signet_device_grant_get_interval (grant), ==, 6);
}

/* A lost network, a page in the way and a platform out of order end nothing. */
static void
test_device_no_network (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self, CODES ("600", ",\"interval\":1"));
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (grant, "notify", G_CALLBACK (changed_cb), seen);
  test_server_script (self->server, TOKEN, TEST_RESET, "");
  add_word (self, 400, PENDING);
  test_server_script (self->server, TOKEN, TEST_ANSWER,
                      "HTTP/1.1 302 Found\r\nLocation: http://portal/\r\nContent-Length: 0\r\n\r\n");
  add_word (self, 503, "{\"error\":\"temporarily_unavailable\"}");
  add_word (self, 200, TOKENS);
  tokens = wait_for_answer (grant, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, "gone back gone back ");
}

static void
test_device_cancelled (TestAccount *self, gconstpointer data)
{
  g_autoptr (SignetDeviceGrant) grant = begin (self, CODES ("600", ",\"interval\":300"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_device_grant_wait_async (grant, cancellable, test_take_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (signet_device_grant_wait_finish (grant, test_wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_device_nonsense (TestAccount *self, gconstpointer data)
{
  static const char *const answers[] = {
    "{}",
    "[]",
    "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":\"https://p.example/d\"}",
    "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":\"https://p.example/d\",\"expires_in\":-1}",
    "{\"device_code\":1,\"user_code\":\"U\",\"verification_uri\":\"https://p.example/d\",\"expires_in\":9}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (SignetDeviceGrant) grant = signet_device_grant_new (self->discovery, "c", "p", "t");
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      test_server_forget (self->server, DEVICE);
      script (self, DEVICE, TEST_ANSWER, test_answer (200, "application/json", NULL, answers[i]));
      signet_device_grant_begin_async (grant, NULL, test_take_cb, &result);
      g_assert_false (signet_device_grant_begin_finish (grant, test_wait_for (&result), &error));
      g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL);
    }
}

#define ADD(path, func) \
  g_test_add (path, TestAccount, NULL, test_account_set_up, func, test_account_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/sign-in/sms", test_sms);
  ADD ("/sign-in/password", test_password);
  ADD ("/sign-in/not-offered", test_not_offered);
  ADD ("/sign-in/device", test_device);
  ADD ("/sign-in/device/usual", test_device_usual);
  ADD ("/sign-in/device/decided", test_device_decided);
  ADD ("/sign-in/device/expires", test_device_expires);
  ADD ("/sign-in/device/slow-down", test_device_slow_down);
  ADD ("/sign-in/device/no-network", test_device_no_network);
  ADD ("/sign-in/device/cancelled", test_device_cancelled);
  ADD ("/sign-in/device/nonsense", test_device_nonsense);
  return g_test_run ();
}
