/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-account-session.h"

#include "desk/signet-account-private.h"
#include "desk/signet-explain.h"
#include "desk/signet-receipt-keys.h"

/*
 * An account's session from the tokens on, whichever way of signing in they came from: the tokens become a
 * session, the platform's receipt keys are learnt, and the platform says whose account it is. Main thread.
 */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_remote_get_finish (SIGNET_REMOTE (source), result, &error);

  if (answer != NULL && signet_account_take_resource (self, signet_answer_get_root (answer), &error))
    signet_account_store (self, task);
  else
    signet_explain_task (task, error);
}

static void
read_account (SignetAccount *self, GTask *task)
{
  signet_remote_get_async (signet_account_get_remote (self), "/v1/account", g_task_get_cancellable (task),
                           read_cb, task);
}

static void
fetch_keys (SignetAccount *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  signet_receipt_keys_fetch_async (signet_connection_get_discovery (signet_account_get_connection (self)),
                                   signet_account_get_store (self), signet_account_get_clock (self),
                                   signet_account_get_id (self), cancellable, callback, user_data);
}

static void
keys_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (signet_receipt_keys_fetch_finish (result, &error))
    read_account (g_task_get_source_object (task), task);
  else
    signet_explain_task (task, error);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (signet_session_start_finish (SIGNET_SESSION (source), result, &error))
    fetch_keys (g_task_get_source_object (task), g_task_get_cancellable (task), keys_fetched_cb, task);
  else
    signet_explain_task (task, error);
}

static void
keys_learnt_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!signet_receipt_keys_fetch_finish (result, &error))
    g_warning ("the platform's receipt keys could not be fetched: %s", error->message);
}

/**
 * signet_account_begin_session_async:
 * @self: a connected account
 * @tokens: what signing in came to
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Signs in with @tokens. Afterwards SignetAccount:state says whether the e-mail must be bound.
 */
void
signet_account_begin_session_async (SignetAccount *self,
                                    SignetTokens *tokens,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_begin_session_async);
  signet_session_start_async (signet_connection_get_session (signet_account_get_connection (self)), tokens,
                              cancellable, started_cb, task);
}

/** signet_account_begin_session_finish: Returns: whether the person is signed in; @error: a SIGNET_DESK_ERROR
 */
gboolean
signet_account_begin_session_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_read_async:
 * @self: a signed-in account
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks the platform what it knows of the account, and stores it.
 */
void
signet_account_read_async (SignetAccount *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_read_async);
  read_account (self, task);
}

/** signet_account_read_finish: Returns: whether it is known and stored; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_read_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_learn_keys:
 * @self: an account
 *
 * A receipt names a key this desk has never seen: asks for the keys, checks again.
 */
void
signet_account_learn_keys (SignetAccount *self)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  if (signet_connection_get_discovery (signet_account_get_connection (self)) != NULL)
    fetch_keys (self, NULL, keys_learnt_cb, NULL);
}
