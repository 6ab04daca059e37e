/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-certification.h"
#include "model/signet-authorisation.h"

G_BEGIN_DECLS

GBytes *signet_api_authorisation_to_request (SignetAuthorisation *self,
                                             const char *principal_id,
                                             const char *agent_id,
                                             const char *follows_id,
                                             const char *const *right_ids);
SignetAuthorisation *signet_api_authorisation_from_request (JsonNode *node, GError **error);

JsonNode *signet_api_authorisation_to_answer (SignetAuthorisation *self, SignetCertification *certification);
SignetAuthorisation *
signet_api_authorisation_from_answer (JsonNode *node, SignetCertification **certification, GError **error);

GBytes *signet_api_authorisation_to_draft (SignetAuthorisation *self);
SignetAuthorisation *signet_api_authorisation_from_draft (GBytes *bytes, GError **error);

G_END_DECLS
