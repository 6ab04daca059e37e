/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "api/signet-mapping.h"
#include "model/signet-certification.h"

G_BEGIN_DECLS

extern const SignetMapping signet_certification_mapping;

SignetCertification *signet_api_certification_from_answer (JsonNode *node, GError **error);

/* For the room's own files. */
JsonNode *signet_certified_to_answer (const SignetMapping *mapping,
                                      gpointer subject,
                                      SignetCertification *certification);
gpointer signet_certified_from_answer (const SignetMapping *mapping,
                                       JsonNode *node,
                                       SignetCertification **certification,
                                       GError **error);

G_END_DECLS
