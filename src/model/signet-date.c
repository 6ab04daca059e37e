/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-date.h"

#include <string.h>

/* Days between text and #GDate, in one way only: YYYY-MM-DD (RFC 3339, full-date), whatever the locale. Pure
 * functions; any thread. */

/**
 * signet_date_read:
 * @text: (nullable): a day, or anything else
 * @date: (out caller-allocates): the day; untouched if it is none
 *
 * What a person types is a day only once it is whole, and nothing may stand around it.
 *
 * Returns: whether @text is a day
 */
gboolean
signet_date_read (const char *text, GDate *date)
{
  static const char shape[] = "dddd-dd-dd";
  int year, month, day;

  if (text == NULL || strlen (text) != strlen (shape))
    return FALSE;
  for (gsize i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;

  year = (int) g_ascii_strtoll (text, NULL, 10);
  month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  day = (int) g_ascii_strtoll (text + 8, NULL, 10);
  if (year == 0 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * signet_date_to_text:
 * @date: a valid day
 *
 * Returns: (transfer full): the day as YYYY-MM-DD
 */
char *
signet_date_to_text (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}
