/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TODAY_GROUP (signet_today_group_get_type ())
G_DECLARE_FINAL_TYPE (SignetTodayGroup, signet_today_group, SIGNET, TODAY_GROUP, GtkWidget)

void signet_today_group_fill (SignetTodayGroup *self, SignetDesk *desk, GObject *width_bin);

G_END_DECLS
