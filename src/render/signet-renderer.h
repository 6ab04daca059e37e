/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "render/signet-render-document.h"
#include "render/signet-render-error.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RENDERER (signet_renderer_get_type ())
G_DECLARE_FINAL_TYPE (SignetRenderer, signet_renderer, SIGNET, RENDERER, GObject)

SignetRenderer *signet_renderer_new (const char *viewer);
void signet_renderer_set_time_limit (SignetRenderer *self, guint milliseconds);
void signet_renderer_open_async (SignetRenderer *self,
                                 int document,
                                 const char *key,
                                 const char *password,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
SignetRenderDocument *
signet_renderer_open_finish (SignetRenderer *self, GAsyncResult *result, GError **error);

G_END_DECLS
