/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-private.h"

#include "desk/signet-desk-error.h"
#include "desk/signet-docket.h"
#include "desk/signet-explain.h"
#include "desk/signet-reminders.h"
#include "desk/signet-secret-notes.h"
#include "desk/signet-workings.h"
#include "remote/signet-credentials.h"
#include "store/signet-settings.h"

/*
 * Everything a person does at Signet. Built once in main, handed down, closed last: it owns the store, the
 * keyring, the renderer and for each account its pump and its sync. Main thread.
 */
struct _SignetDesk
{
  GObject parent_instance;

  SignetClock *clock;
  SignetStore *store;
  SignetCredentials *credentials;
  SignetRenderer *renderer;

  SignetWorkings *workings;
  SignetAccount *account; /* the one being worked with, or NULL */
  SignetDocket *docket;   /* NULL until the store is open, as below */
  SignetReminders *reminders;
};

G_DEFINE_FINAL_TYPE (SignetDesk, signet_desk, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_LAST_SYNC,
  PROP_N_WAITING,
  PROP_N_TODAY,
  PROP_PRINCIPAL,
  N_PROPS
};

enum
{
  DECIDED,
  DUE,
  NOT_KEPT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static SignetWorking *
find_current (SignetDesk *self)
{
  return self->account != NULL ? signet_workings_find (self->workings, signet_account_get_id (self->account))
                               : NULL;
}

static void
notify (SignetDesk *self, int property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
last_sync_cb (SignetDesk *self)
{
  notify (self, PROP_LAST_SYNC);
}

static void
decided_cb (SignetDesk *self, const char *complaint)
{
  g_signal_emit (self, signals[DECIDED], 0, complaint);
}

/* Which account was worked with last, in the settings. */
#define CHOSEN "account"

static gboolean
choice_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_settings_set (tables, CHOSEN, data, error);
}

static void
not_kept_cb (SignetDesk *self, const GError *why)
{
  g_signal_emit (self, signals[NOT_KEPT], 0, why);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetDesk) self = user_data;
  g_autoptr (GError) error = NULL;

  if (signet_store_write_finish (SIGNET_STORE (source), result, &error))
    return;
  g_warning ("what was asked for could not be stored: %s", error->message);
  error = signet_explain (g_steal_pointer (&error));
  g_signal_emit (self, signals[NOT_KEPT], 0, error);
}

static void
show_account (SignetDesk *self, SignetAccount *account)
{
  if (!g_set_object (&self->account, account))
    return;
  signet_docket_set_account (self->docket, account != NULL ? signet_account_get_id (account) : NULL);
  notify (self, PROP_ACCOUNT);
  notify (self, PROP_LAST_SYNC);
}

static void
choose_account (SignetDesk *self, SignetAccount *account)
{
  if (self->account == account)
    return;
  show_account (self, account);
  if (account != NULL)
    signet_desk_keep (self, choice_write, g_strdup (signet_account_get_id (account)), g_free);
}

static void
store_changed_cb (SignetDesk *self, SignetChanges *changes)
{
  if (signet_changes_has (changes, SIGNET_SUBJECT_OUTBOX, NULL))
    signet_workings_poke (self->workings);
  if (signet_changes_has (changes, SIGNET_SUBJECT_PARTY, NULL))
    signet_desk_check_principal (self);
}

static void
n_waiting_cb (SignetDesk *self)
{
  notify (self, PROP_N_WAITING);
}

static void
n_today_cb (SignetDesk *self)
{
  notify (self, PROP_N_TODAY);
}

static void
due_cb (SignetDesk *self, GPtrArray *deadlines)
{
  g_signal_emit (self, signals[DUE], 0, deadlines->len);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *chosen = NULL;

  if (!signet_store_open_finish (SIGNET_STORE (source), result, &error) ||
      (records = signet_accounts_list (signet_store_get_tables (self->store), &error)) == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }

  self->docket = signet_docket_new (self->store, self->clock);
  g_signal_connect_object (self->docket, "notify::n-waiting", G_CALLBACK (n_waiting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->docket, "notify::n-today", G_CALLBACK (n_today_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  notify (self, PROP_N_WAITING);
  notify (self, PROP_N_TODAY);

  signet_secret_notes_keep (self->store, self->credentials);
  chosen = signet_settings_get (signet_store_get_tables (self->store), CHOSEN, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      SignetWorking *working = signet_workings_take_up (self->workings, g_ptr_array_index (records, i));

      if (i == 0 || g_strcmp0 (signet_account_get_id (working->account), chosen) == 0)
        show_account (self, working->account);
    }
  signet_desk_restore_principal (self);
  self->reminders = signet_reminders_new (self->store, self->clock,
                                          SIGNET_TODAY_LIST (signet_docket_get_today (self->docket)));
  g_signal_connect_object (self->reminders, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  /* The records have gone to their accounts. */
  g_ptr_array_set_free_func (records, NULL);
  signet_desk_finish_removals (self);
  g_task_return_boolean (task, TRUE);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_store_check_finish (SIGNET_STORE (source), result, &error);
  signet_explain_task (user_data, error);
}

/* Starting the practice platform: its process, then the account on it, new or known. */

static void
platform_connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDesk *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_account_connect_finish (SIGNET_ACCOUNT (source), result, &error))
    {
      /* One that was never reached is no account. */
      if (signet_account_get_platform (SIGNET_ACCOUNT (source)) == NULL)
        signet_workings_drop (self->workings, signet_account_get_id (SIGNET_ACCOUNT (source)));
      g_task_return_error (task, error);
      return;
    }
  choose_account (self, SIGNET_ACCOUNT (source));
  g_task_return_pointer (task, g_object_ref (source), g_object_unref);
}

static void
signet_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetDesk *self = SIGNET_DESK (object);

  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_LAST_SYNC:
      g_value_set_int64 (value, signet_desk_get_last_sync (self));
      break;
    case PROP_N_WAITING:
      g_value_set_uint (value, signet_desk_get_n_waiting (self));
      break;
    case PROP_N_TODAY:
      g_value_set_uint (value, self->docket != NULL ? signet_docket_get_n_today (self->docket) : 0);
      break;
    case PROP_PRINCIPAL:
      g_value_set_string (value, signet_desk_get_principal (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_desk_dispose (GObject *object)
{
  SignetDesk *self = SIGNET_DESK (object);

  signet_workings_close (self->workings);
  g_clear_object (&self->account);
  g_clear_object (&self->reminders);
  g_clear_object (&self->docket);
  G_OBJECT_CLASS (signet_desk_parent_class)->dispose (object);
}

static void
signet_desk_finalize (GObject *object)
{
  SignetDesk *self = SIGNET_DESK (object);

  g_clear_object (&self->workings);
  g_clear_object (&self->renderer);
  g_clear_object (&self->credentials);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (signet_desk_parent_class)->finalize (object);
}

static void
signet_desk_class_init (SignetDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_desk_get_property;
  object_class->dispose = signet_desk_dispose;
  object_class->finalize = signet_desk_finalize;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, SIGNET_TYPE_ACCOUNT, flags);
  properties[PROP_LAST_SYNC] = g_param_spec_int64 ("last-sync", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_N_WAITING] = g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TODAY] = g_param_spec_uint ("n-today", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PRINCIPAL] = g_param_spec_string ("principal", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DECIDED] = g_signal_new ("decided", SIGNET_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOT_KEPT] = g_signal_new ("not-kept", SIGNET_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[DUE] = g_signal_new ("due", SIGNET_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, G_TYPE_UINT);
}

static void
signet_desk_init (SignetDesk *self)
{
}

/**
 * signet_desk_new:
 * @paths: where things are; copied
 * @clock: the time
 *
 * Returns: (transfer full): a desk that has touched neither disk nor network nor keyring yet
 */
SignetDesk *
signet_desk_new (const SignetDeskPaths *paths, SignetClock *clock)
{
  SignetDesk *self = g_object_new (SIGNET_TYPE_DESK, NULL);

  self->clock = g_object_ref (clock);
  self->store = signet_store_new (paths->data_dir);
  self->credentials = signet_credentials_new ();
  self->renderer = signet_renderer_new (paths->viewer_program);
  self->workings = signet_workings_new (paths->data_dir, paths->practice_program, self->store,
                                        self->credentials, clock);
  g_signal_connect_object (self->workings, "synced", G_CALLBACK (last_sync_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workings, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workings, "not-kept", G_CALLBACK (not_kept_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** signet_desk_get_clock: Returns: (transfer none): the time as the desk has it */
SignetClock *
signet_desk_get_clock (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return self->clock;
}

/** signet_desk_get_store: Returns: (transfer none): what the desk remembers */
SignetStore *
signet_desk_get_store (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return self->store;
}

/**
 * signet_desk_keep:
 * @self: an open desk
 * @write: writes what the person has just asked for
 * @data: for @write
 * @data_free: frees @data, on the worker
 *
 * What nobody waits for; should it fail, #SignetDesk::not-kept says so.
 */
void
signet_desk_keep (SignetDesk *self, SignetStoreWrite write, gpointer data, GDestroyNotify data_free)
{
  signet_store_write_async (self->store, write, data, data_free, NULL, kept_cb, g_object_ref (self));
}

/** signet_desk_get_docket: Returns: (transfer none) (nullable): the desk's lists; %NULL before opening */
SignetDocket *
signet_desk_get_docket (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return self->docket;
}

/** signet_desk_get_renderer: Returns: (transfer none): what shows documents */
SignetRenderer *
signet_desk_get_renderer (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return self->renderer;
}

/** signet_desk_find_account: Returns: (transfer none) (nullable): the account with the local id @id */
SignetAccount *
signet_desk_find_account (SignetDesk *self, const char *id)
{
  SignetWorking *working;

  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);

  working = signet_workings_find (self->workings, id);
  return working != NULL ? working->account : NULL;
}

/**
 * signet_desk_open_async:
 * @self: a new desk
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens the data folder, brings its schema up to date, and lets every account take up where the last run
 * ended. It waits for no platform and no keyring.
 */
void
signet_desk_open_async (SignetDesk *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_open_async);
  signet_store_open_async (self->store, cancellable, opened_cb, task);
}

/**
 * signet_desk_open_finish:
 * @self: the desk
 * @result: what the callback got
 * @error: SIGNET_DESK_ERROR_STORE_…, %SIGNET_DESK_ERROR_DISK_FULL
 *
 * Returns: whether the desk can be used
 */
gboolean
signet_desk_open_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_desk_check_async:
 * @self: an open desk
 * @cancellable: (nullable): drops the result
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads everything the desk remembers, on a thread of its own: opening sees only whether it begins well.
 */
void
signet_desk_check_async (SignetDesk *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_check_async);
  signet_store_check_async (self->store, cancellable, checked_cb, task);
}

/** signet_desk_check_finish: Returns: whether it is whole; @error: %SIGNET_DESK_ERROR_STORE_DAMAGED if not */
gboolean
signet_desk_check_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_desk_close_async:
 * @self: a desk
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Ends pumps and syncs, waits for the last write and closes the store. What was under way goes on at the next
 * start.
 */
void
signet_desk_close_async (SignetDesk *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_DESK (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, signet_desk_close_async);
  signet_workings_close (self->workings);
  signet_store_close (self->store);
  g_task_return_boolean (task, TRUE);
}

/** signet_desk_close_finish: Returns: whether everything is on disk */
gboolean
signet_desk_close_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** signet_desk_get_accounts: Returns: (transfer none): a list of #SignetAccount */
GListModel *
signet_desk_get_accounts (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return signet_workings_get_accounts (self->workings);
}

/** signet_desk_get_account: Returns: (transfer none) (nullable): the account being worked with */
SignetAccount *
signet_desk_get_account (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return self->account;
}

/** signet_desk_get_practice_folder: Returns: (type filename): where practice platforms have their folders */
const char *
signet_desk_get_practice_folder (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return signet_workings_get_practice_folder (self->workings);
}

/** signet_desk_stop_account: What is under way for @account ends. */
void
signet_desk_stop_account (SignetDesk *self, SignetAccount *account)
{
  SignetWorking *working;

  g_return_if_fail (SIGNET_IS_DESK (self));

  working = signet_workings_find (self->workings, signet_account_get_id (account));
  if (working != NULL)
    signet_working_stop (working);
}

/** signet_desk_drop_account: @account isn't among the accounts any more; if it was the one worked with,
 * another is. */
void
signet_desk_drop_account (SignetDesk *self, SignetAccount *account)
{
  GListModel *accounts;
  g_autoptr (SignetAccount) next = NULL;

  g_return_if_fail (SIGNET_IS_DESK (self));

  signet_workings_drop (self->workings, signet_account_get_id (account));
  accounts = signet_workings_get_accounts (self->workings);
  next = g_list_model_get_item (accounts, 0);
  if (self->account == account)
    choose_account (self, next);
}

/**
 * signet_desk_choose_account:
 * @self: an open desk
 * @account: one of its accounts
 *
 * Works with @account from now on, and at the next start. The lists follow.
 */
void
signet_desk_choose_account (SignetDesk *self, SignetAccount *account)
{
  g_return_if_fail (SIGNET_IS_DESK (self));
  g_return_if_fail (SIGNET_IS_ACCOUNT (account));
  g_return_if_fail (signet_workings_find (self->workings, signet_account_get_id (account)) != NULL);

  choose_account (self, account);
}

/**
 * signet_desk_start_practice_async:
 * @self: an open desk
 * @rules: "kuaishou" or "ippro"
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Starts the practice platform with these rules and works with the account on it.
 */
void
signet_desk_start_practice_async (SignetDesk *self,
                                  const char *rules,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  SignetWorking *working;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_start_practice_async);
  working = signet_workings_ensure_practice (self->workings, rules, &error);
  if (working == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  signet_account_connect_async (working->account, cancellable, platform_connected_cb,
                                g_steal_pointer (&task));
}

/** signet_desk_start_practice_finish: Returns: (transfer full) (nullable): the account on it */
SignetAccount *
signet_desk_start_practice_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_desk_connect_async:
 * @self: an open desk
 * @address: where a platform is, `https://…`; plain HTTP on this computer only
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds the platform at @address and works with the account on it, new or known.
 */
void
signet_desk_connect_async (SignetDesk *self,
                           const char *address,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  SignetWorking *working;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_connect_async);
  working = signet_workings_ensure_address (self->workings, address, &error);
  if (working == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  signet_account_connect_async (working->account, cancellable, platform_connected_cb,
                                g_steal_pointer (&task));
}

/** signet_desk_connect_finish: Returns: (transfer full) (nullable): the account on it; @error: a
 * SIGNET_DESK_ERROR */
SignetAccount *
signet_desk_connect_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** signet_desk_get_last_sync: Returns: when the current account's platform answered last, µs UTC, 0 never */
gint64
signet_desk_get_last_sync (SignetDesk *self)
{
  SignetWorking *working;

  g_return_val_if_fail (SIGNET_IS_DESK (self), 0);

  working = find_current (self);
  return working != NULL ? signet_sync_get_last (working->sync) : 0;
}

/** signet_desk_get_n_waiting: Returns: how many submissions wait to be sent; what was refused doesn't */
guint
signet_desk_get_n_waiting (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), 0);
  return self->docket != NULL ? signet_docket_get_n_waiting (self->docket) : 0;
}

/**
 * signet_desk_sync:
 * @self: an open desk
 *
 * The person wants to know now: a practice platform that isn't running is started, what waits is tried, what
 * changed is fetched.
 */
void
signet_desk_sync (SignetDesk *self)
{
  g_return_if_fail (SIGNET_IS_DESK (self));

  signet_workings_sync (self->workings);
}
