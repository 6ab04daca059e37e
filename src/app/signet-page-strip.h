/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-document.h"

G_BEGIN_DECLS

typedef enum
{
  SIGNET_FIT_WIDTH,
  SIGNET_FIT_PAGE,
  SIGNET_FIT_NONE, /* a zoom the person chose */
} SignetFit;

#define SIGNET_TYPE_PAGE_STRIP (signet_page_strip_get_type ())
G_DECLARE_FINAL_TYPE (SignetPageStrip, signet_page_strip, SIGNET, PAGE_STRIP, GtkWidget)

GtkWidget *signet_page_strip_new (void);
void signet_page_strip_set_document (SignetPageStrip *self, SignetDocument *document);
gboolean signet_page_strip_is_incomplete (SignetPageStrip *self);
void
signet_page_strip_set_adjustments (SignetPageStrip *self, GtkAdjustment *horizontal, GtkAdjustment *vertical);
void signet_page_strip_set_fit (SignetPageStrip *self, SignetFit fit);
SignetFit signet_page_strip_get_fit (SignetPageStrip *self);
void signet_page_strip_set_zoom (SignetPageStrip *self, double zoom);
double signet_page_strip_get_zoom (SignetPageStrip *self);
void signet_page_strip_zoom_in (SignetPageStrip *self);
void signet_page_strip_zoom_out (SignetPageStrip *self);
void signet_page_strip_rotate (SignetPageStrip *self);
guint signet_page_strip_get_page (SignetPageStrip *self);
void signet_page_strip_go_to (SignetPageStrip *self, guint page);

G_END_DECLS
