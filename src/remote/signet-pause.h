/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For this room: waits, and can be stopped waiting. */
void signet_pause_async (gint64 duration,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gboolean signet_pause_finish (GAsyncResult *result, GError **error);

G_END_DECLS
