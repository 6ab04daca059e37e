/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_ACCOUNT_INFO (signet_account_info_get_type ())
G_DECLARE_FINAL_TYPE (SignetAccountInfo, signet_account_info, SIGNET, ACCOUNT_INFO, SignetRecord)

SignetAccountInfo *signet_account_info_new_from_node (JsonNode *node, GError **error);
JsonNode *signet_account_info_to_node (SignetAccountInfo *self);

const char *signet_account_info_get_id (SignetAccountInfo *self);
const char *signet_account_info_get_phone (SignetAccountInfo *self);
const char *signet_account_info_get_email (SignetAccountInfo *self);
GListModel *signet_account_info_get_bindings (SignetAccountInfo *self);
gboolean signet_account_info_get_password_set (SignetAccountInfo *self);
const char *signet_account_info_get_created_at (SignetAccountInfo *self);

G_END_DECLS
