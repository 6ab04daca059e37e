/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-slices.h"

/*
 * Work with live model objects, which may not go to another thread, done between frames. Main thread.
 */

/* Half a frame at 60 a second. */
#define SLICE (8 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  guint n;
  guint done;
  SignetSlicesStep step;
  SignetSlicesPause pause;
  gpointer data;
} Slices;

static gboolean
slice_cb (gpointer data)
{
  GTask *task = data;
  Slices *slices = g_task_get_task_data (task);
  gint64 end = g_get_monotonic_time () + SLICE;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  while (slices->done < slices->n && g_get_monotonic_time () < end)
    {
      if (!slices->step (slices->done, slices->data, &error))
        {
          g_task_return_error (task, error);
          return G_SOURCE_REMOVE;
        }
      slices->done++;
    }
  slices->pause (slices->done, slices->data);
  if (slices->done < slices->n)
    return G_SOURCE_CONTINUE;
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * signet_slices_run_async:
 * @n: how many there are to do
 * @step: does one
 * @pause: called after each slice
 * @data: for both; must live until @callback
 * @cancellable: (nullable): stops between two slices
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Does all of them in order, after frames are drawn.
 */
void
signet_slices_run_async (guint n,
                         SignetSlicesStep step,
                         SignetSlicesPause pause,
                         gpointer data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Slices *slices = g_new (Slices, 1);

  g_task_set_source_tag (task, signet_slices_run_async);
  *slices = (Slices){ n, 0, step, pause, data };
  g_task_set_task_data (task, slices, g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, slice_cb, task, g_object_unref);
}

/** signet_slices_run_finish: Returns: whether all were done; @error: of the step that failed, or
 * %G_IO_ERROR_CANCELLED */
gboolean
signet_slices_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
