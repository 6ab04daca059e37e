/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_BINDING (signet_binding_get_type ())
G_DECLARE_FINAL_TYPE (SignetBinding, signet_binding, SIGNET, BINDING, SignetRecord)

SignetBinding *signet_binding_new_from_node (JsonNode *node, GError **error);
JsonNode *signet_binding_to_node (SignetBinding *self);

const char *signet_binding_get_id (SignetBinding *self);
const char *signet_binding_get_kind (SignetBinding *self);
const char *signet_binding_get_value (SignetBinding *self);
const char *signet_binding_get_status (SignetBinding *self);
const char *signet_binding_get_expires_at (SignetBinding *self);
int signet_binding_get_resend_after (SignetBinding *self);

G_END_DECLS
