/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-worker.h"

/* One thread that does one thing after the other: whatever is pushed runs in that order, alone. Owned by the
 * store, pushed to from any thread. It is no pool, because nobody can wait for a pool's thread to be gone:
 * one that still ends while the program does runs into libcrypto's own end.
 */

struct _SignetWorker
{
  GObject parent_instance;

  GAsyncQueue *queue; /* Job */
  GThread *thread;    /* NULL once stopped */
};

typedef struct
{
  SignetWorkerFunc func; /* NULL: the last one */
  gpointer data;
} Job;

typedef struct
{
  SignetWorkerFunc func;
  gpointer data;
  GMutex mutex;
  GCond cond;
  gboolean done;
} Rendezvous;

G_DEFINE_FINAL_TYPE (SignetWorker, signet_worker, G_TYPE_OBJECT)

static gpointer
work (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;
  gboolean last = FALSE;

  while (!last)
    {
      g_autofree Job *job = g_async_queue_pop (queue);

      last = job->func == NULL;
      if (!last)
        job->func (job->data);
    }
  return NULL;
}

static void
push (SignetWorker *self, SignetWorkerFunc func, gpointer data)
{
  Job *job = g_new (Job, 1);

  job->func = func;
  job->data = data;
  g_async_queue_push (self->queue, job);
}

static void
run_and_tell (gpointer data)
{
  Rendezvous *rendezvous = data;

  rendezvous->func (rendezvous->data);
  g_mutex_lock (&rendezvous->mutex);
  rendezvous->done = TRUE;
  g_cond_signal (&rendezvous->cond);
  g_mutex_unlock (&rendezvous->mutex);
}

static void
signet_worker_finalize (GObject *object)
{
  SignetWorker *self = SIGNET_WORKER (object);

  signet_worker_stop (self);
  g_async_queue_unref (self->queue);

  G_OBJECT_CLASS (signet_worker_parent_class)->finalize (object);
}

static void
signet_worker_class_init (SignetWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_worker_finalize;
}

static void
signet_worker_init (SignetWorker *self)
{
  self->queue = g_async_queue_new ();
}

/**
 * signet_worker_new:
 * @error: return location
 *
 * Starts the thread.
 *
 * Returns: (transfer full) (nullable): the worker
 */
SignetWorker *
signet_worker_new (GError **error)
{
  g_autoptr (SignetWorker) self = g_object_new (SIGNET_TYPE_WORKER, NULL);

  self->thread = g_thread_try_new ("signet-store", work, g_async_queue_ref (self->queue), error);
  if (self->thread != NULL)
    return g_steal_pointer (&self);
  g_async_queue_unref (self->queue); /* the thread's */
  return NULL;
}

/**
 * signet_worker_push:
 * @self: a worker that isn't stopped
 * @func: (scope async): what to do
 * @data: for @func, which frees it
 *
 * Has @func run after everything pushed before. Returns at once.
 */
void
signet_worker_push (SignetWorker *self, SignetWorkerFunc func, gpointer data)
{
  g_return_if_fail (SIGNET_IS_WORKER (self));
  g_return_if_fail (self->thread != NULL);
  g_return_if_fail (func != NULL);

  push (self, func, data);
}

/**
 * signet_worker_run:
 * @self: a worker that isn't stopped
 * @func: (scope call): what to do
 * @data: for @func
 *
 * Has @func run after everything pushed before and waits until it is done. Not from the worker itself.
 */
void
signet_worker_run (SignetWorker *self, SignetWorkerFunc func, gpointer data)
{
  Rendezvous rendezvous = { .func = func, .data = data };

  g_return_if_fail (!signet_worker_is_current (self));

  g_mutex_init (&rendezvous.mutex);
  g_cond_init (&rendezvous.cond);
  signet_worker_push (self, run_and_tell, &rendezvous);
  g_mutex_lock (&rendezvous.mutex);
  while (!rendezvous.done)
    g_cond_wait (&rendezvous.cond, &rendezvous.mutex);
  g_mutex_unlock (&rendezvous.mutex);
  g_cond_clear (&rendezvous.cond);
  g_mutex_clear (&rendezvous.mutex);
}

/**
 * signet_worker_is_current:
 * @self: a worker
 *
 * Returns: %TRUE on @self's thread
 */
gboolean
signet_worker_is_current (SignetWorker *self)
{
  return self->thread == g_thread_self ();
}

/**
 * signet_worker_stop:
 * @self: a worker
 *
 * Waits until everything pushed is done and the thread is gone. Not from the worker itself.
 */
void
signet_worker_stop (SignetWorker *self)
{
  g_return_if_fail (SIGNET_IS_WORKER (self));

  if (self->thread == NULL)
    return;
  push (self, NULL, NULL);
  g_thread_join (self->thread); /* what is still to do may ask signet_worker_is_current() */
  self->thread = NULL;
}
