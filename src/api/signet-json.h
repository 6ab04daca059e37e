/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "api/signet-api-error.h"
#include "api/signet-json-scan.h"

G_BEGIN_DECLS

JsonNode *signet_json_parse (GBytes *bytes, GError **error);
JsonNode *signet_json_parse_up_to (GBytes *bytes, gsize max_length, GError **error);
GBytes *signet_json_to_bytes (JsonNode *root);

JsonNode *signet_json_find (JsonNode *root, const char *pointer);
JsonNode *signet_json_find_checked (JsonNode *root, const char *pointer, GError **error);

const char *signet_json_get_text (JsonNode *root, const char *pointer, GError **error);
gint64 signet_json_get_integer (JsonNode *root, const char *pointer, GError **error);
gboolean signet_json_get_boolean (JsonNode *root, const char *pointer, GError **error);
JsonArray *signet_json_get_array (JsonNode *root, const char *pointer, GError **error);
JsonObject *signet_json_get_object (JsonNode *root, const char *pointer, GError **error);

const char *signet_json_require_text (JsonNode *root, const char *pointer, GError **error);
void signet_json_set_mistyped (GError **error, const char *pointer, const char *wanted);

char *signet_api_error_dup_pointer (const GError *error);

G_END_DECLS
