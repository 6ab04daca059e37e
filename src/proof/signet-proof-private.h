/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "proof/signet-proof-error.h"

#include <openssl/evp.h>

G_BEGIN_DECLS

/* Shared by the files of this room only. */

/* Bytes of one coordinate on P-256, and of each half of a signature (RFC 7518, 3.4 and 6.2.1.2). */
#define SIGNET_ES256_HALF 32

void signet_proof_set_crypto_error (GError **error, const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY_CTX, EVP_PKEY_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_MD_CTX, EVP_MD_CTX_free)

G_END_DECLS
