/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *signet_password_hash_make (const char *password, GError **error);
gboolean
signet_password_hash_check (const char *hash, const char *password, gboolean *matches, GError **error);

G_END_DECLS
