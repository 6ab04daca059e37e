/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/signet-finding.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CHECK_ROW (signet_check_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetCheckRow, signet_check_row, SIGNET, CHECK_ROW, GtkListBoxRow)

GtkWidget *signet_check_row_new (SignetFinding *finding, const char *place, guint n_more);
SignetFinding *signet_check_row_get_finding (SignetCheckRow *self);

G_END_DECLS
