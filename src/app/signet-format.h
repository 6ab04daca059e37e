/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *signet_format_date (GDateTime *when);
char *signet_format_date_text (const char *iso_date);
char *signet_format_day (GDateTime *when, GDateTime *now);
char *signet_format_day_and_time (gint64 at, gint64 now);
char *signet_format_weekday (GDateTime *when);
char *signet_format_unbroken (const char *text);
char *signet_format_time (gint64 at);
char *signet_format_time_there (const char *iso_time);
char *signet_format_ago (gint64 at, gint64 now);
char *signet_format_number (guint64 number);
char *signet_format_size (guint64 bytes);
char *signet_format_digest (const char *sha256);
char *signet_format_countdown (guint seconds);
char *signet_format_duration (guint seconds);
gint64 signet_format_parse_time (const char *iso_time);
char *signet_format_time_text (const char *iso_time, gint64 now);
char *signet_format_day_of (const char *iso_time, gint64 now);
char *signet_format_brief_day_of (const char *iso_time, gint64 now);

G_END_DECLS
