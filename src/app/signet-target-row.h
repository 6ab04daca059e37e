/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/signet-item.h"
#include "model/signet-platform.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TARGET_ROW (signet_target_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetTargetRow, signet_target_row, SIGNET, TARGET_ROW, GtkWidget)

GtkWidget *signet_target_row_new (void);
void signet_target_row_set_item (SignetTargetRow *self,
                                 SignetItem *item,
                                 SignetPlatform *platform,
                                 gboolean open,
                                 const char *unknown_why);
char *signet_target_row_describe_link (SignetItem *item);

G_END_DECLS
