/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_WORD_ROW (signet_word_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetWordRow, signet_word_row, SIGNET, WORD_ROW, AdwComboRow)

GtkWidget *signet_word_row_new (const char *const *words, const char *(*describe) (const char *word));

G_END_DECLS
