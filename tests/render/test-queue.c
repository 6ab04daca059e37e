/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What waits for a viewer: which request goes first, and what becomes of those nobody waits for. */

#include "render/signet-render-error.h"
#include "render/signet-render-queue.h"

typedef struct
{
  GObject *owner;
  SignetRenderQueue *queue;
  GCancellable *cancellable;
  GString *ends; /* what those who asked heard, in their order */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->owner = g_object_new (G_TYPE_OBJECT, NULL);
  self->queue = signet_render_queue_new ();
  self->cancellable = g_cancellable_new ();
  self->ends = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->queue);
  g_assert_finalize_object (self->cancellable);
  g_assert_finalize_object (self->owner);
  g_string_free (self->ends, TRUE);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_null (g_task_propagate_pointer (G_TASK (result), &error));
  g_string_append (self->ends,
                   g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? "cancelled;" : "failed;");
}

static void
add (Fixture *self, SignetRenderProtocolKind kind, guint page, GCancellable *cancellable)
{
  signet_render_queue_add (self->queue, kind, page, 1, NULL,
                           g_task_new (self->owner, cancellable, ended_cb, self));
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_next (Fixture *self, guint focus, SignetRenderProtocolKind kind, guint page)
{
  g_autoptr (SignetRenderRequest) request = signet_render_queue_take_nearest (self->queue, focus);
  g_autoptr (GError) error = g_error_new_literal (SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED, "Gone");

  g_assert_cmpint (request->kind, ==, kind);
  g_assert_cmpuint (request->page, ==, page);
  signet_render_request_fail (request, error);
  iterate ();
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_assert_null (signet_render_queue_peek (self->queue));
  add (self, SIGNET_RENDER_PROTOCOL_TEXT, 5, NULL);
  add (self, SIGNET_RENDER_PROTOCOL_PAGE, 9, NULL);
  add (self, SIGNET_RENDER_PROTOCOL_PAGE, 3, NULL);
  add (self, SIGNET_RENDER_PROTOCOL_PAGE, 7, NULL);
  add (self, SIGNET_RENDER_PROTOCOL_PAGE, 5, NULL);
  g_assert_cmpuint (signet_render_queue_peek (self->queue)->page, ==, 5);

  /* the picture of the page that is looked at before its words, then its neighbours as they came */
  assert_next (self, 5, SIGNET_RENDER_PROTOCOL_PAGE, 5);
  assert_next (self, 5, SIGNET_RENDER_PROTOCOL_TEXT, 5);
  assert_next (self, 5, SIGNET_RENDER_PROTOCOL_PAGE, 3);
  /* the person has scrolled on */
  assert_next (self, 10, SIGNET_RENDER_PROTOCOL_PAGE, 9);
  assert_next (self, 10, SIGNET_RENDER_PROTOCOL_PAGE, 7);
  g_assert_null (signet_render_queue_peek (self->queue));
  g_assert_cmpstr (self->ends->str, ==, "failed;failed;failed;failed;failed;");
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  add (self, SIGNET_RENDER_PROTOCOL_PAGE, 1, self->cancellable);
  add (self, SIGNET_RENDER_PROTOCOL_PAGE, 2, NULL);
  g_cancellable_cancel (self->cancellable);
  iterate ();

  /* who took it back hears so at once, and it never goes */
  g_assert_cmpstr (self->ends->str, ==, "cancelled;");
  assert_next (self, 1, SIGNET_RENDER_PROTOCOL_PAGE, 2);
  g_assert_null (signet_render_queue_peek (self->queue));
}

static void
test_cancelled_late (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetRenderRequest) request = NULL;

  add (self, SIGNET_RENDER_PROTOCOL_PAGE, 1, self->cancellable);
  request = signet_render_queue_take_nearest (self->queue, 1);
  g_cancellable_cancel (self->cancellable);
  iterate ();

  /* the viewer is at it: the request lives on, with nobody waiting */
  g_assert_cmpstr (self->ends->str, ==, "cancelled;");
  g_assert_null (request->task);
}

static void
test_failed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED, "Gone");

  add (self, SIGNET_RENDER_PROTOCOL_PAGE, 1, self->cancellable);
  add (self, SIGNET_RENDER_PROTOCOL_SEARCH, 2, NULL);
  signet_render_queue_fail (self->queue, error);
  iterate ();
  g_assert_cmpstr (self->ends->str, ==, "failed;failed;");

  /* nothing is left to be told of it twice */
  g_cancellable_cancel (self->cancellable);
  iterate ();
  g_assert_cmpstr (self->ends->str, ==, "failed;failed;");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/render/queue/order", test_order);
  ADD ("/render/queue/cancelled", test_cancelled);
  ADD ("/render/queue/cancelled-late", test_cancelled_late);
  ADD ("/render/queue/failed", test_failed);

  return g_test_run ();
}
