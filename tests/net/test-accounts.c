/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Accounts at the desk, against the real practice platform and a real keyring: each way in, sessions, several
 * accounts, signing out, and going for good. What is secret is looked for wherever a program leaves things.
 */

#include "desk-fixture.h"

#include "model/signet-session-row.h"

#define OTHER_PHONE "13900139000"
#define PASSWORD "correct-horse-Zwergpinguin-7"

/* Everything that any room, GLib and libsoup have logged, at whatever level. */
static GMutex log_mutex;
static GString *log_text;

static GLogWriterOutput
log_writer (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  g_mutex_lock (&log_mutex);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].length < 0)
      g_string_append_printf (log_text, "%s=%s\n", fields[i].key, (const char *) fields[i].value);
    else
      g_string_append_len (log_text, fields[i].value, fields[i].length);
  g_mutex_unlock (&log_mutex);
  if ((level & G_LOG_LEVEL_MASK) <= G_LOG_LEVEL_CRITICAL)
    return g_log_writer_standard_streams (level, fields, n_fields, user_data);
  return G_LOG_WRITER_HANDLED;
}

/* Ways in */

static void
wait_for_state (Fixture *fixture, SignetDeviceSignInState state)
{
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);

  WAIT_UNTIL (signet_device_sign_in_get_state (device) == state);
}

static void
show_code (Fixture *fixture)
{
  signet_device_sign_in_start (signet_account_get_device_sign_in (fixture->account));
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_WAITING);
}

static void
scan (Fixture *fixture, const char *phone)
{
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);
  g_autoptr (GError) error = NULL;

  CALL (signet_account_answer_scan_finish (fixture->account, called, &error),
        signet_account_answer_scan_async, fixture->account, signet_device_sign_in_get_user_code (device),
        phone, phone != NULL);
  g_assert_no_error (error);
}

/* What the phone shows before it is asked: who asks, where, and what its clock shows. */
static SignetScan *
look_at_scan (Fixture *fixture)
{
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);
  g_autoptr (GError) error = NULL;
  SignetScan *scan;

  CALL (scan = signet_account_look_at_scan_finish (fixture->account, called, &error),
        signet_account_look_at_scan_async, fixture->account, signet_device_sign_in_get_user_code (device));
  g_assert_no_error (error);
  g_assert_cmpstr (signet_scan_get_user_code (scan), ==, signet_device_sign_in_get_user_code (device));
  g_assert_cmpstr (signet_scan_get_device (scan), ==, g_get_host_name ());
  return scan;
}

static void
test_scan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetScan) scan = NULL;
  g_autoptr (GDateTime) here = g_date_time_new_now_local ();
  g_autoptr (GDateTime) sent = NULL;

  show_code (fixture);
  scan = look_at_scan (fixture);
  sent = g_date_time_new_from_iso8601 (signet_scan_get_time (scan), NULL);
  g_assert_nonnull (sent);
  g_assert_cmpint (g_date_time_get_utc_offset (sent), ==, g_date_time_get_utc_offset (here));
  g_assert_cmpint (ABS (g_date_time_difference (here, sent)), <, G_TIME_SPAN_MINUTE);
  g_assert_false (signet_scan_get_clock_differs (scan));
  g_clear_object (&scan);

  control (fixture, "POST", "/practice/v1/clock", "{\"advance\":3600}");
  show_code (fixture);
  scan = look_at_scan (fixture);
  g_assert_true (signet_scan_get_clock_differs (scan));
  g_assert_cmpstr (signet_scan_get_requested_at (scan), !=, "");
}

static void
test_device (Fixture *fixture, gconstpointer data)
{
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);
  g_autofree char *first = NULL;

  g_assert_cmpuint (signet_device_sign_in_get_codes_left (device), ==, 3);
  show_code (fixture);
  first = g_strdup (signet_device_sign_in_get_user_code (device));
  g_assert_cmpuint (signet_device_sign_in_get_codes_left (device), ==, 2);
  g_assert_nonnull (strstr (signet_device_sign_in_get_uri (device), first));
  g_assert_cmpuint (signet_device_sign_in_get_seconds_left (device), >, 200);
  g_assert_cmpuint (signet_device_sign_in_get_interval (device), ==, 5);
  g_assert_true (signet_device_sign_in_get_online (device));

  show_code (fixture);
  g_assert_cmpstr (signet_device_sign_in_get_user_code (device), !=, first);
  g_assert_cmpuint (signet_device_sign_in_get_codes_left (device), ==, 1);
  scan (fixture, NULL);
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_DENIED);
  g_assert_cmpuint (signet_device_sign_in_get_seconds_left (device), ==, 0);

  show_code (fixture);
  g_assert_cmpuint (signet_device_sign_in_get_codes_left (device), ==, 0);
  signet_device_sign_in_start (device); /* there is no fourth */
  g_assert_cmpint (signet_device_sign_in_get_state (device), ==, SIGNET_DEVICE_SIGN_IN_WAITING);
  control (fixture, "POST", "/practice/v1/clock", "{\"advance\":301}");
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_EXPIRED);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_NEW);

  signet_device_sign_in_reset (device); /* another wizard */
  show_code (fixture);
  scan (fixture, PHONE);
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_DONE);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_UNBOUND);
  g_assert_cmpstr (signet_account_get_phone (fixture->account), ==, PHONE);
  g_assert_cmpstr (signet_account_get_name (fixture->account), ==, PHONE);
  bind_email (fixture);
  g_assert_cmpstr (signet_account_get_name (fixture->account), ==, "desk@example.com");
}

/* Going back and forward in the wizard gives no code for nothing, and doesn't use one up either. */
static void
test_device_left (Fixture *fixture, gconstpointer data)
{
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);
  g_autofree char *code = NULL;

  signet_device_sign_in_resume (device);
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_WAITING);
  code = g_strdup (signet_device_sign_in_get_user_code (device));
  for (int i = 0; i < 3; i++)
    {
      signet_device_sign_in_stop (device);
      g_assert_cmpint (signet_device_sign_in_get_state (device), ==, SIGNET_DEVICE_SIGN_IN_IDLE);
      live_for (20);
      signet_device_sign_in_resume (device);
      g_assert_cmpint (signet_device_sign_in_get_state (device), ==, SIGNET_DEVICE_SIGN_IN_WAITING);
      g_assert_cmpuint (signet_device_sign_in_get_seconds_left (device), >, 200);
      g_assert_cmpuint (signet_device_sign_in_get_codes_left (device), ==, 2);
      g_assert_cmpstr (signet_device_sign_in_get_user_code (device), ==, code);
    }
  show_code (fixture);
  signet_device_sign_in_stop (device);
  signet_device_sign_in_resume (device);
  show_code (fixture);
  g_assert_cmpuint (signet_device_sign_in_get_codes_left (device), ==, 0);
  scan (fixture, NULL);
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_DENIED);
  signet_device_sign_in_stop (device);
  signet_device_sign_in_resume (device);
  g_assert_cmpint (signet_device_sign_in_get_state (device), ==, SIGNET_DEVICE_SIGN_IN_DENIED);
  g_assert_cmpuint (signet_device_sign_in_get_codes_left (device), ==, 0);

  signet_device_sign_in_reset (device);
  g_assert_cmpuint (signet_device_sign_in_get_codes_left (device), ==, 3);
  signet_device_sign_in_resume (device);
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_WAITING);
  signet_device_sign_in_stop (device);
  signet_device_sign_in_resume (device);
  scan (fixture, PHONE); /* the code that was left is the one that signs in */
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_DONE);
}

static gboolean
sign_out (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean revoked = FALSE;

  CALL (signet_account_sign_out_finish (fixture->account, called, &revoked, &error),
        signet_account_sign_out_async, fixture->account);
  g_assert_no_error (error);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_SIGNED_OUT);
  return revoked;
}

static void
change_password (Fixture *fixture, const char *password, const char *reason)
{
  g_autoptr (GError) error = NULL;

  CALL (signet_account_change_password_finish (fixture->account, called, &error),
        signet_account_change_password_async, fixture->account, password, NULL);
  if (reason == NULL)
    g_assert_no_error (error);
  else
    g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_REFUSED);
  g_assert_cmpstr (signet_desk_error_get_reason (error), ==, reason);
}

static GError *
enter_password (Fixture *fixture, const char *password)
{
  SignetPasswordSignIn *sign_in_page = signet_account_get_password_sign_in (fixture->account);
  GError *error = NULL;

  CALL (signet_password_sign_in_enter_finish (sign_in_page, called, &error),
        signet_password_sign_in_enter_async, sign_in_page, "Desk@example.com", password);
  return error;
}

static void
test_password (Fixture *fixture, gconstpointer data)
{
  SignetPasswordSignIn *page = signet_account_get_password_sign_in (fixture->account);

  sign_in (fixture);
  bind_email (fixture);
  g_assert_false (signet_account_get_password_set (fixture->account));
  change_password (fixture, "short", "password-short");
  change_password (fixture, PASSWORD, NULL);
  g_assert_true (signet_account_get_password_set (fixture->account));
  g_assert_true (sign_out (fixture));

  for (int left = 4; left > 0; left--)
    {
      g_autoptr (GError) error = enter_password (fixture, "wrong");

      g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_WRONG_PASSWORD);
      g_assert_cmpint (signet_desk_error_get_tries_left (error), ==, left);
      g_assert_cmpint (signet_password_sign_in_get_tries_left (page), ==, left);
      g_assert_cmpint (signet_password_sign_in_get_retry_at (page), ==, 0);
    }
  for (int i = 0; i < 2; i++) /* the fifth, and the right one while it is locked */
    {
      g_autoptr (GError) error = enter_password (fixture, i == 0 ? "wrong" : PASSWORD);

      g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_LOCKED);
      g_assert_cmpuint (signet_desk_error_get_retry_after (error), >, 800);
      g_assert_cmpint (signet_password_sign_in_get_retry_at (page), >, 0);
    }
  control (fixture, "POST", "/practice/v1/clock", "{\"advance\":901}");
  g_assert_no_error (enter_password (fixture, PASSWORD));
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_READY);
  g_assert_cmpint (signet_password_sign_in_get_retry_at (page), ==, 0);
}

/* Whoever approves with another phone isn't let in to what waits here, and nothing of it stays there either.
 */
static void
test_other_phone (Fixture *fixture, gconstpointer data)
{
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);

  sign_in (fixture);
  bind_email (fixture);
  sign_out (fixture);
  show_code (fixture);
  scan (fixture, OTHER_PHONE);
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_FAILED);
  g_assert_error (signet_device_sign_in_get_error (device), SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OTHER_PHONE);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_SIGNED_OUT);
  g_assert_cmpstr (signet_account_get_phone (fixture->account), ==, PHONE);
}

/* Binding */

static GError *
send_email (Fixture *fixture, const char *address)
{
  SignetOneTimeCode *code = signet_account_get_email_code (fixture->account);
  GError *error = NULL;

  CALL (signet_one_time_code_send_finish (code, called, &error), signet_one_time_code_send_async, code,
        address);
  return error;
}

static GError *
enter_email (Fixture *fixture, const char *digits)
{
  SignetOneTimeCode *code = signet_account_get_email_code (fixture->account);
  GError *error = NULL;

  CALL (signet_one_time_code_enter_finish (code, called, &error), signet_one_time_code_enter_async, code,
        digits);
  return error;
}

static void
expect_binding (GError *error, SignetDeskError code)
{
  g_assert_error (error, SIGNET_DESK_ERROR, (int) code);
  g_error_free (error);
}

/* A code that isn't right, too often, too late; and what is bound stays so. */
static void
test_binding (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digits = NULL;

  sign_in (fixture);
  expect_binding (enter_email (fixture, "123456"), SIGNET_DESK_ERROR_CODE_EXPIRED); /* nothing was sent */
  g_assert_no_error (send_email (fixture, "desk@example.com"));
  digits = read_code (fixture, "email");
  for (int left = 4; left >= 0; left--)
    {
      g_autoptr (GError) error = enter_email (fixture, g_str_equal (digits, "000000") ? "000001" : "000000");

      g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_WRONG_CODE);
      g_assert_cmpint (signet_desk_error_get_tries_left (error), ==, left);
    }
  expect_binding (enter_email (fixture, digits), SIGNET_DESK_ERROR_LOCKED);

  control (fixture, "POST", "/practice/v1/clock", "{\"advance\":901}");
  g_assert_no_error (send_email (fixture, "desk@example.com"));
  g_free (digits);
  digits = read_code (fixture, "email");
  control (fixture, "POST", "/practice/v1/clock", "{\"advance\":601}");
  expect_binding (enter_email (fixture, digits), SIGNET_DESK_ERROR_CODE_EXPIRED);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_UNBOUND);

  g_assert_no_error (send_email (fixture, "desk@example.com"));
  g_free (digits);
  digits = read_code (fixture, "email");
  g_assert_no_error (enter_email (fixture, digits));
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_READY);
  expect_binding (send_email (fixture, "other@example.com"), SIGNET_DESK_ERROR_BINDING_FIXED);
}

/* Sessions */

static void
test_sessions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetSessionList) sessions = NULL;
  g_autoptr (SignetSessionRow) current = NULL;
  g_autoptr (SignetSessionRow) other = NULL;
  g_autoptr (GError) error = NULL;

  sign_in (fixture);
  bind_email (fixture);
  /* The platform isn't told: the session goes on there, and can be ended from another one. */
  control (fixture, "PUT", "/practice/v1/faults",
           "[{\"path\":\"/oauth/revoke\",\"phase\":\"before\",\"do\":\"reset\"}]");
  g_assert_false (sign_out (fixture));
  control (fixture, "PUT", "/practice/v1/faults", "[]");
  control (fixture, "POST", "/practice/v1/clock", "{\"advance\":61}");
  sign_in (fixture);

  sessions = signet_account_open_sessions (fixture->account);
  WAIT_UNTIL (signet_session_list_get_state (sessions) == SIGNET_LIST_ROWS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sessions)), ==, 2);
  current = g_list_model_get_item (G_LIST_MODEL (sessions), 0);
  other = g_list_model_get_item (G_LIST_MODEL (sessions), 1);
  g_assert_true (signet_session_row_get_current (current));
  g_assert_false (signet_session_row_get_current (other));
  g_assert_cmpstr (signet_session_row_get_method (other), ==, "sms");
  g_assert_cmpstr (signet_session_row_get_device (other), ==, g_get_host_name ());

  CALL (signet_session_list_end_finish (sessions, called, &error), signet_session_list_end_async, sessions,
        signet_session_row_get_id (other));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sessions)), ==, 1);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_READY);
  CALL (signet_session_list_end_finish (sessions, called, &error), signet_session_list_end_async, sessions,
        signet_session_row_get_id (current));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sessions)), ==, 0);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_SIGNED_OUT);
  signet_session_list_reload (sessions);
  WAIT_UNTIL (signet_session_list_get_state (sessions) == SIGNET_LIST_ERROR);
  g_assert_error (signet_session_list_get_error (sessions), SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_SIGNED_OUT);
}

/* Several accounts */

static guint
count_accounts (Fixture *fixture)
{
  return g_list_model_get_n_items (signet_desk_get_accounts (fixture->desk));
}

static void
expect_no_connection (Fixture *fixture, const char *address, SignetDeskError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAccount) account = NULL;

  CALL (account = signet_desk_connect_finish (fixture->desk, called, &error), signet_desk_connect_async,
        fixture->desk, address);
  g_assert_error (error, SIGNET_DESK_ERROR, (int) code);
  g_assert_cmpuint (count_accounts (fixture), ==, 1);
}

/* What can't be reached leaves nothing behind, and one platform is one however it is spelt. */
static void
test_connect (Fixture *fixture, gconstpointer data)
{
  const char *address = signet_account_get_address (fixture->account);
  g_autofree char *spelt = g_strdup_printf ("HTTP://%s/", address + strlen ("http://"));
  g_autoptr (SignetAccount) same = NULL;
  g_autoptr (GError) error = NULL;

  expect_no_connection (fixture, "http://127.0.0.1:1", SIGNET_DESK_ERROR_OFFLINE);
  expect_no_connection (fixture, "http://example.com", SIGNET_DESK_ERROR_ADDRESS);
  expect_no_connection (fixture, "https://a:b@example.com", SIGNET_DESK_ERROR_ADDRESS);
  expect_no_connection (fixture, "not an address", SIGNET_DESK_ERROR_ADDRESS);
  CALL (same = signet_desk_connect_finish (fixture->desk, called, &error), signet_desk_connect_async,
        fixture->desk, spelt);
  g_assert_no_error (error);
  g_assert_true (same == fixture->account);
  close_desk (fixture);
  WAIT_UNTIL ((live_for (20), find_practice () == 0));
  open_desk (fixture);
  g_assert_cmpuint (count_accounts (fixture), ==, 1);
}

static SignetAccount *
add_other (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SignetAccount *account = NULL;

  CALL (account = signet_desk_start_practice_finish (fixture->desk, called, &error),
        signet_desk_start_practice_async, fixture->desk, "ippro");
  g_assert_no_error (error);
  return account;
}

/* Two rule sets beside each other; the one chosen last is the one at the next start. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetAccount) other = add_other (fixture);
  g_autofree char *first = g_strdup (signet_account_get_id (fixture->account));

  g_assert_cmpuint (count_accounts (fixture), ==, 2);
  g_assert_true (signet_desk_get_account (fixture->desk) == other);
  signet_desk_choose_account (fixture->desk, fixture->account);
  g_assert_true (signet_desk_get_account (fixture->desk) == fixture->account);
  signet_desk_choose_account (fixture->desk, other);
  signet_desk_choose_account (fixture->desk, fixture->account);
  signet_desk_choose_account (fixture->desk, other);
  g_clear_object (&other);
  close_desk (fixture);
  WAIT_UNTIL ((live_for (20), find_practice () == 0));
  open_desk (fixture);
  g_assert_cmpstr (signet_account_get_id (signet_desk_get_account (fixture->desk)), !=, first);
  g_assert_cmpstr (signet_account_get_rules (signet_desk_get_account (fixture->desk)), ==, "ippro");
}

/* Looking for what must not be there */

static gboolean
holds (const char *path, const char *word)
{
  g_autofree char *text = NULL;
  gsize size;

  return g_file_get_contents (path, &text, &size, NULL) && memmem (text, size, word, strlen (word)) != NULL;
}

/* Whether @word stands in @text, and not as part of a longer one: six digits stand in many a number. */
static gboolean
has_word (const char *text, gsize size, const char *word)
{
  gsize length = strlen (word);
  const char *at = text;

  while ((at = memmem (at, size - (gsize) (at - text), word, length)) != NULL)
    {
      if ((at == text || !g_ascii_isalnum (at[-1])) &&
          (at + length == text + size || !g_ascii_isalnum (at[length])))
        return TRUE;
      at++;
    }
  return FALSE;
}

/* Looks through every file below @folder but those of the practice platform, which is the other side. */
static void
expect_nowhere (const char *folder, const char *secret)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize size;

      if (g_str_equal (name, "practice"))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        expect_nowhere (path, secret);
      else if (g_file_get_contents (path, &text, &size, NULL))
        g_assert_false (has_word (text, size, secret));
    }
}

/* The command lines of all that runs on this computer. */
static void
expect_in_no_command (const char *secret)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc", name, "cmdline", NULL);
      g_autofree char *text = NULL;
      gsize size;

      if (g_ascii_isdigit (*name) && g_file_get_contents (path, &text, &size, NULL))
        g_assert_false (has_word (text, size, secret));
    }
}

static void
expect_secret (Fixture *fixture, const char *what, const char *secret)
{
  g_test_message ("looking for %s", what);
  g_assert_cmpuint (strlen (secret), >=, 6);
  expect_nowhere (fixture->folder, secret);
  expect_in_no_command (secret);
  g_mutex_lock (&log_mutex);
  g_assert_false (has_word (log_text->str, log_text->len, secret));
  g_mutex_unlock (&log_mutex);
}

static void
expect_token_secret (Fixture *fixture)
{
  g_autoptr (SignetCredentials) credentials = signet_credentials_new ();
  g_autoptr (GError) error = NULL;
  char *token = NULL;

  CALL (token = signet_credentials_lookup_finish (credentials, called, &error),
        signet_credentials_lookup_async, credentials, signet_account_get_id (fixture->account));
  g_assert_no_error (error);
  expect_secret (fixture, "the refresh token", token);
  signet_credentials_free_secret (token);
}

/* Neither codes nor passwords nor tokens are left in a file, a log or a command line, whichever way in. */
static void
test_secrets (Fixture *fixture, gconstpointer data)
{
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);
  g_autofree char *sms = NULL;
  g_autofree char *email = NULL;
  g_autofree char *user_code = NULL;

  /* What is looked with finds what is there. */
  g_message ("looking-for-this");
  g_assert_true (has_word (log_text->str, log_text->len, "looking-for-this"));

  sign_in (fixture);
  sms = read_code (fixture, "sms");
  expect_secret (fixture, "the code of the text message", sms);
  expect_token_secret (fixture);
  bind_email (fixture);
  email = read_code (fixture, "email");
  expect_secret (fixture, "the code of the e-mail", email);
  change_password (fixture, PASSWORD, NULL);
  expect_secret (fixture, "the new password", PASSWORD);
  sign_out (fixture);

  show_code (fixture);
  user_code = g_strdup (signet_device_sign_in_get_user_code (device));
  scan (fixture, PHONE);
  wait_for_state (fixture, SIGNET_DEVICE_SIGN_IN_DONE);
  expect_secret (fixture, "the code that was scanned", user_code);
  expect_token_secret (fixture);
  sign_out (fixture);

  g_assert_no_error (enter_password (fixture, PASSWORD));
  expect_secret (fixture, "the password", PASSWORD);
  expect_token_secret (fixture);
  g_mutex_lock (&log_mutex);
  g_assert_null (strstr (log_text->str, "Bearer "));
  g_assert_null (strstr (log_text->str, "_token="));
  g_mutex_unlock (&log_mutex);
  close_desk (fixture);
  expect_nowhere (fixture->folder, PASSWORD);
  expect_nowhere (fixture->folder, sms);
}

static guint
count_vault (Fixture *fixture)
{
  g_autofree char *vault = g_build_filename (fixture->folder, "vault", NULL);
  g_autofree char *quoted = g_shell_quote (vault);
  g_autofree char *command = g_strdup_printf ("find %s -type f", quoted);
  g_autofree char *output = NULL;
  guint n = 0;

  g_assert_true (g_spawn_command_line_sync (command, &output, NULL, NULL, NULL));
  for (const char *at = output; *at != '\0'; at++)
    n += *at == '\n';
  return n;
}

/* Really gone: no word of it is left in any file, but for what the other account knows, too. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { PHONE,  "desk@example.com", "68123457",
                                       "试台", "所列商品未经许可", "kwaixiaodian" };
  g_autoptr (SignetAccount) other = NULL;
  g_autofree char *complaint = NULL;
  g_autofree char *id = g_strdup (signet_account_get_id (fixture->account));
  g_autoptr (SignetDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  SignetAccountWeight weight = { 0 };
  gboolean revoked = FALSE;

  complaint = file_complaint (fixture);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  draft = write_complaint (fixture);
  WAIT_UNTIL (signet_draft_get_saving (draft) == SIGNET_DRAFT_SAVED);
  g_assert_cmpuint (count_vault (fixture), ==, 4);

  for (int i = 0; i < 2; i++) /* weighing changes nothing */
    {
      CALL (signet_desk_weigh_account_finish (fixture->desk, called, &weight, &error),
            signet_desk_weigh_account_async, fixture->desk, fixture->account);
      g_assert_no_error (error);
      g_assert_cmpuint (weight.drafts, ==, 1);
      g_assert_cmpuint (weight.unsent, ==, 0);
      g_assert_cmpuint (weight.complaints, ==, 1);
      g_assert_cmpuint (weight.parties, ==, 1);
      g_assert_cmpuint (weight.rights, ==, 1);
      g_assert_cmpuint (weight.receipts, ==, 3);
      g_assert_cmpuint (weight.files, ==, 4);
      g_assert_cmpuint (weight.file_bytes, >, 400);
    }

  other = add_other (fixture);
  CALL (signet_desk_remove_account_finish (fixture->desk, called, &revoked, &error),
        signet_desk_remove_account_async, fixture->desk, fixture->account);
  g_assert_no_error (error);
  g_assert_true (revoked);
  /* Whoever still holds a draft of it doesn't bring it back. */
  signet_complaint_set_statement (signet_draft_get_complaint (draft), "所列商品未经许可");
  live_for (400);
  g_clear_object (&draft);
  g_assert_cmpuint (count_accounts (fixture), ==, 1);
  g_assert_true (signet_desk_get_account (fixture->desk) == other);
  g_assert_cmpuint (g_list_model_get_n_items (signet_desk_get_complaints (fixture->desk)), ==, 0);
  WAIT_UNTIL ((live_for (20), count_vault (fixture) == 0));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *log = g_build_filename (fixture->folder, "desk.sqlite-wal", NULL);

      g_test_message ("%s, the desk still open", words[i]);
      g_assert_false (holds (log, words[i]));
    }
  g_clear_object (&other);
  close_desk (fixture);
  WAIT_UNTIL ((live_for (20), find_practice () == 0));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *database = g_build_filename (fixture->folder, "desk.sqlite", NULL);
      g_autofree char *kuaishou = g_build_filename (fixture->folder, "practice", "kuaishou", NULL);

      g_test_message ("%s", words[i]);
      g_assert_true (g_file_test (database, G_FILE_TEST_EXISTS));
      g_assert_false (holds (database, words[i]));
      g_assert_false (g_file_test (kuaishou, G_FILE_TEST_EXISTS));
    }

  open_desk (fixture);
  g_assert_cmpuint (count_accounts (fixture), ==, 1);
  g_assert_null (signet_desk_load_right (fixture->desk, id, NULL, NULL));
}

/* A kill between the rows and the papers leaves nothing behind: the next start goes on. */
static void
test_remove_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "desk.sqlite", NULL);
  g_autofree char *kuaishou = g_build_filename (fixture->folder, "practice", "kuaishou", NULL);
  sqlite3 *db;

  close_desk (fixture);
  WAIT_UNTIL ((live_for (20), find_practice () == 0));
  g_assert_cmpuint (count_vault (fixture), ==, 2);
  /* As a kill right after the transaction leaves it: the licence is noted, the certificate is used. */
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db,
                    "PRAGMA foreign_keys = OFF;"
                    "INSERT INTO vault_removals (sha256) SELECT DISTINCT sha256 FROM outbox_files;"
                    "DELETE FROM outbox_files WHERE slot = 'licence'; DELETE FROM uploads WHERE sha256 NOT IN"
                    " (SELECT sha256 FROM outbox_files); DELETE FROM outbox WHERE kind = 'party';"
                    "DELETE FROM parties; DELETE FROM certifications; DELETE FROM accounts;"
                    "INSERT INTO settings (key, value) VALUES ('practice-removed/kuaishou', '1');",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (g_file_test (kuaishou, G_FILE_TEST_IS_DIR));

  open_desk (fixture);
  WAIT_UNTIL ((live_for (20), count_vault (fixture) == 1));
  WAIT_UNTIL ((live_for (20), !g_file_test (kuaishou, G_FILE_TEST_EXISTS)));
  close_desk (fixture);
  open_desk (fixture);
  g_assert_cmpuint (count_vault (fixture), ==, 1);
}

/* A note of a folder that has gone already would take the next one of that name. */
static void
test_remove_noted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "desk.sqlite", NULL);
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;

  close_desk (fixture);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "INSERT INTO settings (key, value) VALUES ('practice-removed/gone', '1')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  open_desk (fixture);
  close_desk (fixture);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT count(*) FROM settings WHERE key LIKE 'practice-removed/%'", -1, &stmt,
                      NULL);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (stmt, 0), ==, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  open_desk (fixture);
}

/* A platform elsewhere may say that it is a practice platform with the rules of this desk's own: it is none
 * of this desk's, and removing the account on it leaves the desk's own alone. */
static void
test_remove_namesake (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kuaishou = g_build_filename (fixture->folder, "practice", "kuaishou", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess)
      elsewhere = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, practice_program, "--rules",
                                    "kuaishou", "--port", "0", "--memory", NULL);
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (elsewhere));
  g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_autoptr (JsonNode) ready = json_from_string (line, &error);
  const char *address = json_object_get_string_member (json_node_get_object (ready), "address");
  g_autoptr (SignetAccount) other = NULL;
  gboolean revoked = FALSE;

  g_assert_no_error (error);
  CALL (other = signet_desk_connect_finish (fixture->desk, called, &error), signet_desk_connect_async,
        fixture->desk, address);
  g_assert_no_error (error);
  g_clear_object (&other);
  close_desk (fixture);
  WAIT_UNTIL ((live_for (20), find_practice () == atoi (g_subprocess_get_identifier (elsewhere))));
  open_desk (fixture);
  g_assert_cmpuint (count_accounts (fixture), ==, 2);
  other = g_list_model_get_item (signet_desk_get_accounts (fixture->desk), 1);
  g_assert_cmpstr (signet_account_get_address (other), ==, address);
  g_assert_true (signet_account_get_practice (other)); /* nothing leaves this computer there either */
  g_assert_false (signet_account_has_phone (other));
  CALL (signet_desk_remove_account_finish (fixture->desk, called, &revoked, &error),
        signet_desk_remove_account_async, fixture->desk, other);
  g_assert_no_error (error);
  g_assert_cmpuint (count_accounts (fixture), ==, 1);
  live_for (200);
  g_assert_true (g_file_test (kuaishou, G_FILE_TEST_IS_DIR));
  g_subprocess_force_exit (elsewhere);
  g_subprocess_wait (elsewhere, NULL, NULL);
}

/* A platform elsewhere says that it is a practice platform: the bar that promises that nothing leaves this
 * computer isn't for it. */
static void
test_practice_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "desk.sqlite", NULL);
  g_autoptr (SignetAccount) account = NULL;
  sqlite3 *db;

  g_assert_true (signet_account_get_practice (fixture->account));
  g_assert_true (signet_account_has_phone (fixture->account));
  close_desk (fixture);
  WAIT_UNTIL ((live_for (20), find_practice () == 0));
  /* As it lies here once such a platform has been connected to. */
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE accounts SET address = 'https://127.0.0.1.example', hosted = ''",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), ==, 1);
  sqlite3_close (db);
  open_desk (fixture);
  account = g_list_model_get_item (signet_desk_get_accounts (fixture->desk), 0);
  g_assert_true (signet_platform_get_practice (signet_account_get_platform (account)));
  g_assert_false (signet_account_get_practice (account));
  g_assert_false (signet_account_has_phone (account));
}

static void
add_tests (void)
{
  g_test_add ("/accounts/scan", Fixture, NULL, set_up_new, test_scan, tear_down);
  g_test_add ("/accounts/device", Fixture, NULL, set_up_new, test_device, tear_down);
  g_test_add ("/accounts/device-left", Fixture, NULL, set_up_new, test_device_left, tear_down);
  g_test_add ("/accounts/password", Fixture, NULL, set_up_new, test_password, tear_down);
  g_test_add ("/accounts/other-phone", Fixture, NULL, set_up_new, test_other_phone, tear_down);
  g_test_add ("/accounts/binding", Fixture, NULL, set_up_new, test_binding, tear_down);
  g_test_add ("/accounts/sessions", Fixture, NULL, set_up_new, test_sessions, tear_down);
  g_test_add ("/accounts/connect", Fixture, NULL, set_up_new, test_connect, tear_down);
  g_test_add ("/accounts/choose", Fixture, NULL, set_up_new, test_choose, tear_down);
  g_test_add ("/accounts/secrets", Fixture, NULL, set_up_new, test_secrets, tear_down);
  g_test_add ("/accounts/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/accounts/remove-killed", Fixture, NULL, set_up, test_remove_killed, tear_down);
  g_test_add ("/accounts/remove-noted", Fixture, NULL, set_up, test_remove_noted, tear_down);
  g_test_add ("/accounts/practice-elsewhere", Fixture, NULL, set_up_new, test_practice_elsewhere, tear_down);
  g_test_add ("/accounts/remove-namesake", Fixture, NULL, set_up, test_remove_namesake, tear_down);
}

int
main (int argc, char *argv[])
{
  int result;

  log_text = g_string_new (NULL);
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_log_set_writer_func (log_writer, NULL, NULL);
  result = run_tests (argc, argv, add_tests);
  g_string_free (log_text, TRUE);
  return result;
}
