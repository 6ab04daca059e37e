/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "render/signet-render-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RENDER_DOCUMENT (signet_render_document_get_type ())
G_DECLARE_FINAL_TYPE (SignetRenderDocument, signet_render_document, SIGNET, RENDER_DOCUMENT, GObject)

guint signet_render_document_get_n_pages (SignetRenderDocument *self);
void
signet_render_document_get_page_size (SignetRenderDocument *self, guint page, double *width, double *height);
const char *signet_render_document_get_layers (SignetRenderDocument *self);
gboolean signet_render_document_get_fonts_missing (SignetRenderDocument *self);
guint64 signet_render_document_get_peak (SignetRenderDocument *self);
void signet_render_document_set_focus (SignetRenderDocument *self, guint page);
void signet_render_document_draw_async (SignetRenderDocument *self,
                                        guint page,
                                        double scale,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
SignetRenderPage *
signet_render_document_draw_finish (SignetRenderDocument *self, GAsyncResult *result, GError **error);
void signet_render_document_read_text_async (SignetRenderDocument *self,
                                             guint page,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
char *
signet_render_document_read_text_finish (SignetRenderDocument *self, GAsyncResult *result, GError **error);
void signet_render_document_search_async (SignetRenderDocument *self,
                                          guint page,
                                          const char *text,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GArray *
signet_render_document_search_finish (SignetRenderDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
