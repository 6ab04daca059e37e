/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_FILTER_BAR (signet_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SignetFilterBar, signet_filter_bar, SIGNET, FILTER_BAR, GtkBox)

void signet_filter_bar_set_placeholder (SignetFilterBar *self, const char *text);
void signet_filter_bar_add (SignetFilterBar *self, const char *name, const char *title, GSettings *settings);
void signet_filter_bar_append_option (GMenu *menu,
                                      const char *name,
                                      const char *value,
                                      const char *label,
                                      const char *words);
void signet_filter_bar_set_options (SignetFilterBar *self, const char *name, GMenu *menu);
const char *signet_filter_bar_get_text (SignetFilterBar *self);
const char *signet_filter_bar_get_chosen (SignetFilterBar *self, const char *name);
gboolean signet_filter_bar_is_filtered (SignetFilterBar *self);
char *signet_filter_bar_describe_count (SignetFilterBar *self, guint n);
void signet_filter_bar_clear (SignetFilterBar *self);

G_END_DECLS
