/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-long-row.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_LONG_LIST (signet_long_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetLongList, signet_long_list, SIGNET, LONG_LIST, GtkWidget)

GtkWidget *signet_long_list_new (GType row_type);
void signet_long_list_set_model (SignetLongList *self, GListModel *model);
void signet_long_list_set_narrow (SignetLongList *self, gboolean narrow);

G_END_DECLS
