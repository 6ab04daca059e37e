/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SIGNET_JSON_MAX_BYTES (16 * 1024 * 1024)
#define SIGNET_JSON_MAX_DEPTH 64

gboolean signet_json_check (const char *data, gsize length, GError **error);
gboolean signet_json_check_up_to (const char *data, gsize length, gsize max_length, GError **error);

G_END_DECLS
