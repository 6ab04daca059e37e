/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-json.h"
#include "practice/signet-practice-route.h"
#include "practice/signet-practice-tokens.h"
#include "proof/signet-digest.h"
#include "proof/signet-pkce.h"
#include "proof/signet-random.h"

#include <string.h>

/* Signing in: a code by SMS at the authorization challenge endpoint (draft-ietf-oauth-first-party-apps, RFC
 * 7636 with S256), exchanged at the token endpoint (RFC 6749), ended at the revocation endpoint (RFC 7009).
 *
 * The code belongs to the phone, not to the session that asked for it: who starts again within a minute uses
 * the message that is there, and wrong guesses add up over all sessions.
 */

#define CODE_LIFE (10 * G_TIME_SPAN_MINUTE)
#define RESEND_AFTER G_TIME_SPAN_MINUTE
#define LOCK_TIME (15 * G_TIME_SPAN_MINUTE)
#define MOST_TRIES 5
#define CHALLENGE_LENGTH 43

static gint64
to_seconds (gint64 microseconds)
{
  return MAX (0, (microseconds + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

static JsonObject *
make_error (const char *error, const char *description)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "error", error);
  if (description != NULL)
    json_object_set_string_member (object, "error_description", description);
  return object;
}

static void
answer (SignetPracticeExchange *exchange, guint status, JsonObject *object)
{
  signet_practice_exchange_add_header (exchange, "Cache-Control", "no-store");
  signet_practice_exchange_answer_object (exchange, status, object);
}

static void
refuse (SignetPracticeExchange *exchange, const char *error, const char *description)
{
  g_autoptr (JsonObject) object = make_error (error, description);

  answer (exchange, 400, object);
}

static void
refuse_locked (SignetPracticeExchange *exchange, gint64 left)
{
  g_autoptr (JsonObject) object = make_error ("temporarily_unavailable", "Too many wrong codes");

  json_object_set_int_member (object, "tries_left", 0);
  signet_practice_exchange_add_header (exchange, "Retry-After", "%" G_GINT64_FORMAT, to_seconds (left));
  answer (exchange, 429, object);
}

static gboolean
check_client (SignetPracticeExchange *exchange)
{
  if (g_strcmp0 (signet_practice_exchange_get_form (exchange, "client_id"), "signet") == 0)
    return TRUE;
  refuse (exchange, "invalid_client", "client_id must be signet");
  return FALSE;
}

static gboolean
is_phone (const char *text)
{
  return text != NULL && strlen (text) == 11 && text[0] == '1' && text[1] >= '3' &&
         strspn (text, "0123456789") == 11;
}

static gboolean
is_base64url (const char *text, gsize least, gsize most)
{
  gsize length = text != NULL ? strlen (text) : 0;

  return length >= least && length <= most &&
         strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == length;
}

/* Sends a code unless one was sent within the last minute, and says when the next may go out. */
static gboolean
send_code (SignetPracticeContext *context,
           SignetPracticeExchange *exchange,
           const char *phone,
           const char *session,
           GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 now = signet_practice_platform_now (context->platform);
  gint64 sent_at = now;
  gint64 expires_at = now + CODE_LIFE;
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (JsonObject) object = NULL;

  if (!signet_practice_store_find (store, &statement, error,
                                   "SELECT sent_at, expires_at, locked_until FROM phones WHERE phone = ?",
                                   "s", phone))
    return FALSE;
  if (statement != NULL && signet_statement_get_int64 (statement, 2) > now)
    {
      refuse_locked (exchange, signet_statement_get_int64 (statement, 2) - now);
      return TRUE;
    }
  if (statement != NULL && signet_statement_get_int64 (statement, 0) + RESEND_AFTER > now)
    {
      sent_at = signet_statement_get_int64 (statement, 0);
      expires_at = signet_statement_get_int64 (statement, 1);
    }
  else
    {
      g_autofree char *code = NULL;

      if (!signet_practice_platform_send_code (context->platform, "sms", phone, &code, error) ||
          !signet_practice_store_run (
              store, error,
              "INSERT OR REPLACE INTO phones (phone, code, sent_at, expires_at) VALUES (?, ?, ?, ?)", "ssii",
              phone, code, sent_at, expires_at))
        return FALSE;
    }

  signet_practice_exchange_set_keep (exchange);
  object = make_error ("insufficient_authorization", NULL);
  json_object_set_string_member (object, "auth_session", session);
  json_object_set_int_member (object, "resend_after", to_seconds (sent_at + RESEND_AFTER - now));
  json_object_set_int_member (object, "expires_in", to_seconds (expires_at - now));
  answer (exchange, 400, object);
  return TRUE;
}

static gboolean
begin_challenge (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *pkce = signet_practice_exchange_get_form (exchange, "code_challenge");
  const char *phone = signet_practice_exchange_get_form (exchange, "phone");
  const char *device = signet_practice_exchange_get_form (exchange, "device_name");
  gint64 now = signet_practice_platform_now (context->platform);
  g_autofree char *session = NULL;
  g_autofree char *digest = NULL;

  if (g_strcmp0 (signet_practice_exchange_get_form (exchange, "response_type"), "code") != 0)
    refuse (exchange, "invalid_request", "response_type must be code");
  else if (g_strcmp0 (signet_practice_exchange_get_form (exchange, "code_challenge_method"), "S256") != 0)
    refuse (exchange, "invalid_request", "code_challenge_method must be S256");
  else if (!is_base64url (pkce, CHALLENGE_LENGTH, CHALLENGE_LENGTH))
    refuse (exchange, "invalid_request", "code_challenge must be a SHA-256 in base64url");
  else if (g_strcmp0 (signet_practice_exchange_get_form (exchange, "method"), "sms") != 0)
    refuse (exchange, "invalid_request", "method must be sms");
  else if (!is_phone (phone))
    refuse (exchange, "invalid_request", "phone must be a mobile number of mainland China");
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;

  session = signet_random_token (24, error);
  digest = session != NULL ? signet_digest_of_text (session, error) : NULL;
  if (digest == NULL ||
      !signet_practice_store_run (signet_practice_platform_get_store (context->platform), error,
                                  "DELETE FROM challenges WHERE expires_at <= ?", "i", now) ||
      !signet_practice_store_run (
          signet_practice_platform_get_store (context->platform), error,
          "INSERT INTO challenges (session, phone, pkce, device, expires_at) VALUES (?, ?, ?, ?, ?)", "ssssi",
          digest, phone, pkce, device != NULL ? device : "", now + CODE_LIFE))
    return FALSE;
  return send_code (context, exchange, phone, session, error);
}

static gboolean
count_wrong_code (SignetPracticeContext *context,
                  SignetPracticeExchange *exchange,
                  const char *phone,
                  gint64 tries,
                  GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (JsonObject) object = NULL;

  signet_practice_exchange_set_keep (exchange);
  if (tries >= MOST_TRIES)
    {
      refuse_locked (exchange, LOCK_TIME);
      return signet_practice_store_run (
          store, error,
          "UPDATE phones SET tries = 0, expires_at = 0, sent_at = 0, locked_until = ? WHERE phone = ?", "is",
          now + LOCK_TIME, phone);
    }
  object = make_error ("invalid_grant", "The code is wrong");
  json_object_set_int_member (object, "tries_left", MOST_TRIES - tries);
  answer (exchange, 400, object);
  return signet_practice_store_run (store, error, "UPDATE phones SET tries = ? WHERE phone = ?", "is", tries,
                                    phone);
}

static gboolean
give_authorization (SignetPracticeContext *context,
                    SignetPracticeExchange *exchange,
                    const char *session_digest,
                    GError **error)
{
  g_autofree char *code = signet_random_token (24, error);
  g_autofree char *digest = code != NULL ? signet_digest_of_text (code, error) : NULL;
  g_autoptr (JsonObject) object = json_object_new ();

  if (digest == NULL ||
      !signet_practice_store_run (
          signet_practice_platform_get_store (context->platform), error,
          "UPDATE challenges SET authorization_code = ?, authorization_until = ? WHERE session = ?", "sis",
          digest, signet_practice_platform_now (context->platform) + CODE_LIFE, session_digest))
    return FALSE;
  json_object_set_string_member (object, "authorization_code", code);
  json_object_set_int_member (object, "expires_in", CODE_LIFE / G_USEC_PER_SEC);
  answer (exchange, 200, object);
  return TRUE;
}

static gboolean
continue_challenge (SignetPracticeContext *context,
                    SignetPracticeExchange *exchange,
                    const char *session,
                    GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  const char *otp = signet_practice_exchange_get_form (exchange, "otp");
  gint64 now = signet_practice_platform_now (context->platform);
  g_autofree char *digest = signet_digest_of_text (session, error);
  g_autoptr (SignetStatement) challenge = NULL;
  g_autoptr (SignetStatement) phone_row = NULL;
  const char *phone;

  if (digest == NULL ||
      !signet_practice_store_find (store, &challenge, error,
                                   "SELECT phone FROM challenges WHERE session = ? AND expires_at > ?", "si",
                                   digest, now))
    return FALSE;
  if (challenge == NULL)
    {
      refuse (exchange, "invalid_session", "Begin again");
      return TRUE;
    }
  phone = signet_statement_get_text (challenge, 0);
  if (otp == NULL)
    return send_code (context, exchange, phone, session, error);

  if (!signet_practice_store_find (store, &phone_row, error,
                                   "SELECT code, tries, expires_at, locked_until FROM phones WHERE phone = ?",
                                   "s", phone))
    return FALSE;
  if (phone_row != NULL && signet_statement_get_int64 (phone_row, 3) > now)
    refuse_locked (exchange, signet_statement_get_int64 (phone_row, 3) - now);
  else if (phone_row == NULL || signet_statement_get_int64 (phone_row, 2) <= now)
    {
      g_autoptr (JsonObject) object = make_error ("invalid_grant", "The code has expired");

      json_object_set_int_member (object, "expires_in", 0);
      answer (exchange, 400, object);
    }
  else if (g_strcmp0 (signet_statement_get_text (phone_row, 0), otp) != 0)
    return count_wrong_code (context, exchange, phone, signet_statement_get_int64 (phone_row, 1) + 1, error);
  else
    return give_authorization (context, exchange, digest, error);
  return TRUE;
}

static gboolean
post_challenge (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *session = signet_practice_exchange_get_form (exchange, "auth_session");

  if (!check_client (exchange))
    return TRUE;
  if (session == NULL)
    return begin_challenge (context, exchange, error);
  return continue_challenge (context, exchange, session, error);
}

/* An unknown phone registers. */
static gboolean
find_account (SignetPracticeContext *context, const char *phone, gint64 *account, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) statement = NULL;
  g_autofree char *id = NULL;
  g_autofree char *binding = NULL;

  if (!signet_practice_store_find (store, &statement, error, "SELECT n FROM accounts WHERE phone = ?", "s",
                                   phone))
    return FALSE;
  if (statement != NULL)
    {
      *account = signet_statement_get_int64 (statement, 0);
      return TRUE;
    }
  id = signet_practice_store_make_id ("acc", error);
  binding = id != NULL ? signet_practice_store_make_id ("bnd", error) : NULL;
  if (binding == NULL || !signet_practice_store_run (
                             store, error, "INSERT INTO accounts (id, phone, created_at) VALUES (?, ?, ?)",
                             "ssi", id, phone, now))
    return FALSE;
  *account = signet_db_get_last_insert_id (signet_practice_store_get_db (store));
  return signet_practice_store_run (
      store, error,
      "INSERT INTO bindings (id, account, kind, value, status) VALUES (?, ?, 'phone', ?, 'confirmed')", "sis",
      binding, *account, phone);
}

static gboolean
answer_tokens (SignetPracticeContext *context,
               SignetPracticeExchange *exchange,
               gint64 session,
               GError **error)
{
  g_autoptr (JsonObject) tokens = signet_practice_tokens_issue (context->platform, session, error);

  if (tokens == NULL)
    return FALSE;
  answer (exchange, 200, tokens);
  return TRUE;
}

static gboolean
exchange_code (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  const char *code = signet_practice_exchange_get_form (exchange, "code");
  const char *verifier = signet_practice_exchange_get_form (exchange, "code_verifier");
  gint64 now = signet_practice_platform_now (context->platform);
  g_autofree char *digest = NULL;
  g_autofree char *pkce = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *device = NULL;
  g_autoptr (SignetStatement) statement = NULL;
  gint64 account = 0;

  if (code == NULL || verifier == NULL)
    {
      refuse (exchange, "invalid_request", "code and code_verifier are asked for");
      return TRUE;
    }
  digest = signet_digest_of_text (code, error);
  pkce = digest != NULL ? signet_pkce_challenge (verifier, error) : NULL;
  if (pkce == NULL ||
      !signet_practice_store_find (
          store, &statement, error,
          "SELECT phone, device, pkce FROM challenges WHERE authorization_code = ? AND authorization_until > ?",
          "si", digest, now))
    return FALSE;
  if (statement == NULL || g_strcmp0 (signet_statement_get_text (statement, 2), pkce) != 0)
    {
      refuse (exchange, "invalid_grant", "The code is unknown, used, expired or somebody else's");
      return TRUE;
    }
  phone = signet_statement_dup_text (statement, 0);
  device = signet_statement_dup_text (statement, 1);

  if (!signet_practice_store_run (store, error, "DELETE FROM challenges WHERE authorization_code = ?", "s",
                                  digest) ||
      !signet_practice_store_run (store, error, "DELETE FROM phones WHERE phone = ?", "s", phone) ||
      !find_account (context, phone, &account, error) ||
      !signet_practice_store_run (store, error,
                                  "INSERT INTO sessions (account, device, created_at) VALUES (?, ?, ?)",
                                  "isi", account, device, now))
    return FALSE;
  return answer_tokens (context, exchange,
                        signet_db_get_last_insert_id (signet_practice_store_get_db (store)), error);
}

static gboolean
refresh (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *token = signet_practice_exchange_get_form (exchange, "refresh_token");
  gint64 session = 0;

  if (token == NULL)
    {
      refuse (exchange, "invalid_request", "refresh_token is asked for");
      return TRUE;
    }
  if (!signet_practice_tokens_use_refresh (context->platform, token, &session, error))
    return FALSE;
  if (session == 0)
    {
      refuse (exchange, "invalid_grant", "The refresh token is unknown, used or expired");
      return TRUE;
    }
  return answer_tokens (context, exchange, session, error);
}

static gboolean
post_token (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *type = signet_practice_exchange_get_form (exchange, "grant_type");

  if (!check_client (exchange))
    return TRUE;
  if (g_strcmp0 (type, "authorization_code") == 0)
    return exchange_code (context, exchange, error);
  if (g_strcmp0 (type, "refresh_token") == 0)
    return refresh (context, exchange, error);
  refuse (exchange, type == NULL ? "invalid_request" : "unsupported_grant_type", NULL);
  return TRUE;
}

static gboolean
post_revoke (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *token = signet_practice_exchange_get_form (exchange, "token");

  if (!check_client (exchange))
    return TRUE;
  if (token == NULL)
    {
      refuse (exchange, "invalid_request", "token is asked for");
      return TRUE;
    }
  signet_practice_exchange_answer (exchange, 200, NULL, NULL);
  return signet_practice_tokens_revoke (context->platform, token, error);
}

#define FORM (SIGNET_PRACTICE_ROUTE_PUBLIC | SIGNET_PRACTICE_ROUTE_FORM | SIGNET_PRACTICE_ROUTE_WRITES)

const SignetPracticeRoute signet_practice_oauth_routes[] = {
  { "POST", "/oauth/challenge", FORM, post_challenge },
  { "POST", "/oauth/token", FORM, post_token },
  { "POST", "/oauth/revoke", FORM, post_revoke },
  { NULL, NULL, 0, NULL },
};
