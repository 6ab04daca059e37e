/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-tokens.h"

#include "proof/signet-digest.h"
#include "proof/signet-random.h"

/* Access and refresh tokens. Refresh tokens rotate: using one makes it and every other of its session end in
 * a minute, and gives a new one. That minute lets a client go on whose answer was lost, or which asked twice.
 */

#define ACCESS_LIFE (10 * G_TIME_SPAN_MINUTE)
#define REFRESH_LIFE (180 * G_TIME_SPAN_DAY)
#define GRACE G_TIME_SPAN_MINUTE

static char *
add_token (SignetPracticePlatform *platform,
           gint64 session,
           const char *kind,
           gint64 valid_until,
           GError **error)
{
  g_autofree char *token = signet_random_token (32, error);
  g_autofree char *digest = token != NULL ? signet_digest_of_text (token, error) : NULL;

  if (digest == NULL || !signet_practice_store_run (
                            signet_practice_platform_get_store (platform), error,
                            "INSERT INTO tokens (digest, session, kind, valid_until) VALUES (?, ?, ?, ?)",
                            "sisi", digest, session, kind, valid_until))
    return NULL;
  return g_steal_pointer (&token);
}

/**
 * signet_practice_tokens_issue:
 * @platform: the platform, with a transaction open
 * @session: row of the session
 * @error: return location
 *
 * Makes a pair of tokens.
 *
 * Returns: (transfer full) (nullable): the token endpoint's answer (RFC 6749, 5.1)
 */
JsonObject *
signet_practice_tokens_issue (SignetPracticePlatform *platform, gint64 session, GError **error)
{
  gint64 now = signet_practice_platform_now (platform);
  g_autofree char *access = add_token (platform, session, "access", now + ACCESS_LIFE, error);
  g_autofree char *refresh = access != NULL
                                 ? add_token (platform, session, "refresh", now + REFRESH_LIFE, error)
                                 : NULL;
  JsonObject *object;

  if (refresh == NULL)
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "access_token", access);
  json_object_set_string_member (object, "token_type", "Bearer");
  json_object_set_int_member (object, "expires_in", ACCESS_LIFE / G_USEC_PER_SEC);
  json_object_set_string_member (object, "refresh_token", refresh);
  return object;
}

/**
 * signet_practice_tokens_use_refresh:
 * @platform: the platform, with a transaction open
 * @token: a refresh token
 * @session: (out): row of its session, 0 if the token isn't good
 * @error: return location
 *
 * Uses a refresh token.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_tokens_use_refresh (SignetPracticePlatform *platform,
                                    const char *token,
                                    gint64 *session,
                                    GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autofree char *digest = signet_digest_of_text (token, error);
  g_autoptr (SignetStatement) statement = NULL;

  *session = 0;
  if (digest == NULL ||
      !signet_practice_store_find (
          store, &statement, error,
          "SELECT t.session FROM tokens t JOIN sessions s ON s.n = t.session"
          " WHERE t.digest = ? AND t.kind = 'refresh' AND t.valid_until > ? AND NOT s.revoked",
          "si", digest, now))
    return FALSE;
  if (statement == NULL)
    return TRUE;
  *session = signet_statement_get_int64 (statement, 0);
  return signet_practice_store_run (store, error, "DELETE FROM tokens WHERE session = ? AND valid_until <= ?",
                                    "ii", *session, now) &&
         signet_practice_store_run (
             store, error,
             "UPDATE tokens SET valid_until = MIN (valid_until, ?) WHERE session = ? AND kind = 'refresh'",
             "ii", now + GRACE, *session);
}

/**
 * signet_practice_tokens_revoke:
 * @platform: the platform, with a transaction open
 * @token: an access or refresh token
 * @error: return location
 *
 * Ends the session that the token belongs to, if there is one.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_tokens_revoke (SignetPracticePlatform *platform, const char *token, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  g_autofree char *digest = signet_digest_of_text (token, error);
  g_autoptr (SignetStatement) statement = NULL;
  gint64 session;

  if (digest == NULL ||
      !signet_practice_store_find (store, &statement, error, "SELECT session FROM tokens WHERE digest = ?",
                                   "s", digest))
    return FALSE;
  if (statement == NULL)
    return TRUE;
  session = signet_statement_get_int64 (statement, 0);
  return signet_practice_store_run (store, error, "UPDATE sessions SET revoked = 1 WHERE n = ?", "i",
                                    session) &&
         signet_practice_store_run (store, error, "DELETE FROM tokens WHERE session = ?", "i", session);
}
