/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-private.h"

#include "desk/signet-account-private.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-practice-folders.h"
#include "store/signet-account-removal.h"
#include "store/signet-settings.h"
#include "store/signet-vault-removals.h"

/*
 * Taking an account away for good: its session, its rows, its papers, its practice platform. Rows go in one
 * transaction, which also notes what is still to go from the disk; a kill in between leaves that to the next
 * start. Main thread; the store's worker writes.
 */

/* In the settings: a practice platform's folder that is to go; the rules are behind it. */
#define FOLDER_LEFT "practice-removed/"

typedef struct
{
  SignetAccount *account;
  char *id;
  char *rules; /* of this desk's own practice platform, or NULL */
  SignetVault *vault;
  SignetAccountContents contents;
  gboolean weighed;
  gboolean revoked;
} Removal;

static void
removal_free (Removal *removal)
{
  g_clear_object (&removal->account);
  g_clear_object (&removal->vault);
  g_free (removal->id);
  g_free (removal->rules);
  g_free (removal);
}

static GTask *
create_task (SignetDesk *self,
             SignetAccount *account,
             gpointer tag,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  SignetPracticeHost *host = signet_connection_get_host (signet_account_get_connection (account));
  Removal *removal = g_new0 (Removal, 1);

  g_task_set_source_tag (task, tag);
  removal->account = g_object_ref (account);
  removal->id = g_strdup (signet_account_get_id (account));
  removal->rules = host != NULL ? g_strdup (signet_practice_host_get_rules (host)) : NULL;
  removal->vault = g_object_ref (signet_store_get_vault (signet_desk_get_store (self)));
  g_task_set_task_data (task, removal, (GDestroyNotify) removal_free);
  return task;
}

/* Weighing */

static gboolean
weigh_write (SignetTables *tables, gpointer data, GError **error)
{
  Removal *removal = data;
  g_autoptr (GError) local_error = NULL;

  signet_account_removal_weigh (tables, removal->id, removal->vault, &removal->contents, &local_error);
  removal->weighed = g_error_matches (local_error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_UNDONE);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Removal *removal = g_task_get_task_data (task);
  GError *error = NULL;

  signet_store_write_finish (SIGNET_STORE (source), result, &error);
  if (removal->weighed)
    g_clear_error (&error);
  signet_explain_task (task, error);
}

/* Removing */

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    g_warning ("papers of a removed account could not be taken out of the vault yet: %s", error->message);
}

static gboolean
sweep_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_vault_removals_sweep (tables, data, error);
}

static gboolean
folder_gone_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_settings_set (tables, data, NULL, error);
}

/* The folder of the practice platform with @rules, then the note that it was to go. */
static void
retire_folder (SignetDesk *self, const char *rules)
{
  g_autoptr (GError) error = NULL;

  if (!signet_practice_folders_retire (signet_desk_get_practice_folder (self), rules, &error))
    g_warning ("%s", error->message);
  else
    signet_store_write_async (signet_desk_get_store (self), folder_gone_write,
                              g_strconcat (FOLDER_LEFT, rules, NULL), g_free, NULL, swept_cb, NULL);
}

static gboolean
remove_write (SignetTables *tables, gpointer data, GError **error)
{
  Removal *removal = data;
  g_autofree char *key = removal->rules != NULL ? g_strconcat (FOLDER_LEFT, removal->rules, NULL) : NULL;

  return signet_account_removal_run (tables, removal->id, removal->vault, &removal->contents, error) &&
         (key == NULL || signet_settings_set (tables, key, "1", error));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetDesk *self = g_task_get_source_object (task);
  Removal *removal = g_task_get_task_data (task);
  GError *error = NULL;

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    {
      signet_explain_task (task, error);
      return;
    }
  signet_store_write_async (SIGNET_STORE (source), sweep_write, g_object_ref (removal->vault), g_object_unref,
                            NULL, swept_cb, NULL);
  signet_desk_drop_account (self, removal->account);
  if (removal->rules != NULL)
    {
      retire_folder (self, removal->rules);
      signet_practice_folders_sweep (signet_desk_get_practice_folder (self));
    }
  signet_explain_task (task, NULL);
}

static void
signed_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetDesk *self = g_task_get_source_object (task);
  Removal *removal = g_task_get_task_data (task);
  GError *error = NULL;

  if (!signet_account_sign_out_finish (SIGNET_ACCOUNT (source), result, &removal->revoked, &error))
    {
      signet_explain_task (task, error);
      return;
    }
  signet_account_close (removal->account);
  signet_desk_stop_account (self, removal->account);
  signet_store_write_async (signet_desk_get_store (self), remove_write, removal, NULL, NULL, removed_cb,
                            task);
}

/**
 * signet_desk_finish_removals:
 * @self: a desk that has just been opened
 *
 * For the desk's own files. Takes away what a removal that was cut short has left on the disk.
 */
void
signet_desk_finish_removals (SignetDesk *self)
{
  SignetStore *store = signet_desk_get_store (self);
  const char *folder = signet_desk_get_practice_folder (self);
  g_autoptr (GPtrArray) left = signet_settings_list (signet_store_get_tables (store), FOLDER_LEFT, NULL);

  if (signet_vault_removals_count (signet_store_get_tables (store), NULL) > 0)
    signet_store_write_async (store, sweep_write, g_object_ref (signet_store_get_vault (store)),
                              g_object_unref, NULL, swept_cb, NULL);
  /* The folder may have gone before the note of it did: a note that stays would take the next one. */
  for (guint i = 0; left != NULL && i < left->len; i++)
    retire_folder (self, left->pdata[i]);
  signet_practice_folders_sweep (folder);
}

/**
 * signet_desk_weigh_account_async:
 * @self: an open desk
 * @account: one of its accounts
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds out what removing the account would take away: what no other account knows, too.
 */
void
signet_desk_weigh_account_async (SignetDesk *self,
                                 SignetAccount *account,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_DESK (self));
  g_return_if_fail (SIGNET_IS_ACCOUNT (account));

  task = create_task (self, account, signet_desk_weigh_account_async, cancellable, callback, user_data);
  signet_store_write_async (signet_desk_get_store (self), weigh_write, g_task_get_task_data (task), NULL,
                            NULL, weighed_cb, task);
}

/**
 * signet_desk_weigh_account_finish:
 * @self: the desk
 * @result: what the callback got
 * @weight: (out caller-allocates): what would go
 * @error: a SIGNET_DESK_ERROR
 *
 * Returns: whether it is known
 */
gboolean
signet_desk_weigh_account_finish (SignetDesk *self,
                                  GAsyncResult *result,
                                  SignetAccountWeight *weight,
                                  GError **error)
{
  const SignetAccountContents *contents = &((Removal *) g_task_get_task_data (G_TASK (result)))->contents;

  weight->drafts = (guint) contents->drafts;
  weight->unsent = (guint) contents->unsent;
  weight->complaints = (guint) contents->complaints;
  weight->parties = (guint) contents->parties;
  weight->rights = (guint) contents->rights;
  weight->authorisations = (guint) contents->authorisations;
  weight->receipts = (guint) contents->receipts;
  weight->files = (guint) contents->files;
  weight->file_bytes = contents->file_bytes;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_desk_remove_account_async:
 * @self: an open desk
 * @account: one of its accounts; no draft of it may be open in a wizard
 * @cancellable: (nullable): stops telling the platform; what has begun to go goes
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Signs out, then removes everything of the account from this computer: rows in every table, papers nothing
 * else rests on, its practice platform. Receipts go, too: whoever wants to keep them takes them out before.
 * What the platform has it keeps. Another account is worked with afterwards, if there is one.
 */
void
signet_desk_remove_account_async (SignetDesk *self,
                                  SignetAccount *account,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_DESK (self));
  g_return_if_fail (SIGNET_IS_ACCOUNT (account));

  task = create_task (self, account, signet_desk_remove_account_async, NULL, callback, user_data);
  signet_account_sign_out_async (account, cancellable, signed_out_cb, task);
}

/**
 * signet_desk_remove_account_finish:
 * @self: the desk
 * @result: what the callback got
 * @revoked: (out) (optional): whether the platform knows that the session is over
 * @error: a SIGNET_DESK_ERROR: %SIGNET_DESK_ERROR_SECRET_LEFT if the keyring keeps the secret; then nothing
 * but the session is gone
 *
 * Returns: whether it is gone
 */
gboolean
signet_desk_remove_account_finish (SignetDesk *self, GAsyncResult *result, gboolean *revoked, GError **error)
{
  if (revoked != NULL)
    *revoked = ((Removal *) g_task_get_task_data (G_TASK (result)))->revoked;
  return g_task_propagate_boolean (G_TASK (result), error);
}
