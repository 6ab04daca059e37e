/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-account-session.h"

#include "api/signet-json.h"
#include "desk/signet-account-private.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-receipt-keys.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-revocation.h"

/*
 * An account's session from the tokens on, whichever way of signing in they came from: the tokens become a
 * session, the platform's receipt keys are learnt, and the platform says whose account it is; and its end.
 * Main thread.
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

/* Whose they are. What waits here was written for one account of the platform, which belongs to one phone for
 * good. */

static gboolean
is_own (SignetAccount *self, SignetAnswer *answer, GError **error)
{
  const char *phone = signet_json_require_text (signet_answer_get_root (answer), "/phone", error);

  if (phone == NULL || *phone == '\0')
    return FALSE;
  if (signet_account_is_own_phone (self, phone))
    return TRUE;
  g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OTHER_PHONE,
                       "the account belongs to another phone");
  return FALSE;
}

static void
start (SignetAccount *self, SignetTokens *tokens, GTask *task)
{
  signet_session_start_async (signet_connection_get_session (signet_account_get_connection (self)), tokens,
                              g_task_get_cancellable (task), started_cb, task);
}

static void
inspected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  SignetTokens *tokens = g_task_get_task_data (task);
  SignetSession *session = SIGNET_SESSION (source);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_session_inspect_finish (session, result, &error);

  if (answer != NULL && is_own (self, answer, &error))
    {
      start (self, tokens, task);
      return;
    }
  /* Nobody will ever use them. */
  signet_revocation_async (signet_session_get_discovery (session), tokens, NULL, NULL, NULL);
  signet_explain_task (task, error);
}

/* What is left in the keyring is noted and goes later. Where there is no keyring at all, there is nothing to
 * tell: most likely nothing is left. */
static void
end_sign_out (GTask *task, GError *error)
{
  g_autoptr (GError) below = error;

  if (g_error_matches (below, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_LOCKED) ||
      g_error_matches (below, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_REFUSED) ||
      g_error_matches (below, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE))
    signet_explain_task (
        task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_SECRET_LEFT, below->message));
  else if (g_error_matches (below, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_ABSENT))
    signet_explain_task (task, NULL);
  else
    signet_explain_task (task, g_steal_pointer (&below));
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  gboolean *revoked = g_task_get_task_data (task);
  GError *error = NULL;

  signet_session_end_finish (SIGNET_SESSION (source), result, revoked, &error);
  end_sign_out (task, error);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_credentials_clear_finish (SIGNET_CREDENTIALS (source), result, &error);
  end_sign_out (user_data, error);
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
 * Signs in with @tokens. Afterwards SignetAccount:state says whether the e-mail must be bound. An account
 * that has been signed in to before takes its own phone's tokens only: others are given back.
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
  g_task_set_task_data (task, signet_tokens_ref (tokens), (GDestroyNotify) signet_tokens_unref);
  if (*signet_account_get_phone (self) == '\0')
    start (self, tokens, task);
  else
    signet_session_inspect_async (signet_connection_get_session (signet_account_get_connection (self)),
                                  tokens, "/v1/account", cancellable, inspected_cb, task);
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

/**
 * signet_account_sign_out_async:
 * @self: an account
 * @cancellable: (nullable): stops telling the platform
 * @callback: called within some seconds
 * @user_data: for @callback
 *
 * Ends the session: at once here, then in the keyring, then at the platform if it can be reached. Drafts,
 * submissions and everything else stay.
 */
void
signet_account_sign_out_async (SignetAccount *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SignetConnection *connection;
  SignetSession *session;
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_sign_out_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_new0 (gboolean, 1), g_free);
  connection = signet_account_get_connection (self);
  session = signet_connection_get_session (connection);
  if (session == NULL) /* there was no way to the platform in this run */
    signet_credentials_clear_async (signet_connection_get_credentials (connection),
                                    signet_account_get_id (self), cancellable, cleared_cb, task);
  else
    signet_session_end_async (session, cancellable, ended_cb, task);
}

/**
 * signet_account_sign_out_finish:
 * @self: an account
 * @result: what the callback got
 * @revoked: (out) (optional): whether the platform has been told; if not, the session can still be ended from
 *   another device
 * @error: %SIGNET_DESK_ERROR_SECRET_LEFT if the keyring still has the secret: nobody is signed in with it,
 * and it goes as soon as the keyring lets it
 *
 * Returns: whether nothing of the session is left on this computer, as far as there is a keyring to ask
 */
gboolean
signet_account_sign_out_finish (SignetAccount *self, GAsyncResult *result, gboolean *revoked, GError **error)
{
  gboolean *told = g_task_get_task_data (G_TASK (result));

  if (revoked != NULL)
    *revoked = *told;
  return g_task_propagate_boolean (G_TASK (result), error);
}
