/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "render/signet-render-answer.h"
#include "render/signet-render-protocol.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RENDER_PROCESS (signet_render_process_get_type ())
G_DECLARE_FINAL_TYPE (SignetRenderProcess, signet_render_process, SIGNET, RENDER_PROCESS, GObject)

SignetRenderProcess *signet_render_process_new (const char *viewer, GError **error);
gboolean signet_render_process_is_alive (SignetRenderProcess *self);
const char *signet_render_process_get_layers (SignetRenderProcess *self);
guint64 signet_render_process_get_peak (SignetRenderProcess *self);
void signet_render_process_ask_async (SignetRenderProcess *self,
                                      SignetRenderProtocolKind kind,
                                      guint page,
                                      double scale,
                                      const char *text,
                                      int document,
                                      guint time_limit,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
SignetRenderAnswer *
signet_render_process_ask_finish (SignetRenderProcess *self, GAsyncResult *result, GError **error);
void signet_render_process_stop (SignetRenderProcess *self);

G_END_DECLS
