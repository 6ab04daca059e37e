/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_BAR (signet_practice_bar_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeBar, signet_practice_bar, SIGNET, PRACTICE_BAR, GtkWidget)

GtkWidget *signet_practice_bar_new (void);

G_END_DECLS
