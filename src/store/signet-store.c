/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-store.h"

#include "store/signet-lane.h"
#include "store/signet-outbox.h"
#include "store/signet-store-private.h"
#include "store/signet-tables-private.h"

/* What the desk remembers, in one folder: `desk.sqlite` and `vault/`. Three connections: one that writes, on
 * a worker of its own, transaction by transaction; one that reads for the main thread, by primary key only;
 * one that reads for the lists, on a second worker, for whatever takes longer than a frame. Owned by the
 * desk, used on the main thread.
 */

struct _SignetStore
{
  GObject parent_instance;

  char *path;
  char *vault_folder;
  GMainContext *context; /* where signals are emitted */

  SignetLane *writer; /* NULL while not open, as all below */
  SignetLane *reader;
  SignetTables *tables;
  SignetVault *vault;

  GMutex mutex;
  SignetChanges *pending; /* guarded by mutex: committed and not told yet */
};

enum
{
  CHANGED,
  CLOSING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SignetStore, signet_store, G_TYPE_OBJECT)

typedef struct
{
  SignetStore *store; /* kept by the task, or by who waits */
  SignetStoreWrite func;
  gpointer data;
  GDestroyNotify free_data;
} Write;

typedef struct
{
  SignetStoreQuery func;
  gpointer data;
  GDestroyNotify free_data;
} Query;

static gboolean
tell_changed_cb (gpointer data)
{
  SignetStore *self = data;
  g_autoptr (SignetChanges) changes = NULL;

  g_mutex_lock (&self->mutex);
  changes = g_steal_pointer (&self->pending);
  g_mutex_unlock (&self->mutex);

  /* Who hears of a change reads it, which only an open store allows. */
  if (self->tables != NULL)
    g_signal_emit (self, signals[CHANGED], 0, changes);
  return G_SOURCE_REMOVE;
}

/* On the writer, after a commit. */
static void
publish (SignetStore *self, SignetChanges *changes)
{
  gboolean first;

  if (signet_changes_is_empty (changes))
    return;

  g_mutex_lock (&self->mutex);
  first = self->pending == NULL;
  if (first)
    self->pending = signet_changes_new ();
  signet_changes_add_all (self->pending, changes);
  g_mutex_unlock (&self->mutex);

  if (first)
    signet_lane_tell (self->context, tell_changed_cb, g_object_ref (self), g_object_unref);
}

/* On the writer. At the latest it is emptied when the store is closed. */
static void
empty_log (SignetTables *tables)
{
  g_autoptr (GError) error = NULL;

  if (!signet_db_empty_log (tables->db, &error))
    g_message ("what was removed stays in the database's log for now: %s", error->message);
}

/* On the writer: a transaction, and what it changed. The result only says that there is no error. */
static gpointer
run_write (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  Write *write = data;
  g_autoptr (SignetTransaction) transaction = NULL;
  g_autoptr (SignetChanges) changes = NULL;
  gboolean kept;

  g_return_val_if_fail (signet_lane_is_current (write->store->writer), NULL);

  transaction = signet_db_begin (tables->db, error);
  if (transaction == NULL)
    return NULL;
  kept = write->func (tables, write->data, error) && signet_transaction_commit (transaction, error);
  changes = g_steal_pointer (&tables->changes);
  tables->changes = signet_changes_new ();
  if (kept)
    publish (write->store, changes);
  if (kept && tables->removed)
    empty_log (tables);
  tables->removed = FALSE;
  return NULL;
}

static void
write_free (gpointer data)
{
  Write *write = data;

  if (write->free_data != NULL)
    write->free_data (write->data);
  g_free (write);
}

/* On the reader: one view for all the query's statements, so that what they say fits together. */
static gpointer
run_query (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  Query *query = data;
  g_autoptr (SignetTransaction) view = signet_db_begin_read (tables->db, error);

  return view != NULL ? query->func (tables, query->data, cancellable, error) : NULL;
}

static void
query_free (gpointer data)
{
  Query *query = data;

  if (query->free_data != NULL)
    query->free_data (query->data);
  g_free (query);
}

static gboolean
recover (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_recover (tables, error);
}

static gboolean
start_writer (SignetStore *self, GError **error)
{
  if (self->writer != NULL)
    {
      g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT,
                           "The store is open already");
      return FALSE;
    }
  self->writer = signet_lane_new (self->path, SIGNET_DB_OWN, self->context, error);
  return self->writer != NULL;
}

/* Once the writer has made the file and its schema. */
static gboolean
open_readers (SignetStore *self, GError **error)
{
  g_autoptr (SignetDb) db = NULL;

  if (self->writer == NULL)
    {
      g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CLOSED,
                           "The store was closed meanwhile");
      return FALSE;
    }
  db = signet_db_open (self->path, SIGNET_DB_READ_ONLY, error);
  if (db == NULL)
    return FALSE;
  self->reader = signet_lane_new (self->path, SIGNET_DB_READ_ONLY, self->context, error);
  if (self->reader == NULL)
    return FALSE;
  self->tables = signet_tables_new (db, FALSE);
  self->vault = signet_vault_new (self->vault_folder);
  return TRUE;
}

static void
writer_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SignetStore *self = SIGNET_STORE (source);
  GError *error = NULL;

  g_task_propagate_pointer (G_TASK (result), &error);
  if (error == NULL && open_readers (self, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  signet_store_close (self);
  g_task_return_error (task, error);
}

static gboolean
check_open (SignetStore *self, GError **error)
{
  if (self->tables != NULL)
    return TRUE;
  g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CLOSED, "The store is not open");
  return FALSE;
}

static void
push_write (SignetStore *self, GTask *task, SignetStoreWrite func, gpointer data, GDestroyNotify free_data)
{
  Write *write = g_new (Write, 1);

  *write = (Write){ self, func, data, free_data };
  signet_lane_push (self->writer, task, run_write, write, write_free, NULL);
}

static void
check_thread_cb (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (SignetDb) db = signet_db_open (task_data, SIGNET_DB_READ_ONLY, &error);

  if (db != NULL && signet_db_check (db, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
close_lanes (SignetStore *self)
{
  g_clear_pointer (&self->tables, signet_tables_free);
  if (self->reader != NULL)
    signet_lane_close (self->reader);
  g_clear_object (&self->reader);
  if (self->writer != NULL)
    signet_lane_close (self->writer);
  g_clear_object (&self->writer);
  g_clear_object (&self->vault);
}

static void
signet_store_finalize (GObject *object)
{
  SignetStore *self = SIGNET_STORE (object);

  close_lanes (self);
  g_clear_pointer (&self->pending, signet_changes_unref);
  g_mutex_clear (&self->mutex);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_free (self->vault_folder);

  G_OBJECT_CLASS (signet_store_parent_class)->finalize (object);
}

static void
signet_store_class_init (SignetStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", SIGNET_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SIGNET_TYPE_CHANGES);
  signals[CLOSING] = g_signal_new ("closing", SIGNET_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
signet_store_init (SignetStore *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
}

/**
 * signet_store_new:
 * @folder: (type filename): the data folder; made (0700) when the store is opened
 *
 * Makes a store that isn't open yet. Its signals and callbacks come on this thread's main context.
 *
 * Returns: (transfer full): the store
 */
SignetStore *
signet_store_new (const char *folder)
{
  SignetStore *self = g_object_new (SIGNET_TYPE_STORE, NULL);

  self->path = g_build_filename (folder, "desk.sqlite", NULL);
  self->vault_folder = g_build_filename (folder, "vault", NULL);
  return self;
}

/**
 * signet_store_open:
 * @self: a store that isn't open
 * @error: return location, in %SIGNET_DB_ERROR: in use by another process, too new, corrupt, full, no
 * permission …
 *
 * Opens the folder, brings the schema up to date and puts submissions that were being sent when the last run
 * was killed back in the queue. Blocks.
 *
 * Returns: %TRUE on success; after a failure it may be tried again
 */
gboolean
signet_store_open (SignetStore *self, GError **error)
{
  Write write = { self, recover, NULL, NULL };
  GError *local_error = NULL;

  g_return_val_if_fail (SIGNET_IS_STORE (self), FALSE);

  if (!start_writer (self, error))
    return FALSE;
  signet_lane_run (self->writer, run_write, &write, &local_error);
  if (local_error == NULL && open_readers (self, &local_error))
    return TRUE;
  signet_store_close (self);
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * signet_store_open_async:
 * @self: a store that isn't open
 * @cancellable: (nullable): drops the callback's result; the opening itself isn't interrupted
 * @callback: called when done
 * @user_data: for @callback
 *
 * signet_store_open() without blocking.
 */
void
signet_store_open_async (SignetStore *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;
  GTask *writing;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_store_open_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!start_writer (self, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  writing = g_task_new (self, NULL, writer_opened_cb, task);
  push_write (self, writing, recover, NULL, NULL);
}

/**
 * signet_store_open_finish:
 * @self: the store
 * @result: from the callback
 * @error: return location
 *
 * Returns: %TRUE if the store is open
 */
gboolean
signet_store_open_finish (SignetStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_store_close:
 * @self: a store, open or not
 *
 * Has everybody write down what they still hold (signal `closing`), waits for the writes and queries under
 * way and closes everything. Their callbacks still come; of changes nobody is told any more. To not block,
 * wait for a last signet_store_write_async() before.
 */
void
signet_store_close (SignetStore *self)
{
  g_return_if_fail (SIGNET_IS_STORE (self));

  if (self->tables != NULL)
    g_signal_emit (self, signals[CLOSING], 0);
  close_lanes (self);
}

/**
 * signet_store_check_async:
 * @self: an open store
 * @cancellable: (nullable): drops the result
 * @callback: called when done
 * @user_data: for @callback
 *
 * Reads the whole database and checks its structure, on a thread and connection of its own. Opening finds a
 * damaged header or schema only: everything would take longer than the first frame may.
 */
void
signet_store_check_async (SignetStore *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_store_check_async);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, check_thread_cb);
}

/**
 * signet_store_check_finish:
 * @self: the store
 * @result: from the callback
 * @error: return location
 *
 * Returns: %TRUE if the database is whole; %FALSE with %SIGNET_DB_ERROR_CORRUPT if not
 */
gboolean
signet_store_check_finish (SignetStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_store_get_tables:
 * @self: a store
 *
 * For reading single records on the main thread. Anything that may take longer than a frame belongs into a
 * list.
 *
 * Returns: (transfer none) (nullable): the tables, valid while the store is open; %NULL when it isn't
 */
SignetTables *
signet_store_get_tables (SignetStore *self)
{
  g_return_val_if_fail (SIGNET_IS_STORE (self), NULL);

  return self->tables;
}

/**
 * signet_store_get_vault:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): the vault; %NULL when the store isn't open
 */
SignetVault *
signet_store_get_vault (SignetStore *self)
{
  g_return_val_if_fail (SIGNET_IS_STORE (self), NULL);

  return self->vault;
}

/**
 * signet_store_write:
 * @self: an open store
 * @func: (scope call): what the transaction does, on the worker
 * @data: for @func
 * @error: return location
 *
 * Runs one transaction and waits for it. For programs without a main loop; the application uses the
 * asynchronous form.
 *
 * Returns: %TRUE once it is on the disk; %FALSE if nothing was changed
 */
gboolean
signet_store_write (SignetStore *self, SignetStoreWrite func, gpointer data, GError **error)
{
  Write write = { self, func, data, NULL };
  GError *local_error = NULL;

  g_return_val_if_fail (SIGNET_IS_STORE (self), FALSE);

  if (!check_open (self, error))
    return FALSE;
  signet_lane_run (self->writer, run_write, &write, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * signet_store_write_async:
 * @self: an open store
 * @func: (scope async): what the transaction does, on the worker
 * @data: for @func
 * @free_data: (nullable): frees @data, on the worker
 * @cancellable: (nullable): stops it before it has begun, not afterwards
 * @callback: (nullable): called when it is on the disk, or nothing was changed
 * @user_data: for @callback
 *
 * Runs one transaction after all those handed over before.
 */
void
signet_store_write_async (SignetStore *self,
                          SignetStoreWrite func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_store_write_async);
  /* What was committed must be known as committed, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (!check_open (self, &error))
    {
      if (free_data != NULL)
        free_data (data);
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  push_write (self, task, func, data, free_data);
}

/**
 * signet_store_write_finish:
 * @self: the store
 * @result: from the callback
 * @error: return location
 *
 * Returns: %TRUE if it is on the disk; %FALSE if nothing was changed
 */
gboolean
signet_store_write_finish (SignetStore *self, GAsyncResult *result, GError **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* Runs @func on the reading worker in one view of the data. */
void
signet_store_query_async (SignetStore *self,
                          SignetStoreQuery func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_result,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  Query *query;

  g_task_set_source_tag (task, signet_store_query_async);
  if (!check_open (self, &error))
    {
      if (free_data != NULL)
        free_data (data);
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  query = g_new (Query, 1);
  *query = (Query){ func, data, free_data };
  signet_lane_push (self->reader, task, run_query, query, query_free, free_result);
}

gpointer
signet_store_query_finish (SignetStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
