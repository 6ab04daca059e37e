/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* µs to wait after the @failures-th failure in a row (1 = first). */
gint64 signet_backoff_delay (guint failures, gint64 base, gint64 cap, guint retry_after);

G_END_DECLS
