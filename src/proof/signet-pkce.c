/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-pkce.h"

#include "proof/signet-base64url.h"
#include "proof/signet-proof-private.h"
#include "proof/signet-random.h"

#include <string.h>

/* Proof key for code exchange, method S256 (RFC 7636). Any thread. */

/**
 * signet_pkce_make_verifier:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a code verifier, the 43 characters of 32 random bytes (RFC 7636, 4.1)
 */
char *
signet_pkce_make_verifier (GError **error)
{
  return signet_random_token (32, error);
}

/**
 * signet_pkce_challenge:
 * @verifier: a code verifier of 43 to 128 unreserved characters
 * @error: return location
 *
 * Returns: (transfer full) (nullable): BASE64URL(SHA256(ASCII(@verifier))), the S256 challenge (RFC
 * 7636, 4.2)
 */
char *
signet_pkce_challenge (const char *verifier, GError **error)
{
  static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  gsize length = strlen (verifier);
  guint8 raw[32];

  if (length < 43 || length > 128 || strspn (verifier, unreserved) != length)
    {
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_MALFORMED,
                           "A code verifier is 43 to 128 unreserved characters");
      return NULL;
    }
  if (EVP_Digest (verifier, length, raw, NULL, EVP_sha256 (), NULL) != 1)
    {
      signet_proof_set_crypto_error (error, "Hashing a code verifier");
      return NULL;
    }
  return signet_base64url_encode (raw, sizeof raw);
}
