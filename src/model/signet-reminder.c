/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-reminder.h"

#include "model/signet-right-term.h"

/* How near a date is, in the steps at which a person is reminded of it. Pure functions; any thread. */

/* Months before the last day at which each step begins, the farthest first. */
static const struct
{
  guint months;
  const char *step;
} steps[] = {
  { 12, SIGNET_REMINDER_STEP_12_MONTHS }, { 6, SIGNET_REMINDER_STEP_6_MONTHS },
  { 3, SIGNET_REMINDER_STEP_3_MONTHS },   { 1, SIGNET_REMINDER_STEP_1_MONTH },
  { 0, SIGNET_REMINDER_STEP_DAY },
};

/* In a month without such a day, its last (Civil Code 202). */
static void
months_before (const GDate *date, guint months, GDate *result)
{
  *result = *date;
  g_date_subtract_months (result, months);
}

/**
 * signet_reminder_compute:
 * @date: the last day of what runs out
 * @grace: whether it may still be renewed for six months afterwards, as a trademark may
 * @today: the day it is in Asia/Shanghai
 * @next: (out caller-allocates) (optional): the first day after @today on which the answer is another one;
 * not a valid date if there is none
 *
 * Says at which of the steps a date is: 12, 6, 3 and 1 months before, the day itself, and what comes after. A
 * period of months ends on the day of that number, or on the month's last (Civil Code 202).
 *
 * Returns: (nullable): a SIGNET_REMINDER_STEP_…; %NULL while it is far away, and once it is long over
 */
const char *
signet_reminder_compute (const GDate *date, gboolean grace, const GDate *today, GDate *next)
{
  const char *step = NULL;
  GDate change = *date;

  g_return_val_if_fail (g_date_valid (date), NULL);
  g_return_val_if_fail (g_date_valid (today), NULL);

  /* From the end backwards: the first step that has begun is the answer, the one before it comes next. What
   * isn't a trademark stays in view as long as one. */
  g_date_add_months (&change, SIGNET_RIGHT_GRACE_MONTHS);
  g_date_add_days (&change, 1);
  if (next != NULL)
    g_date_clear (next, 1);
  if (g_date_compare (today, &change) >= 0)
    return NULL;
  if (next != NULL)
    *next = change;

  change = *date;
  g_date_add_days (&change, 1);
  if (grace && g_date_compare (today, &change) >= 0)
    return SIGNET_REMINDER_STEP_GRACE;
  if (grace && next != NULL)
    *next = change;

  for (gsize i = G_N_ELEMENTS (steps); i > 0 && step == NULL; i--)
    {
      months_before (date, steps[i - 1].months, &change);
      if (g_date_compare (today, &change) >= 0)
        step = steps[i - 1].step;
      else if (next != NULL)
        *next = change;
    }
  return step;
}

/**
 * signet_reminder_is_near:
 * @step: a SIGNET_REMINDER_STEP_…
 *
 * Returns: whether it is time to do something: at most three months before, and afterwards
 */
gboolean
signet_reminder_is_near (const char *step)
{
  return !g_str_equal (step, SIGNET_REMINDER_STEP_12_MONTHS) &&
         !g_str_equal (step, SIGNET_REMINDER_STEP_6_MONTHS);
}

/**
 * signet_reminder_find_put_off:
 * @date: the last day of what runs out
 * @today: the day it is in Asia/Shanghai
 * @from: (out caller-allocates): the first day to which a reminder can be put off
 * @to: (out caller-allocates): the last such day, not before @from
 *
 * From tomorrow to the last day; once that has come, as long as it stays in view.
 */
void
signet_reminder_find_put_off (const GDate *date, const GDate *today, GDate *from, GDate *to)
{
  g_return_if_fail (g_date_valid (date));
  g_return_if_fail (g_date_valid (today));

  *from = *today;
  g_date_add_days (from, 1);
  *to = *date;
  if (g_date_compare (date, from) < 0)
    g_date_add_months (to, SIGNET_RIGHT_GRACE_MONTHS);
  if (g_date_compare (to, from) < 0)
    *to = *from;
}
