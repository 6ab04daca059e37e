/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-calendar.h"

/**
 * SignetCalendar:
 *
 * The working days of mainland China. The State Council announces each year's holidays, and the Saturdays and
 * Sundays worked instead, in the autumn before; of a year not announced only the weekends are known.
 * Immutable; may be read from any thread.
 */

struct _SignetCalendar
{
  GObject parent_instance;

  GHashTable *years;
  GHashTable *days; /* Julian day -> Day */
};

typedef struct
{
  gboolean rest;
  char *name;
} Day;

G_DEFINE_FINAL_TYPE (SignetCalendar, signet_calendar, G_TYPE_OBJECT)

static void
free_day (gpointer data)
{
  Day *day = data;

  g_free (day->name);
  g_free (day);
}

static gpointer
make_key (const GDate *date)
{
  return GUINT_TO_POINTER (g_date_get_julian (date));
}

static void
signet_calendar_finalize (GObject *object)
{
  SignetCalendar *self = SIGNET_CALENDAR (object);

  g_hash_table_unref (self->years);
  g_hash_table_unref (self->days);

  G_OBJECT_CLASS (signet_calendar_parent_class)->finalize (object);
}

static void
signet_calendar_class_init (SignetCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_calendar_finalize;
}

static void
signet_calendar_init (SignetCalendar *self)
{
  self->years = g_hash_table_new (NULL, NULL);
  self->days = g_hash_table_new_full (NULL, NULL, NULL, free_day);
}

/**
 * signet_calendar_new:
 * @years: (array length=n_years): the years whose days are announced
 * @n_years: how many
 * @days: (array length=n_days): the days that are not what their weekday says; the last of two for one day
 *   counts, invalid dates are left out
 * @n_days: how many
 *
 * Returns: (transfer full): a calendar
 */
SignetCalendar *
signet_calendar_new (const int *years, gsize n_years, const SignetCalendarDay *days, gsize n_days)
{
  SignetCalendar *self = g_object_new (SIGNET_TYPE_CALENDAR, NULL);

  for (gsize i = 0; i < n_years; i++)
    g_hash_table_add (self->years, GINT_TO_POINTER (years[i]));

  for (gsize i = 0; i < n_days; i++)
    {
      Day *day;

      if (!g_date_valid (&days[i].date))
        continue;
      day = g_new0 (Day, 1);
      day->rest = days[i].rest;
      day->name = g_strdup (days[i].name);
      g_hash_table_replace (self->days, make_key (&days[i].date), day);
    }

  return self;
}

/**
 * signet_calendar_knows_year:
 * @self: a calendar
 * @year: a year
 *
 * Returns: whether the days of @year are announced; what is said of the days of another is an estimate
 */
gboolean
signet_calendar_knows_year (SignetCalendar *self, int year)
{
  g_return_val_if_fail (SIGNET_IS_CALENDAR (self), FALSE);

  return g_hash_table_contains (self->years, GINT_TO_POINTER (year));
}

/**
 * signet_calendar_is_working_day:
 * @self: a calendar
 * @date: a day in Asia/Shanghai
 *
 * Returns: whether people work on @date: by announcement, else if it is no Saturday or Sunday
 */
gboolean
signet_calendar_is_working_day (SignetCalendar *self, const GDate *date)
{
  Day *day;

  g_return_val_if_fail (SIGNET_IS_CALENDAR (self), FALSE);
  g_return_val_if_fail (date != NULL && g_date_valid (date), FALSE);

  day = g_hash_table_lookup (self->days, make_key (date));
  if (day != NULL)
    return !day->rest;
  return g_date_get_weekday (date) < G_DATE_SATURDAY;
}

/**
 * signet_calendar_get_holiday:
 * @self: a calendar
 * @date: a day in Asia/Shanghai
 *
 * Returns: (nullable): the Chinese name of the holiday if @date is one of its rest days
 */
const char *
signet_calendar_get_holiday (SignetCalendar *self, const GDate *date)
{
  Day *day;

  g_return_val_if_fail (SIGNET_IS_CALENDAR (self), NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  day = g_hash_table_lookup (self->days, make_key (date));
  return day != NULL && day->rest ? day->name : NULL;
}
