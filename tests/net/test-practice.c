/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "api/signet-json.h"
#include "proof/signet-digest.h"
#include "proof/signet-random.h"
#include "remote/signet-change-feed.h"
#include "model/signet-message.h"
#include "remote/signet-practice-control.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-sms-challenge.h"
#include "remote/signet-upload.h"
#include "remove-folder.h"
#include "test-account.h"

/*
 * The client's main job over HTTP against the real practice platform, with the faults that matter.
 */

#define PHONE "13800001234"
#define EMAIL "legal@yunjiaofang.example"

static const char *program;

typedef struct
{
  char *folder;
  GSubprocess *platform;
  char *address;
  char *key;
  SignetHttp *control; /* for what only tests may ask */
  SignetPracticeControl *phone;
  SignetHttp *http;
  SignetDiscovery *discovery;
  SignetCredentials *credentials;
  SignetSession *session;
  SignetRemote *remote;
} Fixture;

static void
start_platform (Fixture *self)
{
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) root = NULL;
  GError *error = NULL;
  char *line;

  self->platform = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--rules", "kuaishou",
                                     "--port", "0", "--data", self->folder, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->platform));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  bytes = g_bytes_new_take (line, strlen (line));
  root = signet_json_parse (bytes, &error);
  g_assert_no_error (error);
  g_free (self->address);
  g_free (self->key);
  self->address = g_strdup (signet_json_get_text (root, "/address", NULL));
  self->key = g_strdup (signet_json_get_text (root, "/control_key", NULL));
}

static void
kill_platform (Fixture *self)
{
  g_subprocess_force_exit (self->platform);
  g_subprocess_wait (self->platform, NULL, NULL);
  g_clear_object (&self->platform);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GError *error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  self->folder = g_dir_make_tmp ("signet-practice-XXXXXX", &error);
  g_assert_no_error (error);
  start_platform (self);
  path = g_build_filename (self->folder, "practice.json", NULL);
  file = g_file_new_for_path (path);
  self->phone = signet_practice_control_new (file);
  self->control = signet_http_new (self->address, NULL, &error);
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
  kill_platform (self);
  test_finalize (self->remote);
  test_finalize (self->session);
  test_finalize (self->discovery);
  test_finalize (self->http);
  test_finalize (self->credentials);
  test_finalize (self->control);
  test_finalize (self->phone);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->address);
  g_free (self->key);
}

static SignetAnswer *
steer (Fixture *self, const char *method, const char *address, const char *body)
{
  g_autoptr (SignetRequest) request = signet_request_new (method, address);
  g_autofree char *authorization = g_strconcat ("Practice ", self->key, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  SignetAnswer *answer;

  signet_request_set_header (request, "Authorization", authorization);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      signet_request_set_body (request, "application/json", bytes);
    }
  signet_http_exchange_async (self->control, request, NULL, NULL, test_take_cb, &result);
  answer = signet_http_exchange_finish (self->control, test_wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (signet_answer_check (answer, &error));
  return answer;
}

static void
set_faults (Fixture *self, const char *faults)
{
  g_autoptr (SignetAnswer) answer = steer (self, "PUT", "/practice/v1/faults", faults);
}

static guint
count_ledger (Fixture *self)
{
  g_autoptr (SignetAnswer) answer = steer (self, "GET", "/practice/v1/ledger", NULL);

  return json_array_get_length (signet_json_get_array (signet_answer_get_root (answer), "/entries", NULL));
}

/* The last code that reached @recipient. */
static char *
read_code (Fixture *self, const char *recipient)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  GError *error = NULL;
  char *code = NULL;

  signet_practice_control_fetch_messages_async (self->phone, 0, NULL, test_take_cb, &result);
  messages = signet_practice_control_fetch_messages_finish (self->phone, test_wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < messages->len; i++)
    if (g_str_equal (signet_message_get_recipient (messages->pdata[i]), recipient))
      {
        g_free (code);
        code = g_strdup (signet_message_get_code (messages->pdata[i]));
      }
  g_assert_nonnull (code);
  return code;
}

static void
sign_in (Fixture *self)
{
  g_autoptr (SignetSmsChallenge) attempt = signet_sms_challenge_new (self->discovery, "test", "");
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (GAsyncResult) wrong = NULL;
  g_autoptr (GAsyncResult) entered = NULL;
  g_autoptr (GAsyncResult) started = NULL;
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  signet_sms_challenge_send_code_async (attempt, PHONE, NULL, test_take_cb, &sent);
  signet_sms_challenge_send_code_finish (attempt, test_wait_for (&sent), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (signet_sms_challenge_get_resend_after (attempt), >, 0);
  code = read_code (self, PHONE);

  signet_sms_challenge_enter_code_async (attempt, g_str_equal (code, "000000") ? "000001" : "000000", NULL,
                                         test_take_cb, &wrong);
  g_assert_null (signet_sms_challenge_enter_code_finish (attempt, test_wait_for (&wrong), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_WRONG_CODE);
  g_assert_cmpint (signet_remote_error_get_tries_left (error), ==, 4);
  g_clear_error (&error);

  signet_sms_challenge_enter_code_async (attempt, code, NULL, test_take_cb, &entered);
  tokens = signet_sms_challenge_enter_code_finish (attempt, test_wait_for (&entered), &error);
  g_assert_no_error (error);
  signet_session_start_async (self->session, tokens, NULL, test_take_cb, &started);
  g_assert_true (signet_session_start_finish (self->session, test_wait_for (&started), &error));
}

static SignetRequest *
make_post (const char *address, const char *body, gboolean key)
{
  SignetRequest *request = signet_request_new ("POST", address);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  signet_request_set_body (request, "application/json", bytes);
  if (key)
    {
      g_autofree char *uuid = signet_random_uuid (NULL);

      signet_request_set_idempotency_key (request, uuid);
    }
  return request;
}

static SignetAnswer *
call (Fixture *self, SignetRequest *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_remote_call_async (self->remote, request, NULL, test_take_cb, &result);
  return signet_remote_call_finish (self->remote, test_wait_for (&result), error);
}

static SignetAnswer *
get (Fixture *self, const char *address, GError **error)
{
  g_autoptr (SignetRequest) request = signet_request_new ("GET", address);

  return call (self, request, error);
}

static SignetDelivery *
send (Fixture *self, SignetRequest *request)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_remote_send_async (self->remote, request, NULL, test_take_cb, &result);
  return signet_remote_send_finish (self->remote, test_wait_for (&result));
}

static void
bind_email (Fixture *self)
{
  g_autoptr (SignetRequest)
      request = make_post ("/v1/account/bindings", "{\"kind\":\"email\",\"value\":\"" EMAIL "\"}", TRUE);
  g_autoptr (SignetRequest) confirmation = NULL;
  g_autoptr (SignetAnswer) pending = NULL;
  g_autoptr (SignetAnswer) confirmed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  g_autofree char *code = NULL;
  g_autofree char *body = NULL;

  pending = call (self, request, &error);
  g_assert_no_error (error);
  address = g_strdup_printf ("/v1/account/bindings/%s/confirmation",
                             signet_answer_get_member (pending, "id"));
  code = read_code (self, EMAIL);
  body = g_strdup_printf ("{\"code\":\"%s\"}", code);
  confirmation = make_post (address, body, FALSE);
  confirmed = call (self, confirmation, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_answer_get_member (confirmed, "status"), ==, "confirmed");
}

/* A PDF as far as the platform looks; of @size bytes. Gives its digest. */
static char *
make_paper (Fixture *self, gsize size, GFile **file)
{
  g_autofree char *path = g_build_filename (self->folder, "licence.pdf", NULL);
  g_autoptr (GString) text = g_string_new ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                                           "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n");
  GError *error = NULL;
  char *sha256;

  while (text->len < size - 40)
    g_string_append_printf (text, "%% line %zu of a paper\n", text->len);
  g_string_append (text, "trailer<</Root 1 0 R>>\n%%EOF\n");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  *file = g_file_new_for_path (path);
  sha256 = signet_digest_of_file (*file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return sha256;
}

static SignetUpload *
make_upload (Fixture *self, GFile *file, const char *sha256, const char *url)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

  return signet_upload_new (self->remote, file, "营业执照.pdf", "application/pdf", sha256,
                            (guint64) g_file_info_get_size (info), url);
}

static void
upload (Fixture *self, GFile *file, const char *sha256)
{
  g_autoptr (SignetUpload) job = make_upload (self, file, sha256, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  signet_upload_run_async (job, NULL, test_take_cb, &result);
  signet_upload_run_finish (job, test_wait_for (&result), &error);
  g_assert_no_error (error);
}

static SignetRequest *
make_party (GFile *file, const char *sha256)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);
  g_autofree char *body = g_strdup_printf (
      "{\"role\":\"principal\",\"kind\":\"mainland_organisation\",\"name\":\"建瓯市云脚坊茶业有限公司\","
      "\"document\":{\"kind\":\"credit_code\",\"number\":\"91350100M000100Y43\",\"valid_until\":\"2036-03-01\"},"
      "\"legal_representative\":\"林小满\",\"contact\":{\"name\":\"林小满\",\"email\":\"" EMAIL "\","
      "\"phone\":\"" PHONE "\",\"address\":\"福建省建瓯市云脚路 8 号\"},"
      "\"files\":[{\"slot\":\"licence\",\"sha256\":\"%s\",\"name\":\"营业执照.pdf\","
      "\"media_type\":\"application/pdf\",\"bytes\":%" G_GOFFSET_FORMAT "}]}",
      sha256, g_file_info_get_size (info));

  return make_post ("/v1/parties", body, TRUE);
}

static void
test_main_job (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetChangeFeed) feed = signet_change_feed_new (self->remote);
  g_autoptr (SignetDelivery) too_soon = NULL;
  g_autoptr (SignetDelivery) incomplete = NULL;
  g_autoptr (SignetDelivery) delivery = NULL;
  g_autoptr (SignetDelivery) again = NULL;
  g_autoptr (SignetRequest) party = NULL;
  g_autoptr (SignetAnswer) account = NULL;
  g_autoptr (SignetAnswer) resource = NULL;
  g_autoptr (SignetAnswer) changes = NULL;
  g_autoptr (SignetAnswer) keys = NULL;
  g_autoptr (GAsyncResult) news = NULL;
  g_autoptr (GAsyncResult) fetched = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = make_paper (self, 1000, &file);
  SignetProblem *problem;
  SignetAnswer *answer;

  party = make_party (file, sha256);
  sign_in (self);
  too_soon = send (self, party);
  g_assert_cmpint (signet_delivery_get_outcome (too_soon), ==, SIGNET_OUTCOME_REFUSED);
  problem = signet_remote_error_get_problem (signet_delivery_get_error (too_soon));
  g_assert_cmpstr (signet_problem_get_code (problem), ==, "email-not-bound");

  bind_email (self);
  account = get (self, "/v1/account", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_answer_get_member (account, "email"), ==, EMAIL);

  /* The paper isn't there yet. */
  incomplete = send (self, party);
  g_assert_cmpint (signet_delivery_get_outcome (incomplete), ==, SIGNET_OUTCOME_REFUSED);
  problem = signet_remote_error_get_problem (signet_delivery_get_error (incomplete));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (signet_problem_get_findings (problem))), ==, 1);

  upload (self, file, sha256);
  delivery = send (self, party);
  g_assert_no_error (signet_delivery_get_error (delivery));
  answer = signet_delivery_get_answer (delivery);
  g_assert_nonnull (signet_answer_get_etag (answer));
  g_assert_nonnull (signet_answer_get_member (answer, "receipt"));
  resource = get (self, signet_answer_get_location (answer), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_answer_get_etag (resource), ==, signet_answer_get_etag (answer));

  /* The same key and bytes again: the same answer, byte for byte, and one entry in the ledger. */
  again = send (self, party);
  g_assert_true (g_bytes_equal (signet_answer_get_body (answer),
                                signet_answer_get_body (signet_delivery_get_answer (again))));
  g_assert_cmpuint (count_ledger (self), ==, 1);

  signet_change_feed_next_async (feed, NULL, NULL, test_take_cb, &news);
  changes = signet_change_feed_next_finish (feed, test_wait_for (&news), &error);
  g_assert_no_error (error);
  g_assert_true (signet_change_feed_get_online (feed));

  signet_discovery_fetch_keys_async (self->discovery, NULL, test_take_cb, &fetched);
  keys = signet_discovery_fetch_keys_finish (self->discovery, test_wait_for (&fetched), &error);
  g_assert_no_error (error);
  g_assert_nonnull (signet_json_find (signet_answer_get_root (keys), "/keys/0/kid"));
}

/* Answers lost after processing, connections reset before it, garbage instead of an answer: filed once. */
static void
test_faults (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *faults;
    SignetOutcome outcome;
  } steps[] = {
    { "[{\"path\":\"/v1/parties\",\"phase\":\"before\",\"do\":\"reset\",\"count\":1}]",
      SIGNET_OUTCOME_UNKNOWN },
    { "[{\"path\":\"/v1/parties\",\"phase\":\"before\",\"do\":\"status\",\"status\":503,\"count\":1}]",
      SIGNET_OUTCOME_NOT_NOW },
    { "[{\"path\":\"/v1/parties\",\"phase\":\"after\",\"do\":\"drop_answer\",\"count\":1}]",
      SIGNET_OUTCOME_UNKNOWN },
    { "[{\"path\":\"/v1/parties\",\"phase\":\"after\",\"do\":\"cut\",\"count\":1}]", SIGNET_OUTCOME_UNKNOWN },
    { "[{\"path\":\"/v1/parties\",\"phase\":\"after\",\"do\":\"garbage\",\"count\":1}]",
      SIGNET_OUTCOME_UNKNOWN },
    { "[]", SIGNET_OUTCOME_DELIVERED },
  };
  g_autoptr (SignetRequest) party = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *sha256 = make_paper (self, 1000, &file);

  sign_in (self);
  bind_email (self);
  upload (self, file, sha256);
  party = make_party (file, sha256);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (SignetDelivery) delivery = NULL;

      g_test_message ("step %zu", i);
      set_faults (self, steps[i].faults);
      delivery = send (self, party);
      if (signet_delivery_get_error (delivery) != NULL)
        g_test_message ("%s", signet_delivery_get_error (delivery)->message);
      g_assert_cmpint (signet_delivery_get_outcome (delivery), ==, steps[i].outcome);
    }
  g_assert_cmpuint (count_ledger (self), ==, 1);
}

/* The answer with new tokens is lost after processing: nobody is signed out. */
static void
test_lost_tokens (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetAnswer) first = NULL;
  g_autoptr (SignetAnswer) moved = NULL;
  g_autoptr (SignetAnswer) account = NULL;
  g_autoptr (GError) error = NULL;

  sign_in (self);
  /* One whose tokens never came back would be over by then. */
  first = get (self, "/v1/account", &error);
  g_assert_no_error (error);
  moved = steer (self, "POST", "/practice/v1/clock", "{\"advance\":1200}");
  set_faults (self, "[{\"path\":\"/oauth/token\",\"phase\":\"after\",\"do\":\"drop_answer\",\"count\":1}]");
  account = get (self, "/v1/account", &error);
  g_assert_no_error (error);
  g_assert_cmpint (signet_session_get_state (self->session), ==, SIGNET_SESSION_SIGNED_IN);
}

/* An upload over cuts, and over a platform that is killed and started again on its data. */
static void
test_resumed (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *sha256 = make_paper (self, 3 * 1024 * 1024, &file);
  g_autoptr (SignetUpload) job = make_upload (self, file, sha256, NULL);
  g_autoptr (SignetAnswer) account = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  sign_in (self);
  bind_email (self);
  set_faults (self,
              "[{\"path\":\"/v1/files/\",\"method\":\"PATCH\",\"nth\":2,\"phase\":\"before\",\"do\":\"cut\","
              "\"count\":1},{\"path\":\"/v1/files/\",\"method\":\"PATCH\",\"nth\":3,\"phase\":\"after\","
              "\"do\":\"drop_answer\",\"count\":1}]");
  signet_upload_run_async (job, NULL, test_take_cb, &result);
  while (signet_upload_get_offset (job) == 0)
    g_main_context_iteration (NULL, TRUE);
  before = g_strdup (self->address);
  kill_platform (self);
  start_platform (self);
  g_assert_cmpstr (self->address, ==, before);
  signet_upload_run_finish (job, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (signet_upload_get_offset (job), ==, signet_upload_get_total (job));
  account = get (self, "/v1/account", &error);
  g_assert_no_error (error);
}

static void
test_no_phone (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "practice.json", NULL);
  g_autoptr (GAsyncResult) missing = NULL;
  g_autoptr (GAsyncResult) elsewhere = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  signet_practice_control_fetch_messages_async (self->phone, 0, NULL, test_take_cb, &missing);
  g_assert_null (
      signet_practice_control_fetch_messages_finish (self->phone, test_wait_for (&missing), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE);
  g_clear_error (&error);
  g_file_set_contents (path, "{\"address\":\"https://example.com\",\"control_key\":\"k\"}", -1, NULL);
  signet_practice_control_fetch_messages_async (self->phone, 0, NULL, test_take_cb, &elsewhere);
  g_assert_null (
      signet_practice_control_fetch_messages_finish (self->phone, test_wait_for (&elsewhere), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];

  ADD ("/practice/main-job", test_main_job);
  ADD ("/practice/faults", test_faults);
  ADD ("/practice/lost-tokens", test_lost_tokens);
  ADD ("/practice/resumed", test_resumed);
  ADD ("/practice/no-phone", test_no_phone);
  return g_test_run ();
}
