/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-deadline.h"
#include "probe-files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* probe-deadline [DATE…]: day 0 of a period, as arguments or a line each on stdin. Per date, tab-separated:
 * "RAW ROLLED WD20 exact" or "… estimate" if any of the three rests on a year not announced yet. */

static gboolean
parse_date (const char *text, GDate *date)
{
  unsigned int year, month, day;
  char rest;

  if (strlen (text) != strlen ("2026-01-05") ||
      sscanf (text, "%4u-%2u-%2u%c", &year, &month, &day, &rest) != 3 || year == 0 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static void
print_date (const GDate *date, char after)
{
  printf ("%04d-%02d-%02d%c", g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date),
          after);
}

static gboolean
print_deadline (SignetCalendar *calendar, const char *text)
{
  SignetDeadline deadline;
  GDate start;
  GDate last;
  gboolean certain;

  if (!parse_date (text, &start))
    {
      fprintf (stderr, "probe-deadline: '%s' is no date of the form YYYY-MM-DD\n", text);
      return FALSE;
    }

  signet_deadline_count_days (calendar, &start, SIGNET_DEADLINE_ECL43_DAYS, &deadline);
  certain = signet_deadline_count_working_days (calendar, &start, SIGNET_DEADLINE_DELAYED_WORKING_DAYS,
                                                &last);
  print_date (&deadline.raw, '\t');
  print_date (&deadline.rolled, '\t');
  print_date (&last, '\t');
  printf ("%s\n", deadline.estimate || !certain ? "estimate" : "exact");
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetCalendar) calendar = probe_read_calendar (&error);
  gboolean good = TRUE;
  char *line = NULL;
  size_t size = 0;

  if (calendar == NULL)
    {
      fprintf (stderr, "probe-deadline: %s\n", error->message);
      return 2;
    }

  for (int i = 1; i < argc; i++)
    good &= print_deadline (calendar, argv[i]);
  while (argc == 1 && getline (&line, &size, stdin) >= 0)
    good &= print_deadline (calendar, g_strstrip (line));
  free (line);

  return !good || fflush (stdout) != 0;
}
