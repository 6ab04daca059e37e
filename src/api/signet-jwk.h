/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_JWK (signet_jwk_get_type ())
G_DECLARE_FINAL_TYPE (SignetJwk, signet_jwk, SIGNET, JWK, SignetRecord)

SignetJwk *signet_jwk_new (const char *kid, const char *x, const char *y);
GPtrArray *signet_jwk_set_from_node (JsonNode *node, GError **error);
JsonNode *signet_jwk_set_to_node (GPtrArray *keys);

const char *signet_jwk_get_kid (SignetJwk *self);
const char *signet_jwk_get_x (SignetJwk *self);
const char *signet_jwk_get_y (SignetJwk *self);

G_END_DECLS
