/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_LONG_ROW (signet_long_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetLongRow, signet_long_row, SIGNET, LONG_ROW, GtkWidget)

/**
 * SignetLongRowClass:
 * @show: shows an item of the list; called again when it changed, and with another when the row is used anew
 */
struct _SignetLongRowClass
{
  GtkWidgetClass parent_class;

  void (*show) (SignetLongRow *self, gpointer item);
};

gboolean signet_long_row_get_narrow (SignetLongRow *self);
void signet_long_row_set_activatable (SignetLongRow *self, gboolean activatable);
GtkWidget *signet_long_row_new_label (const char *classes);
GtkWidget *signet_long_row_new_lines (const char *classes);
void signet_long_row_add_cell (SignetLongRow *self, GtkWidget *cell, int width);
void signet_long_row_set_name (SignetLongRow *self, const char *first, ...) G_GNUC_NULL_TERMINATED;
gpointer signet_long_row_get_item (SignetLongRow *self);
void signet_long_row_set_item (SignetLongRow *self, gpointer item);
guint signet_long_row_get_position (SignetLongRow *self);
void signet_long_row_set_position (SignetLongRow *self, guint position, guint n_items);
gboolean signet_long_row_has_focus (SignetLongRow *self);

G_END_DECLS
