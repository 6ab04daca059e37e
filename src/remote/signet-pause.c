/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-pause.h"

/*
 * A wait that can be cancelled. Main thread.
 */

static gboolean
over_cb (gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * signet_pause_async:
 * @duration: µs
 * @cancellable: (nullable): ends the wait at once
 * @callback: called after @duration
 * @user_data: for @callback
 *
 * Waits without blocking.
 */
void
signet_pause_async (gint64 duration,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GSource) timer = NULL;

  timer = g_timeout_source_new ((guint) CLAMP ((duration + 999) / 1000, 0, G_MAXINT));
  if (cancellable != NULL)
    {
      g_autoptr (GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (timer, cancelled);
    }
  g_task_attach_source (task, timer, over_cb);
}

/**
 * signet_pause_finish:
 * @result: the result
 * @error: return location, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the time is over
 */
gboolean
signet_pause_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
