/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_HOLDER_ROW (signet_holder_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetHolderRow, signet_holder_row, SIGNET, HOLDER_ROW, AdwActionRow)

GtkWidget *signet_holder_row_new (GListModel *parties);

G_END_DECLS
