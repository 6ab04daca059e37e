/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A computer that sleeps for a day, and one whose clock is set to another day, against the real practice
 * platform: tokens are renewed unseen, count-downs go on as they should, and nothing waits for a day that has
 * been before. What goes on during suspend comes from this program's own clock_gettime(), the time of day
 * from the clock the desk is given.
 */

#include "desk-fixture.h"

#include <sys/syscall.h>

#define DAY_SECONDS (24 * 60 * 60)

static gint64 slept; /* seconds */
static gint64 set;   /* seconds by which the time of day has been moved */

int
clock_gettime (clockid_t id, struct timespec *time)
{
  int result = (int) syscall (SYS_clock_gettime, id, time);

  if (id == CLOCK_BOOTTIME)
    time->tv_sec += slept;
  return result;
}

#define TEST_TYPE_CLOCK (test_clock_get_type ())
G_DECLARE_FINAL_TYPE (TestClock, test_clock, TEST, CLOCK, SignetClock)

struct _TestClock
{
  SignetClock parent_instance;
};

G_DEFINE_FINAL_TYPE (TestClock, test_clock, SIGNET_TYPE_CLOCK)

static gint64
test_clock_now (SignetClock *clock)
{
  return g_get_real_time () + (slept + set) * G_TIME_SPAN_SECOND;
}

static void
test_clock_class_init (TestClockClass *klass)
{
  SIGNET_CLOCK_CLASS (klass)->now = test_clock_now;
}

static void
test_clock_init (TestClock *self)
{
}

static SignetClock *
create_clock (void)
{
  return g_object_new (TEST_TYPE_CLOCK, NULL);
}

static void
sleep_for (Fixture *fixture, gint64 seconds)
{
  g_autofree char *body = g_strdup_printf ("{\"advance\":%" G_GINT64_FORMAT "}", seconds);

  slept += seconds;
  control (fixture, "POST", "/practice/v1/clock", body);
}

static void
set_up_awake (Fixture *fixture, gconstpointer data)
{
  slept = 0;
  set = 0;
  if (GPOINTER_TO_INT (data))
    set_up (fixture, NULL);
  else
    set_up_new (fixture, NULL);

  /* What the program asks is what stands above. */
  slept = 1000 * DAY_SECONDS;
  g_assert_cmpint (signet_clock_boot_time (), >, slept * G_TIME_SPAN_SECOND);
  slept = 0;
}

static char *
look_up_token (Fixture *fixture)
{
  g_autoptr (SignetCredentials) credentials = signet_credentials_new ();
  g_autoptr (GError) error = NULL;
  char *token = NULL;

  CALL (token = signet_credentials_lookup_finish (credentials, called, &error),
        signet_credentials_lookup_async, credentials, signet_account_get_id (fixture->account));
  g_assert_no_error (error);
  g_assert_nonnull (token);
  return token;
}

/* Something only a person who is signed in gets. */
static void
read_sessions (Fixture *fixture)
{
  g_autoptr (SignetSessionList) sessions = signet_account_open_sessions (fixture->account);

  WAIT_UNTIL (signet_session_list_get_state (sessions) == SIGNET_LIST_ROWS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sessions)), ==, 1);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_READY);
}

/* After a night the access token is too old, here and there: it is renewed, and nobody is asked anything. */
static void
test_sleep (Fixture *fixture, gconstpointer data)
{
  char *before;
  char *after;

  sign_in (fixture);
  bind_email (fixture);
  for (int night = 0; night < 2; night++)
    {
      before = look_up_token (fixture);
      sleep_for (fixture, DAY_SECONDS);
      read_sessions (fixture);
      after = look_up_token (fixture);
      g_assert_cmpstr (before, !=, after);
      signet_credentials_free_secret (before);
      signet_credentials_free_secret (after);
    }
}

/* Sleeping counts: a code for a phone grows old, and another text message can be sent. */
static void
test_sleep_counting (Fixture *fixture, gconstpointer data)
{
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);
  SignetOneTimeCode *code = signet_account_get_sign_in_code (fixture->account);
  g_autoptr (SignetClock) clock = create_clock ();
  g_autoptr (GError) error = NULL;

  CALL (signet_one_time_code_send_finish (code, called, &error), signet_one_time_code_send_async, code,
        PHONE);
  g_assert_no_error (error);
  g_assert_cmpint (signet_one_time_code_get_resend_at (code), >, signet_clock_monotonic (clock));
  signet_device_sign_in_start (device);
  WAIT_UNTIL (signet_device_sign_in_get_state (device) == SIGNET_DEVICE_SIGN_IN_WAITING);
  g_assert_cmpuint (signet_device_sign_in_get_seconds_left (device), >, 250);

  sleep_for (fixture, 200);
  g_assert_cmpint (signet_one_time_code_get_resend_at (code), <, signet_clock_monotonic (clock));
  WAIT_UNTIL (signet_device_sign_in_get_seconds_left (device) <= 100);
  g_assert_cmpint (signet_device_sign_in_get_state (device), ==, SIGNET_DEVICE_SIGN_IN_WAITING);
  sleep_for (fixture, 200);
  WAIT_UNTIL (signet_device_sign_in_get_seconds_left (device) == 0);
  WAIT_UNTIL (signet_device_sign_in_get_state (device) == SIGNET_DEVICE_SIGN_IN_EXPIRED);
}

/* What a wrong time of day must not change: a code stays good, and a good token isn't renewed. */
static void
test_set (Fixture *fixture, gconstpointer data)
{
  static const gint64 days[] = { 1, -1, 365, 0 };
  SignetDeviceSignIn *device = signet_account_get_device_sign_in (fixture->account);
  char *before;

  signet_device_sign_in_start (device);
  WAIT_UNTIL (signet_device_sign_in_get_state (device) == SIGNET_DEVICE_SIGN_IN_WAITING);
  set = DAY_SECONDS;
  live_for (1500);
  g_assert_cmpuint (signet_device_sign_in_get_seconds_left (device), >, 250);
  set = -DAY_SECONDS;
  live_for (1500);
  g_assert_cmpuint (signet_device_sign_in_get_seconds_left (device), >, 250);
  g_assert_cmpuint (signet_device_sign_in_get_seconds_left (device), <=, 300);
  signet_device_sign_in_stop (device);

  sign_in (fixture);
  bind_email (fixture);
  before = look_up_token (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      char *after;

      set = days[i] * DAY_SECONDS;
      read_sessions (fixture);
      after = look_up_token (fixture);
      g_assert_cmpstr (before, ==, after);
      signet_credentials_free_secret (after);
    }
  signet_credentials_free_secret (before);
}

static gboolean
waits_for_next_try (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "desk.sqlite", NULL);
  sqlite3_stmt *stmt = NULL;
  gboolean waits;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (db,
                          "SELECT count(*) FROM outbox WHERE state = 'queued' AND attempts > 0 AND"
                          " next_try_at > ?",
                          -1, &stmt, NULL),
      ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, g_get_real_time () + G_TIME_SPAN_SECOND / 5);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  waits = sqlite3_column_int (stmt, 0) == 1;
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return waits;
}

/* The next try of what the platform had no time for is noted as a time of day: set back, that would be a day
 * away. */
static void
test_set_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *complaint = NULL;

  control (fixture, "PUT", "/practice/v1/faults",
           "[{\"method\":\"POST\",\"path\":\"/v1/complaints\",\"do\":\"status\",\"status\":429}]");
  complaint = file_complaint (fixture);
  WAIT_UNTIL ((live_for (20), waits_for_next_try (fixture)));
  set = -DAY_SECONDS;
  control (fixture, "PUT", "/practice/v1/faults", "[]");
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_filed (fixture), ==, 1);
}

static void
add_tests (void)
{
  g_test_add ("/clock/sleep", Fixture, NULL, set_up_awake, test_sleep, tear_down);
  g_test_add ("/clock/sleep-counting", Fixture, NULL, set_up_awake, test_sleep_counting, tear_down);
  g_test_add ("/clock/set", Fixture, NULL, set_up_awake, test_set, tear_down);
  g_test_add ("/clock/set-back", Fixture, GINT_TO_POINTER (TRUE), set_up_awake, test_set_back, tear_down);
}

int
main (int argc, char *argv[])
{
  make_clock = create_clock;
  return run_tests (argc, argv, add_tests);
}
