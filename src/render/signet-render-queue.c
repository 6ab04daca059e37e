/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-queue.h"

/* What is still to be asked of a document's viewer: the one nearest to what the person looks at goes first,
 * cancelled ones never go. Belongs to the document; lives on the main context it was made on. */

struct _SignetRenderQueue
{
  GObject parent_instance;

  GPtrArray *requests;
};

G_DEFINE_FINAL_TYPE (SignetRenderQueue, signet_render_queue, G_TYPE_OBJECT)

static guint
get_distance (const SignetRenderRequest *request, guint focus)
{
  return request->page > focus ? request->page - focus : focus - request->page;
}

/* The answer isn't waited for any longer: whoever asked hears so now, and the request, if it hasn't gone,
 * never goes. */
static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  SignetRenderRequest *request = user_data;
  SignetRenderQueue *self = request->queue;
  g_autoptr (GTask) task = g_steal_pointer (&request->task);
  g_autoptr (GObject) owner = g_object_ref (g_task_get_source_object (task)); /* keeps the queue */

  g_task_return_error_if_cancelled (task);
  g_ptr_array_remove (self->requests, request);

  return G_SOURCE_REMOVE;
}

static void
signet_render_queue_finalize (GObject *object)
{
  g_ptr_array_unref (SIGNET_RENDER_QUEUE (object)->requests);

  G_OBJECT_CLASS (signet_render_queue_parent_class)->finalize (object);
}

static void
signet_render_queue_class_init (SignetRenderQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_render_queue_finalize;
}

static void
signet_render_queue_init (SignetRenderQueue *self)
{
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_render_request_free);
}

/**
 * signet_render_request_fail:
 * @self: a request
 * @error: why there is no answer
 *
 * Tells whoever waits for it, if anybody still does.
 */
void
signet_render_request_fail (SignetRenderRequest *self, const GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_error (task, g_error_copy (error));
}

/**
 * signet_render_request_free:
 * @self: (transfer full): a request
 */
void
signet_render_request_free (SignetRenderRequest *self)
{
  if (self->cancelled != NULL)
    {
      g_source_destroy (self->cancelled);
      g_source_unref (self->cancelled);
    }
  g_clear_object (&self->task);
  g_free (self->text);
  g_free (self);
}

/**
 * signet_render_queue_new:
 *
 * Returns: (transfer full): an empty queue
 */
SignetRenderQueue *
signet_render_queue_new (void)
{
  return g_object_new (SIGNET_TYPE_RENDER_QUEUE, NULL);
}

/**
 * signet_render_queue_add:
 * @self: a queue
 * @kind: what is wanted
 * @page: of which page, from 0
 * @scale: pixels a point, for a picture
 * @text: (nullable): what to look for
 * @task: (transfer full): what the answer ends; its source object owns the queue, its cancellable takes the
 * request back
 */
void
signet_render_queue_add (SignetRenderQueue *self,
                         SignetRenderProtocolKind kind,
                         guint page,
                         double scale,
                         const char *text,
                         GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  SignetRenderRequest *request = g_new0 (SignetRenderRequest, 1);

  g_return_if_fail (SIGNET_IS_RENDER_QUEUE (self));

  request->queue = self;
  request->kind = kind;
  request->page = page;
  request->scale = scale;
  request->text = g_strdup (text);
  request->task = task;
  if (cancellable != NULL)
    {
      request->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (request->cancelled, G_SOURCE_FUNC (cancelled_cb), request, NULL);
      g_source_attach (request->cancelled, g_main_context_get_thread_default ());
    }
  g_ptr_array_add (self->requests, request);
}

/**
 * signet_render_queue_peek:
 * @self: a queue
 *
 * Returns: (transfer none) (nullable): the request that came first; %NULL: nothing is wanted
 */
const SignetRenderRequest *
signet_render_queue_peek (SignetRenderQueue *self)
{
  g_return_val_if_fail (SIGNET_IS_RENDER_QUEUE (self), NULL);

  return self->requests->len > 0 ? g_ptr_array_index (self->requests, 0) : NULL;
}

/**
 * signet_render_queue_take_nearest:
 * @self: a queue that isn't empty
 * @focus: the page the person looks at, from 0
 *
 * Returns: (transfer full): the next one: nearest first, pictures before words, then as they came. It can
 * still be cancelled.
 */
SignetRenderRequest *
signet_render_queue_take_nearest (SignetRenderQueue *self, guint focus)
{
  guint best = 0;

  g_return_val_if_fail (SIGNET_IS_RENDER_QUEUE (self), NULL);
  g_return_val_if_fail (self->requests->len > 0, NULL);

  for (guint i = 1; i < self->requests->len; i++)
    {
      const SignetRenderRequest *a = g_ptr_array_index (self->requests, i);
      const SignetRenderRequest *b = g_ptr_array_index (self->requests, best);
      guint da = get_distance (a, focus), db = get_distance (b, focus);

      if (da < db || (da == db && a->kind < b->kind))
        best = i;
    }

  return g_ptr_array_steal_index (self->requests, best);
}

/**
 * signet_render_queue_fail:
 * @self: a queue
 * @error: why nothing more can be asked
 *
 * Tells all who wait, in the order they came.
 */
void
signet_render_queue_fail (SignetRenderQueue *self, const GError *error)
{
  g_return_if_fail (SIGNET_IS_RENDER_QUEUE (self));

  while (self->requests->len > 0)
    {
      g_autoptr (SignetRenderRequest) request = g_ptr_array_steal_index (self->requests, 0);

      signet_render_request_fail (request, error);
    }
}
