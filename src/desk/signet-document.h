/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A page drawn: premultiplied ARGB32 in native byte order (CAIRO_FORMAT_ARGB32, GDK_MEMORY_DEFAULT). */
typedef struct
{
  GBytes *pixels;
  int width;
  int height;
  gsize stride;
  gboolean incomplete; /* something was left out for want of memory; the page says so */
} SignetPagePixels;

void signet_page_pixels_free (SignetPagePixels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetPagePixels, signet_page_pixels_free)

#define SIGNET_TYPE_DOCUMENT (signet_document_get_type ())
G_DECLARE_FINAL_TYPE (SignetDocument, signet_document, SIGNET, DOCUMENT, GObject)

guint signet_document_get_n_pages (SignetDocument *self);
void signet_document_get_page_size (SignetDocument *self, guint page, double *width, double *height);
gboolean signet_document_get_fonts_missing (SignetDocument *self);
void signet_document_set_focus (SignetDocument *self, guint page);
void signet_document_render_async (SignetDocument *self,
                                   guint page,
                                   double scale,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SignetPagePixels *signet_document_render_finish (SignetDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
