/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <graphene-gobject.h>

#include "desk/signet-document.h"

G_BEGIN_DECLS

/* Of the zooms a person can choose; 1 is the paper's own size at 96 pixels an inch. */
#define SIGNET_PAGE_LAYOUT_LEAST_ZOOM 0.25
#define SIGNET_PAGE_LAYOUT_MOST_ZOOM 4.0

/* Around all pages, in pixels. */
#define SIGNET_PAGE_LAYOUT_MARGIN 16

#define SIGNET_TYPE_PAGE_LAYOUT (signet_page_layout_get_type ())
G_DECLARE_FINAL_TYPE (SignetPageLayout, signet_page_layout, SIGNET, PAGE_LAYOUT, GObject)

SignetPageLayout *signet_page_layout_new (void);
void signet_page_layout_add_page (SignetPageLayout *self, double width, double height);
guint signet_page_layout_get_n_pages (SignetPageLayout *self);
void signet_page_layout_rotate (SignetPageLayout *self);
guint signet_page_layout_get_rotation (SignetPageLayout *self);

double signet_page_layout_fit (SignetPageLayout *self, double width, double height);
double signet_page_layout_get_width (SignetPageLayout *self, double zoom);
double signet_page_layout_get_height (SignetPageLayout *self, double zoom);
double signet_page_layout_get_scale (SignetPageLayout *self, guint page, double zoom, double pixels_per_unit);

void signet_page_layout_place (SignetPageLayout *self, double width, double zoom);
const graphene_rect_t *signet_page_layout_get_area (SignetPageLayout *self, guint page);
guint signet_page_layout_find_nearest (SignetPageLayout *self, double y);
gboolean
signet_page_layout_find_seen (SignetPageLayout *self, double top, double bottom, guint *first, guint *last);

double signet_page_layout_find_larger_zoom (double zoom);
double signet_page_layout_find_smaller_zoom (double zoom);

G_END_DECLS
