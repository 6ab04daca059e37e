/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean signet_random_fill (void *buffer, gsize size, GError **error);
char *signet_random_token (gsize n_bytes, GError **error);
char *signet_random_uuid (GError **error);

G_END_DECLS
