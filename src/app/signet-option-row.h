/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/signet-chip.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_OPTION_ROW (signet_option_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetOptionRow, signet_option_row, SIGNET, OPTION_ROW, GtkListBoxRow)

GtkWidget *signet_option_row_new (const char *value, const char *title, const char *description);
const char *signet_option_row_get_value (SignetOptionRow *self);
void signet_option_row_set_group (SignetOptionRow *self, GtkCheckButton *group);
void signet_option_row_set_detail (SignetOptionRow *self, const char *icon_name, const char *detail);
void signet_option_row_set_excluded (SignetOptionRow *self, const char *why);
SignetChip *signet_option_row_get_chip (SignetOptionRow *self);
gboolean signet_option_row_get_chosen (SignetOptionRow *self);
void signet_option_row_set_chosen (SignetOptionRow *self, gboolean chosen);

G_END_DECLS
