/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-deadline.h"

/*
 * Periods of law in mainland China. Pure functions; any thread. Days are days in Asia/Shanghai.
 *
 * Civil Code, article 201: a period counted in days begins on the day after the event. Article 203: if its
 * last day is a legal rest day the period ends on the day after the rest, at 24:00. A platform may count the
 * fifteen days of E-Commerce Law 43 without article 203, so the day as counted is the safe one and both are
 * told.
 */

/* The longest rest announced so far has nine days; a calendar that knows no working day at all is wrong. */
#define LONGEST_REST 60

/* Whether @date lies in a year whose days are announced. */
static gboolean
is_known (SignetCalendar *calendar, const GDate *date)
{
  return signet_calendar_knows_year (calendar, g_date_get_year (date));
}

/**
 * signet_deadline_count_days:
 * @calendar: the working days
 * @start: day 0, on which the declaration was delivered
 * @days: length of the period in days, 15 by E-Commerce Law 43
 * @deadline: (out caller-allocates): when the period ends
 *
 * Counts a period of days (Civil Code 201, 203).
 */
void
signet_deadline_count_days (SignetCalendar *calendar, const GDate *start, int days, SignetDeadline *deadline)
{
  g_return_if_fail (SIGNET_IS_CALENDAR (calendar));
  g_return_if_fail (start != NULL && g_date_valid (start));
  g_return_if_fail (days >= 0);
  g_return_if_fail (deadline != NULL);

  deadline->raw = *start;
  g_date_add_days (&deadline->raw, (guint) days);

  deadline->rolled = deadline->raw;
  deadline->estimate = !is_known (calendar, &deadline->rolled);
  for (int i = 0; i < LONGEST_REST && !signet_calendar_is_working_day (calendar, &deadline->rolled); i++)
    {
      g_date_add_days (&deadline->rolled, 1);
      deadline->estimate |= !is_known (calendar, &deadline->rolled);
    }
}

/**
 * signet_deadline_count_working_days:
 * @calendar: the working days
 * @start: day 0
 * @days: length of the period in working days, 20 by SPC reply [2020] 9
 * @last: (out caller-allocates): the last working day of the period
 *
 * Counts a period of working days. The one of twenty is a ceiling for holders who are kept by a cause outside
 * their control, such as notarisation or legalisation, and is told only after such a cause was recorded.
 *
 * Returns: whether @last is certain; %FALSE if it rests on a year not announced yet
 */
gboolean
signet_deadline_count_working_days (SignetCalendar *calendar, const GDate *start, int days, GDate *last)
{
  gboolean certain = TRUE;
  int rest = 0;

  g_return_val_if_fail (SIGNET_IS_CALENDAR (calendar), FALSE);
  g_return_val_if_fail (start != NULL && g_date_valid (start), FALSE);
  g_return_val_if_fail (days >= 0, FALSE);
  g_return_val_if_fail (last != NULL, FALSE);

  *last = *start;
  while (days > 0)
    {
      g_date_add_days (last, 1);
      certain &= is_known (calendar, last);
      if (signet_calendar_is_working_day (calendar, last) || rest >= LONGEST_REST)
        {
          days--;
          rest = 0;
        }
      else
        rest++;
    }

  return certain;
}

/**
 * signet_deadline_get_end:
 * @last: the last day of a period
 *
 * The moment a period ends: 24:00 in Asia/Shanghai, which has had no summer time since 1991 (Civil Code 203).
 * A receiver with business hours may stop earlier.
 *
 * Returns: microseconds since 1970-01-01T00:00:00Z
 */
gint64
signet_deadline_get_end (const GDate *last)
{
  GDate epoch;

  g_return_val_if_fail (last != NULL && g_date_valid (last), 0);

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);

  return ((gint64) g_date_days_between (&epoch, last) * 24 + 24 - 8) * G_TIME_SPAN_HOUR;
}
