/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of this room only. */

typedef struct
{
  guint position; /* in the new array; everything before it is as in the new one already */
  guint removed;
  guint added;
} SignetRowRange;

GArray *signet_row_diff (GArray *before, GArray *after);

G_END_DECLS
