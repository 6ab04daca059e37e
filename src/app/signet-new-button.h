/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_NEW_BUTTON (signet_new_button_get_type ())
G_DECLARE_FINAL_TYPE (SignetNewButton, signet_new_button, SIGNET, NEW_BUTTON, GtkButton)

GtkWidget *signet_new_button_new (void);

G_END_DECLS
