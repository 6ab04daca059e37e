/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CONNECT_PAGE (signet_connect_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetConnectPage, signet_connect_page, SIGNET, CONNECT_PAGE, GtkWidget)

GtkWidget *signet_connect_page_new (SignetDesk *desk);
void signet_connect_page_shown (SignetConnectPage *self);
void signet_connect_page_stop (SignetConnectPage *self);

G_END_DECLS
