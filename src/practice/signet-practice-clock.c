/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-clock.h"

/* The platform's clock: the machine's, and as far ahead of it as somebody moved it. It only moves forward.
 * Owned by the platform.
 */

#define RFC_3339 "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"

struct _SignetPracticeClock
{
  SignetClock parent_instance;

  gint64 ahead;
};

G_DEFINE_FINAL_TYPE (SignetPracticeClock, signet_practice_clock, SIGNET_TYPE_CLOCK)

static gint64
signet_practice_clock_now (SignetClock *clock)
{
  return g_get_real_time () + SIGNET_PRACTICE_CLOCK (clock)->ahead;
}

static gint64
signet_practice_clock_monotonic (SignetClock *clock)
{
  return g_get_monotonic_time ();
}

static void
signet_practice_clock_class_init (SignetPracticeClockClass *klass)
{
  SignetClockClass *clock_class = SIGNET_CLOCK_CLASS (klass);

  clock_class->now = signet_practice_clock_now;
  clock_class->monotonic = signet_practice_clock_monotonic;
}

static void
signet_practice_clock_init (SignetPracticeClock *self)
{
}

/**
 * signet_practice_clock_new:
 * @ahead: microseconds ahead of the machine's clock
 *
 * Returns: (transfer full): a clock
 */
SignetClock *
signet_practice_clock_new (gint64 ahead)
{
  SignetPracticeClock *self = g_object_new (SIGNET_TYPE_PRACTICE_CLOCK, NULL);

  self->ahead = ahead;
  return SIGNET_CLOCK (self);
}

/**
 * signet_practice_clock_get_ahead:
 * @self: a clock
 *
 * Returns: microseconds ahead of the machine's clock
 */
gint64
signet_practice_clock_get_ahead (SignetPracticeClock *self)
{
  return self->ahead;
}

/**
 * signet_practice_clock_advance:
 * @self: a clock
 * @by: microseconds, not negative
 *
 * Moves the clock forward.
 */
void
signet_practice_clock_advance (SignetPracticeClock *self, gint64 by)
{
  g_return_if_fail (by >= 0);

  self->ahead += by;
}

/**
 * signet_practice_clock_count_seconds:
 * @microseconds: a span
 *
 * Returns: the whole seconds after which it is over, 0 if it is already
 */
gint64
signet_practice_clock_count_seconds (gint64 microseconds)
{
  return MAX (0, (microseconds + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

/**
 * signet_practice_clock_read_time:
 * @text: what a client sent
 *
 * Reads a time of RFC 3339 with its offset. GLib reads more of ISO 8601 than that: weeks, days of the year,
 * no hyphens, no offset, any number of decimals.
 *
 * Returns: (transfer full) (nullable): the time, %NULL if it isn't one
 */
GDateTime *
signet_practice_clock_read_time (const char *text)
{
  return g_regex_match_simple (RFC_3339, text, G_REGEX_DOLLAR_ENDONLY, 0)
             ? g_date_time_new_from_iso8601 (text, NULL)
             : NULL;
}
