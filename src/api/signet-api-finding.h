/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-finding.h"

G_BEGIN_DECLS

SignetFinding *signet_api_finding_from_node (JsonNode *node, GError **error);
JsonNode *signet_api_finding_to_node (SignetFinding *self);

GVariant *signet_api_params_from_node (JsonNode *node, const char *pointer, GError **error);
JsonNode *signet_api_params_to_node (GVariant *params);

G_END_DECLS
