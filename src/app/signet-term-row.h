/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-draft.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TERM_ROW (signet_term_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetTermRow, signet_term_row, SIGNET, TERM_ROW, AdwActionRow)

GtkWidget *signet_term_row_new (SignetDraft *draft, gboolean fillable);

G_END_DECLS
