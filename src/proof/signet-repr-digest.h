/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *signet_repr_digest_format (const char *sha256, GError **error);
char *signet_repr_digest_parse (const char *header, GError **error);

G_END_DECLS
