/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-code-grant.h"

#include "proof/signet-pkce.h"
#include "remote/signet-backoff.h"
#include "remote/signet-pause.h"
#include "remote/signet-wipe.h"

/*
 * An authorization code and its exchange for tokens (RFC 6749, section 4.1.3) with PKCE (RFC 7636, S256):
 * what every way that goes through the challenge endpoint ends with. How the code is earned is the way's
 * business, which owns this. Main thread.
 */

#define ATTEMPTS 3

struct _SignetCodeGrant
{
  GObject parent_instance;

  SignetDiscovery *discovery;
  char *verifier;
  char *challenge;
  char *code; /* got, but not yet traded for tokens */
};

G_DEFINE_FINAL_TYPE (SignetCodeGrant, signet_code_grant, G_TYPE_OBJECT)

static void redeem (SignetCodeGrant *self, GTask *task);

static void
paused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_pause_finish (result, &error))
    redeem (g_task_get_source_object (task), task);
  else
    g_task_return_error (task, error);
}

static gboolean
is_transient (const GError *error)
{
  return g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK) ||
         g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_UNAVAILABLE);
}

static void
redeemed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetCodeGrant *self = g_task_get_source_object (task);
  guint *attempts = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);
  SignetTokens *tokens = NULL;

  if (answer != NULL && signet_answer_check_oauth (answer, SIGNET_REMOTE_ERROR_CODE_EXPIRED, &error))
    tokens = signet_tokens_new_from_answer (answer, NULL, &error);
  if (tokens != NULL)
    {
      signet_code_grant_set_code (self, NULL);
      g_task_return_pointer (task, tokens, (GDestroyNotify) signet_tokens_unref);
      return;
    }
  if (++*attempts < ATTEMPTS && is_transient (error))
    {
      g_clear_error (&error);
      signet_pause_async (signet_backoff_delay (*attempts, G_TIME_SPAN_SECOND / 2, G_TIME_SPAN_SECOND, 0),
                          g_task_get_cancellable (task), paused_cb, g_object_ref (task));
      return;
    }
  if (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED))
    signet_code_grant_set_code (self, NULL);
  g_task_return_error (task, error);
}

static void
redeem (SignetCodeGrant *self, GTask *task)
{
  g_autoptr (SignetRequest)
      request = signet_request_new ("POST", signet_discovery_get_token_endpoint (self->discovery));

  signet_request_set_form (request, "grant_type", "authorization_code", "client_id", "signet", "code",
                           self->code, "code_verifier", self->verifier, NULL);
  signet_http_exchange_async (signet_discovery_get_http (self->discovery), request, NULL,
                              g_task_get_cancellable (task), redeemed_cb, g_object_ref (task));
}

static void
earned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SignetTokens *tokens = signet_code_grant_redeem_finish (SIGNET_CODE_GRANT (source), result, &error);

  if (tokens != NULL)
    g_task_return_pointer (task, tokens, (GDestroyNotify) signet_tokens_unref);
  else
    g_task_return_error (task, error);
}

static void
signet_code_grant_finalize (GObject *object)
{
  SignetCodeGrant *self = SIGNET_CODE_GRANT (object);

  g_clear_object (&self->discovery);
  signet_wipe (self->verifier);
  g_free (self->challenge);
  signet_wipe (self->code);

  G_OBJECT_CLASS (signet_code_grant_parent_class)->finalize (object);
}

static void
signet_code_grant_class_init (SignetCodeGrantClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_code_grant_finalize;
}

static void
signet_code_grant_init (SignetCodeGrant *self)
{
}

/**
 * signet_code_grant_new:
 * @discovery: the platform
 *
 * Returns: (transfer full): a grant to be begun with signet_code_grant_renew()
 */
SignetCodeGrant *
signet_code_grant_new (SignetDiscovery *discovery)
{
  SignetCodeGrant *self;

  g_return_val_if_fail (SIGNET_IS_DISCOVERY (discovery), NULL);

  self = g_object_new (SIGNET_TYPE_CODE_GRANT, NULL);
  self->discovery = g_object_ref (discovery);
  return self;
}

/**
 * signet_code_grant_renew:
 * @self: a grant
 * @error: return location: no randomness
 *
 * Starts anew: a code that was got before is forgotten, and the next one belongs to a new verifier (RFC 7636,
 * section 4.1: one for each request).
 *
 * Returns: (transfer none) (nullable): the code challenge for the platform, S256
 */
const char *
signet_code_grant_renew (SignetCodeGrant *self, GError **error)
{
  g_return_val_if_fail (SIGNET_IS_CODE_GRANT (self), NULL);

  signet_code_grant_set_code (self, NULL);
  g_clear_pointer (&self->challenge, g_free);
  signet_wipe (self->verifier);
  self->verifier = signet_pkce_make_verifier (error);
  if (self->verifier != NULL)
    self->challenge = signet_pkce_challenge (self->verifier, error);
  return self->challenge;
}

/**
 * signet_code_grant_set_code:
 * @self: a grant
 * @code: (nullable): the authorization code the platform gave, %NULL to forget it
 */
void
signet_code_grant_set_code (SignetCodeGrant *self, const char *code)
{
  g_return_if_fail (SIGNET_IS_CODE_GRANT (self));

  signet_wipe (self->code);
  self->code = g_strdup (code);
}

/**
 * signet_code_grant_get_code:
 * @self: a grant
 *
 * Returns: (nullable): the authorization code that has not been traded yet
 */
const char *
signet_code_grant_get_code (SignetCodeGrant *self)
{
  g_return_val_if_fail (SIGNET_IS_CODE_GRANT (self), NULL);

  return self->code;
}

/**
 * signet_code_grant_redeem_async:
 * @self: a grant with a code
 * @cancellable: (nullable): stops it
 * @callback: called when the tokens are there
 * @user_data: for @callback
 *
 * Trades the code for tokens, in up to three attempts. Should they all fail for the network, the code is kept
 * and may be tried again.
 */
void
signet_code_grant_redeem_async (SignetCodeGrant *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_CODE_GRANT (self));
  g_return_if_fail (self->code != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_code_grant_redeem_async);
  g_task_set_task_data (task, g_new0 (guint, 1), g_free);
  redeem (self, task);
}

/**
 * signet_code_grant_redeem_finish:
 * @self: a grant
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_CODE_EXPIRED if the code is no good any more
 *
 * Returns: (transfer full) (nullable): the tokens, for signet_session_start_async()
 */
SignetTokens *
signet_code_grant_redeem_finish (SignetCodeGrant *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_code_grant_redeem_for:
 * @self: a grant with a code
 * @task: of the way that earned it; returns the tokens, or why there are none
 *
 * Trades the code for tokens as signet_code_grant_redeem_async() does.
 */
void
signet_code_grant_redeem_for (SignetCodeGrant *self, GTask *task)
{
  signet_code_grant_redeem_async (self, g_task_get_cancellable (task), earned_cb, g_object_ref (task));
}

/**
 * signet_code_grant_end_way:
 * @self: a grant that has been begun
 * @answer: of the challenge endpoint, to what the person knows
 * @refusal: what it means if the platform says no
 * @task: of the way; returns the tokens, or why there are none
 *
 * Takes the code out of the answer and trades it for tokens.
 */
void
signet_code_grant_end_way (SignetCodeGrant *self,
                           SignetAnswer *answer,
                           SignetRemoteError refusal,
                           GTask *task)
{
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_CODE_GRANT (self));

  if (signet_answer_check_oauth (answer, refusal, &error))
    {
      signet_code_grant_set_code (self, signet_answer_get_member (answer, "authorization_code"));
      if (self->code != NULL)
        {
          signet_code_grant_redeem_for (self, task);
          return;
        }
      g_set_error_literal (&error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                           "the platform gave no authorization code");
    }
  g_task_return_error (task, error);
}
