/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_FINDING_ROW (signet_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetFindingRow, signet_finding_row, SIGNET, FINDING_ROW, AdwPreferencesRow)

GtkWidget *signet_finding_row_new (void);
GtkWidget *signet_finding_row_get_field (SignetFindingRow *self);
void signet_finding_row_set_field (SignetFindingRow *self, GtkWidget *field);
gboolean signet_finding_row_has_error (SignetFindingRow *self);

G_END_DECLS
