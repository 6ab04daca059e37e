/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-public-key.h"

#include "proof/signet-base64url.h"
#include "proof/signet-proof-private.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/param_build.h>
#include <string.h>

/* The public half of an ES256 key (ECDSA on P-256 with SHA-256, RFC 7518, 3.4), as a JWK gives it: two
 * coordinates. Immutable; may be used on any thread.
 */

struct _SignetPublicKey
{
  GObject parent_instance;

  char *x;
  char *y;
  EVP_PKEY *key;
};

G_DEFINE_FINAL_TYPE (SignetPublicKey, signet_public_key, G_TYPE_OBJECT)

/* RFC 7518, 6.2.1.2: always the full 32 octets, leading zeros included. */
static gboolean
read_coordinate (const char *text, guint8 *raw, GError **error)
{
  g_autoptr (GBytes) bytes = signet_base64url_decode (text, -1, error);

  if (bytes == NULL)
    return FALSE;
  if (g_bytes_get_size (bytes) != SIGNET_ES256_HALF)
    {
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_KEY,
                           "A coordinate of P-256 has 32 octets");
      return FALSE;
    }
  memcpy (raw, g_bytes_get_data (bytes, NULL), SIGNET_ES256_HALF);
  return TRUE;
}

/* libcrypto refuses a point off the curve while decoding it; the check of the whole key stays as a second
 * lock, since a verifier that takes such points would take forged signatures. */
static EVP_PKEY *
build_key (const guint8 *point, gsize size, GError **error)
{
  OSSL_PARAM params[] = {
    OSSL_PARAM_construct_utf8_string (OSSL_PKEY_PARAM_GROUP_NAME, (char *) "prime256v1", 0),
    OSSL_PARAM_construct_octet_string (OSSL_PKEY_PARAM_PUB_KEY, (void *) point, size),
    OSSL_PARAM_construct_end (),
  };
  g_autoptr (EVP_PKEY_CTX) context = EVP_PKEY_CTX_new_from_name (NULL, "EC", NULL);
  g_autoptr (EVP_PKEY) key = NULL;
  g_autoptr (EVP_PKEY_CTX) check = NULL;

  if (context != NULL && EVP_PKEY_fromdata_init (context) == 1 &&
      EVP_PKEY_fromdata (context, &key, EVP_PKEY_PUBLIC_KEY, params) == 1 &&
      (check = EVP_PKEY_CTX_new_from_pkey (NULL, key, NULL)) != NULL && EVP_PKEY_public_check (check) == 1)
    return g_steal_pointer (&key);

  ERR_clear_error ();
  g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_KEY, "Not a point on P-256");
  return NULL;
}

/* A JWS has r and s side by side (RFC 7518, 3.4), libcrypto wants them in DER. */
static gboolean
raw_to_der (GBytes *signature, guint8 **der, gsize *der_size, GError **error)
{
  const guint8 *raw = g_bytes_get_data (signature, NULL);
  ECDSA_SIG *sig;
  BIGNUM *r;
  BIGNUM *s;
  int size;

  if (g_bytes_get_size (signature) != 2 * SIGNET_ES256_HALF)
    {
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_SIGNATURE,
                           "An ES256 signature has 64 octets");
      return FALSE;
    }

  sig = ECDSA_SIG_new ();
  r = BN_bin2bn (raw, SIGNET_ES256_HALF, NULL);
  s = BN_bin2bn (raw + SIGNET_ES256_HALF, SIGNET_ES256_HALF, NULL);
  if (sig == NULL || r == NULL || s == NULL || ECDSA_SIG_set0 (sig, r, s) != 1)
    {
      ECDSA_SIG_free (sig);
      BN_free (r);
      BN_free (s);
      signet_proof_set_crypto_error (error, "Reading a signature");
      return FALSE;
    }

  *der = NULL;
  size = i2d_ECDSA_SIG (sig, der);
  ECDSA_SIG_free (sig);
  if (size <= 0)
    {
      signet_proof_set_crypto_error (error, "Reading a signature");
      return FALSE;
    }
  *der_size = (gsize) size;
  return TRUE;
}

static void
signet_public_key_finalize (GObject *object)
{
  SignetPublicKey *self = SIGNET_PUBLIC_KEY (object);

  g_free (self->x);
  g_free (self->y);
  EVP_PKEY_free (self->key);

  G_OBJECT_CLASS (signet_public_key_parent_class)->finalize (object);
}

static void
signet_public_key_class_init (SignetPublicKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_public_key_finalize;
}

static void
signet_public_key_init (SignetPublicKey *self)
{
}

/**
 * signet_public_key_new:
 * @x: the member `x` of a JWK, base64url
 * @y: the member `y` of a JWK, base64url
 * @error: return location
 *
 * Makes a key from the coordinates of its point. Whoever reads the JWK checks `kty` EC, `crv` P-256 and
 * `alg`.
 *
 * Returns: (transfer full) (nullable): the key; %NULL if the point isn't on the curve
 */
SignetPublicKey *
signet_public_key_new (const char *x, const char *y, GError **error)
{
  g_autoptr (SignetPublicKey) self = NULL;
  guint8 point[1 + 2 * SIGNET_ES256_HALF] = { POINT_CONVERSION_UNCOMPRESSED };

  g_return_val_if_fail (x != NULL && y != NULL, NULL);

  if (!read_coordinate (x, point + 1, error) || !read_coordinate (y, point + 1 + SIGNET_ES256_HALF, error))
    return NULL;

  self = g_object_new (SIGNET_TYPE_PUBLIC_KEY, NULL);
  self->key = build_key (point, sizeof point, error);
  if (self->key == NULL)
    return NULL;
  self->x = g_strdup (x);
  self->y = g_strdup (y);
  return g_steal_pointer (&self);
}

/**
 * signet_public_key_get_x:
 * @self: a key
 *
 * Returns: the member `x` of its JWK
 */
const char *
signet_public_key_get_x (SignetPublicKey *self)
{
  g_return_val_if_fail (SIGNET_IS_PUBLIC_KEY (self), NULL);

  return self->x;
}

/**
 * signet_public_key_get_y:
 * @self: a key
 *
 * Returns: the member `y` of its JWK
 */
const char *
signet_public_key_get_y (SignetPublicKey *self)
{
  g_return_val_if_fail (SIGNET_IS_PUBLIC_KEY (self), NULL);

  return self->y;
}

/**
 * signet_public_key_verify:
 * @self: a key
 * @input: the signing input, for a compact JWS everything before the second dot (RFC 7515, 5.2)
 * @signature: the 64 octets r‖s
 * @error: return location
 *
 * Checks an ES256 signature.
 *
 * Returns: %TRUE if it is @self's signature over @input; else %FALSE with %SIGNET_PROOF_ERROR_BAD_SIGNATURE
 */
gboolean
signet_public_key_verify (SignetPublicKey *self, GBytes *input, GBytes *signature, GError **error)
{
  g_autoptr (EVP_MD_CTX) context = NULL;
  guint8 *der;
  gsize der_size;
  gsize input_size;
  const void *input_data = g_bytes_get_data (input, &input_size);
  int verdict;

  g_return_val_if_fail (SIGNET_IS_PUBLIC_KEY (self), FALSE);

  if (!raw_to_der (signature, &der, &der_size, error))
    return FALSE;

  context = EVP_MD_CTX_new ();
  if (context == NULL || EVP_DigestVerifyInit (context, NULL, EVP_sha256 (), NULL, self->key) != 1)
    {
      OPENSSL_free (der);
      signet_proof_set_crypto_error (error, "Beginning to verify");
      return FALSE;
    }

  verdict = EVP_DigestVerify (context, der, der_size, input_data, input_size);
  OPENSSL_free (der);
  if (verdict != 1)
    {
      ERR_clear_error ();
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_SIGNATURE,
                           "The signature doesn't belong to these bytes and this key");
      return FALSE;
    }
  return TRUE;
}
