/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A page drawn: premultiplied ARGB32 in native byte order (CAIRO_FORMAT_ARGB32, GDK_MEMORY_DEFAULT). */
typedef struct
{
  GBytes *pixels;
  guint width;
  guint height;
  gsize stride;
  gboolean incomplete; /* part of it was left out, mostly for want of memory */
} SignetRenderPage;

void signet_render_page_free (SignetRenderPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetRenderPage, signet_render_page_free)

/* Where a text stands on its page, in points from the top left of the page as shown. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SignetRenderHit;

G_END_DECLS
