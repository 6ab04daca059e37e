/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SignetCalendarDay:
 * @date: the day
 * @rest: whether it is a rest day; a day that isn't is a working day even on a weekend
 * @name: (nullable): the holiday it belongs to, in Chinese
 *
 * One day that is not what its weekday says, as the State Council's notice of a year lists it.
 */
typedef struct
{
  GDate date;
  gboolean rest;
  const char *name;
} SignetCalendarDay;

#define SIGNET_TYPE_CALENDAR (signet_calendar_get_type ())
G_DECLARE_FINAL_TYPE (SignetCalendar, signet_calendar, SIGNET, CALENDAR, GObject)

SignetCalendar *
signet_calendar_new (const int *years, gsize n_years, const SignetCalendarDay *days, gsize n_days);

gboolean signet_calendar_knows_year (SignetCalendar *self, int year);
gboolean signet_calendar_is_working_day (SignetCalendar *self, const GDate *date);
const char *signet_calendar_get_holiday (SignetCalendar *self, const GDate *date);

G_END_DECLS
