/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-clock.h"

/* A clock whose hands a test moves. For one file of a test. */

#define HAND_TYPE_CLOCK (hand_clock_get_type ())
G_DECLARE_FINAL_TYPE (HandClock, hand_clock, HAND, CLOCK, SignetClock)

struct _HandClock
{
  SignetClock parent_instance;

  gint64 now;
};

G_DEFINE_FINAL_TYPE (HandClock, hand_clock, SIGNET_TYPE_CLOCK)

static gint64
hand_clock_now (SignetClock *clock)
{
  return HAND_CLOCK (clock)->now;
}

static void
hand_clock_class_init (HandClockClass *klass)
{
  SIGNET_CLOCK_CLASS (klass)->now = hand_clock_now;
}

static void
hand_clock_init (HandClock *self)
{
}

/* A day and the time there, in Asia/Shanghai. */
static inline void
hand_clock_set (HandClock *self, int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) there = g_date_time_new_utc (year, month, day, hour, minute, 0);

  self->now = (g_date_time_to_unix (there) - 8 * 3600) * G_USEC_PER_SEC;
}
