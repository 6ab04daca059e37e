/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_WIDTH_BIN (signet_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (SignetWidthBin, signet_width_bin, SIGNET, WIDTH_BIN, GtkWidget)

GtkWidget *signet_width_bin_new (void);
GtkWidget *signet_width_bin_get_child (SignetWidthBin *self);
void signet_width_bin_set_child (SignetWidthBin *self, GtkWidget *child);
gboolean signet_width_bin_get_narrow (SignetWidthBin *self);
double signet_width_bin_get_text_scale (GtkWidget *widget);

G_END_DECLS
