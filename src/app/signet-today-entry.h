/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-tile-row.h"
#include "desk/signet-desk.h"
#include "model/signet-today-row.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TODAY_ENTRY (signet_today_entry_get_type ())
G_DECLARE_FINAL_TYPE (SignetTodayEntry, signet_today_entry, SIGNET, TODAY_ENTRY, SignetTileRow)

GtkWidget *signet_today_entry_new (SignetDesk *desk, SignetTodayRow *row);

G_END_DECLS
