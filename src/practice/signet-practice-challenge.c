/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-account.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-locks.h"
#include "practice/signet-practice-messages.h"
#include "practice/signet-practice-oauth-answer.h"
#include "practice/signet-practice-password.h"
#include "practice/signet-practice-route.h"
#include "proof/signet-digest.h"
#include "proof/signet-random.h"

#include <string.h>

/* The authorization challenge endpoint (draft-ietf-oauth-first-party-apps; RFC 7636 with S256): a code by
 * SMS, or a password, becomes an authorization code for the token endpoint.
 *
 * The SMS code belongs to the phone, not to the session that asked for it: who starts again within a minute
 * uses the message that is there, and wrong guesses add up over all sessions and codes.
 */

#define CODE_LIFE (10 * G_TIME_SPAN_MINUTE)
#define RESEND_AFTER G_TIME_SPAN_MINUTE
#define CHALLENGE_LENGTH 43
#define MOST_PASSWORD 1024 /* bytes of what is tried; longer isn't worth hashing */

/* What begins a challenge; the texts live as long as the exchange. */
typedef struct
{
  const char *method;
  const char *pkce;
  const char *device;
  const char *place;
} Beginning;

static gboolean
is_base64url (const char *text, gsize length)
{
  return text != NULL && strlen (text) == length &&
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
  gint64 locked, wait;
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (JsonObject) object = NULL;

  if (!signet_practice_locks_check (context->platform, SIGNET_PRACTICE_METHOD_SMS, phone, &locked, error) ||
      !signet_practice_store_find (store, &statement, error,
                                   "SELECT sent_at, expires_at FROM phones WHERE phone = ?", "s", phone) ||
      !signet_practice_messages_get_wait (context->platform, "sms", phone, 0, &wait, error))
    return FALSE;
  if (locked > 0)
    {
      signet_practice_oauth_refuse_for (exchange, "locked", locked);
      return TRUE;
    }
  if (statement != NULL && signet_statement_get_int64 (statement, 0) + RESEND_AFTER > now)
    {
      sent_at = signet_statement_get_int64 (statement, 0);
      expires_at = signet_statement_get_int64 (statement, 1);
    }
  else if (wait > 0)
    {
      signet_practice_oauth_refuse_for (exchange, "daily_limit", wait);
      return TRUE;
    }
  else
    {
      g_autofree char *code = NULL;

      if (!signet_practice_messages_send (context->platform, "sms", phone, 0, &code, error) ||
          !signet_practice_store_run (
              store, error,
              "INSERT OR REPLACE INTO phones (phone, code, sent_at, expires_at) VALUES (?, ?, ?, ?)", "ssii",
              phone, code, sent_at, expires_at))
        return FALSE;
    }

  signet_practice_exchange_set_keep (exchange);
  object = signet_practice_oauth_make_error ("insufficient_authorization", NULL);
  json_object_set_string_member (object, "auth_session", session);
  json_object_set_int_member (object, "resend_after",
                              signet_practice_clock_count_seconds (sent_at + RESEND_AFTER - now));
  json_object_set_int_member (object, "expires_in", signet_practice_clock_count_seconds (expires_at - now));
  signet_practice_oauth_answer (exchange, 400, object);
  return TRUE;
}

/* Remembers a challenge by the digest of its session's secret. */
static char *
add_challenge (SignetPracticeContext *context,
               const Beginning *beginning,
               const char *phone,
               char **session,
               GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autofree char *digest = NULL;

  *session = signet_random_token (24, error);
  digest = *session != NULL ? signet_digest_of_text (*session, error) : NULL;
  if (digest == NULL ||
      !signet_practice_store_run (
          store, error,
          "DELETE FROM challenges WHERE expires_at <= ?1 AND COALESCE (authorization_until, 0) <= ?1", "i",
          now) ||
      !signet_practice_store_run (
          store, error,
          "INSERT INTO challenges (session, method, phone, pkce, device, place, expires_at)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)",
          "ssssssi", digest, beginning->method, phone, beginning->pkce, beginning->device, beginning->place,
          now + CODE_LIFE))
    return NULL;
  return g_steal_pointer (&digest);
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
  signet_practice_oauth_answer (exchange, 200, object);
  return TRUE;
}

static gboolean
count_wrong_try (SignetPracticeContext *context,
                 SignetPracticeExchange *exchange,
                 const char *method,
                 const char *subject,
                 const char *description,
                 GError **error)
{
  gint64 tries_left, locked;
  g_autoptr (JsonObject) object = NULL;

  if (!signet_practice_locks_count (context->platform, method, subject, &tries_left, &locked, error))
    return FALSE;
  signet_practice_exchange_set_keep (exchange);
  if (locked > 0)
    {
      signet_practice_oauth_refuse_for (exchange, "locked", locked);
      return TRUE;
    }
  object = signet_practice_oauth_make_error ("invalid_grant", description);
  json_object_set_int_member (object, "tries_left", tries_left);
  signet_practice_oauth_answer (exchange, 400, object);
  return TRUE;
}

static gboolean
begin_with_phone (SignetPracticeContext *context,
                  SignetPracticeExchange *exchange,
                  const Beginning *beginning,
                  GError **error)
{
  const char *phone = signet_practice_exchange_get_form (exchange, "phone");
  g_autofree char *session = NULL;
  g_autofree char *digest = NULL;

  if (!signet_practice_account_is_phone (phone))
    {
      signet_practice_oauth_refuse (exchange, "invalid_request",
                                    "phone must be a mobile number of mainland China");
      return TRUE;
    }
  digest = add_challenge (context, beginning, phone, &session, error);
  return digest != NULL && send_code (context, exchange, phone, session, error);
}

/* A login that nobody has, an account without a password and a wrong password look and last the same. Tries
 * count for the account, by whichever of its logins; where there is none, for what was typed.
 */
static gboolean
begin_with_password (SignetPracticeContext *context,
                     SignetPracticeExchange *exchange,
                     const Beginning *beginning,
                     GError **error)
{
  const char *given = signet_practice_exchange_get_form (exchange, "login");
  const char *password = signet_practice_exchange_get_form (exchange, "password");
  g_autofree char *login = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *session = NULL;
  g_autofree char *digest = NULL;
  const char *subject;
  gboolean matches;
  gint64 locked;

  if (given == NULL || password == NULL || strlen (given) > SIGNET_PRACTICE_MOST_ADDRESS ||
      strlen (password) > MOST_PASSWORD)
    {
      signet_practice_oauth_refuse (exchange, "invalid_request", "login and password are asked for");
      return TRUE;
    }
  login = g_ascii_strdown (given, -1);
  g_strstrip (login);
  if (!signet_practice_password_find (context->platform, login, &phone, &hash, error))
    return FALSE;
  subject = phone != NULL ? phone : login;
  if (!signet_practice_locks_check (context->platform, SIGNET_PRACTICE_METHOD_PASSWORD, subject, &locked,
                                    error))
    return FALSE;
  if (locked > 0)
    {
      signet_practice_oauth_refuse_for (exchange, "locked", locked);
      return TRUE;
    }
  if (!signet_practice_password_check (hash, password, &matches, error))
    return FALSE;
  if (!matches)
    return count_wrong_try (context, exchange, SIGNET_PRACTICE_METHOD_PASSWORD, subject,
                            "The login or the password is wrong", error);

  digest = add_challenge (context, beginning, phone, &session, error);
  return digest != NULL &&
         signet_practice_locks_clear (context->platform, SIGNET_PRACTICE_METHOD_PASSWORD, subject, error) &&
         give_authorization (context, exchange, digest, error);
}

static gboolean
begin_challenge (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  Beginning beginning = { .method = signet_practice_exchange_get_form (exchange, "method"),
                          .pkce = signet_practice_exchange_get_form (exchange, "code_challenge") };

  if (g_strcmp0 (signet_practice_exchange_get_form (exchange, "response_type"), "code") != 0)
    signet_practice_oauth_refuse (exchange, "invalid_request", "response_type must be code");
  else if (g_strcmp0 (signet_practice_exchange_get_form (exchange, "code_challenge_method"), "S256") != 0)
    signet_practice_oauth_refuse (exchange, "invalid_request", "code_challenge_method must be S256");
  else if (!is_base64url (beginning.pkce, CHALLENGE_LENGTH))
    signet_practice_oauth_refuse (exchange, "invalid_request",
                                  "code_challenge must be a SHA-256 in base64url");
  else if (!signet_practice_oauth_read_label (exchange, "device_name", &beginning.device) ||
           !signet_practice_oauth_read_label (exchange, "device_place", &beginning.place))
    return TRUE;
  else if (beginning.method == NULL ||
           !signet_practice_rules_has_login_method (signet_practice_platform_get_rules (context->platform),
                                                    beginning.method))
    signet_practice_oauth_refuse (exchange, "invalid_request",
                                  "method must be one that the platform offers here");
  else if (g_str_equal (beginning.method, SIGNET_PRACTICE_METHOD_SMS))
    return begin_with_phone (context, exchange, &beginning, error);
  else if (g_str_equal (beginning.method, SIGNET_PRACTICE_METHOD_PASSWORD))
    return begin_with_password (context, exchange, &beginning, error);
  else
    signet_practice_oauth_refuse (exchange, "invalid_request", "This method begins elsewhere");
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
  g_autoptr (SignetStatement) code = NULL;
  const char *phone;
  gint64 locked;

  if (digest == NULL ||
      !signet_practice_store_find (
          store, &challenge, error,
          "SELECT phone FROM challenges WHERE session = ? AND method = ? AND expires_at > ? AND began IS NULL",
          "ssi", digest, SIGNET_PRACTICE_METHOD_SMS, now))
    return FALSE;
  if (challenge == NULL)
    {
      signet_practice_oauth_refuse (exchange, "invalid_session", "Begin again");
      return TRUE;
    }
  phone = signet_statement_get_text (challenge, 0);
  if (otp == NULL)
    return send_code (context, exchange, phone, session, error);

  if (!signet_practice_locks_check (context->platform, SIGNET_PRACTICE_METHOD_SMS, phone, &locked, error) ||
      !signet_practice_store_find (store, &code, error,
                                   "SELECT code FROM phones WHERE phone = ? AND expires_at > ?", "si", phone,
                                   now))
    return FALSE;
  if (locked > 0)
    signet_practice_oauth_refuse_for (exchange, "locked", locked);
  else if (code == NULL)
    {
      g_autoptr (JsonObject)
          object = signet_practice_oauth_make_error ("invalid_grant", "The code has expired");

      json_object_set_int_member (object, "expires_in", 0);
      signet_practice_oauth_answer (exchange, 400, object);
    }
  else if (g_strcmp0 (signet_statement_get_text (code, 0), otp) != 0)
    return count_wrong_try (context, exchange, SIGNET_PRACTICE_METHOD_SMS, phone, "The code is wrong", error);
  else
    return give_authorization (context, exchange, digest, error);
  return TRUE;
}

static gboolean
post_challenge (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *session = signet_practice_exchange_get_form (exchange, "auth_session");

  if (!signet_practice_oauth_check_client (exchange))
    return TRUE;
  if (session == NULL)
    return begin_challenge (context, exchange, error);
  return continue_challenge (context, exchange, session, error);
}

#define FORM (SIGNET_PRACTICE_ROUTE_PUBLIC | SIGNET_PRACTICE_ROUTE_FORM | SIGNET_PRACTICE_ROUTE_WRITES)

const SignetPracticeRoute signet_practice_challenge_routes[] = {
  { "POST", "/oauth/challenge", FORM, post_challenge },
  { NULL, NULL, 0, NULL },
};
