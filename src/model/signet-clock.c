/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-clock.h"

#include <time.h>

/**
 * SignetClock:
 *
 * What time it is. The desk owns one and hands it down, so that a test (and the practice platform, whose
 * clock can be moved forward) derives its own. The class itself tells the system's time. May be asked from
 * any thread.
 */

G_DEFINE_TYPE (SignetClock, signet_clock, G_TYPE_OBJECT)

/* All of mainland China has kept UTC+8 without summer time since 1992, and no deadline lies before that: no
 * need to depend on an installed time zone database. */
#define SHANGHAI_OFFSET (8 * G_TIME_SPAN_HOUR)

static gint64
system_now (SignetClock *self)
{
  return g_get_real_time ();
}

static gint64
system_monotonic (SignetClock *self)
{
  return signet_clock_boot_time ();
}

static void
signet_clock_class_init (SignetClockClass *klass)
{
  klass->now = system_now;
  klass->monotonic = system_monotonic;
}

static void
signet_clock_init (SignetClock *self)
{
}

/**
 * signet_clock_new_system:
 *
 * Returns: (transfer full): the system's clock
 */
SignetClock *
signet_clock_new_system (void)
{
  return g_object_new (SIGNET_TYPE_CLOCK, NULL);
}

/**
 * signet_clock_now:
 * @self: a clock
 *
 * Returns: microseconds since 1970-01-01T00:00:00Z
 */
gint64
signet_clock_now (SignetClock *self)
{
  g_return_val_if_fail (SIGNET_IS_CLOCK (self), 0);

  return SIGNET_CLOCK_GET_CLASS (self)->now (self);
}

/**
 * signet_clock_monotonic:
 * @self: a clock
 *
 * Returns: microseconds that never run backwards, for spans and timeouts
 */
gint64
signet_clock_monotonic (SignetClock *self)
{
  g_return_val_if_fail (SIGNET_IS_CLOCK (self), 0);

  return SIGNET_CLOCK_GET_CLASS (self)->monotonic (self);
}

/**
 * signet_clock_boot_time:
 *
 * GLib's monotonic time stands still while the computer is suspended, so what was to end after ten minutes
 * would still be thought good after a night; the time of day can be set to anything.
 *
 * Returns: microseconds since the computer was started, those it slept through included
 */
gint64
signet_clock_boot_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec * G_TIME_SPAN_SECOND + now.tv_nsec / 1000;
}

/**
 * signet_clock_today:
 * @self: a clock
 * @today: (out caller-allocates): today in Asia/Shanghai, by which every deadline runs
 */
void
signet_clock_today (SignetClock *self, GDate *today)
{
  g_return_if_fail (SIGNET_IS_CLOCK (self));

  signet_clock_date_at (signet_clock_now (self), today);
}

/**
 * signet_clock_now_text:
 * @self: a clock
 *
 * Returns: (transfer full): the time as the wire has it (RFC 3339, UTC, whole seconds)
 */
char *
signet_clock_now_text (SignetClock *self)
{
  g_return_val_if_fail (SIGNET_IS_CLOCK (self), NULL);

  return signet_clock_text_at (signet_clock_now (self));
}

/**
 * signet_clock_date_at:
 * @time: microseconds since 1970-01-01T00:00:00Z, not before the epoch
 * @date: (out caller-allocates): the day it is then in Asia/Shanghai
 */
void
signet_clock_date_at (gint64 time, GDate *date)
{
  GDate epoch;

  /* up to the year 9999, as far as four digits go */
  g_return_if_fail (time >= 0 && time < G_GINT64_CONSTANT (253402300800) * G_USEC_PER_SEC);

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);
  *date = epoch;
  g_date_add_days (date, (guint) ((time + SHANGHAI_OFFSET) / G_TIME_SPAN_DAY));
}

/**
 * signet_clock_text_at:
 * @time: microseconds since 1970-01-01T00:00:00Z
 *
 * Returns: (transfer full): the time as the wire has it (RFC 3339, UTC, whole seconds)
 */
char *
signet_clock_text_at (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  g_return_val_if_fail (moment != NULL, NULL);

  return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
}
