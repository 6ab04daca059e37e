/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_MAIN_STACK (signet_main_stack_get_type ())
G_DECLARE_FINAL_TYPE (SignetMainStack, signet_main_stack, SIGNET, MAIN_STACK, GtkWidget)

void signet_main_stack_set_desk (SignetMainStack *self, SignetDesk *desk);
void signet_main_stack_show_desk (SignetMainStack *self);
void signet_main_stack_show_welcome (SignetMainStack *self);
void signet_main_stack_show_connect (SignetMainStack *self);
void signet_main_stack_show_failed (SignetMainStack *self, const GError *error);
gboolean signet_main_stack_has_failed (SignetMainStack *self);
gboolean signet_main_stack_back (SignetMainStack *self);

G_END_DECLS
