/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-credentials.h"

#include "remote/signet-remote-error.h"
#include "remote/signet-secrets.h"
#include "remote/signet-wipe.h"

/*
 * The keyring as Signet uses it. A locked, absent or refusing keyring is an ordinary state here, and none of
 * them may ever hold the program up: libsecret 0.20.5 answers a look-up in a locked collection with "nothing
 * there", hangs in a prompt it shows by itself, and forgets to call back when cancelled. So every operation
 * runs on a worker (SignetSecrets) and has its own time limit; one that is late is left behind, its result
 * dropped. One object serves all accounts; the desk owns it. Main thread.
 */

#define LIMIT_MS 1800
#define UNLOCK_LIMIT_MS (120 * 1000)

struct _SignetCredentials
{
  GObject parent_instance;

  SignetCredentialsState state;
  gboolean session_only;
  GHashTable *memory; /* account -> secret, for session-only */
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

/* What a worker is to do; it owns it, and may still be at it when nobody waits any more. */
typedef enum
{
  LOOKUP,
  STORE,
  CLEAR,
  UNLOCK,
} Kind;

typedef struct
{
  Kind kind;
  char *account;
  char *secret;
} Job;

/* What it found. */
typedef struct
{
  SignetCredentialsState state;
  char *secret;
  GError *error;
} Found;

/* The caller's side of an operation. */
typedef struct
{
  GCancellable *inner;
  GSource *cancelled;
  GSource *limit;
  gboolean late;
} Watch;

static void
job_free (Job *job)
{
  g_free (job->account);
  signet_credentials_free_secret (job->secret);
  g_free (job);
}

static void
found_free (Found *found)
{
  signet_credentials_free_secret (found->secret);
  g_clear_error (&found->error);
  g_free (found);
}

static void
watch_free (Watch *watch)
{
  if (watch->cancelled != NULL)
    g_source_destroy (watch->cancelled);
  g_clear_pointer (&watch->cancelled, g_source_unref);
  if (watch->limit != NULL)
    g_source_destroy (watch->limit);
  g_clear_pointer (&watch->limit, g_source_unref);
  g_object_unref (watch->inner);
  g_free (watch);
}

static void
set_state (SignetCredentials *self, SignetCredentialsState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
return_found (GTask *task, char *secret)
{
  Found *found = g_new0 (Found, 1);

  found->secret = secret;
  g_task_return_pointer (task, found, (GDestroyNotify) found_free);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  Found *found = g_new0 (Found, 1);

  switch (job->kind)
    {
    case LOOKUP:
      signet_secrets_lookup (job->account, &found->secret, &found->state, cancellable, &found->error);
      break;
    case STORE:
      signet_secrets_store (job->account, job->secret, &found->state, cancellable, &found->error);
      break;
    case CLEAR:
      signet_secrets_clear (job->account, &found->state, cancellable, &found->error);
      break;
    case UNLOCK:
      signet_secrets_unlock (&found->state, cancellable, &found->error);
      break;
    default:
      break;
    }
  g_task_return_pointer (task, found, (GDestroyNotify) found_free);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetCredentials *self = SIGNET_CREDENTIALS (source);
  Watch *watch = g_task_get_task_data (task);
  GError *error = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found == NULL && watch->late)
    {
      g_clear_error (&error);
      error = g_error_new_literal (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_ABSENT,
                                   "the keyring doesn't answer");
      set_state (self, SIGNET_CREDENTIALS_ABSENT);
    }
  if (found != NULL && found->state != SIGNET_CREDENTIALS_UNKNOWN)
    set_state (self, found->state);
  if (found != NULL && found->error != NULL)
    error = g_steal_pointer (&found->error);
  if (error == NULL)
    {
      g_task_return_pointer (task, found, (GDestroyNotify) found_free);
      return;
    }
  g_clear_pointer (&found, found_free);
  g_task_return_error (task, error);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Watch *watch = user_data;

  g_cancellable_cancel (watch->inner);
  return G_SOURCE_REMOVE;
}

static gboolean
late_cb (gpointer user_data)
{
  Watch *watch = user_data;

  watch->late = TRUE;
  g_cancellable_cancel (watch->inner);
  return G_SOURCE_REMOVE;
}

/* Runs @job on a worker, with a way out for whoever waits. */
static void
run (GTask *task, Job *job, guint limit)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) work = NULL;
  Watch *watch = g_new0 (Watch, 1);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, watch, (GDestroyNotify) watch_free);
  watch->inner = g_cancellable_new ();
  if (cancellable != NULL)
    {
      watch->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (watch->cancelled, G_SOURCE_FUNC (cancelled_cb), watch, NULL);
      g_source_attach (watch->cancelled, g_main_context_get_thread_default ());
    }
  watch->limit = g_timeout_source_new (limit);
  g_source_set_callback (watch->limit, late_cb, watch, NULL);
  g_source_attach (watch->limit, g_main_context_get_thread_default ());

  work = g_task_new (g_task_get_source_object (task), watch->inner, done_cb, g_object_ref (task));
  g_task_set_task_data (work, job, (GDestroyNotify) job_free);
  g_task_set_return_on_cancel (work, TRUE);
  g_task_run_in_thread (work, work_thread);
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

static Job *
make_job (Kind kind, const char *account, const char *secret)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->account = g_strdup (account);
  job->secret = g_strdup (secret);
  return job;
}

static gboolean
finish (GAsyncResult *result, GError **error)
{
  Found *found = g_task_propagate_pointer (G_TASK (result), error);

  if (found == NULL)
    return FALSE;
  found_free (found);
  return TRUE;
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

  g_hash_table_unref (self->memory);

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
}

static void
signet_credentials_init (SignetCredentials *self)
{
  self->memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) signet_credentials_free_secret);
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
 * From now on the keyring isn't touched any more, or is again.
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
    return_found (task, g_strdup (g_hash_table_lookup (self->memory, account)));
  else
    run (task, make_job (LOOKUP, account, NULL), LIMIT_MS);
}

/**
 * signet_credentials_lookup_finish:
 * @self: the keyring
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_KEYRING_LOCKED if the secret is there but locked,
 *   %SIGNET_REMOTE_ERROR_KEYRING_ABSENT, %SIGNET_REMOTE_ERROR_KEYRING_REFUSED
 *
 * Returns: (transfer full) (nullable): the secret, for signet_credentials_free_secret(); %NULL without an
 * error if there is none
 */
char *
signet_credentials_lookup_finish (SignetCredentials *self, GAsyncResult *result, GError **error)
{
  Found *found;
  char *secret;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return NULL;
  secret = g_steal_pointer (&found->secret);
  found_free (found);
  return secret;
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
      return_found (task, NULL);
    }
  else
    {
      run (task, make_job (STORE, account, secret), LIMIT_MS);
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

  return finish (result, error);
}

/**
 * signet_credentials_clear_async:
 * @self: the keyring
 * @account: whose secret
 * @cancellable: (nullable): stops waiting
 * @callback: (nullable): called within two seconds
 * @user_data: for @callback
 *
 * Removes a secret. That there was none is no error.
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
  if (self->session_only)
    {
      g_hash_table_remove (self->memory, account);
      return_found (task, NULL);
    }
  else
    {
      run (task, make_job (CLEAR, account, NULL), LIMIT_MS);
    }
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

  return finish (result, error);
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
  run (task, make_job (UNLOCK, NULL, NULL), UNLOCK_LIMIT_MS);
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

  return finish (result, error);
}
