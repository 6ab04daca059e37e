/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-account.h"
#include "practice/signet-practice-device.h"
#include "practice/signet-practice-locks.h"
#include "practice/signet-practice-oauth-answer.h"
#include "practice/signet-practice-route.h"
#include "practice/signet-practice-sessions.h"
#include "practice/signet-practice-tokens.h"
#include "proof/signet-digest.h"
#include "proof/signet-pkce.h"

/* The token endpoint (RFC 6749), where every way in ends, and the revocation endpoint (RFC 7009). */

static gboolean
answer_tokens (SignetPracticeContext *context,
               SignetPracticeExchange *exchange,
               gint64 session,
               GError **error)
{
  g_autoptr (JsonObject) tokens = signet_practice_tokens_issue (context->platform, session, error);

  if (tokens == NULL)
    return FALSE;
  signet_practice_oauth_answer (exchange, 200, tokens);
  return TRUE;
}

/* The code has done its work, and whoever had it may ask for another at once. */
static gboolean
use_up_sms (SignetPracticeContext *context, const char *phone, GError **error)
{
  return signet_practice_store_run (signet_practice_platform_get_store (context->platform), error,
                                    "DELETE FROM phones WHERE phone = ?", "s", phone) &&
         signet_practice_locks_clear (context->platform, SIGNET_PRACTICE_METHOD_SMS, phone, error);
}

/* A code that comes again, from whoever has its verifier too, was stolen, or its answer was lost: what it
 * began ends (RFC 6749, 4.1.2). Without the verifier it is nobody's word against anyone.
 */
static gboolean
refuse_code (SignetPracticeContext *context, SignetPracticeExchange *exchange, gint64 began, GError **error)
{
  signet_practice_exchange_set_keep (exchange);
  signet_practice_oauth_refuse (exchange, "invalid_grant",
                                "The code is unknown, used, expired or somebody else's");
  return began == 0 || signet_practice_sessions_end (context->platform, began, error);
}

static gboolean
begin_session (SignetPracticeContext *context, SignetStatement *challenge, gint64 *session, GError **error)
{
  const char *phone = signet_statement_get_text (challenge, 0);
  const char *method = signet_statement_get_text (challenge, 4);
  gint64 account = 0;

  return (!g_str_equal (method, SIGNET_PRACTICE_METHOD_SMS) || use_up_sms (context, phone, error)) &&
         signet_practice_account_find_or_register (context->platform, phone, &account, error) &&
         signet_practice_sessions_begin (context->platform, account, method,
                                         signet_statement_get_text (challenge, 1),
                                         signet_statement_get_text (challenge, 3), session, error);
}

static gboolean
exchange_code (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  const char *code = signet_practice_exchange_get_form (exchange, "code");
  const char *verifier = signet_practice_exchange_get_form (exchange, "code_verifier");
  g_autofree char *digest = NULL;
  g_autofree char *pkce = NULL;
  g_autoptr (SignetStatement) challenge = NULL;
  gint64 session = 0;

  if (code == NULL || verifier == NULL)
    {
      signet_practice_oauth_refuse (exchange, "invalid_request", "code and code_verifier are asked for");
      return TRUE;
    }
  digest = signet_digest_of_text (code, error);
  pkce = digest != NULL ? signet_pkce_challenge (verifier, error) : NULL;
  if (pkce == NULL ||
      !signet_practice_store_find (store, &challenge, error,
                                   "SELECT phone, device, pkce, place, method, began FROM challenges"
                                   " WHERE authorization_code = ? AND authorization_until > ?",
                                   "si", digest, signet_practice_platform_now (context->platform)))
    return FALSE;
  if (challenge == NULL || g_strcmp0 (signet_statement_get_text (challenge, 2), pkce) != 0)
    return refuse_code (context, exchange, 0, error);
  if (!signet_statement_is_null (challenge, 5))
    return refuse_code (context, exchange, signet_statement_get_int64 (challenge, 5), error);
  return begin_session (context, challenge, &session, error) &&
         signet_practice_store_run (store, error,
                                    "UPDATE challenges SET began = ? WHERE authorization_code = ?", "is",
                                    session, digest) &&
         answer_tokens (context, exchange, session, error);
}

static gboolean
exchange_device_code (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  gint64 session = 0;

  if (!signet_practice_device_exchange (context, exchange, &session, error))
    return FALSE;
  return session == 0 || answer_tokens (context, exchange, session, error);
}

static gboolean
refresh (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *token = signet_practice_exchange_get_form (exchange, "refresh_token");
  gint64 session = 0;

  if (token == NULL)
    {
      signet_practice_oauth_refuse (exchange, "invalid_request", "refresh_token is asked for");
      return TRUE;
    }
  if (!signet_practice_tokens_use_refresh (context->platform, token, &session, error))
    return FALSE;
  if (session == 0)
    {
      /* A session that was ended because a stolen token showed up stays ended. */
      signet_practice_exchange_set_keep (exchange);
      signet_practice_oauth_refuse (exchange, "invalid_grant",
                                    "The refresh token is unknown, used or expired");
      return TRUE;
    }
  return answer_tokens (context, exchange, session, error);
}

static gboolean
post_token (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *type = signet_practice_exchange_get_form (exchange, "grant_type");

  if (!signet_practice_oauth_check_client (exchange))
    return TRUE;
  if (g_strcmp0 (type, "authorization_code") == 0)
    return exchange_code (context, exchange, error);
  if (g_strcmp0 (type, SIGNET_PRACTICE_GRANT_DEVICE) == 0 &&
      signet_practice_rules_has_login_method (signet_practice_platform_get_rules (context->platform),
                                              SIGNET_PRACTICE_METHOD_DEVICE))
    return exchange_device_code (context, exchange, error);
  if (g_strcmp0 (type, "refresh_token") == 0)
    return refresh (context, exchange, error);
  signet_practice_oauth_refuse (exchange, type == NULL ? "invalid_request" : "unsupported_grant_type", NULL);
  return TRUE;
}

static gboolean
post_revoke (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const char *token = signet_practice_exchange_get_form (exchange, "token");

  if (!signet_practice_oauth_check_client (exchange))
    return TRUE;
  if (token == NULL)
    {
      signet_practice_oauth_refuse (exchange, "invalid_request", "token is asked for");
      return TRUE;
    }
  signet_practice_exchange_answer (exchange, 200, NULL, NULL);
  return signet_practice_tokens_revoke (context->platform, token, error);
}

#define FORM (SIGNET_PRACTICE_ROUTE_PUBLIC | SIGNET_PRACTICE_ROUTE_FORM | SIGNET_PRACTICE_ROUTE_WRITES)

const SignetPracticeRoute signet_practice_oauth_routes[] = {
  { "POST", "/oauth/token", FORM, post_token },
  { "POST", "/oauth/revoke", FORM, post_revoke },
  { NULL, NULL, 0, NULL },
};
