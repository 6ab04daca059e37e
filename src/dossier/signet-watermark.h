/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pixels a page keeps: A4 at 200 dots an inch. */
#define SIGNET_WATERMARK_MAX_PIXELS 4000000

typedef struct _SignetWatermark SignetWatermark;

SignetWatermark *signet_watermark_new (GOutputStream *stream,
                                       const char *language,
                                       const char *platform,
                                       const GDate *today,
                                       GCancellable *cancellable,
                                       GError **error);
void signet_watermark_free (SignetWatermark *self);

gboolean signet_watermark_add_page (SignetWatermark *self,
                                    GBytes *pixels,
                                    guint columns,
                                    guint rows,
                                    gsize stride,
                                    double width,
                                    double height,
                                    GError **error);
gboolean signet_watermark_finish (SignetWatermark *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetWatermark, signet_watermark_free)

G_END_DECLS
