/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-clock.h"
#include "model/signet-date.h"
#include "model/signet-deadline.h"

/* Deadlines against dates counted by hand. The days are those the State Council announced, as far as
 * the rows reach. */

static const struct
{
  const char *from;
  const char *to;
  gboolean rest;
  const char *name;
} announced[] = {
  { "2024-02-04", "2024-02-04", FALSE, "春节" },   { "2024-02-10", "2024-02-17", TRUE, "春节" },
  { "2024-02-18", "2024-02-18", FALSE, "春节" },   { "2026-01-01", "2026-01-03", TRUE, "元旦" },
  { "2026-01-04", "2026-01-04", FALSE, "元旦" },   { "2026-02-14", "2026-02-14", FALSE, "春节" },
  { "2026-02-15", "2026-02-23", TRUE, "春节" },    { "2026-02-28", "2026-02-28", FALSE, "春节" },
  { "2026-04-04", "2026-04-06", TRUE, "清明节" },  { "2026-05-01", "2026-05-05", TRUE, "劳动节" },
  { "2026-05-09", "2026-05-09", FALSE, "劳动节" }, { "2026-06-19", "2026-06-21", TRUE, "端午节" },
  { "2026-09-20", "2026-09-20", FALSE, "国庆节" }, { "2026-09-25", "2026-09-27", TRUE, "中秋节" },
  { "2026-10-01", "2026-10-07", TRUE, "国庆节" },  { "2026-10-10", "2026-10-10", FALSE, "国庆节" },
};

static void
set_date (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  g_date_set_parse (date, text);
  g_assert_true (g_date_valid (date));
}

static void
assert_date (const GDate *date, const char *expected)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  g_assert_cmpstr (text, ==, expected);
}

static SignetCalendar *
make_calendar (void)
{
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (SignetCalendarDay));
  static const int years[] = { 2024, 2025, 2026 };

  for (gsize i = 0; i < G_N_ELEMENTS (announced); i++)
    {
      SignetCalendarDay day = { 0 };
      GDate to;

      set_date (&day.date, announced[i].from);
      set_date (&to, announced[i].to);
      day.rest = announced[i].rest;
      day.name = announced[i].name;
      for (; g_date_compare (&day.date, &to) <= 0; g_date_add_days (&day.date, 1))
        g_array_append_val (days, day);
    }

  return signet_calendar_new (years, G_N_ELEMENTS (years), (SignetCalendarDay *) (gpointer) days->data,
                              days->len);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *start;
    const char *raw;
    const char *rolled;
    const char *working;
    gboolean estimate;
    gboolean working_estimate;
  } rows[] = {
    { "2026-01-05", "2026-01-20", "2026-01-20", "2026-02-02", FALSE, FALSE },
    { "2026-02-06", "2026-02-21", "2026-02-24", "2026-03-12", FALSE, FALSE },
    { "2026-01-30", "2026-02-14", "2026-02-14", "2026-03-05", FALSE, FALSE },
    { "2025-12-20", "2026-01-04", "2026-01-04", "2026-01-19", FALSE, FALSE },
    { "2026-09-18", "2026-10-03", "2026-10-08", "2026-10-22", FALSE, FALSE },
    { "2026-12-18", "2027-01-02", "2027-01-04", "2027-01-15", TRUE, TRUE },
    /* a leap day; the last known day; a period that ends known beside one that doesn't */
    { "2024-02-14", "2024-02-29", "2024-02-29", "2024-03-14", FALSE, FALSE },
    { "2026-12-16", "2026-12-31", "2026-12-31", "2027-01-13", FALSE, TRUE },
    { "2026-12-17", "2027-01-01", "2027-01-01", "2027-01-14", TRUE, TRUE },
    { "2019-06-07", "2019-06-22", "2019-06-24", "2019-07-05", TRUE, TRUE },
  };
  g_autoptr (SignetCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SignetDeadline deadline;
      GDate start;
      GDate last;
      gboolean certain;

      g_test_message ("%s", rows[i].start);
      set_date (&start, rows[i].start);
      signet_deadline_count_days (calendar, &start, SIGNET_DEADLINE_ECL43_DAYS, &deadline);
      assert_date (&deadline.raw, rows[i].raw);
      assert_date (&deadline.rolled, rows[i].rolled);
      g_assert_cmpint (deadline.estimate, ==, rows[i].estimate);

      certain = signet_deadline_count_working_days (calendar, &start, SIGNET_DEADLINE_DELAYED_WORKING_DAYS,
                                                    &last);
      assert_date (&last, rows[i].working);
      g_assert_cmpint (!certain, ==, rows[i].working_estimate);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *date;
    gboolean working;
    const char *holiday;
  } rows[] = {
    { "2026-02-14", TRUE, NULL },
    { "2026-02-15", FALSE, "春节" },
    { "2026-02-24", TRUE, NULL },
    { "2026-01-04", TRUE, NULL },
    { "2026-03-07", FALSE, NULL },
    { "2026-10-01", FALSE, "国庆节" },
    { "2027-10-01", TRUE, NULL /* not announced */ },
  };
  g_autoptr (SignetCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate date;

      set_date (&date, rows[i].date);
      g_assert_cmpint (signet_calendar_is_working_day (calendar, &date), ==, rows[i].working);
      g_assert_cmpstr (signet_calendar_get_holiday (calendar, &date), ==, rows[i].holiday);
    }
  g_assert_true (signet_calendar_knows_year (calendar, 2026));
  g_assert_false (signet_calendar_knows_year (calendar, 2027));
}

/* A calendar that knows nothing counts weekends; one that knows no working day doesn't count for ever. */
static void
test_odd_calendars (void)
{
  g_autoptr (SignetCalendar) nothing = signet_calendar_new (NULL, 0, NULL, 0);
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (SignetCalendarDay));
  g_autoptr (SignetCalendar) rest = NULL;
  SignetCalendarDay day = { .rest = TRUE };
  SignetDeadline deadline;
  GDate start;
  GDate last;

  set_date (&start, "2026-10-01");
  signet_deadline_count_days (nothing, &start, 2, &deadline);
  assert_date (&deadline.rolled, "2026-10-05");
  g_assert_true (deadline.estimate);

  g_array_append_val (days, day); /* no valid date: left out */
  set_date (&day.date, "2026-01-01");
  for (int i = 0; i < 2000; i++, g_date_add_days (&day.date, 1))
    g_array_append_val (days, day);
  rest = signet_calendar_new (NULL, 0, (SignetCalendarDay *) (gpointer) days->data, days->len);
  signet_deadline_count_days (rest, &start, 2, &deadline);
  g_assert_false (signet_deadline_count_working_days (rest, &start, 20, &last));
  g_assert_cmpint (g_date_compare (&start, &last), <, 0);
}

/* 24:00 in Shanghai is the first moment that is the next day there. */
static void
test_end (void)
{
  GDate last;
  GDate date;
  gint64 end;

  set_date (&last, "2026-10-03");
  end = signet_deadline_get_end (&last);
  g_assert_cmpint (end, ==, G_GINT64_CONSTANT (1791043200) * G_USEC_PER_SEC); /* 2026-10-03T16:00:00Z */
  signet_clock_date_at (end - 1, &date);
  assert_date (&date, "2026-10-03");
  signet_clock_date_at (end, &date);
  assert_date (&date, "2026-10-04");
}

static void
test_date (void)
{
  static const char *const days[] = { "2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31" };
  static const char *const others[] = { "",
                                        "2026",
                                        "2026-11-2",
                                        "2026-1-022",
                                        " 2026-11-2",
                                        "2026-11-22 ",
                                        "2026/11/22",
                                        "2026-11-31",
                                        "2025-02-29",
                                        "0000-01-01",
                                        "2026-00-10",
                                        "+026-11-22",
                                        "2026-11-22T00:00:00Z",
                                        "２０２６-11-22" };
  GDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *again = NULL;

      g_assert_true (signet_date_read (days[i], &date));
      again = signet_date_to_text (&date);
      g_assert_cmpstr (again, ==, days[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (signet_date_read (others[i], &date));
  g_assert_false (signet_date_read (NULL, &date));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/date", test_date);
  g_test_add_func ("/model/deadline/rows", test_rows);
  g_test_add_func ("/model/deadline/days", test_days);
  g_test_add_func ("/model/deadline/odd-calendars", test_odd_calendars);
  g_test_add_func ("/model/deadline/end", test_end);

  return g_test_run ();
}
