/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-certification.h"
#include "model/signet-party.h"

G_BEGIN_DECLS

GBytes *signet_api_party_to_request (SignetParty *self);
SignetParty *signet_api_party_from_request (JsonNode *node, GError **error);

JsonNode *signet_api_party_to_answer (SignetParty *self, SignetCertification *certification);
SignetParty *
signet_api_party_from_answer (JsonNode *node, SignetCertification **certification, GError **error);

GBytes *signet_api_party_to_draft (SignetParty *self);
SignetParty *signet_api_party_from_draft (GBytes *bytes, GError **error);

G_END_DECLS
