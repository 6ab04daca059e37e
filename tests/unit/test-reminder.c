/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-reminder.h"

#include <stdio.h>

/* At which step a date is, against dates worked out by hand: months that end early, leap days, the day before
 * and the day after each change. */

typedef struct
{
  const char *date;
  gboolean grace;
  const char *today;
  const char *step; /* "" for none */
  const char *next; /* "" for none */
} Vector;

static const Vector vectors[] = {
  /* far away, and each change */
  { "2027-11-21", FALSE, "2026-11-20", "", "2026-11-21" },
  { "2027-11-21", FALSE, "2026-11-21", "12m", "2027-05-21" },
  { "2027-11-21", FALSE, "2027-05-20", "12m", "2027-05-21" },
  { "2027-11-21", FALSE, "2027-05-21", "6m", "2027-08-21" },
  { "2027-11-21", FALSE, "2027-08-20", "6m", "2027-08-21" },
  { "2027-11-21", FALSE, "2027-08-21", "3m", "2027-10-21" },
  { "2027-11-21", FALSE, "2027-10-20", "3m", "2027-10-21" },
  { "2027-11-21", FALSE, "2027-10-21", "1m", "2027-11-21" },
  { "2027-11-21", FALSE, "2027-11-20", "1m", "2027-11-21" },
  { "2027-11-21", FALSE, "2027-11-21", "day", "2028-05-22" },
  { "2027-11-21", FALSE, "2027-11-22", "day", "2028-05-22" },
  { "2027-11-21", FALSE, "2028-05-21", "day", "2028-05-22" },
  { "2027-11-21", FALSE, "2028-05-22", "", "" },
  /* a trademark's six months of grace: the day itself is still its own step */
  { "2027-11-21", TRUE, "2027-11-20", "1m", "2027-11-21" },
  { "2027-11-21", TRUE, "2027-11-21", "day", "2027-11-22" },
  { "2027-11-21", TRUE, "2027-11-22", "grace", "2028-05-22" },
  { "2027-11-21", TRUE, "2028-05-21", "grace", "2028-05-22" },
  { "2027-11-21", TRUE, "2028-05-22", "", "" },
  { "2027-11-21", TRUE, "2030-01-01", "", "" },
  /* months that end early */
  { "2027-08-31", FALSE, "2027-02-27", "12m", "2027-02-28" },
  { "2027-08-31", FALSE, "2027-02-28", "6m", "2027-05-31" },
  { "2027-05-31", FALSE, "2027-02-27", "6m", "2027-02-28" },
  { "2027-05-31", FALSE, "2027-02-28", "3m", "2027-04-30" },
  { "2027-05-31", FALSE, "2027-04-30", "1m", "2027-05-31" },
  { "2026-08-31", TRUE, "2027-02-28", "grace", "2027-03-01" },
  { "2026-08-31", TRUE, "2027-03-01", "", "" },
  { "2026-12-31", FALSE, "2026-11-29", "3m", "2026-11-30" },
  { "2026-12-31", FALSE, "2026-11-30", "1m", "2026-12-31" },
  /* leap days */
  { "2028-02-29", FALSE, "2027-02-27", "", "2027-02-28" },
  { "2028-02-29", FALSE, "2027-02-28", "12m", "2027-08-29" },
  { "2028-02-29", FALSE, "2028-02-28", "1m", "2028-02-29" },
  { "2028-02-29", TRUE, "2028-02-29", "day", "2028-03-01" },
  { "2028-02-29", TRUE, "2028-08-29", "grace", "2028-08-30" },
  { "2028-03-31", FALSE, "2028-02-28", "3m", "2028-02-29" },
  { "2028-03-31", FALSE, "2028-02-29", "1m", "2028-03-31" },
  { "2027-08-31", TRUE, "2028-02-29", "grace", "2028-03-01" },
  { "2029-02-28", FALSE, "2028-02-28", "12m", "2028-08-28" },
};

static void
read_date (const char *text, GDate *date)
{
  guint year = 0;
  guint month = 0;
  guint day = 0;

  g_assert_cmpint (sscanf (text, "%u-%u-%u", &year, &month, &day), ==, 3);
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static void
test_vectors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      const Vector *vector = &vectors[i];
      GDate date;
      GDate today;
      GDate next;
      const char *step;

      read_date (vector->date, &date);
      read_date (vector->today, &today);
      step = signet_reminder_compute (&date, vector->grace, &today, &next);
      g_test_message ("%s on %s", vector->date, vector->today);
      g_assert_cmpstr (step != NULL ? step : "", ==, vector->step);
      g_assert_cmpint (g_date_valid (&next), ==, *vector->next != '\0');
      if (*vector->next != '\0')
        {
          GDate expected;

          read_date (vector->next, &expected);
          g_assert_cmpint (g_date_compare (&next, &expected), ==, 0);
        }
    }
}

/* Day by day over two years: the answer changes on the day that was told before, and on no other. */
static void
test_next (void)
{
  GDate date;
  GDate today;
  GDate next;
  const char *step;

  read_date ("2028-02-29", &date);
  for (gboolean grace = FALSE; grace <= TRUE; grace++)
    {
      guint changes = 0;

      read_date ("2027-01-01", &today);
      step = signet_reminder_compute (&date, grace, &today, &next);
      for (guint i = 0; i < 730; i++)
        {
          GDate told = next;
          const char *now;

          g_date_add_days (&today, 1);
          now = signet_reminder_compute (&date, grace, &today, &next);
          g_assert_cmpint (g_strcmp0 (now, step) != 0, ==,
                           g_date_valid (&told) && g_date_compare (&told, &today) == 0);
          changes += g_strcmp0 (now, step) != 0;
          step = now;
        }
      g_assert_cmpuint (changes, ==, grace ? 7 : 6);
    }
}

static void
test_put_off (void)
{
  static const struct
  {
    const char *date;
    const char *today;
    const char *from;
    const char *to;
  } days[] = {
    { "2027-03-31", "2026-11-22", "2026-11-23", "2027-03-31" },
    { "2026-11-23", "2026-11-22", "2026-11-23", "2026-11-23" },
    { "2026-11-22", "2026-11-22", "2026-11-23", "2027-05-22" },
    { "2026-08-31", "2026-11-22", "2026-11-23", "2027-02-28" },
    { "2026-05-22", "2026-11-22", "2026-11-23", "2026-11-23" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GDate date, today, from, to, expected;

      read_date (days[i].date, &date);
      read_date (days[i].today, &today);
      signet_reminder_find_put_off (&date, &today, &from, &to);
      read_date (days[i].from, &expected);
      g_assert_cmpint (g_date_compare (&from, &expected), ==, 0);
      read_date (days[i].to, &expected);
      g_assert_cmpint (g_date_compare (&to, &expected), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/vectors", test_vectors);
  g_test_add_func ("/reminder/next", test_next);
  g_test_add_func ("/reminder/put-off", test_put_off);
  return g_test_run ();
}
