/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-session.h"

#include "remote/signet-ending.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-revocation.h"

/*
 * The tokens of one account: where they are, how they are renewed, who waits for one. Access tokens live in
 * memory alone. A refresh token is used once (RFC 9700, section 4.14.2); the new one goes into the keyring
 * before anything is done with what came with it, so that a kill at any moment leaves one that works.
 * Renewing happens once for everybody who asks meanwhile. Owned by the desk. Main thread.
 */

/* Seconds. */
#define RENEWAL_LIMIT 20

struct _SignetSession
{
  GObject parent_instance;

  SignetDiscovery *discovery;
  SignetCredentials *credentials;
  char *account;
  SignetSessionState state;
  gboolean kept;
  SignetTokens *tokens;  /* only while signed in */
  SignetTokens *renewed; /* being renewed with its refresh token, or NULL */
  gboolean answer_lost;
  GPtrArray *waiters; /* Waiter, in the order they came */
};

G_DEFINE_FINAL_TYPE (SignetSession, signet_session, G_TYPE_OBJECT)

GType
signet_session_state_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { SIGNET_SESSION_UNKNOWN, "SIGNET_SESSION_UNKNOWN", "unknown" },
        { SIGNET_SESSION_UNREADABLE, "SIGNET_SESSION_UNREADABLE", "unreadable" },
        { SIGNET_SESSION_SIGNED_OUT, "SIGNET_SESSION_SIGNED_OUT", "signed-out" },
        { SIGNET_SESSION_SIGNED_IN, "SIGNET_SESSION_SIGNED_IN", "signed-in" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("SignetSessionState", values));
    }
  return type;
}

enum
{
  PROP_0,
  PROP_STATE,
  PROP_KEPT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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
  g_free (waiter->refused);
  g_free (waiter);
}

static void
set_state (SignetSession *self, SignetSessionState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_kept (SignetSession *self, gboolean kept)
{
  if (self->kept == kept)
    return;
  self->kept = kept;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
}

static void
set_tokens (SignetSession *self, SignetTokens *tokens)
{
  if (tokens != NULL)
    signet_tokens_ref (tokens);
  g_clear_pointer (&self->tokens, signet_tokens_unref);
  self->tokens = tokens;
}

static gboolean
answer_waiter (SignetSession *self, Waiter *waiter)
{
  const char *token = self->tokens != NULL ? signet_tokens_get_access_token (self->tokens) : NULL;

  if (token != NULL && g_strcmp0 (token, waiter->refused) != 0)
    {
      g_task_return_pointer (waiter->task, g_strdup (token), g_free);
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
answer_waiters (SignetSession *self, const GError *error)
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
sign_out (SignetSession *self)
{
  set_tokens (self, NULL);
  set_kept (self, FALSE);
  set_state (self, SIGNET_SESSION_SIGNED_OUT);
  signet_credentials_clear_async (self->credentials, self->account, NULL, NULL, NULL);
}

static void renew (SignetSession *self);

/* The end of a renewal: with new tokens, or with why there are none. */
static void
end_renewal (SignetSession *self, const GError *error)
{
  gboolean current = self->renewed == self->tokens;

  g_clear_pointer (&self->renewed, signet_tokens_unref);
  if (error != NULL && current &&
      g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT))
    {
      g_message ("The platform ended the session");
      sign_out (self);
    }
  answer_waiters (self, current ? error : NULL);
  if (self->waiters->len > 0 && self->tokens != NULL)
    renew (self);
}

typedef struct
{
  SignetSession *session;
  SignetTokens *tokens;
} Renewal;

static void
renewal_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Renewal *renewal = user_data;
  g_autoptr (SignetSession) self = renewal->session;
  g_autoptr (SignetTokens) tokens = renewal->tokens;
  g_autoptr (GError) error = NULL;
  gboolean kept = signet_credentials_store_finish (self->credentials, result, &error);

  if (!kept)
    g_message ("The session cannot be kept: %s", error->message);
  /* Somebody signed in or out meanwhile: these tokens are nobody's any more. */
  if (self->renewed == self->tokens)
    {
      set_tokens (self, tokens);
      g_clear_pointer (&self->renewed, signet_tokens_unref);
      self->renewed = signet_tokens_ref (tokens);
      set_kept (self, kept);
    }
  end_renewal (self, NULL);
}

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetSession) self = user_data;
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
  renewal->session = g_object_ref (self);
  renewal->tokens = signet_tokens_ref (tokens);
  signet_credentials_store_async (self->credentials, self->account, signet_tokens_get_refresh_token (tokens),
                                  NULL, renewal_kept_cb, renewal);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetSession) self = user_data;
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
renew (SignetSession *self)
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
  SignetSession *self = g_task_get_source_object (waiter->task);
  guint index;

  if (g_ptr_array_find (self->waiters, waiter, &index))
    g_ptr_array_steal_index (self->waiters, index);
  g_task_return_error_if_cancelled (waiter->task);
  waiter_free (waiter);
  return G_SOURCE_REMOVE;
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSession *self = g_task_get_source_object (task);
  g_autoptr (SignetTokens) tokens = NULL;
  GError *error = NULL;
  char *secret = signet_credentials_lookup_finish (self->credentials, result, &error);

  if (self->tokens != NULL)
    {
      /* Somebody signed in while the keyring was looked through. */
      g_clear_error (&error);
    }
  else if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        set_state (self, SIGNET_SESSION_UNREADABLE);
    }
  else if (secret == NULL)
    {
      set_state (self, SIGNET_SESSION_SIGNED_OUT);
    }
  else
    {
      tokens = signet_tokens_new_from_refresh_token (secret);
      set_tokens (self, tokens);
      set_kept (self, TRUE);
      set_state (self, SIGNET_SESSION_SIGNED_IN);
    }
  signet_credentials_free_secret (secret);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  answer_waiters (self, NULL);
  if (self->waiters->len > 0 && self->tokens != NULL)
    renew (self);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean kept = signet_credentials_store_finish (self->credentials, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!kept)
    g_message ("The session cannot be kept: %s", error->message);
  set_tokens (self, g_task_get_task_data (task));
  set_kept (self, kept);
  set_state (self, SIGNET_SESSION_SIGNED_IN);
  g_task_return_boolean (task, TRUE);
  answer_waiters (self, NULL);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSession *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_credentials_store_finish (self->credentials, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->tokens == g_task_get_task_data (task))
    set_kept (self, TRUE);
  g_task_return_boolean (task, TRUE);
}

static void
inspected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);

  if (answer != NULL && signet_answer_check (answer, &error))
    g_task_return_pointer (task, g_steal_pointer (&answer), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What ending came to. */

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  gboolean *revoked = g_task_get_task_data (task);
  GError *error = NULL;

  if (signet_ending_finish (result, revoked, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
signet_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetSession *self = SIGNET_SESSION (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_KEPT:
      g_value_set_boolean (value, self->kept);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_session_finalize (GObject *object)
{
  SignetSession *self = SIGNET_SESSION (object);

  g_clear_object (&self->discovery);
  g_clear_object (&self->credentials);
  g_clear_pointer (&self->tokens, signet_tokens_unref);
  g_clear_pointer (&self->renewed, signet_tokens_unref);
  g_ptr_array_unref (self->waiters);
  g_free (self->account);

  G_OBJECT_CLASS (signet_session_parent_class)->finalize (object);
}

static void
signet_session_class_init (SignetSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = signet_session_get_property;
  object_class->finalize = signet_session_finalize;

  /**
   * SignetSession:state:
   *
   * Whether requests can be made, and if not, why.
   */
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, SIGNET_TYPE_SESSION_STATE, SIGNET_SESSION_UNKNOWN,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * SignetSession:kept:
   *
   * Whether the session outlives the program: its refresh token is in the keyring.
   */
  properties[PROP_KEPT] = g_param_spec_boolean (
      "kept", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_session_init (SignetSession *self)
{
  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
}

/**
 * signet_session_new:
 * @discovery: the platform
 * @credentials: the keyring
 * @account: the name of the secret there, the desk's own id of the account
 *
 * Returns: (transfer full): a session in the state %SIGNET_SESSION_UNKNOWN
 */
SignetSession *
signet_session_new (SignetDiscovery *discovery, SignetCredentials *credentials, const char *account)
{
  SignetSession *self;

  g_return_val_if_fail (SIGNET_IS_DISCOVERY (discovery), NULL);
  g_return_val_if_fail (SIGNET_IS_CREDENTIALS (credentials), NULL);
  g_return_val_if_fail (account != NULL, NULL);

  self = g_object_new (SIGNET_TYPE_SESSION, NULL);
  self->discovery = g_object_ref (discovery);
  self->credentials = g_object_ref (credentials);
  self->account = g_strdup (account);
  return self;
}

/**
 * signet_session_get_discovery:
 * @self: a session
 *
 * Returns: (transfer none): the platform
 */
SignetDiscovery *
signet_session_get_discovery (SignetSession *self)
{
  g_return_val_if_fail (SIGNET_IS_SESSION (self), NULL);

  return self->discovery;
}

/**
 * signet_session_get_state:
 * @self: a session
 *
 * Returns: whether requests can be made, and if not, why
 */
SignetSessionState
signet_session_get_state (SignetSession *self)
{
  g_return_val_if_fail (SIGNET_IS_SESSION (self), SIGNET_SESSION_UNKNOWN);

  return self->state;
}

/**
 * signet_session_get_kept:
 * @self: a session
 *
 * Returns: whether the session outlives the program
 */
gboolean
signet_session_get_kept (SignetSession *self)
{
  g_return_val_if_fail (SIGNET_IS_SESSION (self), FALSE);

  return self->kept;
}

/**
 * signet_session_restore_async:
 * @self: a session
 * @cancellable: (nullable): stops it
 * @callback: called when the state is known, within two seconds
 * @user_data: for @callback
 *
 * Takes up the session of the last run from the keyring. Asks nobody and touches no network.
 */
void
signet_session_restore_async (SignetSession *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_session_restore_async);
  signet_credentials_lookup_async (self->credentials, self->account, cancellable, looked_up_cb,
                                   g_steal_pointer (&task));
}

/**
 * signet_session_restore_finish:
 * @self: a session
 * @result: the result
 * @error: return location: a keyring error, with which the state is %SIGNET_SESSION_UNREADABLE
 *
 * Returns: whether the keyring could be read; the state says what was found
 */
gboolean
signet_session_restore_finish (SignetSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_session_inspect_async:
 * @self: a session
 * @tokens: what signing in gave
 * @path: on the platform, what to read with them
 * @cancellable: (nullable): stops it
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Reads something of the platform with tokens that nobody has taken up yet, in one attempt: so that somebody
 * can say whose they are before signet_session_start_async().
 */
void
signet_session_inspect_async (SignetSession *self,
                              SignetTokens *tokens,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (SignetRequest) request = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_SESSION (self));
  g_return_if_fail (tokens != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_session_inspect_async);
  request = signet_request_new ("GET", path);
  signet_http_exchange_async (signet_discovery_get_http (self->discovery), request,
                              signet_tokens_get_access_token (tokens), cancellable, inspected_cb,
                              g_steal_pointer (&task));
}

/**
 * signet_session_inspect_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an answer with a status of 2xx
 */
SignetAnswer *
signet_session_inspect_finish (SignetSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_session_start_async:
 * @self: a session
 * @tokens: what signing in gave
 * @cancellable: (nullable): stops it
 * @callback: called when the person is signed in
 * @user_data: for @callback
 *
 * Puts the refresh token into the keyring, then lets everybody who waits go on. A keyring that can't take it
 * doesn't stop the person from working: #SignetSession:kept is %FALSE then and SignetCredentials:state says
 * why.
 */
void
signet_session_start_async (SignetSession *self,
                            SignetTokens *tokens,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_SESSION (self));
  g_return_if_fail (tokens != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_session_start_async);
  g_task_set_task_data (task, signet_tokens_ref (tokens), (GDestroyNotify) signet_tokens_unref);
  signet_credentials_store_async (self->credentials, self->account, signet_tokens_get_refresh_token (tokens),
                                  cancellable, started_cb, g_steal_pointer (&task));
}

/**
 * signet_session_start_finish:
 * @self: a session
 * @result: the result
 * @error: return location, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the person is signed in
 */
gboolean
signet_session_start_finish (SignetSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_session_keep_async:
 * @self: a session
 * @cancellable: (nullable): stops it
 * @callback: called when the keyring has answered
 * @user_data: for @callback
 *
 * Tries again to put the refresh token into the keyring, after that was unlocked.
 */
void
signet_session_keep_async (SignetSession *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_session_keep_async);
  if (self->tokens == NULL)
    {
      g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT,
                               "nobody is signed in");
      return;
    }
  g_task_set_task_data (task, signet_tokens_ref (self->tokens), (GDestroyNotify) signet_tokens_unref);
  signet_credentials_store_async (self->credentials, self->account,
                                  signet_tokens_get_refresh_token (self->tokens), cancellable, kept_cb,
                                  g_steal_pointer (&task));
}

/**
 * signet_session_keep_finish:
 * @self: a session
 * @result: the result
 * @error: return location: a keyring error
 *
 * Returns: whether the session is kept now
 */
gboolean
signet_session_keep_finish (SignetSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_session_end_async:
 * @self: a session
 * @cancellable: (nullable): stops it
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Forgets the tokens at once, then in the keyring, whatever the network says, then tells the platform if it
 * can be reached (RFC 7009).
 */
void
signet_session_end_async (SignetSession *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SignetTokens) tokens = NULL;

  g_return_if_fail (SIGNET_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_session_end_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_new0 (gboolean, 1), g_free);
  tokens = self->tokens != NULL ? signet_tokens_ref (self->tokens) : NULL;
  set_tokens (self, NULL);
  set_kept (self, FALSE);
  set_state (self, SIGNET_SESSION_SIGNED_OUT);
  answer_waiters (self, NULL);
  signet_ending_async (self->discovery, self->credentials, self->account, tokens, cancellable, ended_cb,
                       g_steal_pointer (&task));
}

/**
 * signet_session_end_finish:
 * @self: a session
 * @result: the result
 * @revoked: (out) (optional): whether the platform knows that it is over; if not, it may go on there until it
 *   ends by itself or is ended from another device
 * @error: return location: a keyring error: the secret is still there
 *
 * Returns: whether nothing is left on this computer
 */
gboolean
signet_session_end_finish (SignetSession *self, GAsyncResult *result, gboolean *revoked, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (revoked != NULL)
    *revoked = *(gboolean *) g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_session_get_token_async:
 * @self: a session
 * @refused: (nullable): an access token the platform has just refused
 * @wait: whether to wait while nobody is signed in
 * @cancellable: (nullable): stops waiting
 * @callback: called with the token
 * @user_data: for @callback
 *
 * Gives an access token, renewed if need be. However many ask, it is renewed once.
 */
void
signet_session_get_token_async (SignetSession *self,
                                const char *refused,
                                gboolean wait,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Waiter *waiter;

  g_return_if_fail (SIGNET_IS_SESSION (self));

  waiter = g_new0 (Waiter, 1);
  waiter->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (waiter->task, signet_session_get_token_async);
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
 * signet_session_get_token_finish:
 * @self: a session
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_SIGNED_OUT, or why the token couldn't be renewed
 *
 * Returns: (transfer full) (nullable): an access token
 */
char *
signet_session_get_token_finish (SignetSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
