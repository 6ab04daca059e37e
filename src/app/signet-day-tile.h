/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/signet-words.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_DAY_TILE (signet_day_tile_get_type ())
G_DECLARE_FINAL_TYPE (SignetDayTile, signet_day_tile, SIGNET, DAY_TILE, GtkWidget)

GtkWidget *signet_day_tile_new (void);
void signet_day_tile_set_days (SignetDayTile *self, int days);
void signet_day_tile_set_icon (SignetDayTile *self, const char *icon_name, SignetMeaning meaning);

G_END_DECLS
