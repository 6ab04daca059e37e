/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-tokens.h"

#include "practice/signet-practice-sessions.h"
#include "proof/signet-digest.h"
#include "proof/signet-random.h"

/* Access and refresh tokens. Refresh tokens rotate: using one replaces it and every other of its session, and
 * gives a new one. For a minute one that was replaced works once more, which lets a client go on whose answer
 * was lost. Whoever comes with it later, or a third time, has it from somewhere else: the whole session ends,
 * as nobody can tell who of the two is the thief (RFC 9700, 4.14.2).
 */

#define ACCESS_LIFE (10 * G_TIME_SPAN_MINUTE)
#define REFRESH_LIFE (180 * G_TIME_SPAN_DAY)
#define GRACE G_TIME_SPAN_MINUTE
#define MOST_USES 2 /* within the grace */

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
 * Uses a refresh token; its session ends if the token was used up before.
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
  gboolean alive;
  gint64 found;

  *session = 0;
  if (digest == NULL ||
      !signet_practice_store_find (store, &statement, error,
                                   "SELECT session, replaced_at, spent FROM tokens"
                                   " WHERE digest = ? AND kind = 'refresh' AND valid_until > ?",
                                   "si", digest, now))
    return FALSE;
  if (statement == NULL)
    return TRUE;
  found = signet_statement_get_int64 (statement, 0);
  if (!signet_practice_sessions_is_alive (platform, found, &alive, error))
    return FALSE;
  if (!alive)
    return TRUE;
  if (!signet_statement_is_null (statement, 1) && (signet_statement_get_int64 (statement, 1) + GRACE <= now ||
                                                   signet_statement_get_int64 (statement, 2) >= MOST_USES))
    return signet_practice_sessions_end (platform, found, error);

  *session = found;
  return signet_practice_store_run (store, error, "DELETE FROM tokens WHERE session = ? AND valid_until <= ?",
                                    "ii", found, now) &&
         signet_practice_store_run (store, error, "UPDATE tokens SET spent = spent + 1 WHERE digest = ?", "s",
                                    digest) &&
         signet_practice_store_run (store, error,
                                    "UPDATE tokens SET replaced_at = ?, spent = MAX (spent, 1)"
                                    " WHERE session = ? AND kind = 'refresh' AND replaced_at IS NULL",
                                    "ii", now, found) &&
         signet_practice_sessions_touch (platform, found, error);
}

/**
 * signet_practice_tokens_revoke:
 * @platform: the platform, with a transaction open
 * @token: an access or refresh token
 * @error: return location
 *
 * Takes a token back (RFC 7009, 2.1): with a refresh token the whole session ends, replaced ones included; an
 * access token goes alone. One that isn't known is no error.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_tokens_revoke (SignetPracticePlatform *platform, const char *token, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  g_autofree char *digest = signet_digest_of_text (token, error);
  g_autoptr (SignetStatement) statement = NULL;

  if (digest == NULL ||
      !signet_practice_store_find (store, &statement, error,
                                   "SELECT session, kind FROM tokens WHERE digest = ?", "s", digest))
    return FALSE;
  if (statement == NULL)
    return TRUE;
  if (g_str_equal (signet_statement_get_text (statement, 1), "refresh"))
    return signet_practice_sessions_end (platform, signet_statement_get_int64 (statement, 0), error);
  return signet_practice_store_run (store, error, "DELETE FROM tokens WHERE digest = ?", "s", digest);
}
