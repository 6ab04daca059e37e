/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-sessions.h"

#include "practice/signet-practice-json.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"

/* An account's sessions: one for each time somebody signed in. They can be seen and ended from any of them,
 * and a session that ended takes its tokens with it at once.
 */

/* A session whose tokens never came back is nobody's, since the answer that held them may have been lost: it
 * ends with its first access token. */
#define UNUSED_LIFE (10 * G_TIME_SPAN_MINUTE)
#define ALIVE "NOT revoked AND (used OR created_at > ?)"

/* How exact "last used" is: reading shouldn't write each time. */
#define USED_STEP G_TIME_SPAN_MINUTE

/**
 * signet_practice_sessions_begin:
 * @platform: the platform, with a transaction open
 * @account: row of the account
 * @method: way in: `device`, `sms` or `password`
 * @device: what the device calls itself, may be ""
 * @place: where it says it is, may be ""
 * @session: (out): row of the new session
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_sessions_begin (SignetPracticePlatform *platform,
                                gint64 account,
                                const char *method,
                                const char *device,
                                const char *place,
                                gint64 *session,
                                GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autofree char *id = signet_practice_store_make_id ("ses", error);

  if (id == NULL || !signet_practice_store_run (
                        store, error,
                        "INSERT INTO sessions (id, account, method, device, place, created_at, used_at)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        "sisssii", id, account, method, device, place, now, now))
    return FALSE;
  *session = signet_db_get_last_insert_id (signet_practice_store_get_db (store));
  return TRUE;
}

/**
 * signet_practice_sessions_touch:
 * @platform: the platform
 * @session: row of a session
 * @error: return location
 *
 * Remembers that a session is used now, to the minute.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_sessions_touch (SignetPracticePlatform *platform, gint64 session, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (store, &statement, error,
                                   "SELECT 1 FROM sessions WHERE n = ? AND (NOT used OR used_at <= ?)", "ii",
                                   session, now - USED_STEP))
    return FALSE;
  return statement == NULL ||
         signet_practice_store_run (
             store, error,
             "UPDATE sessions SET used = 1, used_at = iif (used_at <= ?, ?, used_at) WHERE n = ?", "iii",
             now - USED_STEP, now, session);
}

/**
 * signet_practice_sessions_is_alive:
 * @platform: the platform
 * @session: row of a session
 * @alive: (out): whether it hasn't ended
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_sessions_is_alive (SignetPracticePlatform *platform,
                                   gint64 session,
                                   gboolean *alive,
                                   GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                   "SELECT 1 FROM sessions WHERE n = ? AND " ALIVE, "ii", session,
                                   signet_practice_platform_now (platform) - UNUSED_LIFE))
    return FALSE;
  *alive = statement != NULL;
  return TRUE;
}

/**
 * signet_practice_sessions_end:
 * @platform: the platform, with a transaction open
 * @session: row of a session
 * @error: return location
 *
 * Ends a session: none of its tokens works any more, and its requests that wait are refused.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_sessions_end (SignetPracticePlatform *platform, gint64 session, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (store, &statement, error, "SELECT account FROM sessions WHERE n = ?", "i",
                                   session))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  signet_practice_store_touch (store, signet_statement_get_int64 (statement, 0));
  return signet_practice_store_run (store, error, "UPDATE sessions SET revoked = 1 WHERE n = ?", "i",
                                    session) &&
         signet_practice_store_run (store, error, "DELETE FROM tokens WHERE session = ?", "i", session);
}

/**
 * signet_practice_sessions_end_others:
 * @platform: the platform, with a transaction open
 * @account: row of the account
 * @session: row of the session that goes on
 * @error: return location
 *
 * Ends an account's sessions but one, and what was about to begin another: codes not yet exchanged, devices
 * approved but not yet signed in.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_sessions_end_others (SignetPracticePlatform *platform,
                                     gint64 account,
                                     gint64 session,
                                     GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);

  signet_practice_store_touch (store, account);
  return signet_practice_store_run (store, error,
                                    "DELETE FROM tokens WHERE session IN"
                                    " (SELECT n FROM sessions WHERE account = ? AND n <> ?)",
                                    "ii", account, session) &&
         signet_practice_store_run (store, error,
                                    "UPDATE sessions SET revoked = 1 WHERE account = ? AND n <> ?", "ii",
                                    account, session) &&
         signet_practice_store_run (store, error,
                                    "DELETE FROM challenges WHERE began IS NULL AND"
                                    " authorization_code IS NOT NULL AND"
                                    " phone = (SELECT phone FROM accounts WHERE n = ?)",
                                    "i", account) &&
         signet_practice_store_run (
             store, error, "UPDATE devices SET status = 'denied' WHERE account = ? AND status = 'approved'",
             "i", account);
}

static JsonObject *
make_session (SignetStatement *row, gint64 current)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", signet_statement_get_text (row, 0));
  json_object_set_string_member (object, "method", signet_statement_get_text (row, 1));
  json_object_set_string_member (object, "device_name", signet_statement_get_text (row, 2));
  json_object_set_string_member (object, "device_place", signet_statement_get_text (row, 3));
  signet_practice_json_set_time (object, "created_at", signet_statement_get_int64 (row, 4));
  signet_practice_json_set_time (object, "used_at", signet_statement_get_int64 (row, 5));
  json_object_set_boolean_member (object, "current", signet_statement_get_int64 (row, 6) == current);
  return object;
}

/* Those that can still go on, that is, have a token which isn't over; few enough for one page. */
static gboolean
get_sessions (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  JsonArray *items = json_array_new ();
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) rows = signet_practice_store_query (
      signet_practice_platform_get_store (context->platform), error,
      "SELECT id, method, device, place, created_at, used_at, n FROM sessions s"
      " WHERE account = ? AND " ALIVE
      " AND EXISTS (SELECT 1 FROM tokens t WHERE t.session = s.n AND t.valid_until > ?)"
      " ORDER BY used_at DESC, n DESC",
      "iii", signet_practice_exchange_get_account (exchange), now - UNUSED_LIFE, now);
  gboolean found;

  json_object_set_array_member (answer, "items", items);
  if (rows == NULL)
    return FALSE;
  while (signet_practice_store_next (rows, &found, error))
    {
      if (!found)
        {
          signet_practice_exchange_answer_object (exchange, 200, answer);
          return TRUE;
        }
      json_array_add_object_element (items,
                                     make_session (rows, signet_practice_exchange_get_session (exchange)));
    }
  return FALSE;
}

static gboolean
delete_session (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) row = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &row, error,
                                   "SELECT n FROM sessions WHERE id = ? AND account = ? AND NOT revoked",
                                   "si", signet_practice_exchange_get_id (exchange),
                                   signet_practice_exchange_get_account (exchange)))
    return FALSE;
  if (row == NULL)
    {
      signet_practice_refuse (exchange, "not-found", NULL);
      return TRUE;
    }
  signet_practice_exchange_answer (exchange, 204, NULL, NULL);
  return signet_practice_sessions_end (context->platform, signet_statement_get_int64 (row, 0), error);
}

#define UNBOUND SIGNET_PRACTICE_ROUTE_UNBOUND

const SignetPracticeRoute signet_practice_session_routes[] = {
  { "GET", "/v1/account/sessions", UNBOUND, get_sessions },
  { "DELETE", "/v1/account/sessions/{id}", UNBOUND | SIGNET_PRACTICE_ROUTE_WRITES, delete_session },
  { NULL, NULL, 0, NULL },
};
