/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SignetSlicesStep:
 * @index: which one
 * @data: what was handed to signet_slices_run_async()
 * @error: return location
 *
 * Does one of many small things, well under a millisecond each.
 *
 * Returns: %TRUE to go on
 */
typedef gboolean (*SignetSlicesStep) (guint index, gpointer data, GError **error);

/**
 * SignetSlicesPause:
 * @done: how many are done
 * @data: what was handed to signet_slices_run_async()
 *
 * Before the main loop has its turn, and at the end.
 */
typedef void (*SignetSlicesPause) (guint done, gpointer data);

/* For the desk's own files: many small things on the main thread, a few milliseconds of them at a time. */
void signet_slices_run_async (guint n,
                              SignetSlicesStep step,
                              SignetSlicesPause pause,
                              gpointer data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean signet_slices_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
