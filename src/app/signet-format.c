/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-format.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Dates, numbers, sizes and digests as the person's language writes them.
 *
 * Instants are microseconds UTC as the desk gives them and are shown in the machine's own time zone; days of
 * the law come as calendar days and are never shifted. Every function gives a new string.
 */

/**
 * signet_format_date:
 * @when: a day
 *
 * Returns: (transfer full): the day with its year ("27 March 2033")
 */
char *
signet_format_date (GDateTime *when)
{
  g_return_val_if_fail (when != NULL, NULL);

  /* Translators: a date with its year, in the format of g_date_time_format(). Chinese: %Y年%-m月%-d日 */
  return g_date_time_format (when, _ ("%-d %B %Y"));
}

/**
 * signet_format_date_text:
 * @iso_date: (nullable): a date as the person typed or the wire carries it, YYYY-MM-DD
 *
 * Returns: (transfer full): the date in words, or @iso_date as it is when it is no date
 */
char *
signet_format_date_text (const char *iso_date)
{
  g_autoptr (GDateTime) when = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = NULL;

  if (iso_date == NULL)
    return g_strdup ("");

  midnight = g_strconcat (iso_date, "T00:00:00", NULL);
  when = g_date_time_new_from_iso8601 (midnight, utc);
  if (when == NULL)
    return g_strdup (iso_date);

  return signet_format_date (when);
}

/**
 * signet_format_day:
 * @when: a day
 * @now: today
 *
 * Returns: (transfer full): the day, with its year only when that isn't this year
 */
char *
signet_format_day (GDateTime *when, GDateTime *now)
{
  g_return_val_if_fail (when != NULL && now != NULL, NULL);

  if (g_date_time_get_year (when) != g_date_time_get_year (now))
    return signet_format_date (when);

  /* Translators: a date of this year, in the format of g_date_time_format(). Chinese: %-m月%-d日 */
  return g_date_time_format (when, _ ("%-d %B"));
}

/**
 * signet_format_day_and_time:
 * @at: an instant, µs UTC
 * @now: the present, µs UTC
 *
 * Returns: (transfer full): day and time of day ("4 September, 16:20")
 */
char *
signet_format_day_and_time (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) utc_now = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) when = g_date_time_to_local (utc);
  g_autoptr (GDateTime) today = g_date_time_to_local (utc_now);
  g_autofree char *day = signet_format_day (when, today);
  g_autofree char *time = signet_format_time (at);

  /* Translators: a day and a time of that day, "4 September, 16:20". Chinese: %s %s */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

/**
 * signet_format_weekday:
 * @when: a day
 *
 * Returns: (transfer full): the day with the day of the week ("Sunday, 27 September")
 */
char *
signet_format_weekday (GDateTime *when)
{
  g_return_val_if_fail (when != NULL, NULL);

  /* Translators: a date with the day of the week, in the format of g_date_time_format(). Chinese:
   * %-m月%-d日，%A
   */
  return g_date_time_format (when, _ ("%A, %-d %B"));
}

/**
 * signet_format_time:
 * @at: an instant, µs UTC
 *
 * Returns: (transfer full): its time of day here
 */
char *
signet_format_time (gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) when = g_date_time_to_local (utc);

  /* Translators: time of day, in the format of g_date_time_format() */
  return g_date_time_format (when, _ ("%H:%M"));
}

/**
 * signet_format_time_there:
 * @iso_time: an instant of the wire, RFC 3339
 *
 * Returns: (transfer full): the time of day of the place where it was written, by the offset it carries;
 * @iso_time as it is if it is no instant
 */
char *
signet_format_time_there (const char *iso_time)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (iso_time, NULL);

  /* Translators: time of day, in the format of g_date_time_format() */
  return when != NULL ? g_date_time_format (when, _ ("%H:%M")) : g_strdup (iso_time);
}

/**
 * signet_format_unbroken:
 * @text: a date or a number in the middle of a longer text
 *
 * Returns: (transfer full): the same to read, but no line ends in it: with no-break spaces, and word joiners
 * elsewhere, as a line may end after every Chinese character (Unicode Standard Annex #14)
 */
char *
signet_format_unbroken (const char *text)
{
  GString *unbroken;

  g_return_val_if_fail (text != NULL, NULL);

  unbroken = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_utf8_get_char (at) == ' ')
        {
          g_string_append (unbroken, "\u00a0");
          continue;
        }
      if (at > text && at[-1] != ' ' && ((at[-1] & 0x80) != 0 || (*at & 0x80) != 0))
        g_string_append (unbroken, "\u2060");
      g_string_append_unichar (unbroken, g_utf8_get_char (at));
    }

  return g_string_free (unbroken, FALSE);
}

/**
 * signet_format_ago:
 * @at: an instant, µs UTC
 * @now: the present, µs UTC
 *
 * Returns: (transfer full): how long ago it was, from "just now" to the day, in the middle of a sentence
 */
char *
signet_format_ago (gint64 at, gint64 now)
{
  gint64 minutes = (now - at) / (60 * G_USEC_PER_SEC);

  if (minutes < 1)
    /* Translators: goes into "Synced %s" */
    return g_strdup (C_ ("time", "just now"));

  if (minutes < 60)
    /* Translators: goes into "Synced %s" */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u minute ago", "%u minutes ago", (gulong) minutes), (guint) minutes);

  if (minutes < 24 * 60)
    /* Translators: goes into "Synced %s" */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u hour ago", "%u hours ago", (gulong) (minutes / 60)),
        (guint) (minutes / 60));

  return signet_format_day_and_time (at, now);
}

/**
 * signet_format_number:
 * @number: a number
 *
 * Returns: (transfer full): the number with the locale's grouping
 */
char *
signet_format_number (guint64 number)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, number);
}

/**
 * signet_format_size:
 * @bytes: size of a file
 *
 * Returns: (transfer full): the size in words
 */
char *
signet_format_size (guint64 bytes)
{
  return g_format_size (bytes);
}

/**
 * signet_format_digest:
 * @sha256: a digest in hexadecimal
 *
 * Returns: (transfer full): its two first groups of four and its last one, "9f2c 41b7 … a71e"
 */
char *
signet_format_digest (const char *sha256)
{
  gsize length;

  g_return_val_if_fail (sha256 != NULL, NULL);

  length = strlen (sha256);
  if (length < 16)
    return g_strdup (sha256);

  return g_strdup_printf ("%.4s %.4s … %s", sha256, sha256 + 4, sha256 + length - 4);
}

/**
 * signet_format_countdown:
 * @seconds: what is left
 *
 * Returns: (transfer full): minutes and seconds ("3:48")
 */
char *
signet_format_countdown (guint seconds)
{
  return g_strdup_printf ("%u:%02u", seconds / 60, seconds % 60);
}

/**
 * signet_format_duration:
 * @seconds: how long one has to wait
 *
 * Returns: (transfer full): in whole minutes, rounded up ("15 minutes"), or in seconds under a minute
 */
char *
signet_format_duration (guint seconds)
{
  guint minutes = (seconds + 59) / 60;

  if (seconds < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u second", "%u seconds", seconds), seconds);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes), minutes);
}

/**
 * signet_format_parse_time:
 * @iso_time: (nullable): an instant of the wire, RFC 3339
 *
 * Returns: the instant, µs UTC; 0 if it is none
 */
gint64
signet_format_parse_time (const char *iso_time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) when = iso_time != NULL ? g_date_time_new_from_iso8601 (iso_time, utc) : NULL;

  return when != NULL ? g_date_time_to_unix (when) * G_USEC_PER_SEC : 0;
}

/**
 * signet_format_time_text:
 * @iso_time: (nullable): an instant of the wire
 * @now: the present, µs UTC
 *
 * Returns: (transfer full): day and time of day here; @iso_time as it is if it is no instant
 */
char *
signet_format_time_text (const char *iso_time, gint64 now)
{
  gint64 at = signet_format_parse_time (iso_time);

  return at != 0 ? signet_format_day_and_time (at, now) : g_strdup (iso_time != NULL ? iso_time : "");
}

static char *
format_day_here (const char *iso_time, gint64 now, gboolean brief)
{
  gint64 at = signet_format_parse_time (iso_time);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) utc_now = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) when = g_date_time_to_local (utc);
  g_autoptr (GDateTime) today = g_date_time_to_local (utc_now);

  if (at == 0)
    return g_strdup (iso_time != NULL ? iso_time : "");
  if (!brief)
    return signet_format_day (when, today);
  if (g_date_time_get_year (when) != g_date_time_get_year (today))
    /* Translators: a date with its year in a narrow column, in the format of g_date_time_format(). Chinese:
     * %Y-%m-%d */
    return g_date_time_format (when, _ ("%-d %b %Y"));

  /* Translators: a date of this year in a narrow column, in the format of g_date_time_format(). Chinese:
   * %-m月%-d日 */
  return g_date_time_format (when, _ ("%-d %b"));
}

/**
 * signet_format_day_of:
 * @iso_time: (nullable): an instant of the wire
 * @now: the present, µs UTC
 *
 * Returns: (transfer full): the day it is here ("4 September"); @iso_time as it is if it is no instant
 */
char *
signet_format_day_of (const char *iso_time, gint64 now)
{
  return format_day_here (iso_time, now, FALSE);
}

/**
 * signet_format_brief_day_of:
 * @iso_time: (nullable): an instant of the wire
 * @now: the present, µs UTC
 *
 * Returns: (transfer full): the day it is here, for a narrow column ("4 Sep")
 */
char *
signet_format_brief_day_of (const char *iso_time, gint64 now)
{
  return format_day_here (iso_time, now, TRUE);
}
