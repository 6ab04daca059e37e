/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-lane.h"

#include "store/signet-schema.h"
#include "store/signet-tables-private.h"
#include "store/signet-worker.h"

/* A connection to the database and the worker it lives on: what is handed over is done there one after the
 * other, and the result comes back on the main thread. The connection is opened by the first thing that needs
 * it. Owned by the store, used on the main thread.
 */

struct _SignetLane
{
  GObject parent_instance;

  char *path;
  SignetDbFlags flags;
  GMainContext *context;
  SignetWorker *worker;
  SignetTables *tables; /* on the worker's thread only */
};

G_DEFINE_FINAL_TYPE (SignetLane, signet_lane, G_TYPE_OBJECT)

typedef struct
{
  SignetLane *lane;
  SignetLaneFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GTask *task; /* NULL for one that is waited for */
  gpointer result;
  GError *error;
} Job;

static gboolean
ensure_open (SignetLane *self, GError **error)
{
  g_autoptr (SignetDb) db = NULL;

  if (self->tables != NULL)
    return TRUE;

  db = signet_db_open (self->path, self->flags, error);
  if (db == NULL || (self->flags == SIGNET_DB_OWN && !signet_schema_apply (db, error)))
    return FALSE;
  self->tables = signet_tables_new (db, self->flags == SIGNET_DB_OWN);
  return TRUE;
}

/* On the thread that cancels. */
static void
interrupt_cb (GCancellable *cancellable, gpointer db)
{
  signet_db_interrupt (db);
}

static void
run_job (gpointer data)
{
  Job *job = data;
  SignetLane *self = job->lane;
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;
  gulong handler = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error) || !ensure_open (self, &job->error))
    return;

  /* A query nobody waits for any more holds up the next one; what is being written is finished. */
  if (cancellable != NULL && self->flags == SIGNET_DB_READ_ONLY)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), self->tables->db, NULL);
  job->result = job->func (self->tables, job->data, cancellable, &job->error);
  g_cancellable_disconnect (cancellable, handler);
}

/* A task is given back and let go on the main thread, so that nothing it holds ever ends on a worker. */
static gboolean
return_cb (gpointer data)
{
  Job *job = data;

  if (job->error == NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  return G_SOURCE_REMOVE;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_error (&job->error);
  if (job->result != NULL && job->free_result != NULL)
    job->free_result (job->result);
  g_object_unref (job->task);
  g_object_unref (job->lane);
  g_free (job);
}

static void
run_async_job (gpointer data)
{
  Job *job = data;

  run_job (job);
  if (job->free_data != NULL)
    job->free_data (job->data);
  signet_lane_tell (job->lane->context, return_cb, job, job_free);
}

static void
close_job (gpointer data)
{
  g_clear_pointer (&SIGNET_LANE (data)->tables, signet_tables_free);
}

static void
signet_lane_finalize (GObject *object)
{
  SignetLane *self = SIGNET_LANE (object);

  signet_lane_close (self);
  g_main_context_unref (self->context);
  g_free (self->path);

  G_OBJECT_CLASS (signet_lane_parent_class)->finalize (object);
}

static void
signet_lane_class_init (SignetLaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_lane_finalize;
}

static void
signet_lane_init (SignetLane *self)
{
}

/**
 * signet_lane_new:
 * @path: (type filename): the database
 * @flags: whether it writes; the one that does brings the schema up to date
 * @context: where results come back
 * @error: return location
 *
 * Starts the worker. The database is opened on it later.
 *
 * Returns: (transfer full) (nullable): the lane
 */
SignetLane *
signet_lane_new (const char *path, SignetDbFlags flags, GMainContext *context, GError **error)
{
  g_autoptr (SignetWorker) worker = signet_worker_new (error);
  SignetLane *self;

  if (worker == NULL)
    return NULL;
  self = g_object_new (SIGNET_TYPE_LANE, NULL);
  self->path = g_strdup (path);
  self->flags = flags;
  self->context = g_main_context_ref (context);
  self->worker = g_steal_pointer (&worker);
  return self;
}

/**
 * signet_lane_run:
 * @self: a lane that isn't closed
 * @func: (scope call): what to do
 * @data: for @func
 * @error: return location
 *
 * Has @func run after everything pushed before and waits for it.
 *
 * Returns: (transfer full) (nullable): its result
 */
gpointer
signet_lane_run (SignetLane *self, SignetLaneFunc func, gpointer data, GError **error)
{
  Job job = { .lane = self, .func = func, .data = data };

  signet_worker_run (self->worker, run_job, &job);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}

/**
 * signet_lane_push:
 * @self: a lane that isn't closed
 * @task: (transfer full): what gets the result; its cancellable stops @func before it has begun, and on a
 * lane that only reads afterwards, too
 * @func: (scope async): what to do
 * @data: for @func
 * @free_data: (nullable): frees @data, on the worker
 * @free_result: (nullable): frees a result nobody takes
 *
 * Has @func run after everything pushed before.
 */
void
signet_lane_push (SignetLane *self,
                  GTask *task,
                  SignetLaneFunc func,
                  gpointer data,
                  GDestroyNotify free_data,
                  GDestroyNotify free_result)
{
  Job *job = g_new0 (Job, 1);

  job->lane = g_object_ref (self);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  job->task = task;
  signet_worker_push (self->worker, run_async_job, job);
}

/**
 * signet_lane_is_current:
 * @self: a lane
 *
 * Returns: %TRUE on its thread
 */
gboolean
signet_lane_is_current (SignetLane *self)
{
  return self->worker != NULL && signet_worker_is_current (self->worker);
}

/**
 * signet_lane_close:
 * @self: a lane
 *
 * Waits until everything pushed is done, closes the connection and ends the worker.
 */
void
signet_lane_close (SignetLane *self)
{
  g_return_if_fail (SIGNET_IS_LANE (self));

  if (self->worker == NULL)
    return;
  signet_worker_run (self->worker, close_job, self);
  signet_worker_stop (self->worker);
  g_clear_object (&self->worker);
}

/**
 * signet_lane_tell:
 * @context: the main thread's
 * @func: (scope notified): what to call there
 * @data: for @func
 * @free_data: (nullable): frees @data, there
 *
 * Calls back on the main thread, with the priority of a #GTask's callback: sources of one priority run in the
 * order they were attached, so what is told first is heard first.
 */
void
signet_lane_tell (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_data);
  g_source_attach (source, context);
}
