/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/signet-target-lines.h"
#include "model/signet-platform.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TARGET_TABLE (signet_target_table_get_type ())
G_DECLARE_FINAL_TYPE (SignetTargetTable, signet_target_table, SIGNET, TARGET_TABLE, GtkWidget)

void
signet_target_table_set_lines (SignetTargetTable *self, SignetTargetLines *lines, SignetPlatform *platform);
guint signet_target_table_count_selected (SignetTargetTable *self);
guint signet_target_table_remove_selected (SignetTargetTable *self);
void signet_target_table_show_line (SignetTargetTable *self, guint position);
void signet_target_table_show_end (SignetTargetTable *self);

G_END_DECLS
