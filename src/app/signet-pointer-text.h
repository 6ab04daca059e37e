/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *signet_pointer_text_name (const char *pointer, const char *right_kind);
char *signet_pointer_text_value (const char *pointer, const char *right_kind, const char *text);
gboolean signet_pointer_text_is_secret (const char *pointer);

G_END_DECLS
