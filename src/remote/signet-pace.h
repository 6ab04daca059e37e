/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For this room: how fast the platform wants to be asked, as its answers tell. */
typedef struct
{
  gint64 not_before; /* monotonic µs */
  gint64 step;       /* µs between two requests */
} SignetPace;

void signet_pace_note (SignetPace *self, const char *rate_limit, guint retry_after, gint64 now);
gint64 signet_pace_take (SignetPace *self, gint64 longest, gint64 now);

G_END_DECLS
