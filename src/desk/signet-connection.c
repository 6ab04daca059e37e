/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-connection.h"

#include "desk/signet-explain.h"

/*
 * The way from one account to its platform: the practice platform's process where there is one, what the
 * platform says of itself, the session. Objects stay as they are while the address does, so that opening
 * again loses no session. The account owns it. Main thread.
 */
struct _SignetConnection
{
  GObject parent_instance;

  char *account;
  SignetCredentials *credentials;
  SignetPracticeHost *host;

  char *address;
  char *platform_id;
  SignetDiscovery *discovery;
  SignetSession *session;
  SignetRemote *remote;

  GPtrArray *opening; /* tasks of open; they share one attempt */
  GError *failure;    /* of that attempt */
};

G_DEFINE_FINAL_TYPE (SignetConnection, signet_connection, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SignetKeyringState,
                    signet_keyring_state,
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_ABSENT, "absent"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_UNREACHABLE, "unreachable"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_SESSION_ONLY, "session-only"))

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (SignetConnection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
end_opening (SignetConnection *self)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->opening);
  g_autoptr (GError) failure = signet_explain (g_steal_pointer (&self->failure));

  self->opening = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    if (failure != NULL)
      g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (failure));
    else
      g_task_return_boolean (g_ptr_array_index (tasks, i), TRUE);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetConnection) self = user_data;

  /* A keyring that can't be read is a state of the session, not a failure of opening. */
  signet_session_restore_finish (SIGNET_SESSION (source), result, NULL);
  emit_changed (self);
  end_opening (self);
}

static void
discovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetConnection) self = user_data;

  signet_discovery_load_finish (SIGNET_DISCOVERY (source), result, &self->failure);
  if (signet_session_get_state (self->session) == SIGNET_SESSION_SIGNED_IN)
    end_opening (self);
  else
    signet_session_restore_async (self->session, NULL, restored_cb, g_object_ref (self));
}

/* A practice platform that was started anew may be at another address. */
static gboolean
build (SignetConnection *self, GError **error)
{
  g_autoptr (SignetHttp) http = signet_http_new (self->address, NULL, error);

  if (http == NULL)
    return FALSE;
  g_free (self->address);
  self->address = g_strdup (signet_http_get_address (http));
  if (self->discovery != NULL &&
      g_str_equal (signet_http_get_address (signet_discovery_get_http (self->discovery)), self->address))
    return TRUE;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, emit_changed, self);
  g_clear_object (&self->remote);
  g_clear_object (&self->session);
  g_clear_object (&self->discovery);
  self->discovery = signet_discovery_new (http, *self->platform_id != '\0' ? self->platform_id : NULL);
  self->session = signet_session_new (self->discovery, self->credentials, self->account);
  self->remote = signet_remote_new (self->session);
  g_signal_connect_object (self->session, "notify::state", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return TRUE;
}

static void
find_platform (SignetConnection *self)
{
  if (!build (self, &self->failure))
    end_opening (self);
  else
    signet_discovery_load_async (self->discovery, TRUE, NULL, discovered_cb, g_object_ref (self));
}

static void
host_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetConnection) self = user_data;

  if (!signet_practice_host_start_finish (SIGNET_PRACTICE_HOST (source), result, &self->failure))
    {
      end_opening (self);
      return;
    }
  g_free (self->address);
  self->address = g_strdup (signet_practice_host_get_address (self->host));
  find_platform (self);
}

/* Taking up the session again. */

static void
taken_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  emit_changed (g_task_get_source_object (task));
  if (signet_session_restore_finish (SIGNET_SESSION (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, signet_explain (error));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  emit_changed (g_task_get_source_object (task));
  if (signet_session_keep_finish (SIGNET_SESSION (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, signet_explain (error));
}

static void
take_up (SignetConnection *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (signet_session_get_state (self->session) == SIGNET_SESSION_SIGNED_IN)
    signet_session_keep_async (self->session, cancellable, kept_cb, task);
  else
    signet_session_restore_async (self->session, cancellable, taken_up_cb, task);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetConnection *self = g_task_get_source_object (task);
  GError *error = NULL;

  emit_changed (self);
  if (signet_credentials_unlock_finish (SIGNET_CREDENTIALS (source), result, &error))
    take_up (self, g_steal_pointer (&task));
  else
    g_task_return_error (task, signet_explain (error));
}

/* There is one keyring for all accounts. What it holds isn't waited for any more: the person signs in anew.
 */
static void
session_only_cb (SignetConnection *self)
{
  emit_changed (self);
  if (self->session != NULL && signet_session_get_state (self->session) == SIGNET_SESSION_UNREADABLE)
    signet_connection_restore_async (self, FALSE, NULL, NULL, NULL);
}

static void
signet_connection_finalize (GObject *object)
{
  SignetConnection *self = SIGNET_CONNECTION (object);

  g_clear_object (&self->remote);
  g_clear_object (&self->session);
  g_clear_object (&self->discovery);
  g_clear_object (&self->host);
  g_clear_object (&self->credentials);
  g_clear_error (&self->failure);
  g_ptr_array_unref (self->opening);
  g_free (self->platform_id);
  g_free (self->address);
  g_free (self->account);
  G_OBJECT_CLASS (signet_connection_parent_class)->finalize (object);
}

static void
signet_connection_class_init (SignetConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_connection_finalize;

  signals[CHANGED] = g_signal_new ("changed", SIGNET_TYPE_CONNECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
signet_connection_init (SignetConnection *self)
{
  self->opening = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * signet_connection_new:
 * @account: local id of the account, the name of its secret in the keyring
 * @credentials: the keyring
 * @host: (nullable): the practice platform's process, if it is one
 *
 * Returns: (transfer full): a connection that has not been opened
 */
SignetConnection *
signet_connection_new (const char *account, SignetCredentials *credentials, SignetPracticeHost *host)
{
  SignetConnection *self = g_object_new (SIGNET_TYPE_CONNECTION, NULL);

  self->account = g_strdup (account);
  self->credentials = g_object_ref (credentials);
  g_set_object (&self->host, host);
  g_signal_connect_object (credentials, "notify::state", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (credentials, "notify::session-only", G_CALLBACK (session_only_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * signet_connection_open_async:
 * @self: a connection
 * @address: where the platform was last; a practice platform that must be started says itself where it is
 * @platform_id: the id it had, "" the first time
 * @cancellable: (nullable): stops waiting, not opening
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds the platform and takes up the session of the last run. Whoever asks while that is under way shares
 * the attempt.
 */
void
signet_connection_open_async (SignetConnection *self,
                              const char *address,
                              const char *platform_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_CONNECTION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_connection_open_async);
  g_ptr_array_add (self->opening, task);
  if (self->opening->len > 1)
    return;
  g_free (self->address);
  self->address = g_strdup (address);
  g_free (self->platform_id);
  self->platform_id = g_strdup (platform_id);
  if (self->host != NULL && !signet_practice_host_get_running (self->host))
    signet_practice_host_start_async (self->host, NULL, host_started_cb, g_object_ref (self));
  else
    find_platform (self);
}

/** signet_connection_open_finish: Returns: whether the platform answered; @error: a SIGNET_DESK_ERROR */
gboolean
signet_connection_open_finish (SignetConnection *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_connection_restore_async:
 * @self: a connection that was opened
 * @unlock: have the system ask the person to unlock the keyring first
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Takes up the session from the keyring, or keeps there the one that could not be kept.
 */
void
signet_connection_restore_async (SignetConnection *self,
                                 gboolean unlock,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_CONNECTION (self));
  g_return_if_fail (self->session != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_connection_restore_async);
  if (unlock)
    signet_credentials_unlock_async (self->credentials, cancellable, unlocked_cb, task);
  else
    take_up (self, task);
}

/** signet_connection_restore_finish: Returns: whether the session is there and kept */
gboolean
signet_connection_restore_finish (SignetConnection *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** signet_connection_get_address: Returns: (transfer none) (nullable): where the platform is */
const char *
signet_connection_get_address (SignetConnection *self)
{
  g_return_val_if_fail (SIGNET_IS_CONNECTION (self), NULL);
  return self->address;
}

/** signet_connection_get_discovery: Returns: (transfer none) (nullable): what the platform says of itself */
SignetDiscovery *
signet_connection_get_discovery (SignetConnection *self)
{
  g_return_val_if_fail (SIGNET_IS_CONNECTION (self), NULL);
  return self->discovery;
}

/** signet_connection_get_session: Returns: (transfer none) (nullable): the session */
SignetSession *
signet_connection_get_session (SignetConnection *self)
{
  g_return_val_if_fail (SIGNET_IS_CONNECTION (self), NULL);
  return self->session;
}

/** signet_connection_get_remote: Returns: (transfer none) (nullable): how to ask the platform */
SignetRemote *
signet_connection_get_remote (SignetConnection *self)
{
  g_return_val_if_fail (SIGNET_IS_CONNECTION (self), NULL);
  return self->remote;
}

/** signet_connection_get_session_state: Returns: how the session stands, unknown before opening */
SignetSessionState
signet_connection_get_session_state (SignetConnection *self)
{
  g_return_val_if_fail (SIGNET_IS_CONNECTION (self), SIGNET_SESSION_UNKNOWN);
  return self->session != NULL ? signet_session_get_state (self->session) : SIGNET_SESSION_UNKNOWN;
}

/** signet_connection_get_credentials: Returns: (transfer none): the keyring */
SignetCredentials *
signet_connection_get_credentials (SignetConnection *self)
{
  g_return_val_if_fail (SIGNET_IS_CONNECTION (self), NULL);
  return self->credentials;
}

/** signet_connection_get_host: Returns: (transfer none) (nullable): the practice platform's process */
SignetPracticeHost *
signet_connection_get_host (SignetConnection *self)
{
  g_return_val_if_fail (SIGNET_IS_CONNECTION (self), NULL);
  return self->host;
}

/** signet_connection_get_keyring: Returns: whether the session can be kept, and why not */
SignetKeyringState
signet_connection_get_keyring (SignetConnection *self)
{
  g_return_val_if_fail (SIGNET_IS_CONNECTION (self), SIGNET_KEYRING_UNKNOWN);

  if (signet_credentials_get_session_only (self->credentials))
    return SIGNET_KEYRING_SESSION_ONLY;
  switch (signet_credentials_get_state (self->credentials))
    {
    case SIGNET_CREDENTIALS_UNLOCKED:
      return SIGNET_KEYRING_OPEN;
    case SIGNET_CREDENTIALS_LOCKED:
      return SIGNET_KEYRING_LOCKED;
    case SIGNET_CREDENTIALS_ABSENT:
      return SIGNET_KEYRING_ABSENT;
    case SIGNET_CREDENTIALS_REFUSED:
      return SIGNET_KEYRING_REFUSED;
    case SIGNET_CREDENTIALS_UNREACHABLE:
      return SIGNET_KEYRING_UNREACHABLE;
    case SIGNET_CREDENTIALS_UNKNOWN:
    default:
      return SIGNET_KEYRING_UNKNOWN;
    }
}

/**
 * signet_connection_use_session_only:
 * @self: a connection
 *
 * The person chose to do without the keyring, for every account that uses it: sessions live as long as the
 * program.
 */
void
signet_connection_use_session_only (SignetConnection *self)
{
  g_return_if_fail (SIGNET_IS_CONNECTION (self));

  signet_credentials_set_session_only (self->credentials, TRUE);
}
