/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-clock.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_CLOCK (signet_practice_clock_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeClock, signet_practice_clock, SIGNET, PRACTICE_CLOCK, SignetClock)

SignetClock *signet_practice_clock_new (gint64 ahead);

gint64 signet_practice_clock_get_ahead (SignetPracticeClock *self);
void signet_practice_clock_advance (SignetPracticeClock *self, gint64 by);

gint64 signet_practice_clock_count_seconds (gint64 microseconds);
GDateTime *signet_practice_clock_read_time (const char *text);

G_END_DECLS
