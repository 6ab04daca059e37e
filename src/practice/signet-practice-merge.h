/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *signet_practice_merge (JsonObject *target, JsonObject *patch, GPtrArray *changed);
GPtrArray *signet_practice_merge_list_closed_slots (JsonArray *before, JsonArray *after, JsonArray *findings);
gboolean signet_practice_merge_may_change (const char *pointer, JsonArray *findings);

G_END_DECLS
