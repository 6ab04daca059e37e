/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-secret-call.h"

#include "remote/signet-limit.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-secrets.h"

/*
 * One call of the keyring that may never hold the program up: libsecret 0.20.5 answers a look-up in a locked
 * collection with "nothing there", hangs in a prompt it shows by itself, and forgets to call back when
 * cancelled. So every call runs on a worker (SignetSecrets) and has its own time limit; one that is late is
 * left behind, its result dropped. Belongs to SignetCredentials. Main thread.
 */

/* What a worker is to do; it owns it, and may still be at it when nobody waits any more. */
typedef struct
{
  SignetSecretVerb verb;
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

/* The caller's side of it. */
typedef struct
{
  SignetLimit *limit;
  SignetCredentialsState state;
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
  signet_limit_free (watch->limit);
  g_free (watch);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  Found *found = g_new0 (Found, 1);

  switch (job->verb)
    {
    case SIGNET_SECRET_LOOKUP:
      signet_secrets_lookup (job->account, &found->secret, &found->state, cancellable, &found->error);
      break;
    case SIGNET_SECRET_STORE:
      signet_secrets_store (job->account, job->secret, &found->state, cancellable, &found->error);
      break;
    case SIGNET_SECRET_CLEAR:
      signet_secrets_clear (job->account, &found->state, cancellable, &found->error);
      break;
    case SIGNET_SECRET_UNLOCK:
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
  Watch *watch = g_task_get_task_data (task);
  GError *error = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found == NULL && signet_limit_is_over (watch->limit))
    {
      g_clear_error (&error);
      error = g_error_new_literal (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE,
                                   "the keyring doesn't answer");
      watch->state = SIGNET_CREDENTIALS_UNREACHABLE;
    }
  if (found != NULL)
    watch->state = found->state;
  if (found != NULL && found->error != NULL)
    error = g_steal_pointer (&found->error);
  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&found->secret),
                           (GDestroyNotify) signet_credentials_free_secret);
  else
    g_task_return_error (task, error);
  g_clear_pointer (&found, found_free);
}

/**
 * signet_secret_call_async:
 * @verb: what to do
 * @account: (nullable): whose secret; %NULL to unlock the keyring
 * @secret: (nullable): what to store
 * @limit: milliseconds
 * @cancellable: (nullable): stops waiting
 * @callback: called at the limit at the latest
 * @user_data: for @callback
 *
 * Does it on a worker, with a way out for whoever waits.
 */
void
signet_secret_call_async (SignetSecretVerb verb,
                          const char *account,
                          const char *secret,
                          guint limit,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) work = NULL;
  Watch *watch = g_new0 (Watch, 1);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, signet_secret_call_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, watch, (GDestroyNotify) watch_free);
  watch->limit = signet_limit_new (cancellable, limit);

  job->verb = verb;
  job->account = g_strdup (account);
  job->secret = g_strdup (secret);
  work = g_task_new (NULL, signet_limit_get_cancellable (watch->limit), done_cb, g_object_ref (task));
  g_task_set_task_data (work, job, (GDestroyNotify) job_free);
  g_task_set_return_on_cancel (work, TRUE);
  g_task_run_in_thread (work, work_thread);
}

/**
 * signet_secret_call_finish:
 * @result: the result
 * @secret: (out) (transfer full) (nullable): what was looked up, for signet_credentials_free_secret()
 * @state: (out): how the keyring was found, also with an error; %SIGNET_CREDENTIALS_UNKNOWN if it wasn't
 * @error: return location: a keyring error, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it was done
 */
gboolean
signet_secret_call_finish (GAsyncResult *result, char **secret, SignetCredentialsState *state, GError **error)
{
  GError *local_error = NULL;

  *state = ((Watch *) g_task_get_task_data (G_TASK (result)))->state;
  *secret = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}
