/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_LIST_STACK (signet_list_stack_get_type ())
G_DECLARE_FINAL_TYPE (SignetListStack, signet_list_stack, SIGNET, LIST_STACK, GtkWidget)

GtkWidget *signet_list_stack_new (void);
void signet_list_stack_set_list (SignetListStack *self, GListModel *list);

G_END_DECLS
