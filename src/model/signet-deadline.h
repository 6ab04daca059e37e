/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-calendar.h"

G_BEGIN_DECLS

#define SIGNET_DEADLINE_ECL43_DAYS 15
#define SIGNET_DEADLINE_DELAYED_WORKING_DAYS 20

/**
 * SignetDeadline:
 * @raw: the last day of the period as counted: the safe date, shown first
 * @rolled: the day the period ends on if its last day is a rest day; else @raw
 * @estimate: whether @rolled rests on a year not announced yet
 *
 * When a period counted in days ends.
 */
typedef struct
{
  GDate raw;
  GDate rolled;
  gboolean estimate;
} SignetDeadline;

void
signet_deadline_count_days (SignetCalendar *calendar, const GDate *start, int days, SignetDeadline *deadline);
gboolean
signet_deadline_count_working_days (SignetCalendar *calendar, const GDate *start, int days, GDate *last);
gint64 signet_deadline_get_end (const GDate *last);

G_END_DECLS
