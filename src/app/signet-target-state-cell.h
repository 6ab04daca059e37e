/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/signet-item.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TARGET_STATE_CELL (signet_target_state_cell_get_type ())
G_DECLARE_FINAL_TYPE (SignetTargetStateCell, signet_target_state_cell, SIGNET, TARGET_STATE_CELL, GtkWidget)

GtkWidget *signet_target_state_cell_new (void);
void
signet_target_state_cell_set_item (SignetTargetStateCell *self, SignetItem *item, const char *unknown_why);

G_END_DECLS
