/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_CLOCK (signet_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetClock, signet_clock, SIGNET, CLOCK, GObject)

/**
 * SignetClockClass:
 * @now: microseconds since 1970-01-01T00:00:00Z
 * @monotonic: microseconds that never run backwards, from no particular start, going on during suspend
 */
struct _SignetClockClass
{
  GObjectClass parent_class;

  gint64 (*now) (SignetClock *self);
  gint64 (*monotonic) (SignetClock *self);
};

SignetClock *signet_clock_new_system (void);

gint64 signet_clock_now (SignetClock *self);
gint64 signet_clock_monotonic (SignetClock *self);
void signet_clock_today (SignetClock *self, GDate *today);
char *signet_clock_now_text (SignetClock *self);

void signet_clock_date_at (gint64 time, GDate *date);
char *signet_clock_text_at (gint64 time);

/* What the system's clock has as monotonic. */
gint64 signet_clock_boot_time (void);

G_END_DECLS
