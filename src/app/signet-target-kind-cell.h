/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/signet-item.h"
#include "model/signet-platform.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TARGET_KIND_CELL (signet_target_kind_cell_get_type ())
G_DECLARE_FINAL_TYPE (SignetTargetKindCell, signet_target_kind_cell, SIGNET, TARGET_KIND_CELL, GtkWidget)

GtkWidget *signet_target_kind_cell_new (void);
void signet_target_kind_cell_set_item (SignetTargetKindCell *self,
                                       SignetItem *item,
                                       SignetPlatform *platform,
                                       gboolean open);

G_END_DECLS
