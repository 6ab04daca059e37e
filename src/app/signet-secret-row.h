/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_SECRET_ROW (signet_secret_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetSecretRow, signet_secret_row, SIGNET, SECRET_ROW, AdwEntryRow)

void signet_secret_row_hide (SignetSecretRow *self);

G_END_DECLS
