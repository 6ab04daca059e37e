/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of this room only. */
void signet_search_text_append (GString *out, const char *text);
char *signet_search_text_to_query (const char *text);

G_END_DECLS
