/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RECEIPT (signet_receipt_get_type ())
G_DECLARE_FINAL_TYPE (SignetReceipt, signet_receipt, SIGNET, RECEIPT, SignetRecord)

SignetReceipt *signet_receipt_new_from_node (JsonNode *node, GError **error);
JsonNode *signet_receipt_to_node (SignetReceipt *self);

const char *signet_receipt_get_id (SignetReceipt *self);
const char *signet_receipt_get_kind (SignetReceipt *self);
const char *signet_receipt_get_resource (SignetReceipt *self);
const char *signet_receipt_get_received_at (SignetReceipt *self);
const char *signet_receipt_get_idempotency_key (SignetReceipt *self);
const char *signet_receipt_get_request_digest (SignetReceipt *self);
GListModel *signet_receipt_get_files (SignetReceipt *self);
int signet_receipt_get_items (SignetReceipt *self);

G_END_DECLS
