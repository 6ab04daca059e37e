/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-backoff.h"
#include "remote/signet-pace.h"

#define SECOND G_TIME_SPAN_SECOND
#define NOW (1000 * SECOND)

static gint64
wait_after (const char *rate_limit, guint retry_after)
{
  SignetPace pace = { 0 };

  signet_pace_note (&pace, rate_limit, retry_after, NOW);
  return signet_pace_take (&pace, G_MAXINT64, NOW);
}

static void
test_plenty (void)
{
  g_assert_cmpint (wait_after (NULL, 0), ==, 0);
  g_assert_cmpint (wait_after ("\"default\";r=50;t=30", 0), ==, 0);
  g_assert_cmpint (wait_after ("\"default\";r=10;t=30", 0), ==, 0);
  g_assert_cmpint (wait_after ("\"default\";r=0", 0), ==, 0);
  g_assert_cmpint (wait_after ("nonsense", 0), ==, 0);
  g_assert_cmpint (wait_after ("\"default\";r=-1;t=30", 0), ==, 0);
  g_assert_cmpint (wait_after ("\"default\";r=99999999999999999999;t=1", 0), ==, 0);
}

/* The last few are spread over what is left of the window. */
static void
test_few (void)
{
  g_assert_cmpint (wait_after ("\"default\";r=0;t=30", 0), ==, 30 * SECOND);
  g_assert_cmpint (wait_after ("\"default\"; r=2; t=30", 0), ==, 10 * SECOND);
  g_assert_cmpint (wait_after ("\"default\";r=50;t=30, \"day\";r=4;t=100", 0), ==, 20 * SECOND);
  g_assert_cmpint (wait_after ("\"default\";r=0;t=999999", 0), ==, 3600 * SECOND);
  g_assert_cmpint (wait_after (NULL, 7), ==, 7 * SECOND);
  g_assert_cmpint (wait_after ("\"default\";r=2;t=30", 7), ==, 10 * SECOND);
}

/* A code that was tried too often must wait; nobody else must. */
static void
test_other (void)
{
  g_assert_cmpint (wait_after ("\"default\";r=50;t=30", 900), ==, 0);
  g_assert_cmpint (wait_after ("\"default\";r=0;t=30", 900), ==, 900 * SECOND);
  g_assert_cmpint (wait_after ("\"default\";r=50;t=30, \"day\";r=0;t=100", 900), ==, 900 * SECOND);
  g_assert_cmpint (wait_after ("\"day\";r=0;t=100, \"default\";r=50;t=30", 900), ==, 900 * SECOND);
  g_assert_cmpint (wait_after ("nonsense", 900), ==, 900 * SECOND);
}

/* Each has a place of its own in the row; who doesn't want to wait so long takes none. */
static void
test_row (void)
{
  SignetPace pace = { 0 };

  signet_pace_note (&pace, "\"default\";r=2;t=30", 0, NOW);
  g_assert_cmpint (signet_pace_take (&pace, G_MAXINT64, NOW), ==, 10 * SECOND);
  g_assert_cmpint (signet_pace_take (&pace, 15 * SECOND, NOW), ==, 20 * SECOND);
  g_assert_cmpint (signet_pace_take (&pace, 25 * SECOND, NOW), ==, 20 * SECOND);
  g_assert_cmpint (signet_pace_take (&pace, G_MAXINT64, NOW), ==, 30 * SECOND);
  /* There are plenty again: no more steps, but the places given out stay. */
  signet_pace_note (&pace, "\"default\";r=50;t=30", 0, NOW + 40 * SECOND);
  g_assert_cmpint (signet_pace_take (&pace, G_MAXINT64, NOW + 40 * SECOND), ==, 0);
  g_assert_cmpint (signet_pace_take (&pace, G_MAXINT64, NOW + 40 * SECOND), ==, 0);
}

static void
test_backoff (void)
{
  for (guint failures = 1; failures < 100; failures++)
    {
      gint64 widest = failures > 10 ? 60 * SECOND : MIN (60 * SECOND, SECOND << (failures - 1));
      gint64 least = G_MAXINT64, most = 0;

      for (guint i = 0; i < 200; i++)
        {
          gint64 delay = signet_backoff_delay (failures, SECOND, 60 * SECOND, 0);

          least = MIN (least, delay);
          most = MAX (most, delay);
        }
      g_assert_cmpint (least, >=, 0);
      g_assert_cmpint (most, <=, widest);
      /* Spread over all of it: of 200 throws one is in the lowest quarter and one in the highest. */
      g_assert_cmpint (least, <, widest / 4);
      g_assert_cmpint (most, >, widest / 4 * 3);
    }
  g_assert_cmpint (signet_backoff_delay (1, SECOND, 60 * SECOND, 90), >=, 90 * SECOND);
  g_assert_cmpint (signet_backoff_delay (1, SECOND, 60 * SECOND, 90), <=, 91 * SECOND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pace/plenty", test_plenty);
  g_test_add_func ("/pace/few", test_few);
  g_test_add_func ("/pace/other", test_other);
  g_test_add_func ("/pace/row", test_row);
  g_test_add_func ("/pace/backoff", test_backoff);
  return g_test_run ();
}
