/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_CHOICE_ROW (signet_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetChoiceRow, signet_choice_row, SIGNET, CHOICE_ROW, AdwActionRow)

GtkWidget *
signet_choice_row_new (const char *title, const char *explanation, const char *value, GtkWidget *group);
void signet_choice_row_bind (SignetChoiceRow *self, GObject *subject, const char *property);
const char *signet_choice_row_get_value (SignetChoiceRow *self);

G_END_DECLS
