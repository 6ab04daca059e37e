/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "proof/signet-public-key.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_SIGNING_KEY (signet_signing_key_get_type ())
G_DECLARE_FINAL_TYPE (SignetSigningKey, signet_signing_key, SIGNET, SIGNING_KEY, GObject)

SignetSigningKey *signet_signing_key_generate (GError **error);
SignetSigningKey *signet_signing_key_new_from_pem (const char *pem, GError **error);
char *signet_signing_key_to_pem (SignetSigningKey *self, GError **error);
SignetPublicKey *signet_signing_key_get_public_key (SignetSigningKey *self);
GBytes *signet_signing_key_sign (SignetSigningKey *self, GBytes *input, GError **error);

G_END_DECLS
