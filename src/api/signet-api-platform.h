/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-platform.h"

G_BEGIN_DECLS

SignetPlatform *signet_api_platform_from_node (JsonNode *node, GError **error);
JsonNode *signet_api_platform_to_node (SignetPlatform *self);

G_END_DECLS
