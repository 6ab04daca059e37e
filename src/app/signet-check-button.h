/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_CHECK_BUTTON (signet_check_button_get_type ())
G_DECLARE_FINAL_TYPE (SignetCheckButton, signet_check_button, SIGNET, CHECK_BUTTON, GtkCheckButton)

GtkWidget *signet_check_button_new (void);

G_END_DECLS
