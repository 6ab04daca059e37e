/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_ID_ROW (signet_id_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetIdRow, signet_id_row, SIGNET, ID_ROW, AdwActionRow)

void signet_id_row_clear (SignetIdRow *self);
void signet_id_row_add (SignetIdRow *self, const char *id, const char *name);
guint signet_id_row_get_n_choices (SignetIdRow *self);

G_END_DECLS
