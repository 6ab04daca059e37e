/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *signet_practice_sniff_type (const guint8 *data, gsize size);
gboolean signet_practice_sniff_encryption (const guint8 *data, gsize size);

G_END_DECLS
