/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-document.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAGE_PICTURE (signet_page_picture_get_type ())
G_DECLARE_FINAL_TYPE (SignetPagePicture, signet_page_picture, SIGNET, PAGE_PICTURE, GObject)

SignetPagePicture *signet_page_picture_new (SignetPagePixels *pixels);
void signet_page_picture_snapshot (SignetPagePicture *self,
                                   GtkSnapshot *snapshot,
                                   const graphene_rect_t *area,
                                   guint rotation,
                                   const graphene_rect_t *seen);

G_END_DECLS
