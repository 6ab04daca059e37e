/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_DATE_ROW (signet_date_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetDateRow, signet_date_row, SIGNET, DATE_ROW, AdwEntryRow)

GtkWidget *signet_date_row_new (void);

G_END_DECLS
