/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-number.h"

#include <stdio.h>
#include <stdlib.h>

/* probe-validate KIND: checks a number a line from stdin. Per line, the worst first:
 * "ok NORMALISED", "warning CODE[,CODE]" or "error CODE[,CODE]". */

/* The day in Shanghai; the probe has no clock of its own to fix. */
static void
set_today (GDate *today)
{
  g_autoptr (GTimeZone) shanghai = g_time_zone_new_offset (8 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (shanghai);
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

int
main (int argc, char *argv[])
{
  SignetNumberKind kind;
  GDate today;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  if (argc != 2 || !signet_number_kind_from_string (argv[1], &kind))
    {
      fprintf (
          stderr,
          "usage: probe-validate resident-id|credit-code|patent-number|trademark-number|nice-class|phone|contact-phone|"
          "hong-kong-macau-permit|taiwan-permit|passport|work-number|software-number|residence-permit|permanent-resident-card|"
          "business-registration|person\n");
      return 2;
    }

  set_today (&today);
  while ((length = getline (&line, &size, stdin)) >= 0)
    {
      g_autoptr (SignetNumberCheck) check = NULL;
      g_autofree char *codes = NULL;

      if (length > 0 && line[length - 1] == '\n')
        line[--length] = '\0';
      /* A NUL isn't the end of the line: it is a character no number has. */
      for (ssize_t i = 0; i < length; i++)
        if (line[i] == '\0')
          line[i] = '?';
      check = signet_number_check_new (kind, line, &today);
      codes = signet_number_codes_to_string (check->errors != 0 ? check->errors : check->warnings);
      if (check->errors != 0)
        printf ("error %s\n", codes);
      else if (check->warnings != 0)
        printf ("warning %s\n", codes);
      else
        printf ("ok %s\n", check->normalised);
    }
  free (line);

  return ferror (stdin) || fflush (stdout) != 0 ? 1 : 0;
}
