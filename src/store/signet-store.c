/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-store.h"

#include "store/signet-outbox.h"
#include "store/signet-schema.h"
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
  SignetVault *vault;
  GMainContext *context; /* where signals are emitted */

  SignetWorker *writer;       /* NULL while not open */
  SignetTables *write_tables; /* on the writer's thread only */
  SignetWorker *reader;
  SignetTables *read_tables; /* on the reader's thread only */
  SignetTables *main_tables;

  GMutex mutex;
  SignetChanges *pending; /* guarded by mutex: committed and not told yet */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SignetStore, signet_store, G_TYPE_OBJECT)

typedef struct
{
  SignetStore *store;
  gboolean ok;
  GError *error;
} Opening;

typedef struct
{
  SignetStore *store;
  SignetStoreWrite func;
  gpointer data;
  GDestroyNotify free_data;
  GTask *task; /* NULL for a synchronous one */
  gboolean ok;
  GError *error;
} Write;

typedef struct
{
  SignetStore *store;
  SignetStoreQuery func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GTask *task;
  gpointer result;
  GError *error;
} Query;

static gboolean
tell_changed_cb (gpointer data)
{
  SignetStore *self = data;
  SignetChanges *changes;

  g_mutex_lock (&self->mutex);
  changes = g_steal_pointer (&self->pending);
  g_mutex_unlock (&self->mutex);

  g_signal_emit (self, signals[CHANGED], 0, changes);
  signet_changes_unref (changes);
  return G_SOURCE_REMOVE;
}

static void
attach_idle (SignetStore *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  /* The priority of a GTask's callback: sources of one priority run in the order they were attached. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->context);
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
    attach_idle (self, tell_changed_cb, g_object_ref (self), g_object_unref);
}

static gboolean
run_transaction (SignetStore *self, SignetStoreWrite func, gpointer data, GError **error)
{
  SignetTables *tables = self->write_tables;
  g_autoptr (SignetTransaction) transaction = signet_db_begin (tables->db, error);
  g_autoptr (SignetChanges) changes = NULL;

  if (transaction == NULL)
    return FALSE;
  if (!func (tables, data, error) || !signet_transaction_commit (transaction, error))
    {
      g_clear_pointer (&tables->changes, signet_changes_unref);
      tables->changes = signet_changes_new ();
      return FALSE;
    }
  changes = g_steal_pointer (&tables->changes);
  tables->changes = signet_changes_new ();
  publish (self, changes);
  return TRUE;
}

static void
write_job (gpointer data)
{
  Write *write = data;

  g_return_if_fail (signet_worker_is_current (write->store->writer));

  write->ok = run_transaction (write->store, write->func, write->data, &write->error);
}

/* A task is given back and let go on the main thread, so that the store never dies on its own worker. */
static gboolean
return_write_cb (gpointer data)
{
  Write *write = data;

  if (write->ok)
    g_task_return_boolean (write->task, TRUE);
  else
    g_task_return_error (write->task, g_steal_pointer (&write->error));
  return G_SOURCE_REMOVE;
}

static void
write_free (gpointer data)
{
  Write *write = data;

  g_clear_error (&write->error);
  g_object_unref (write->task);
  g_free (write);
}

static void
async_write_job (gpointer data)
{
  Write *write = data;

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (write->task), &write->error))
    write_job (write);
  if (write->free_data != NULL)
    write->free_data (write->data);
  attach_idle (write->store, return_write_cb, write, write_free);
}

static gboolean
return_query_cb (gpointer data)
{
  Query *query = data;

  if (query->error == NULL)
    g_task_return_pointer (query->task, g_steal_pointer (&query->result), query->free_result);
  else
    g_task_return_error (query->task, g_steal_pointer (&query->error));
  return G_SOURCE_REMOVE;
}

static void
query_free (gpointer data)
{
  Query *query = data;

  g_clear_error (&query->error);
  if (query->result != NULL)
    query->free_result (query->result);
  g_object_unref (query->task);
  g_free (query);
}

static void
query_job (gpointer data)
{
  Query *query = data;
  GCancellable *cancellable = g_task_get_cancellable (query->task);
  SignetTables *tables = query->store->read_tables;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &query->error))
    {
      /* One view for all its statements, so that what they say fits together. */
      g_autoptr (SignetTransaction) view = signet_db_begin_read (tables->db, &query->error);

      if (view != NULL)
        query->result = query->func (tables, query->data, cancellable, &query->error);
    }

  if (query->free_data != NULL)
    query->free_data (query->data);
  attach_idle (query->store, return_query_cb, query, query_free);
}

static gboolean
recover_cb (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_recover (tables, error);
}

static void
open_writer_job (gpointer data)
{
  Opening *opening = data;
  SignetStore *self = opening->store;
  g_autoptr (SignetDb) db = signet_db_open (self->path, SIGNET_DB_OWN, &opening->error);

  if (db == NULL || !signet_schema_apply (db, &opening->error))
    return;

  self->write_tables = signet_tables_new (db, TRUE);
  opening->ok = run_transaction (self, recover_cb, NULL, &opening->error);
}

static void
open_reader_job (gpointer data)
{
  Opening *opening = data;
  g_autoptr (SignetDb) db = signet_db_open (opening->store->path, SIGNET_DB_READ_ONLY, &opening->error);

  opening->ok = db != NULL;
  if (db != NULL)
    opening->store->read_tables = signet_tables_new (db, FALSE);
}

static void
close_writer_job (gpointer data)
{
  SignetStore *self = data;

  g_clear_pointer (&self->write_tables, signet_tables_free);
}

static void
close_reader_job (gpointer data)
{
  SignetStore *self = data;

  g_clear_pointer (&self->read_tables, signet_tables_free);
}

static gboolean
open_readers (SignetStore *self, GError **error)
{
  Opening opening = { .store = self };
  g_autoptr (SignetDb) db = signet_db_open (self->path, SIGNET_DB_READ_ONLY, error);

  if (db == NULL)
    return FALSE;
  self->main_tables = signet_tables_new (db, FALSE);
  self->reader = signet_worker_new (error);
  if (self->reader == NULL)
    return FALSE;
  signet_worker_run (self->reader, open_reader_job, &opening);
  if (!opening.ok)
    {
      g_propagate_error (error, opening.error);
      return FALSE;
    }
  self->vault = signet_vault_new (self->vault_folder);
  return TRUE;
}

static gboolean
finish_opening (SignetStore *self, Opening *opening, GError **error)
{
  if (self->writer == NULL)
    {
      g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CLOSED,
                           "The store was closed meanwhile");
      return FALSE;
    }
  if (!opening->ok)
    g_propagate_error (error, g_steal_pointer (&opening->error));
  else if (open_readers (self, error))
    return TRUE;
  signet_store_close (self);
  return FALSE;
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_error (&opening->error);
  g_object_unref (opening->store);
  g_free (opening);
}

static gboolean
opened_cb (gpointer data)
{
  GTask *task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  if (finish_opening (opening->store, opening, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

static void
async_open_job (gpointer data)
{
  GTask *task = data;
  Opening *opening = g_task_get_task_data (task);

  open_writer_job (opening);
  attach_idle (opening->store, opened_cb, task, g_object_unref);
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

static gboolean
start_writer (SignetStore *self, GError **error)
{
  if (self->writer != NULL)
    {
      g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT,
                           "The store is open already");
      return FALSE;
    }
  self->writer = signet_worker_new (error);
  return self->writer != NULL;
}

static gboolean
check_open (SignetStore *self, GError **error)
{
  if (self->main_tables != NULL)
    return TRUE;
  g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CLOSED, "The store is not open");
  return FALSE;
}

static void
signet_store_finalize (GObject *object)
{
  SignetStore *self = SIGNET_STORE (object);

  signet_store_close (self);
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
  Opening opening = { .store = self };

  g_return_val_if_fail (SIGNET_IS_STORE (self), FALSE);

  if (!start_writer (self, error))
    return FALSE;
  signet_worker_run (self->writer, open_writer_job, &opening);
  return finish_opening (self, &opening, error);
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
  Opening *opening;
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

  opening = g_new0 (Opening, 1);
  opening->store = g_object_ref (self);
  g_task_set_task_data (task, opening, opening_free);
  signet_worker_push (self->writer, async_open_job, task);
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
 * Waits for the writes and queries under way and closes everything. Their callbacks still come. To not block,
 * wait for a last signet_store_write_async() before.
 */
void
signet_store_close (SignetStore *self)
{
  g_return_if_fail (SIGNET_IS_STORE (self));

  g_clear_pointer (&self->main_tables, signet_tables_free);
  if (self->reader != NULL)
    {
      signet_worker_run (self->reader, close_reader_job, self);
      signet_worker_stop (self->reader);
      g_clear_object (&self->reader);
    }
  if (self->writer != NULL)
    {
      signet_worker_run (self->writer, close_writer_job, self);
      signet_worker_stop (self->writer);
      g_clear_object (&self->writer);
    }
  g_clear_object (&self->vault);
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

  return self->main_tables;
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
  Write write = { .store = self, .func = func, .data = data };

  g_return_val_if_fail (SIGNET_IS_STORE (self), FALSE);

  if (!check_open (self, error))
    return FALSE;
  signet_worker_run (self->writer, write_job, &write);
  if (!write.ok)
    g_propagate_error (error, write.error);
  return write.ok;
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
  Write *write;
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

  write = g_new0 (Write, 1);
  write->store = self;
  write->func = func;
  write->data = data;
  write->free_data = free_data;
  write->task = task;
  signet_worker_push (self->writer, async_write_job, write);
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
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

  query = g_new0 (Query, 1);
  query->store = self;
  query->func = func;
  query->data = data;
  query->free_data = free_data;
  query->free_result = free_result;
  query->task = task;
  signet_worker_push (self->reader, query_job, query);
}

gpointer
signet_store_query_finish (SignetStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
