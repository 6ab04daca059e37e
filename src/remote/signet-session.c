/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-session.h"

#include "remote/signet-ending.h"
#include "remote/signet-remote-error.h"

/*
 * One account's session: whether somebody is signed in, and whether that outlives the program. It takes the
 * tokens up from the keyring or from signing in, keeps them there and gives them back; SignetTokenSource
 * hands them out and renews them meanwhile. Owned by the desk. Main thread.
 */

struct _SignetSession
{
  GObject parent_instance;

  SignetDiscovery *discovery;
  SignetCredentials *credentials;
  char *account;
  SignetSessionState state;
  gboolean kept;
  SignetTokenSource *source; /* has tokens only while signed in */
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
renewed_cb (SignetSession *self, gboolean kept)
{
  set_kept (self, kept);
}

static void
refused_cb (SignetSession *self)
{
  set_kept (self, FALSE);
  set_state (self, SIGNET_SESSION_SIGNED_OUT);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSession *self = g_task_get_source_object (task);
  g_autoptr (SignetTokens) tokens = NULL;
  GError *error = NULL;
  char *secret = signet_credentials_lookup_finish (self->credentials, result, &error);

  if (signet_token_source_get_tokens (self->source) != NULL)
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
      signet_token_source_set_tokens (self->source, tokens);
      set_kept (self, TRUE);
      set_state (self, SIGNET_SESSION_SIGNED_IN);
    }
  signet_credentials_free_secret (secret);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  signet_token_source_serve (self->source);
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
  signet_token_source_set_tokens (self->source, g_task_get_task_data (task));
  set_kept (self, kept);
  set_state (self, SIGNET_SESSION_SIGNED_IN);
  g_task_return_boolean (task, TRUE);
  signet_token_source_serve (self->source);
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
  if (signet_token_source_get_tokens (self->source) == g_task_get_task_data (task))
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
  g_clear_object (&self->source);
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
  self->source = signet_token_source_new (discovery, credentials, account);
  g_signal_connect_object (self->source, "renewed", G_CALLBACK (renewed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
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
 * signet_session_get_token_source:
 * @self: a session
 *
 * Returns: (transfer none): where its access tokens come from
 */
SignetTokenSource *
signet_session_get_token_source (SignetSession *self)
{
  g_return_val_if_fail (SIGNET_IS_SESSION (self), NULL);

  return self->source;
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
  SignetTokens *tokens;

  g_return_if_fail (SIGNET_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_session_keep_async);
  tokens = signet_token_source_get_tokens (self->source);
  if (tokens == NULL)
    {
      g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT,
                               "nobody is signed in");
      return;
    }
  g_task_set_task_data (task, signet_tokens_ref (tokens), (GDestroyNotify) signet_tokens_unref);
  signet_credentials_store_async (self->credentials, self->account, signet_tokens_get_refresh_token (tokens),
                                  cancellable, kept_cb, g_steal_pointer (&task));
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
  tokens = signet_token_source_get_tokens (self->source);
  if (tokens != NULL)
    signet_tokens_ref (tokens);
  signet_token_source_set_tokens (self->source, NULL);
  set_kept (self, FALSE);
  set_state (self, SIGNET_SESSION_SIGNED_OUT);
  signet_token_source_serve (self->source);
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
