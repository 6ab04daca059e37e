/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

const char *signet_viewer_image_type (const guint8 *head, gsize length);
cairo_surface_t *signet_viewer_image_load (int fd, const char *type, gsize max_pixels, GError **error);
void signet_viewer_image_preload (void);

G_END_DECLS
