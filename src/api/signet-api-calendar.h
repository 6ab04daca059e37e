/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-calendar.h"

G_BEGIN_DECLS

SignetCalendar *signet_api_calendar_from_nodes (JsonNode *const *nodes, gsize n_nodes, GError **error);

G_END_DECLS
