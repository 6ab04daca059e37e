/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-secret-queue.h"

#include "remote/signet-limit.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-secrets.h"

/*
 * Calls of the keyring that may never hold the program up: libsecret 0.20.5 answers a look-up in a locked
 * collection with "nothing there", hangs in a prompt it shows by itself, and forgets to call back when
 * cancelled. So every call runs on a worker (SignetSecrets) and has its own time limit; one that is late is
 * left behind, its result dropped. Workers keep no order among themselves, and what was cleared last must not
 * be stored after all: the next call of an account begins when the worker of the one before has come back,
 * late or not. SignetCredentials owns it. Main thread.
 */

struct _SignetSecretQueue
{
  GObject parent_instance;

  GHashTable *lines; /* account -> GQueue of Call; the first of each is at work */
};

G_DEFINE_FINAL_TYPE (SignetSecretQueue, signet_secret_queue, G_TYPE_OBJECT)

/* One call, which lives until its worker has come back. */
typedef struct
{
  SignetSecretQueue *queue;
  SignetSecretVerb verb;
  char *account;
  char *secret; /* to be stored */
  SignetLimit *limit;
  GSource *stopped;
  GTask *task; /* whoever waits, NULL once answered */
} Call;

/* What a worker found. */
typedef struct
{
  SignetCredentialsState state;
  char *secret;
  GError *error;
} Found;

static void
call_free (Call *call)
{
  g_source_destroy (call->stopped);
  g_source_unref (call->stopped);
  signet_limit_free (call->limit);
  g_clear_object (&call->task);
  g_free (call->account);
  signet_credentials_free_secret (call->secret);
  g_object_unref (call->queue);
  g_free (call);
}

static void
found_free (Found *found)
{
  signet_credentials_free_secret (found->secret);
  g_clear_error (&found->error);
  g_free (found);
}

static void
answer (Call *call, SignetCredentialsState state, char *secret, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&call->task);

  *(SignetCredentialsState *) g_task_get_task_data (task) = state;
  if (error == NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) signet_credentials_free_secret);
  else
    g_task_return_error (task, error);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Call *call = task_data;
  Found *found = g_new0 (Found, 1);

  switch (call->verb)
    {
    case SIGNET_SECRET_LOOKUP:
      signet_secrets_lookup (call->account, &found->secret, &found->state, cancellable, &found->error);
      break;
    case SIGNET_SECRET_STORE:
      signet_secrets_store (call->account, call->secret, &found->state, cancellable, &found->error);
      break;
    case SIGNET_SECRET_CLEAR:
      signet_secrets_clear (call->account, &found->state, cancellable, &found->error);
      break;
    case SIGNET_SECRET_UNLOCK:
      signet_secrets_unlock (&found->state, cancellable, &found->error);
      break;
    default:
      break;
    }
  g_task_return_pointer (task, found, (GDestroyNotify) found_free);
}

static void begin (Call *call);

/* Takes a call out of its line, and lets the next one begin if it was its turn. */
static void
leave (Call *call)
{
  g_autoptr (SignetSecretQueue) self = g_object_ref (call->queue);
  GQueue *line = g_hash_table_lookup (self->lines, call->account);
  gboolean first = g_queue_peek_head (line) == call;

  g_queue_remove (line, call);
  if (g_queue_is_empty (line))
    g_hash_table_remove (self->lines, call->account);
  else if (first)
    begin (g_queue_peek_head (line));
  call_free (call);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Call *call = user_data;
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (call->task != NULL)
    answer (call, found->state, g_steal_pointer (&found->secret), g_steal_pointer (&found->error));
  found_free (found);
  leave (call);
}

static void
begin (Call *call)
{
  g_autoptr (GTask) work = g_task_new (NULL, signet_limit_get_cancellable (call->limit), worked_cb, call);

  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, call, NULL);
  g_task_run_in_thread (work, work_thread);
}

static gboolean
stopped_cb (GCancellable *cancellable, gpointer user_data)
{
  Call *call = user_data;

  if (signet_limit_is_over (call->limit))
    answer (call, SIGNET_CREDENTIALS_UNREACHABLE, NULL,
            g_error_new_literal (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE,
                                 "the keyring doesn't answer"));
  else
    answer (call, SIGNET_CREDENTIALS_UNKNOWN, NULL,
            g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "nobody waits any more"));
  /* Its turn never came: it isn't done. */
  if (g_queue_peek_head (g_hash_table_lookup (call->queue->lines, call->account)) != call)
    leave (call);
  return G_SOURCE_REMOVE;
}

static void
signet_secret_queue_finalize (GObject *object)
{
  SignetSecretQueue *self = SIGNET_SECRET_QUEUE (object);

  g_hash_table_unref (self->lines);

  G_OBJECT_CLASS (signet_secret_queue_parent_class)->finalize (object);
}

static void
signet_secret_queue_class_init (SignetSecretQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_secret_queue_finalize;
}

static void
signet_secret_queue_init (SignetSecretQueue *self)
{
  /* Calls keep the queue: the lines are empty when it goes. */
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
}

/**
 * signet_secret_queue_new:
 *
 * Returns: (transfer full): a queue with nothing to do
 */
SignetSecretQueue *
signet_secret_queue_new (void)
{
  return g_object_new (SIGNET_TYPE_SECRET_QUEUE, NULL);
}

/**
 * signet_secret_queue_call_async:
 * @self: a queue
 * @verb: what to do
 * @account: whose secret; "" to unlock the keyring
 * @secret: (nullable): what to store
 * @limit: milliseconds from now, waiting for its turn included
 * @cancellable: (nullable): stops waiting
 * @callback: called at the limit at the latest
 * @user_data: for @callback
 *
 * Does it on a worker, after what was asked for @account before. What is late before its turn comes isn't
 * done at all; what is late at work may still be done, or not.
 */
void
signet_secret_queue_call_async (SignetSecretQueue *self,
                                SignetSecretVerb verb,
                                const char *account,
                                const char *secret,
                                guint limit,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GQueue *line;
  Call *call;

  g_return_if_fail (SIGNET_IS_SECRET_QUEUE (self));
  g_return_if_fail (account != NULL);

  call = g_new0 (Call, 1);
  call->queue = g_object_ref (self);
  call->verb = verb;
  call->account = g_strdup (account);
  call->secret = g_strdup (secret);
  call->limit = signet_limit_new (cancellable, limit);
  call->stopped = g_cancellable_source_new (signet_limit_get_cancellable (call->limit));
  g_source_set_callback (call->stopped, G_SOURCE_FUNC (stopped_cb), call, NULL);
  g_source_attach (call->stopped, g_main_context_get_thread_default ());
  call->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (call->task, signet_secret_queue_call_async);
  g_task_set_check_cancellable (call->task, FALSE);
  g_task_set_task_data (call->task, g_new0 (SignetCredentialsState, 1), g_free);

  line = g_hash_table_lookup (self->lines, account);
  if (line == NULL)
    {
      line = g_queue_new ();
      g_hash_table_insert (self->lines, g_strdup (account), line);
    }
  g_queue_push_tail (line, call);
  if (g_queue_get_length (line) == 1)
    begin (call);
}

/**
 * signet_secret_queue_call_finish:
 * @self: a queue
 * @result: the result
 * @secret: (out) (transfer full) (nullable): what was looked up, for signet_credentials_free_secret()
 * @state: (out): how the keyring was found, also with an error; %SIGNET_CREDENTIALS_UNKNOWN if it wasn't
 * @error: return location: a keyring error, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it was done
 */
gboolean
signet_secret_queue_call_finish (SignetSecretQueue *self,
                                 GAsyncResult *result,
                                 char **secret,
                                 SignetCredentialsState *state,
                                 GError **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  *state = *(SignetCredentialsState *) g_task_get_task_data (G_TASK (result));
  *secret = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}
