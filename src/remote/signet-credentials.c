/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-credentials.h"

#include "remote/signet-remote-error.h"
#include "remote/signet-secret-discards.h"
#include "remote/signet-secret-queue.h"
#include "remote/signet-wipe.h"

/*
 * The keyring as Signet uses it, or memory alone where the person chose that. A locked, absent or refusing
 * keyring is an ordinary state here; SignetSecretQueue sees to it that none of them holds the program up.
 * What it keeps although it was to be cleared is discarded: never looked up again, and cleared whenever the
 * keyring is found open. One object serves all accounts; the desk owns it. Main thread.
 */

#define LIMIT_MS 1800
#define UNLOCK_LIMIT_MS (120 * 1000)

struct _SignetCredentials
{
  GObject parent_instance;

  SignetCredentialsState state;
  gboolean session_only;
  SignetSecretQueue *queue;
  GHashTable *memory; /* account -> secret, for session-only */
  SignetSecretDiscards *discards;
};

G_DEFINE_FINAL_TYPE (SignetCredentials, signet_credentials, G_TYPE_OBJECT)

GType
signet_credentials_state_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { SIGNET_CREDENTIALS_UNKNOWN, "SIGNET_CREDENTIALS_UNKNOWN", "unknown" },
        { SIGNET_CREDENTIALS_UNLOCKED, "SIGNET_CREDENTIALS_UNLOCKED", "unlocked" },
        { SIGNET_CREDENTIALS_LOCKED, "SIGNET_CREDENTIALS_LOCKED", "locked" },
        { SIGNET_CREDENTIALS_ABSENT, "SIGNET_CREDENTIALS_ABSENT", "absent" },
        { SIGNET_CREDENTIALS_REFUSED, "SIGNET_CREDENTIALS_REFUSED", "refused" },
        { SIGNET_CREDENTIALS_UNREACHABLE, "SIGNET_CREDENTIALS_UNREACHABLE", "unreachable" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("SignetCredentialsState", values));
    }
  return type;
}

enum
{
  PROP_0,
  PROP_STATE,
  PROP_SESSION_ONLY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  DISCARDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_discarded (SignetCredentials *self, const char *account, gboolean changed)
{
  gboolean discarded = signet_secret_discards_get (self->discards, account) != SIGNET_DISCARDING_NO;

  if (changed)
    g_signal_emit (self, signals[DISCARDED], 0, account, discarded);
}

static void
set_discarding (SignetCredentials *self, const char *account, SignetDiscarding discarding)
{
  tell_discarded (self, account, signet_secret_discards_set (self->discards, account, discarding));
}

static void
set_state (SignetCredentials *self, SignetCredentialsState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

typedef struct
{
  SignetCredentials *credentials;
  SignetSecretVerb verb;
  char *account;
} Call;

static void
call_free (Call *call)
{
  g_object_unref (call->credentials);
  g_free (call->account);
  g_free (call);
}

static Call *
call_new (SignetCredentials *self, SignetSecretVerb verb, const char *account)
{
  Call *call = g_new0 (Call, 1);

  call->credentials = g_object_ref (self);
  call->verb = verb;
  call->account = g_strdup (account);
  return call;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
note_end (Call *call, gboolean done)
{
  SignetCredentials *self = call->credentials;

  tell_discarded (self, call->account,
                  signet_secret_discards_note_end (self->discards, call->verb, call->account, done));
}

static void sweep (SignetCredentials *self);

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetCredentials *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  SignetCredentialsState state;
  char *secret = NULL;
  GError *error = NULL;
  gboolean done = signet_secret_queue_call_finish (self->queue, result, &secret, &state, &error);

  note_end (call, done);
  if (state != SIGNET_CREDENTIALS_UNKNOWN)
    set_state (self, state);
  if (state == SIGNET_CREDENTIALS_UNLOCKED)
    sweep (self);
  if (call->verb == SIGNET_SECRET_LOOKUP &&
      signet_secret_discards_get (self->discards, call->account) != SIGNET_DISCARDING_NO &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Readable or not, it isn't anybody's. */
      g_clear_pointer (&secret, signet_credentials_free_secret);
      g_clear_error (&error);
    }
  /* Who does without a keyring isn't told that there is none. */
  if (call->verb == SIGNET_SECRET_CLEAR && self->session_only &&
      g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_ABSENT))
    g_clear_error (&error);
  if (error == NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) signet_credentials_free_secret);
  else
    g_task_return_error (task, error);
}

static void
begin (GTask *task, SignetSecretVerb verb, const char *account, const char *secret, guint limit)
{
  SignetCredentials *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_task_set_task_data (task, call_new (self, verb, account), (GDestroyNotify) call_free);
  g_task_set_check_cancellable (task, FALSE);
  signet_secret_queue_call_async (self->queue, verb, account, secret, limit, cancellable, called_cb,
                                  g_object_ref (task));
}

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  SignetCredentialsState state;
  char *secret = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = signet_secret_queue_call_finish (SIGNET_SECRET_QUEUE (source), result, &secret, &state,
                                                   &error);

  if (!done)
    g_message ("The keyring still holds a secret that is to go: %s", error->message);
  note_end (call, done);
}

/* Nobody waits for it, and how the keyring is isn't said by it. */
static void
clear_quietly (SignetCredentials *self, const char *account)
{
  set_discarding (self, account, SIGNET_DISCARDING_CLEARS);
  signet_secret_queue_call_async (self->queue, SIGNET_SECRET_CLEAR, account, NULL, LIMIT_MS, NULL, swept_cb,
                                  call_new (self, SIGNET_SECRET_CLEAR, account));
}

/* The keyring is open: what must go, goes. */
static void
sweep (SignetCredentials *self)
{
  g_auto (GStrv) accounts = signet_secret_discards_list_waiting (self->discards);

  for (gsize i = 0; accounts[i] != NULL; i++)
    clear_quietly (self, accounts[i]);
}

static GTask *
make_task (SignetCredentials *self,
           gpointer tag,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  return task;
}

static gboolean
succeed (GAsyncResult *result, GError **error)
{
  GError *local_error = NULL;
  char *secret = g_task_propagate_pointer (G_TASK (result), &local_error);

  signet_credentials_free_secret (secret);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static void
signet_credentials_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetCredentials *self = SIGNET_CREDENTIALS (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_SESSION_ONLY:
      g_value_set_boolean (value, self->session_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_credentials_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetCredentials *self = SIGNET_CREDENTIALS (object);

  switch (prop_id)
    {
    case PROP_SESSION_ONLY:
      signet_credentials_set_session_only (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_credentials_finalize (GObject *object)
{
  SignetCredentials *self = SIGNET_CREDENTIALS (object);

  g_object_unref (self->queue);
  g_hash_table_unref (self->memory);
  signet_secret_discards_free (self->discards);

  G_OBJECT_CLASS (signet_credentials_parent_class)->finalize (object);
}

static void
signet_credentials_class_init (SignetCredentialsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = signet_credentials_get_property;
  object_class->set_property = signet_credentials_set_property;
  object_class->finalize = signet_credentials_finalize;

  /**
   * SignetCredentials:state:
   *
   * How the keyring was found by the last operation.
   */
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, SIGNET_TYPE_CREDENTIALS_STATE, SIGNET_CREDENTIALS_UNKNOWN,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * SignetCredentials:session-only:
   *
   * Whether secrets stay in memory, as the person chose while there is no usable keyring.
   */
  properties[PROP_SESSION_ONLY] = g_param_spec_boolean ("session-only", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                            G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SignetCredentials::discarded:
   * @self: the keyring
   * @account: whose secret
   * @discarded: whether the keyring may still hold one that must go
   *
   * A secret is to be cleared, or has been. Whoever remembers it from one run to the next has
   * signet_credentials_discard().
   */
  signals[DISCARDED] = g_signal_new ("discarded", SIGNET_TYPE_CREDENTIALS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
signet_credentials_init (SignetCredentials *self)
{
  self->queue = signet_secret_queue_new ();
  self->memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) signet_credentials_free_secret);
  self->discards = signet_secret_discards_new ();
}

/**
 * signet_credentials_new:
 *
 * Touches nothing yet.
 *
 * Returns: (transfer full): the keyring
 */
SignetCredentials *
signet_credentials_new (void)
{
  return g_object_new (SIGNET_TYPE_CREDENTIALS, NULL);
}

/**
 * signet_credentials_get_state:
 * @self: the keyring
 *
 * Returns: how the last operation found it
 */
SignetCredentialsState
signet_credentials_get_state (SignetCredentials *self)
{
  g_return_val_if_fail (SIGNET_IS_CREDENTIALS (self), SIGNET_CREDENTIALS_UNKNOWN);

  return self->state;
}

/**
 * signet_credentials_get_session_only:
 * @self: the keyring
 *
 * Returns: whether secrets stay in memory
 */
gboolean
signet_credentials_get_session_only (SignetCredentials *self)
{
  g_return_val_if_fail (SIGNET_IS_CREDENTIALS (self), FALSE);

  return self->session_only;
}

/**
 * signet_credentials_set_session_only:
 * @self: the keyring
 * @session_only: whether secrets are to stay in memory
 *
 * From now on nothing is looked for or kept in the keyring any more, or is again. What is cleared is cleared
 * there, too: it may hold an older secret.
 */
void
signet_credentials_set_session_only (SignetCredentials *self, gboolean session_only)
{
  g_return_if_fail (SIGNET_IS_CREDENTIALS (self));

  if (self->session_only == !!session_only)
    return;
  self->session_only = !!session_only;
  g_hash_table_remove_all (self->memory);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION_ONLY]);
}

/**
 * signet_credentials_lookup_async:
 * @self: the keyring
 * @account: whose secret
 * @cancellable: (nullable): stops waiting
 * @callback: called within two seconds
 * @user_data: for @callback
 *
 * Looks for a secret without unlocking anything.
 */
void
signet_credentials_lookup_async (SignetCredentials *self,
                                 const char *account,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_CREDENTIALS (self));
  g_return_if_fail (account != NULL);

  task = make_task (self, signet_credentials_lookup_async, cancellable, callback, user_data);
  if (self->session_only)
    g_task_return_pointer (task, g_strdup (g_hash_table_lookup (self->memory, account)),
                           (GDestroyNotify) signet_credentials_free_secret);
  else
    begin (task, SIGNET_SECRET_LOOKUP, account, NULL, LIMIT_MS);
}

/**
 * signet_credentials_lookup_finish:
 * @self: the keyring
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_KEYRING_LOCKED if the secret is there but locked,
 *   %SIGNET_REMOTE_ERROR_KEYRING_ABSENT, %SIGNET_REMOTE_ERROR_KEYRING_REFUSED,
 *   %SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE
 *
 * Returns: (transfer full) (nullable): the secret, for signet_credentials_free_secret(); %NULL without an
 * error if there is none
 */
char *
signet_credentials_lookup_finish (SignetCredentials *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_credentials_free_secret:
 * @secret: (nullable) (transfer full): a secret
 *
 * Wipes and frees it.
 */
void
signet_credentials_free_secret (char *secret)
{
  signet_wipe (secret);
}

/**
 * signet_credentials_store_async:
 * @self: the keyring
 * @account: whose secret
 * @secret: what to keep, in place of an earlier one
 * @cancellable: (nullable): stops waiting
 * @callback: called within two seconds
 * @user_data: for @callback
 *
 * Keeps a secret in the default keyring, if that is unlocked.
 */
void
signet_credentials_store_async (SignetCredentials *self,
                                const char *account,
                                const char *secret,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_CREDENTIALS (self));
  g_return_if_fail (account != NULL);
  g_return_if_fail (secret != NULL);

  task = make_task (self, signet_credentials_store_async, cancellable, callback, user_data);
  if (self->session_only)
    {
      g_hash_table_replace (self->memory, g_strdup (account), g_strdup (secret));
      g_task_return_pointer (task, NULL, NULL);
    }
  else
    {
      if (signet_secret_discards_get (self->discards, account) != SIGNET_DISCARDING_NO)
        set_discarding (self, account, SIGNET_DISCARDING_REPLACES);
      begin (task, SIGNET_SECRET_STORE, account, secret, LIMIT_MS);
    }
}

/**
 * signet_credentials_store_finish:
 * @self: the keyring
 * @result: the result
 * @error: return location: a keyring error
 *
 * Returns: whether the secret is kept
 */
gboolean
signet_credentials_store_finish (SignetCredentials *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return succeed (result, error);
}

/**
 * signet_credentials_clear_async:
 * @self: the keyring
 * @account: whose secret
 * @cancellable: (nullable): stops waiting
 * @callback: (nullable): called within two seconds
 * @user_data: for @callback
 *
 * Removes a secret, from memory and from the keyring. That there was none is no error. As long as the keyring
 * doesn't let it go, it is discarded: see #SignetCredentials::discarded.
 */
void
signet_credentials_clear_async (SignetCredentials *self,
                                const char *account,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_CREDENTIALS (self));
  g_return_if_fail (account != NULL);

  task = make_task (self, signet_credentials_clear_async, cancellable, callback, user_data);
  g_hash_table_remove (self->memory, account);
  set_discarding (self, account, SIGNET_DISCARDING_CLEARS);
  begin (task, SIGNET_SECRET_CLEAR, account, NULL, LIMIT_MS);
}

/**
 * signet_credentials_clear_finish:
 * @self: the keyring
 * @result: the result
 * @error: return location: a keyring error
 *
 * Returns: whether there is no such secret any more
 */
gboolean
signet_credentials_clear_finish (SignetCredentials *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return succeed (result, error);
}

/**
 * signet_credentials_discard:
 * @self: the keyring
 * @account: whose secret
 *
 * What the keyring has of @account was to be cleared in an earlier run: it isn't looked up, and is cleared
 * now or whenever the keyring is found open.
 */
void
signet_credentials_discard (SignetCredentials *self, const char *account)
{
  g_return_if_fail (SIGNET_IS_CREDENTIALS (self));
  g_return_if_fail (account != NULL);

  clear_quietly (self, account);
}

/**
 * signet_credentials_unlock_async:
 * @self: the keyring
 * @cancellable: (nullable): stops waiting
 * @callback: called when the person has answered, or after two minutes
 * @user_data: for @callback
 *
 * Has the keyring ask the person to unlock it.
 */
void
signet_credentials_unlock_async (SignetCredentials *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_CREDENTIALS (self));

  task = make_task (self, signet_credentials_unlock_async, cancellable, callback, user_data);
  begin (task, SIGNET_SECRET_UNLOCK, "", NULL, UNLOCK_LIMIT_MS);
}

/**
 * signet_credentials_unlock_finish:
 * @self: the keyring
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_KEYRING_REFUSED if the person declined or nobody could ask
 *
 * Returns: whether the keyring is unlocked
 */
gboolean
signet_credentials_unlock_finish (SignetCredentials *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return succeed (result, error);
}
