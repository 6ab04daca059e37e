/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_CHANGE (signet_change_get_type ())
G_DECLARE_FINAL_TYPE (SignetChange, signet_change, SIGNET, CHANGE, GObject)

SignetChange *
signet_change_new (const char *cursor, const char *at, const char *kind, const char *id, JsonNode *resource);

const char *signet_change_get_cursor (SignetChange *self);
const char *signet_change_get_at (SignetChange *self);
const char *signet_change_get_kind (SignetChange *self);
const char *signet_change_get_id (SignetChange *self);
JsonNode *signet_change_get_resource (SignetChange *self);

GPtrArray *signet_change_list_from_node (JsonNode *node, char **cursor, guint *n_unreadable, GError **error);
JsonNode *signet_change_list_to_node (GPtrArray *changes, const char *cursor);

G_END_DECLS
