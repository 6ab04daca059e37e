/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-pace.h"

#include <string.h>

/*
 * How fast the platform wants to be asked. Its RateLimit header (draft-ietf-httpapi-ratelimit-headers) says
 * how many requests are left until when; while there are plenty nothing is slowed down, the last few are
 * spread over the time that is left, so that the platform never has to say 429. A plain struct inside
 * SignetRemote.
 */

#define PLENTY 10
#define LONGEST_WINDOW 3600

/* The parameter @name of a structured-field item (RFC 8941), -1 if it isn't there. */
static gint64
find_param (const char *item, gsize length, const char *name)
{
  g_autofree char *text = g_strndup (item, length);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      guint64 value;

      if (g_str_has_prefix (part, name) && part[strlen (name)] == '=' &&
          g_ascii_string_to_unsigned (part + strlen (name) + 1, 10, 0, G_MAXINT, &value, NULL))
        return (gint64) value;
    }
  return -1;
}

/**
 * signet_pace_note:
 * @self: a pace
 * @rate_limit: (nullable): the RateLimit header of an answer
 * @retry_after: the seconds of its Retry-After, 0 if none
 * @now: monotonic µs
 *
 * Takes note of what an answer says. Of several policies the tightest counts. Where they say that there is
 * room, a Retry-After is about what was asked (a code tried too often, say), and only who asked waits.
 */
void
signet_pace_note (SignetPace *self, const char *rate_limit, guint retry_after, gint64 now)
{
  gboolean room = FALSE; /* the platform would take more of other requests */

  if (rate_limit != NULL)
    self->step = 0;
  for (const char *item = rate_limit; item != NULL;)
    {
      const char *comma = strchr (item, ',');
      gsize length = comma != NULL ? (gsize) (comma - item) : strlen (item);
      gint64 left = find_param (item, length, "r");
      gint64 window = find_param (item, length, "t");

      if (left >= 0)
        room = item == rate_limit ? left > 0 : room && left > 0;
      if (left >= 0 && left < PLENTY && window > 0)
        {
          gint64 step = MIN (window, LONGEST_WINDOW) * G_TIME_SPAN_SECOND / (left + 1);

          self->step = MAX (self->step, step);
        }
      item = comma != NULL ? comma + 1 : NULL;
    }
  if (self->step > 0)
    self->not_before = MAX (self->not_before, now + self->step);
  if (retry_after > 0 && !room)
    self->not_before = MAX (self->not_before, now + retry_after * G_TIME_SPAN_SECOND);
}

/**
 * signet_pace_take:
 * @self: a pace
 * @longest: µs the caller is willing to wait
 * @now: monotonic µs
 *
 * Takes the next place in the row, unless that is further away than @longest.
 *
 * Returns: µs to wait before asking
 */
gint64
signet_pace_take (SignetPace *self, gint64 longest, gint64 now)
{
  gint64 at = MAX (self->not_before, now);

  if (at - now <= longest)
    self->not_before = at + self->step;
  return at - now;
}
