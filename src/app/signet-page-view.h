/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAGE_VIEW (signet_page_view_get_type ())
G_DECLARE_FINAL_TYPE (SignetPageView, signet_page_view, SIGNET, PAGE_VIEW, GtkWidget)

void signet_page_view_show (SignetPageView *self, SignetDesk *desk, SignetEvidence *evidence);
void signet_page_view_set_can_enlarge (SignetPageView *self, gboolean can_enlarge);

G_END_DECLS
