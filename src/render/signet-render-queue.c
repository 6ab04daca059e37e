/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-queue.h"

/* What waits for a document's viewer: the one nearest to what the person looks at goes first, and whoever
 * takes his request back hears so at once, whether it waits still or the viewer is at it. A
 * SignetRenderDocument owns it, and it outlives the requests that were taken out of it. On the document's
 * main context. */

struct _SignetRenderQueue
{
  GPtrArray *requests;
};

/* The answer isn't waited for any longer: whoever asked hears so now, and the request, if it hasn't gone,
 * never goes. */
static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  SignetRenderRequest *request = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&request->task);

  /* Hearing it may be the end of the document, and of its queue. */
  g_ptr_array_remove (request->queue->requests, request);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static guint
distance (const SignetRenderRequest *request, guint focus)
{
  return request->page > focus ? request->page - focus : focus - request->page;
}

/**
 * signet_render_request_free:
 * @self: (transfer full): a request
 *
 * Who still waits for it hears nothing.
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
 * signet_render_request_fail:
 * @self: a request
 * @error: what became of it
 *
 * Tells who waits for it, if anybody does.
 */
void
signet_render_request_fail (SignetRenderRequest *self, const GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_error (task, g_error_copy (error));
}

/**
 * signet_render_queue_new:
 *
 * Returns: (transfer full): nothing waits yet
 */
SignetRenderQueue *
signet_render_queue_new (void)
{
  SignetRenderQueue *self = g_new (SignetRenderQueue, 1);

  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_render_request_free);
  return self;
}

/**
 * signet_render_queue_free:
 * @self: (transfer full): a queue
 */
void
signet_render_queue_free (SignetRenderQueue *self)
{
  g_ptr_array_unref (self->requests);
  g_free (self);
}

/**
 * signet_render_queue_add:
 * @self: a queue
 * @request: (transfer full): a request with a task
 *
 * Lets it wait until it is taken out, or its task is cancelled.
 */
void
signet_render_queue_add (SignetRenderQueue *self, SignetRenderRequest *request)
{
  GCancellable *cancellable = g_task_get_cancellable (request->task);

  request->queue = self;
  if (cancellable != NULL)
    {
      request->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (request->cancelled, G_SOURCE_FUNC (cancelled_cb), request, NULL);
      g_source_attach (request->cancelled, g_main_context_get_thread_default ());
    }
  g_ptr_array_add (self->requests, request);
}

/**
 * signet_render_queue_peek_first:
 * @self: a queue
 *
 * Returns: (transfer none) (nullable): what has waited longest
 */
const SignetRenderRequest *
signet_render_queue_peek_first (SignetRenderQueue *self)
{
  return self->requests->len > 0 ? g_ptr_array_index (self->requests, 0) : NULL;
}

/**
 * signet_render_queue_take_nearest:
 * @self: a queue in which something waits
 * @focus: the page the person looks at
 *
 * Nearest first; pictures before words, then as they came.
 *
 * Returns: (transfer full): what goes next
 */
SignetRenderRequest *
signet_render_queue_take_nearest (SignetRenderQueue *self, guint focus)
{
  guint best = 0;

  for (guint i = 1; i < self->requests->len; i++)
    {
      const SignetRenderRequest *a = g_ptr_array_index (self->requests, i);
      const SignetRenderRequest *b = g_ptr_array_index (self->requests, best);
      guint da = distance (a, focus), db = distance (b, focus);

      if (da < db || (da == db && a->kind < b->kind))
        best = i;
    }
  return g_ptr_array_steal_index (self->requests, best);
}

/**
 * signet_render_queue_fail_all:
 * @self: a queue
 * @error: why none of them will be answered
 *
 * Tells everybody who waits.
 */
void
signet_render_queue_fail_all (SignetRenderQueue *self, const GError *error)
{
  while (self->requests->len > 0)
    {
      SignetRenderRequest *request = g_ptr_array_steal_index (self->requests, 0);

      signet_render_request_fail (request, error);
      signet_render_request_free (request);
    }
}
