/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/signet-render-document.h"
#include "render/signet-render-memory.h"

G_BEGIN_DECLS

/* For the renderer, which makes documents. */
SignetRenderDocument *signet_render_document_new (const char *viewer,
                                                  guint time_limit,
                                                  SignetRenderMemory *memory,
                                                  int fd,
                                                  const char *key,
                                                  const char *password);
void signet_render_document_open_async (SignetRenderDocument *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
signet_render_document_open_finish (SignetRenderDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
