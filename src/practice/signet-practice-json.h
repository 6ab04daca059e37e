/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *signet_practice_json_print (JsonObject *object);
char *signet_practice_json_print_array (JsonArray *array);
JsonObject *signet_practice_json_read_object (const char *text);
JsonArray *signet_practice_json_read_array (const char *text);

JsonArray *signet_practice_json_from_findings (GPtrArray *findings);
char *signet_practice_json_print_findings (GPtrArray *findings);

void signet_practice_json_set_time (JsonObject *object, const char *name, gint64 at);
void signet_practice_json_set_array_text (JsonObject *object, const char *name, const char *text);
void signet_practice_json_add_members (JsonObject *object, JsonObject *from);
JsonObject *signet_practice_json_pick (JsonObject *object, const char *const *names);
const char *signet_practice_json_get_string (JsonObject *object, const char *name);
JsonObject *signet_practice_json_get_object (JsonObject *object, const char *name);
JsonArray *signet_practice_json_get_array (JsonObject *object, const char *name);
JsonObject *signet_practice_json_find (JsonArray *array, const char *name, const char *value);
gboolean signet_practice_json_has_string (JsonArray *array, const char *value);

G_END_DECLS
