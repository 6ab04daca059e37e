/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-token-source.h"

#include "remote/signet-remote-error.h"
#include "remote/signet-revocation.h"
#include "remote/signet-wipe.h"

/*
 * The tokens in use of one account: who wants one gets it here, renewed if need be, and renewing happens once
 * for everybody who asks meanwhile. Access tokens live in memory alone. A refresh token is used once (RFC
 * 9700, section 4.14.2); the new one goes into the keyring before anything is done with what came with it, so
 * that a kill at any moment leaves one that works. The session owns it. Main thread.
 */

/* Seconds. */
#define RENEWAL_LIMIT 20

struct _SignetTokenSource
{
  GObject parent_instance;

  SignetDiscovery *discovery;
  SignetCredentials *credentials;
  char *account;
  SignetTokens *tokens;  /* NULL while nobody is signed in */
  SignetTokens *renewed; /* being renewed with its refresh token, or NULL */
  gboolean answer_lost;
  GPtrArray *waiters; /* Waiter, in the order they came */
};

G_DEFINE_FINAL_TYPE (SignetTokenSource, signet_token_source, G_TYPE_OBJECT)

enum
{
  RENEWED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Somebody who asked for an access token. */
typedef struct
{
  GTask *task;
  char *refused; /* a token that doesn't work any more, or NULL */
  gboolean wait; /* also while nobody is signed in */
  GSource *cancelled;
} Waiter;

static void
waiter_free (Waiter *waiter)
{
  if (waiter->cancelled != NULL)
    g_source_destroy (waiter->cancelled);
  g_clear_pointer (&waiter->cancelled, g_source_unref);
  g_object_unref (waiter->task);
  signet_wipe (waiter->refused);
  g_free (waiter);
}

static gboolean
answer_waiter (SignetTokenSource *self, Waiter *waiter)
{
  const char *token = self->tokens != NULL ? signet_tokens_get_access_token (self->tokens) : NULL;

  if (token != NULL && g_strcmp0 (token, waiter->refused) != 0)
    {
      g_task_return_pointer (waiter->task, g_strdup (token), (GDestroyNotify) signet_wipe);
      return TRUE;
    }
  if (self->tokens == NULL && !waiter->wait)
    {
      g_task_return_new_error (waiter->task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT,
                               "nobody is signed in");
      return TRUE;
    }
  return FALSE;
}

/* Gives tokens to those who can have one now, and @error to those whose hope was in the renewal that failed.
 */
static void
answer_waiters (SignetTokenSource *self, const GError *error)
{
  g_autoptr (GPtrArray) waiters = g_steal_pointer (&self->waiters);

  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
  while (waiters->len > 0)
    {
      Waiter *waiter = g_ptr_array_steal_index (waiters, 0);

      if (answer_waiter (self, waiter))
        waiter_free (waiter);
      else if (error != NULL && self->tokens != NULL)
        {
          g_task_return_error (waiter->task, g_error_copy (error));
          waiter_free (waiter);
        }
      else
        g_ptr_array_add (self->waiters, waiter);
    }
}

static void
sign_out (SignetTokenSource *self)
{
  signet_token_source_set_tokens (self, NULL);
  g_signal_emit (self, signals[REFUSED], 0);
  signet_credentials_clear_async (self->credentials, self->account, NULL, NULL, NULL);
}

static void renew (SignetTokenSource *self);

/* The end of a renewal: with new tokens, or with why there are none. */
static void
end_renewal (SignetTokenSource *self, const GError *error)
{
  gboolean current = self->renewed == self->tokens;
  g_autoptr (GError) same = NULL;

  g_clear_pointer (&self->renewed, signet_tokens_unref);
  if (error != NULL && current &&
      g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT))
    {
      g_message ("The platform ended the session");
      sign_out (self);
    }
  /* Whoever is not served now was refused with the very token that came: to ask at once for another one would
   * go on for ever. */
  if (error == NULL)
    same = signet_remote_error_new (SIGNET_REMOTE_ERROR_UNAVAILABLE, 0, NULL, 0, -1,
                                    "the platform gives the token again that it refuses");
  answer_waiters (self, !current ? NULL : error != NULL ? error : same);
  if (self->waiters->len > 0 && self->tokens != NULL)
    renew (self);
}

typedef struct
{
  SignetTokenSource *source;
  SignetTokens *tokens;
} Renewal;

/* Somebody signed in or out while these were on their way to the keyring: they are nobody's any more. Who
 * signed out has it cleared after them; who signed in may have put theirs there before. */
static void
give_back (SignetTokenSource *self, SignetTokens *tokens)
{
  signet_revocation_async (self->discovery, tokens, NULL, NULL, NULL);
  if (self->tokens != NULL)
    signet_credentials_store_async (self->credentials, self->account,
                                    signet_tokens_get_refresh_token (self->tokens), NULL, NULL, NULL);
}

static void
renewal_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Renewal *renewal = user_data;
  g_autoptr (SignetTokenSource) self = renewal->source;
  g_autoptr (SignetTokens) tokens = renewal->tokens;
  g_autoptr (GError) error = NULL;
  gboolean kept = signet_credentials_store_finish (self->credentials, result, &error);

  if (!kept)
    g_message ("The session cannot be kept: %s", error->message);
  if (self->renewed == self->tokens)
    {
      signet_token_source_set_tokens (self, tokens);
      g_clear_pointer (&self->renewed, signet_tokens_unref);
      self->renewed = signet_tokens_ref (tokens);
      g_signal_emit (self, signals[RENEWED], 0, kept);
    }
  else
    {
      give_back (self, tokens);
    }
  end_renewal (self, NULL);
}

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetTokenSource) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean sent;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, &sent, &error);
  g_autoptr (SignetTokens) tokens = NULL;
  gboolean lost;
  Renewal *renewal;

  if (answer != NULL && signet_answer_check_oauth (answer, SIGNET_REMOTE_ERROR_SIGNED_OUT, &error))
    tokens = signet_tokens_new_from_answer (answer, self->renewed, &error);
  lost = tokens == NULL && sent && (answer == NULL || signet_answer_get_status (answer) < 300);
  if (lost && !self->answer_lost && self->renewed == self->tokens)
    {
      /* It was processed, maybe. The platform takes the same token again for a minute, so ask at once. */
      self->answer_lost = TRUE;
      g_clear_pointer (&self->renewed, signet_tokens_unref);
      renew (self);
      return;
    }
  self->answer_lost = FALSE;
  if (tokens == NULL || self->renewed != self->tokens)
    {
      /* The person signed out while these were on their way: nobody else would ever give them back. */
      if (tokens != NULL)
        signet_revocation_async (self->discovery, tokens, NULL, NULL, NULL);
      end_renewal (self, error);
      return;
    }
  renewal = g_new (Renewal, 1);
  renewal->source = g_object_ref (self);
  renewal->tokens = signet_tokens_ref (tokens);
  signet_credentials_store_async (self->credentials, self->account, signet_tokens_get_refresh_token (tokens),
                                  NULL, renewal_kept_cb, renewal);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetTokenSource) self = user_data;
  g_autoptr (SignetRequest) request = NULL;
  g_autoptr (GError) error = NULL;

  if (!signet_discovery_load_finish (self->discovery, result, &error))
    {
      end_renewal (self, error);
      return;
    }
  request = signet_request_new ("POST", signet_discovery_get_token_endpoint (self->discovery));
  signet_request_set_form (request, "grant_type", "refresh_token", "client_id", "signet", "refresh_token",
                           signet_tokens_get_refresh_token (self->renewed), NULL);
  /* Everybody waits for this one, so it isn't waited for long. */
  signet_request_set_limit (request, RENEWAL_LIMIT);
  signet_http_exchange_async (signet_discovery_get_http (self->discovery), request, NULL, NULL, renewed_cb,
                              g_object_ref (self));
}

static void
renew (SignetTokenSource *self)
{
  if (self->renewed != NULL)
    return;
  self->renewed = signet_tokens_ref (self->tokens);
  signet_discovery_load_async (self->discovery, FALSE, NULL, loaded_cb, g_object_ref (self));
}

static gboolean
waiter_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Waiter *waiter = user_data;
  SignetTokenSource *self = g_task_get_source_object (waiter->task);
  guint index;

  if (g_ptr_array_find (self->waiters, waiter, &index))
    g_ptr_array_steal_index (self->waiters, index);
  g_task_return_error_if_cancelled (waiter->task);
  waiter_free (waiter);
  return G_SOURCE_REMOVE;
}

static void
signet_token_source_finalize (GObject *object)
{
  SignetTokenSource *self = SIGNET_TOKEN_SOURCE (object);

  g_clear_object (&self->discovery);
  g_clear_object (&self->credentials);
  g_clear_pointer (&self->tokens, signet_tokens_unref);
  g_clear_pointer (&self->renewed, signet_tokens_unref);
  g_ptr_array_unref (self->waiters);
  g_free (self->account);

  G_OBJECT_CLASS (signet_token_source_parent_class)->finalize (object);
}

static void
signet_token_source_class_init (SignetTokenSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_token_source_finalize;

  /**
   * SignetTokenSource::renewed:
   * @self: a token source
   * @kept: whether the new refresh token is in the keyring
   *
   * The tokens in use are new ones.
   */
  signals[RENEWED] = g_signal_new ("renewed", SIGNET_TYPE_TOKEN_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * SignetTokenSource::refused:
   * @self: a token source
   *
   * The platform doesn't renew the tokens any more: it ended the session. They are gone, and leave the
   * keyring.
   */
  signals[REFUSED] = g_signal_new ("refused", SIGNET_TYPE_TOKEN_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
signet_token_source_init (SignetTokenSource *self)
{
  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
}

/**
 * signet_token_source_new:
 * @discovery: the platform
 * @credentials: the keyring
 * @account: the name of the secret there
 *
 * Returns: (transfer full): a source without tokens
 */
SignetTokenSource *
signet_token_source_new (SignetDiscovery *discovery, SignetCredentials *credentials, const char *account)
{
  SignetTokenSource *self = g_object_new (SIGNET_TYPE_TOKEN_SOURCE, NULL);

  self->discovery = g_object_ref (discovery);
  self->credentials = g_object_ref (credentials);
  self->account = g_strdup (account);
  return self;
}

/**
 * signet_token_source_get_tokens:
 * @self: a token source
 *
 * Returns: (transfer none) (nullable): the tokens in use, %NULL while nobody is signed in
 */
SignetTokens *
signet_token_source_get_tokens (SignetTokenSource *self)
{
  g_return_val_if_fail (SIGNET_IS_TOKEN_SOURCE (self), NULL);

  return self->tokens;
}

/**
 * signet_token_source_set_tokens:
 * @self: a token source
 * @tokens: (nullable): what is in use from now on
 *
 * A renewal of earlier tokens that is under way brings nothing any more. Whoever waits goes on waiting until
 * signet_token_source_serve(), so that the session can say where it stands first.
 */
void
signet_token_source_set_tokens (SignetTokenSource *self, SignetTokens *tokens)
{
  g_return_if_fail (SIGNET_IS_TOKEN_SOURCE (self));

  if (tokens != NULL)
    signet_tokens_ref (tokens);
  g_clear_pointer (&self->tokens, signet_tokens_unref);
  self->tokens = tokens;
}

/**
 * signet_token_source_serve:
 * @self: a token source
 *
 * Gives everybody who waits a token of those in use, renewing them if need be; without any, tells those who
 * don't wait for somebody to sign in.
 */
void
signet_token_source_serve (SignetTokenSource *self)
{
  g_return_if_fail (SIGNET_IS_TOKEN_SOURCE (self));

  answer_waiters (self, NULL);
  if (self->waiters->len > 0 && self->tokens != NULL)
    renew (self);
}

/**
 * signet_token_source_get_token_async:
 * @self: a token source
 * @refused: (nullable): an access token the platform has just refused
 * @wait: whether to wait while nobody is signed in
 * @cancellable: (nullable): stops waiting
 * @callback: called with the token
 * @user_data: for @callback
 *
 * Gives an access token, renewed if need be. However many ask, it is renewed once.
 */
void
signet_token_source_get_token_async (SignetTokenSource *self,
                                     const char *refused,
                                     gboolean wait,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Waiter *waiter;

  g_return_if_fail (SIGNET_IS_TOKEN_SOURCE (self));

  waiter = g_new0 (Waiter, 1);
  waiter->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (waiter->task, signet_token_source_get_token_async);
  waiter->refused = g_strdup (refused);
  waiter->wait = wait;
  if (g_task_return_error_if_cancelled (waiter->task) || answer_waiter (self, waiter))
    {
      waiter_free (waiter);
      return;
    }
  if (cancellable != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (waiter_cancelled_cb), waiter, NULL);
      g_source_attach (waiter->cancelled, g_main_context_get_thread_default ());
    }
  g_ptr_array_add (self->waiters, waiter);
  if (self->tokens != NULL)
    renew (self);
}

/**
 * signet_token_source_get_token_finish:
 * @self: a token source
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_SIGNED_OUT, or why the token couldn't be renewed
 *
 * Returns: (transfer full) (nullable): an access token, for signet_wipe()
 */
char *
signet_token_source_get_token_finish (SignetTokenSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
