/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-account-private.h"

#include "desk/signet-account-session.h"
#include "desk/signet-explain.h"
#include "desk/signet-receipt-keys.h"

/*
 * An account on its connection: finding the platform at the start and whenever it was out of reach, and
 * taking up the session once the keyring, which was locked or gone, is there or done without. Main thread.
 */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean opened = signet_connection_open_finish (SIGNET_CONNECTION (source), result, &error);

  if (opened && signet_account_take_platform (self, &error) &&
      signet_receipt_keys_are_wanted (signet_account_get_store (self), signet_account_get_id (self)))
    signet_account_learn_keys (self);
  signet_account_set_online (self, opened);
  /* With what the last run knew, everything that needs no network works. */
  if (!opened && signet_account_get_platform (self) != NULL)
    {
      g_message ("a platform is out of reach: %s", error->message);
      g_clear_error (&error);
    }

  if (error != NULL)
    signet_explain_task (task, error);
  else
    signet_account_store (self, task);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_connection_restore_finish (SIGNET_CONNECTION (source), result, &error);
  signet_explain_task (user_data, error);
}

/**
 * signet_account_connect_async:
 * @self: an account
 * @cancellable: (nullable): stops waiting, not connecting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Starts the practice platform if it is one, asks the platform about itself and takes up the session of the
 * last run. With what the last run stored, an unreachable platform is no failure: the account is then
 * offline.
 */
void
signet_account_connect_async (SignetAccount *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_connect_async);
  signet_connection_open_async (signet_account_get_connection (self), signet_account_get_address (self),
                                signet_account_get_platform_id (self), cancellable, opened_cb, task);
}

/** signet_account_connect_finish: Returns: whether the platform is known; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_connect_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_unlock_keyring_async:
 * @self: a connected account
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Has the system ask the person to unlock the keyring, then takes up or keeps the session.
 */
void
signet_account_unlock_keyring_async (SignetAccount *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));
  g_return_if_fail (signet_account_get_remote (self) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_unlock_keyring_async);
  signet_connection_restore_async (signet_account_get_connection (self), TRUE, cancellable, restored_cb,
                                   task);
}

/** signet_account_unlock_keyring_finish: Returns: whether the session is kept; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_unlock_keyring_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_retry_keyring:
 * @self: an account
 *
 * Looks at the keyring again, without asking the person for anything.
 */
void
signet_account_retry_keyring (SignetAccount *self)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  if (signet_account_get_remote (self) != NULL)
    signet_connection_restore_async (signet_account_get_connection (self), FALSE, NULL, NULL, NULL);
}

/**
 * signet_account_use_session_only:
 * @self: an account
 *
 * The person chose to do without the keyring, which is for all accounts: sessions live as long as the
 * program, and what the keyring holds isn't waited for any more.
 */
void
signet_account_use_session_only (SignetAccount *self)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  signet_connection_use_session_only (signet_account_get_connection (self));
}
