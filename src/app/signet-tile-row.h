/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/signet-words.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TILE_ROW (signet_tile_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetTileRow, signet_tile_row, SIGNET, TILE_ROW, GtkListBoxRow)

struct _SignetTileRowClass
{
  GtkListBoxRowClass parent_class;
};

GtkWidget *signet_tile_row_new (void);
void signet_tile_row_hold (SignetTileRow *self, gpointer item);
void signet_tile_row_set_title (SignetTileRow *self, const char *title);
void signet_tile_row_set_link (SignetTileRow *self, const char *link);
void signet_tile_row_set_subtitle (SignetTileRow *self, const char *subtitle);
void signet_tile_row_set_note (SignetTileRow *self, const char *note);
void signet_tile_row_set_days (SignetTileRow *self, int days);
void signet_tile_row_set_icon (SignetTileRow *self, const char *icon_name, SignetMeaning meaning);
void signet_tile_row_set_status (SignetTileRow *self, const char *status);
void signet_tile_row_set_action (SignetTileRow *self, const char *action_name, const char *target);
void signet_tile_row_set_button (SignetTileRow *self,
                                 const char *label,
                                 const char *action_name,
                                 const char *target);
void signet_tile_row_set_end (SignetTileRow *self, GtkWidget *end);
void signet_tile_row_follow (SignetTileRow *self, GObject *width_bin);

G_END_DECLS
