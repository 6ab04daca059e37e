/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *signet_sheet_text_decode (GBytes *bytes, const char **encoding, guint *line, GError **error);
guint signet_sheet_text_count_lines (const char *text, gsize length);

G_END_DECLS
