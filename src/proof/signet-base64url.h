/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *signet_base64url_encode (const void *data, gsize size);
GBytes *signet_base64url_decode (const char *text, gssize length, GError **error);

G_END_DECLS
