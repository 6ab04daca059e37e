/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_COUNTRY_ROW (signet_country_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetCountryRow, signet_country_row, SIGNET, COUNTRY_ROW, AdwActionRow)

GtkWidget *signet_country_row_new (void);
void signet_country_row_add_first (SignetCountryRow *self, const char *code, const char *name);

G_END_DECLS
