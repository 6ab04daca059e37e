/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What runs out. */
#define SIGNET_REMINDER_RIGHT "right"
#define SIGNET_REMINDER_LICENCE "licence" /* under which a right is held */
#define SIGNET_REMINDER_ANNUITY "annuity" /* what of a patent is paid */
#define SIGNET_REMINDER_AUTHORISATION "authorisation"
#define SIGNET_REMINDER_DOCUMENT "document" /* a party's identity document */

/* How near it is. */
#define SIGNET_REMINDER_STEP_12_MONTHS "12m"
#define SIGNET_REMINDER_STEP_6_MONTHS "6m"
#define SIGNET_REMINDER_STEP_3_MONTHS "3m"
#define SIGNET_REMINDER_STEP_1_MONTH "1m"
#define SIGNET_REMINDER_STEP_DAY "day"     /* the last day; without grace afterwards, too */
#define SIGNET_REMINDER_STEP_GRACE "grace" /* it is over, but may still be renewed */

const char *signet_reminder_compute (const GDate *date, gboolean grace, const GDate *today, GDate *next);
gboolean signet_reminder_is_near (const char *step);
void signet_reminder_find_put_off (const GDate *date, const GDate *today, GDate *from, GDate *to);

G_END_DECLS
