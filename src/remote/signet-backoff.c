/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-backoff.h"

/*
 * How long to wait before the next try. Pure function but for the dice.
 */

/**
 * signet_backoff_delay:
 * @failures: how many attempts have failed in a row, 1 after the first
 * @base: µs, the widest wait after the first failure
 * @cap: µs, the widest wait ever
 * @retry_after: seconds the platform asked for, 0 if it didn't
 *
 * Exponential back-off with full jitter: a uniformly random time between nothing and
 * min (@cap, @base × 2^(@failures − 1)), so that clients which failed together don't come back together. What
 * the platform asked for comes on top, never less.
 *
 * Returns: µs to wait
 */
gint64
signet_backoff_delay (guint failures, gint64 base, gint64 cap, guint retry_after)
{
  gint64 widest = base;

  for (guint i = 1; i < failures && widest < cap; i++)
    widest *= 2;
  widest = MIN (widest, cap);
  return (gint64) (g_random_double () * widest) + retry_after * G_TIME_SPAN_SECOND;
}
