/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"
#include "model/signet-evidence.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAGE_THUMBNAIL (signet_page_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (SignetPageThumbnail, signet_page_thumbnail, SIGNET, PAGE_THUMBNAIL, GtkWidget)

void
signet_page_thumbnail_set_evidence (SignetPageThumbnail *self, SignetDesk *desk, SignetEvidence *evidence);
gboolean signet_page_thumbnail_get_drawn (SignetPageThumbnail *self);

G_END_DECLS
