/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-complaint.h"
#include "model/signet-item.h"

G_BEGIN_DECLS

GBytes *signet_api_complaint_to_request (SignetComplaint *self,
                                         const char *right_id,
                                         const char *principal_id,
                                         const char *authorisation_id);
SignetComplaint *signet_api_complaint_from_request (JsonNode *node, GError **error);

JsonNode *signet_api_complaint_to_answer (SignetComplaint *self);
SignetComplaint *signet_api_complaint_from_answer (JsonNode *node, GError **error);

JsonNode *signet_api_item_to_answer (SignetItem *self);
SignetItem *signet_api_item_from_answer (JsonNode *node, GError **error);

GBytes *signet_api_complaint_to_draft (SignetComplaint *self);
SignetComplaint *signet_api_complaint_from_draft (GBytes *bytes, GError **error);

G_END_DECLS
