/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-password-hash.h"

#include "proof/signet-base64url.h"
#include "proof/signet-proof-private.h"
#include "proof/signet-random.h"

#include <openssl/crypto.h>
#include <stdio.h>
#include <string.h>

/* Passwords as they may be stored: scrypt (RFC 7914) over a salt of their own. The text says how it was made
 * (`$scrypt$ln=14,r=8,p=5$SALT$HASH`, salt and hash in base64url), so that the cost can be raised without
 * making old ones useless. Any thread; one call takes some tenths of a second, which is the point.
 */

/* One of the equally strong settings that OWASP's Password Storage Cheat Sheet names: 16 MiB of memory. */
#define LOG_N 14
#define BLOCK 8
#define PARALLEL 5

#define SALT_SIZE 16
#define HASH_SIZE 32
#define MOST_MEMORY (256 * 1024 * 1024)

typedef struct
{
  guint log_n;
  guint block;
  guint parallel;
} Cost;

static gboolean
derive (const char *password,
        const void *salt,
        gsize salt_size,
        const Cost *cost,
        guint8 hash[HASH_SIZE],
        GError **error)
{
  if (EVP_PBE_scrypt (password, strlen (password), salt, salt_size, G_GUINT64_CONSTANT (1) << cost->log_n,
                      cost->block, cost->parallel, MOST_MEMORY, hash, HASH_SIZE) == 1)
    return TRUE;
  signet_proof_set_crypto_error (error, "Hashing a password");
  return FALSE;
}

/**
 * signet_password_hash_make:
 * @password: a password
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what may be stored in its place
 */
char *
signet_password_hash_make (const char *password, GError **error)
{
  const Cost cost = { LOG_N, BLOCK, PARALLEL };
  guint8 salt[SALT_SIZE];
  guint8 hash[HASH_SIZE];
  g_autofree char *salt_text = NULL;
  g_autofree char *hash_text = NULL;

  if (!signet_random_fill (salt, sizeof salt, error) ||
      !derive (password, salt, sizeof salt, &cost, hash, error))
    return NULL;
  salt_text = signet_base64url_encode (salt, sizeof salt);
  hash_text = signet_base64url_encode (hash, sizeof hash);
  return g_strdup_printf ("$scrypt$ln=%d,r=%d,p=%d$%s$%s", LOG_N, BLOCK, PARALLEL, salt_text, hash_text);
}

/**
 * signet_password_hash_check:
 * @hash: what signet_password_hash_make() made
 * @password: a password
 * @matches: (out): whether @hash was made of @password
 * @error: return location
 *
 * Compares without telling by its time how much was right.
 *
 * Returns: %FALSE with %SIGNET_PROOF_ERROR_MALFORMED if @hash can't be read, or if libcrypto refuses
 */
gboolean
signet_password_hash_check (const char *hash, const char *password, gboolean *matches, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (hash, "$", -1);
  Cost cost;
  guint8 derived[HASH_SIZE];
  g_autoptr (GBytes) salt = NULL;
  g_autoptr (GBytes) expected = NULL;

  *matches = FALSE;
  if (g_strv_length (parts) != 5 || !g_str_equal (parts[1], "scrypt") ||
      sscanf (parts[2], "ln=%u,r=%u,p=%u", &cost.log_n, &cost.block, &cost.parallel) != 3 || cost.log_n < 1 ||
      cost.log_n > 20 || cost.block < 1 || cost.block > 32 || cost.parallel < 1 || cost.parallel > 32)
    {
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_MALFORMED, "No hash of a password");
      return FALSE;
    }
  salt = signet_base64url_decode (parts[3], -1, error);
  expected = salt != NULL ? signet_base64url_decode (parts[4], -1, error) : NULL;
  if (expected == NULL ||
      !derive (password, g_bytes_get_data (salt, NULL), g_bytes_get_size (salt), &cost, derived, error))
    return FALSE;
  *matches = g_bytes_get_size (expected) == HASH_SIZE &&
             CRYPTO_memcmp (derived, g_bytes_get_data (expected, NULL), HASH_SIZE) == 0;
  return TRUE;
}
