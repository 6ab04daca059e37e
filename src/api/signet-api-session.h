/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-session-row.h"

G_BEGIN_DECLS

SignetSessionRow *signet_api_session_from_answer (JsonNode *node, GError **error);
GPtrArray *signet_api_sessions_from_answer (JsonNode *node, GError **error);

G_END_DECLS
