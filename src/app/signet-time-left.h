/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_TIME_LEFT (signet_time_left_get_type ())
G_DECLARE_FINAL_TYPE (SignetTimeLeft, signet_time_left, SIGNET, TIME_LEFT, GtkWidget)

GtkWidget *signet_time_left_new (void);
void signet_time_left_set_seconds (SignetTimeLeft *self, guint seconds);

G_END_DECLS
