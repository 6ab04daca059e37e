/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_SIDEBAR (signet_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SignetSidebar, signet_sidebar, SIGNET, SIDEBAR, GtkWidget)

void signet_sidebar_set_desk (SignetSidebar *self, SignetDesk *desk);
void signet_sidebar_select (SignetSidebar *self, const char *page);

G_END_DECLS
