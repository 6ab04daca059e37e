/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-certification.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

GBytes *signet_api_right_to_request (SignetRight *self, const char *const *holder_ids);
SignetRight *signet_api_right_from_request (JsonNode *node, GError **error);

JsonNode *signet_api_right_to_answer (SignetRight *self, SignetCertification *certification);
SignetRight *
signet_api_right_from_answer (JsonNode *node, SignetCertification **certification, GError **error);

GBytes *signet_api_right_to_draft (SignetRight *self);
SignetRight *signet_api_right_from_draft (GBytes *bytes, GError **error);

G_END_DECLS
