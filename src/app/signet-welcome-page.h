/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_WELCOME_PAGE (signet_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetWelcomePage, signet_welcome_page, SIGNET, WELCOME_PAGE, GtkWidget)

GtkWidget *signet_welcome_page_new (SignetDesk *desk);
void signet_welcome_page_set_adding (SignetWelcomePage *self, gboolean adding);

G_END_DECLS
