/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-device.h"

#include "model/signet-finding.h"
#include "practice/signet-practice-account.h"
#include "practice/signet-practice-clock.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-oauth-answer.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-sessions.h"
#include "proof/signet-digest.h"
#include "proof/signet-random.h"

/* Device authorization (RFC 8628): signing in by a code that is scanned with the platform's phone app.
 *
 * The standard leaves what the phone shows to the two sides; here the client says `device_name`,
 * `device_place` and `device_time`, and the platform adds the code and the time at which it was asked, as the
 * security practice for cross-device flows (RFC 10027) wants it. What a device says of itself anybody can
 * say; so that a time made up is seen, the phone is told where it isn't the platform's. Neither standard
 * turns a device away for a clock that is wrong, nor does the platform.
 *
 * There is no PKCE: nothing passes through a browser, and the device code never leaves the client. Scopes
 * don't exist.
 *
 * On the practice platform the phone is `GET /practice/v1/device/{user_code}` (what it shows) and
 * `POST …/approval` (what is answered on it).
 */

#define CODE_LIFE (5 * G_TIME_SPAN_MINUTE)
#define INTERVAL 5 /* seconds; RFC 8628, 3.2 */
#define SLOWER 5   /* seconds; RFC 8628, 3.5 */

/* A timer may be a little early. */
#define TOLERANCE (G_USEC_PER_SEC / 10)

/* Codes that wait at the same time. A client asks for three at most, one after the other. */
#define MOST_OPEN 10

/* Codes that ran out are told so for a day. */
#define KEPT G_TIME_SPAN_DAY

/* A device's clock that is further off than a code lives isn't the platform's. */
#define CLOCK_TOLERANCE CODE_LIFE

/* RFC 8628, 6.1: no vowels, so no words, and nothing that is mistaken for something else: 34.5 bits. */
#define ALPHABET "BCDFGHJKLMNPQRSTVWXZ"
#define USER_CODE_LENGTH 8

#define PATH "/device"

static const char page[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Signet practice platform</title></head><body>\n"
    "<p>This is the practice platform. Nothing is approved here: the panel in Signet plays the phone.</p>\n"
    "<p lang=\"zh-CN\">这里是练习平台，无需在此确认：请在知印的“手机”面板中确认登录。</p>\n"
    "</body></html>\n";

static char *
make_user_code (GError **error)
{
  const guint8 fair = 256 / (sizeof ALPHABET - 1) * (sizeof ALPHABET - 1);
  GString *code = g_string_new (NULL);

  while (code->len < USER_CODE_LENGTH)
    {
      guint8 random;

      if (!signet_random_fill (&random, sizeof random, error))
        {
          g_string_free (code, TRUE);
          return NULL;
        }
      if (random < fair)
        g_string_append_c (code, ALPHABET[random % (sizeof ALPHABET - 1)]);
    }
  return g_string_free (code, FALSE);
}

/* In two groups, as people read and compare them. */
static char *
group (const char *user_code)
{
  return g_strdup_printf ("%.4s-%s", user_code, user_code + 4);
}

/* Case and what stands between don't count (RFC 8628, 6.1). */
static char *
ungroup (const char *text)
{
  GString *code = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (code, g_ascii_toupper (*text));
  return g_string_free (code, FALSE);
}

/* Its offset says more of the place than the moment alone. */
static gboolean
read_time (SignetPracticeExchange *exchange, const char **time)
{
  g_autoptr (GDateTime) read = NULL;

  *time = signet_practice_exchange_get_form (exchange, "device_time");
  if (*time == NULL)
    return TRUE;
  read = signet_practice_clock_read_time (*time);
  if (read != NULL)
    return TRUE;
  signet_practice_oauth_refuse (exchange, "invalid_request", "device_time must be of RFC 3339");
  return FALSE;
}

/* Refuses if too many codes wait already. */
static gboolean
check_open_codes (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) row = NULL;

  if (!signet_practice_store_run (store, error, "DELETE FROM devices WHERE expires_at <= ?", "i",
                                  now - KEPT) ||
      !signet_practice_store_find (
          store, &row, error,
          "SELECT COUNT (*), MIN (expires_at) FROM devices WHERE status = 'pending' AND expires_at > ?", "i",
          now))
    return FALSE;
  if (signet_statement_get_int64 (row, 0) >= MOST_OPEN)
    signet_practice_oauth_refuse_for (exchange, "too_many_codes", signet_statement_get_int64 (row, 1) - now);
  return TRUE;
}

static void
answer_codes (SignetPracticeContext *context,
              SignetPracticeExchange *exchange,
              const char *device_code,
              const char *user_code)
{
  const char *issuer = signet_practice_platform_get_issuer (context->platform);
  g_autofree char *grouped = group (user_code);
  g_autofree char *uri = g_strconcat (issuer, PATH, NULL);
  g_autofree char *complete = g_strconcat (uri, "?user_code=", grouped, NULL);
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "device_code", device_code);
  json_object_set_string_member (object, "user_code", grouped);
  json_object_set_string_member (object, "verification_uri", uri);
  json_object_set_string_member (object, "verification_uri_complete", complete);
  json_object_set_int_member (object, "expires_in", CODE_LIFE / G_USEC_PER_SEC);
  json_object_set_int_member (object, "interval", INTERVAL);
  signet_practice_oauth_answer (exchange, 200, object);
}

static gboolean
post_device (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  gint64 now = signet_practice_platform_now (context->platform);
  const char *name, *place, *time;
  g_autofree char *device_code = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *user_code = NULL;

  if (!signet_practice_rules_has_login_method (signet_practice_platform_get_rules (context->platform),
                                               SIGNET_PRACTICE_METHOD_DEVICE))
    {
      signet_practice_refuse (exchange, "not-found", "This platform doesn't offer it");
      return TRUE;
    }
  if (!signet_practice_oauth_check_client (exchange) ||
      !signet_practice_oauth_read_label (exchange, "device_name", &name) ||
      !signet_practice_oauth_read_label (exchange, "device_place", &place) || !read_time (exchange, &time))
    return TRUE;
  if (name[0] == '\0')
    {
      signet_practice_oauth_refuse (exchange, "invalid_request", "device_name is what the phone shows");
      return TRUE;
    }
  if (!check_open_codes (context, exchange, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;

  device_code = signet_random_token (32, error);
  digest = device_code != NULL ? signet_digest_of_text (device_code, error) : NULL;
  user_code = digest != NULL ? make_user_code (error) : NULL;
  if (user_code == NULL ||
      !signet_practice_store_run (
          signet_practice_platform_get_store (context->platform), error,
          "INSERT INTO devices (device_code, user_code, name, place, device_time, requested_at, expires_at,"
          " poll_interval) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          "sssssiii", digest, user_code, name, place, time, now, now + CODE_LIFE, (gint64) INTERVAL))
    return FALSE;
  answer_codes (context, exchange, device_code, user_code);
  return TRUE;
}

/* Nothing of the address is shown again: the page is the same whatever was asked for. */
static gboolean
get_page (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  signet_practice_exchange_add_header (exchange, "Content-Security-Policy", "default-src 'none'");
  signet_practice_exchange_add_header (exchange, "Cache-Control", "no-store");
  signet_practice_exchange_answer (exchange, 200, "text/html; charset=utf-8",
                                   g_bytes_new_static (page, sizeof page - 1));
  return TRUE;
}

/* Asked before the interval is over: longer from now on, for this code. */
static gboolean
poll (SignetPracticeContext *context, SignetPracticeExchange *exchange, SignetStatement *row, GError **error)
{
  gint64 now = signet_practice_platform_now (context->platform);
  gint64 interval = signet_statement_get_int64 (row, 2);
  gboolean soon = !signet_statement_is_null (row, 3) &&
                  signet_statement_get_int64 (row, 3) + interval * G_USEC_PER_SEC - TOLERANCE > now;

  signet_practice_exchange_set_keep (exchange);
  signet_practice_oauth_refuse (exchange, soon ? "slow_down" : "authorization_pending", NULL);
  return signet_practice_store_run (signet_practice_platform_get_store (context->platform), error,
                                    "UPDATE devices SET polled_at = ?, poll_interval = ? WHERE n = ?", "iii",
                                    now, soon ? interval + SLOWER : interval,
                                    signet_statement_get_int64 (row, 0));
}

/* As with an authorization code: whoever comes again ends what the code began, for it was stolen or its
 * answer was lost.
 */
static gboolean
refuse_used (SignetPracticeContext *context,
             SignetPracticeExchange *exchange,
             SignetStatement *row,
             GError **error)
{
  signet_practice_exchange_set_keep (exchange);
  signet_practice_oauth_refuse (exchange, "invalid_grant", "The device code is unknown or used");
  return row == NULL || signet_statement_is_null (row, 8) ||
         signet_practice_sessions_end (context->platform, signet_statement_get_int64 (row, 8), error);
}

/**
 * signet_practice_device_exchange:
 * @context: the platform, with a transaction open
 * @exchange: a token request with a device code
 * @session: (out): row of the session that the code began; 0 if the exchange is refused
 * @error: return location
 *
 * Exchanges a device code, or says why not yet or never (RFC 8628, 3.5).
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_device_exchange (SignetPracticeContext *context,
                                 SignetPracticeExchange *exchange,
                                 gint64 *session,
                                 GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  const char *code = signet_practice_exchange_get_form (exchange, "device_code");
  g_autofree char *digest = NULL;
  g_autoptr (SignetStatement) row = NULL;
  const char *status;

  *session = 0;
  if (code == NULL)
    {
      signet_practice_oauth_refuse (exchange, "invalid_request", "device_code is asked for");
      return TRUE;
    }
  digest = signet_digest_of_text (code, error);
  if (digest == NULL ||
      !signet_practice_store_find (
          store, &row, error,
          "SELECT n, status, poll_interval, polled_at, expires_at, account, name, place, began FROM devices"
          " WHERE device_code = ?",
          "s", digest))
    return FALSE;

  status = row != NULL ? signet_statement_get_text (row, 1) : "used";
  if (g_str_equal (status, "used"))
    return refuse_used (context, exchange, row, error);
  if (signet_statement_get_int64 (row, 4) <= signet_practice_platform_now (context->platform))
    signet_practice_oauth_refuse (exchange, "expired_token", NULL);
  else if (g_str_equal (status, "denied"))
    signet_practice_oauth_refuse (exchange, "access_denied", NULL);
  else if (g_str_equal (status, "pending"))
    return poll (context, exchange, row, error);
  else
    return signet_practice_sessions_begin (context->platform, signet_statement_get_int64 (row, 5),
                                           SIGNET_PRACTICE_METHOD_DEVICE, signet_statement_get_text (row, 6),
                                           signet_statement_get_text (row, 7), session, error) &&
           signet_practice_store_run (store, error,
                                      "UPDATE devices SET status = 'used', began = ? WHERE n = ?", "ii",
                                      *session, signet_statement_get_int64 (row, 0));
  return TRUE;
}

#define VIEW_COLUMNS "user_code, name, place, device_time, requested_at, expires_at, status, n"

/* Whether the clock of a device showed something else than that of the platform when this was asked. */
static gboolean
clock_differs (const char *device_time, gint64 requested_at)
{
  g_autoptr (GDateTime) there = signet_practice_clock_read_time (device_time);

  return there == NULL || ABS (g_date_time_to_unix (there) * G_USEC_PER_SEC - requested_at) > CLOCK_TOLERANCE;
}

static JsonObject *
make_view (SignetStatement *row, gint64 now)
{
  g_autofree char *grouped = group (signet_statement_get_text (row, 0));
  const char *status = signet_statement_get_text (row, 6);
  gboolean over = signet_statement_get_int64 (row, 5) <= now;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "user_code", grouped);
  json_object_set_string_member (object, "device_name", signet_statement_get_text (row, 1));
  json_object_set_string_member (object, "device_place", signet_statement_get_text (row, 2));
  if (!signet_statement_is_null (row, 3))
    {
      const char *time = signet_statement_get_text (row, 3);

      json_object_set_string_member (object, "device_time", time);
      json_object_set_boolean_member (object, "clock_differs",
                                      clock_differs (time, signet_statement_get_int64 (row, 4)));
    }
  signet_practice_json_set_time (object, "requested_at", signet_statement_get_int64 (row, 4));
  signet_practice_json_set_time (object, "expires_at", signet_statement_get_int64 (row, 5));
  json_object_set_string_member (object, "status",
                                 over && g_str_equal (status, "pending") ? "expired" : status);
  return object;
}

/* Finds the code in the path, or refuses. */
static gboolean
find_device (SignetPracticeContext *context,
             SignetPracticeExchange *exchange,
             SignetStatement **row,
             GError **error)
{
  g_autofree char *user_code = ungroup (signet_practice_exchange_get_id (exchange));

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), row, error,
                                   "SELECT " VIEW_COLUMNS " FROM devices WHERE user_code = ?", "s",
                                   user_code))
    return FALSE;
  if (*row == NULL)
    signet_practice_refuse (exchange, "not-found", NULL);
  return TRUE;
}

static gboolean
get_device (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (JsonObject) view = NULL;

  if (!find_device (context, exchange, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  view = make_view (row, signet_practice_platform_now (context->platform));
  signet_practice_exchange_answer_object (exchange, 200, view);
  return TRUE;
}

static gboolean
decide (SignetPracticeContext *context, gint64 device, gboolean approve, const char *phone, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 account = 0;

  if (!approve)
    return signet_practice_store_run (store, error, "UPDATE devices SET status = 'denied' WHERE n = ?", "i",
                                      device);
  return signet_practice_account_find_or_register (context->platform, phone, &account, error) &&
         signet_practice_store_run (store, error,
                                    "UPDATE devices SET status = 'approved', account = ? WHERE n = ?", "ii",
                                    account, device);
}

static gboolean
post_approval (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  JsonObject *json = signet_practice_exchange_get_json (exchange);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader) reader = signet_practice_reader_new (json, "", findings);
  JsonNode *node = json_object_get_member (json, "approve");
  gboolean approve = FALSE;
  const char *phone = NULL;
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (SignetStatement) again = NULL;
  g_autoptr (JsonObject) view = NULL;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    signet_practice_reader_add (reader, "approve", node == NULL ? "required" : "type", NULL);
  else
    approve = json_node_get_boolean (node);
  if (approve)
    phone = signet_practice_reader_need_text (reader, "phone");
  if (phone != NULL && !signet_practice_account_is_phone (phone))
    signet_practice_reader_add (reader, "phone", "phone", NULL);
  if (findings->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, findings);
      return TRUE;
    }
  if (!find_device (context, exchange, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  if (signet_statement_get_int64 (row, 5) <= now)
    {
      signet_practice_refuse (exchange, "code-expired", NULL);
      return TRUE;
    }
  if (!g_str_equal (signet_statement_get_text (row, 6), "pending"))
    {
      signet_practice_refuse (exchange, "locked", "This was decided");
      return TRUE;
    }
  if (!decide (context, signet_statement_get_int64 (row, 7), approve, phone, error) ||
      !find_device (context, exchange, &again, error))
    return FALSE;
  view = make_view (again, now);
  signet_practice_exchange_answer_object (exchange, 200, view);
  return TRUE;
}

#define CONTROL SIGNET_PRACTICE_ROUTE_CONTROL
#define WRITES SIGNET_PRACTICE_ROUTE_WRITES

const SignetPracticeRoute signet_practice_device_routes[] = {
  { "POST", "/oauth/device", SIGNET_PRACTICE_ROUTE_PUBLIC | SIGNET_PRACTICE_ROUTE_FORM | WRITES,
    post_device },
  { "GET", PATH, SIGNET_PRACTICE_ROUTE_PUBLIC, get_page },
  { "GET", "/practice/v1/device/{id}", CONTROL, get_device },
  { "POST", "/practice/v1/device/{id}/approval", CONTROL | SIGNET_PRACTICE_ROUTE_JSON | WRITES,
    post_approval },
  { NULL, NULL, 0, NULL },
};
