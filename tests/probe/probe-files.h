/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-calendar.h"
#include "model/signet-platform.h"

G_BEGIN_DECLS

SignetPlatform *probe_read_rules (const char *name, GError **error);
SignetCalendar *probe_read_calendar (GError **error);

G_END_DECLS
