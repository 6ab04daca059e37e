/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-this-device.h"

/*
 * What a platform is told of this computer when somebody signs in, so that the person can recognise it on the
 * phone and among the sessions (RFC 10027 wants that shown before a code is approved). Nothing is looked up
 * anywhere: the place is that of the time zone. Pure functions.
 */

#define LONGEST 128

/** signet_this_device_name: Returns: (transfer full): what the computer is called, one line */
char *
signet_this_device_name (void)
{
  g_autofree char *name = g_utf8_make_valid (g_get_host_name (), -1);

  for (char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      *at = ' ';
  g_strstrip (name);
  return *name != '\0' ? g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), LONGEST))
                       : g_strdup ("Signet");
}

/** signet_this_device_place: Returns: (transfer full): where it is, as "Asia/Shanghai"; "" if it doesn't say
 */
char *
signet_this_device_place (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);

  return g_strdup (strchr (name, '/') != NULL && strlen (name) <= LONGEST && *name != '/' ? name : "");
}

/**
 * signet_this_device_time:
 * @clock: the time
 *
 * Returns: (transfer full): what the computer's clock shows, RFC 3339 with its own offset
 */
char *
signet_this_device_time (SignetClock *clock)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (signet_clock_now (clock) / G_TIME_SPAN_SECOND);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}
