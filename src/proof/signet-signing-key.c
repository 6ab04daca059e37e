/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-signing-key.h"

#include "proof/signet-base64url.h"
#include "proof/signet-proof-private.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <string.h>

/* The private half of an ES256 key (RFC 7518, 3.4): what the practice platform signs its receipts with.
 * Immutable; may be used on any thread.
 */

struct _SignetSigningKey
{
  GObject parent_instance;

  EVP_PKEY *key;
  SignetPublicKey *public_key;
};

G_DEFINE_FINAL_TYPE (SignetSigningKey, signet_signing_key, G_TYPE_OBJECT)

static char *
read_coordinate (EVP_PKEY *key, const char *name)
{
  guint8 raw[SIGNET_ES256_HALF];
  BIGNUM *number = NULL;
  char *text = NULL;

  if (EVP_PKEY_get_bn_param (key, name, &number) == 1 && BN_bn2binpad (number, raw, sizeof raw) == sizeof raw)
    text = signet_base64url_encode (raw, sizeof raw);
  BN_free (number);
  return text;
}

static gboolean
is_p256 (EVP_PKEY *key)
{
  char group[32];
  size_t length = 0;

  return EVP_PKEY_get_base_id (key) == EVP_PKEY_EC &&
         EVP_PKEY_get_group_name (key, group, sizeof group, &length) == 1 &&
         strcmp (group, "prime256v1") == 0;
}

static SignetSigningKey *
wrap (EVP_PKEY *key, GError **error)
{
  g_autoptr (SignetSigningKey) self = g_object_new (SIGNET_TYPE_SIGNING_KEY, NULL);
  g_autoptr (EVP_PKEY_CTX) check = NULL;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  self->key = key;
  check = EVP_PKEY_CTX_new_from_pkey (NULL, key, NULL);
  if (!is_p256 (key) || check == NULL || EVP_PKEY_check (check) != 1)
    {
      ERR_clear_error ();
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_KEY,
                           "Not a private key on P-256");
      return NULL;
    }

  x = read_coordinate (key, OSSL_PKEY_PARAM_EC_PUB_X);
  y = read_coordinate (key, OSSL_PKEY_PARAM_EC_PUB_Y);
  if (x == NULL || y == NULL)
    {
      signet_proof_set_crypto_error (error, "Reading the public point");
      return NULL;
    }
  self->public_key = signet_public_key_new (x, y, error);
  if (self->public_key == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/* r and s side by side, each with its leading zeros (RFC 7518, 3.4). */
static GBytes *
der_to_raw (const guint8 *der, gsize size, GError **error)
{
  ECDSA_SIG *sig = d2i_ECDSA_SIG (NULL, &der, (long) size);
  guint8 raw[2 * SIGNET_ES256_HALF];
  gboolean fits;

  fits = sig != NULL && BN_bn2binpad (ECDSA_SIG_get0_r (sig), raw, SIGNET_ES256_HALF) == SIGNET_ES256_HALF &&
         BN_bn2binpad (ECDSA_SIG_get0_s (sig), raw + SIGNET_ES256_HALF, SIGNET_ES256_HALF) ==
             SIGNET_ES256_HALF;
  ECDSA_SIG_free (sig);
  if (!fits)
    {
      signet_proof_set_crypto_error (error, "Writing a signature");
      return NULL;
    }
  return g_bytes_new (raw, sizeof raw);
}

/* A key in a file without a passphrase: libcrypto would ask for one on the terminal. */
static int
no_passphrase_cb (char *buffer, int size, int writing, void *data)
{
  return -1;
}

static void
signet_signing_key_finalize (GObject *object)
{
  SignetSigningKey *self = SIGNET_SIGNING_KEY (object);

  EVP_PKEY_free (self->key);
  g_clear_object (&self->public_key);

  G_OBJECT_CLASS (signet_signing_key_parent_class)->finalize (object);
}

static void
signet_signing_key_class_init (SignetSigningKeyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_signing_key_finalize;
}

static void
signet_signing_key_init (SignetSigningKey *self)
{
}

/**
 * signet_signing_key_generate:
 * @error: return location
 *
 * Makes a new key.
 *
 * Returns: (transfer full) (nullable): the key
 */
SignetSigningKey *
signet_signing_key_generate (GError **error)
{
  EVP_PKEY *key = EVP_EC_gen ("P-256");

  if (key == NULL)
    {
      signet_proof_set_crypto_error (error, "Making a key");
      return NULL;
    }
  return wrap (key, error);
}

/**
 * signet_signing_key_new_from_pem:
 * @pem: an unencrypted private key, PKCS#8 or SEC 1, in PEM
 * @error: return location
 *
 * Reads a key.
 *
 * Returns: (transfer full) (nullable): the key
 */
SignetSigningKey *
signet_signing_key_new_from_pem (const char *pem, GError **error)
{
  BIO *bio = BIO_new_mem_buf (pem, -1);
  EVP_PKEY *key = NULL;

  if (bio != NULL)
    key = PEM_read_bio_PrivateKey (bio, NULL, no_passphrase_cb, NULL);
  BIO_free (bio);
  if (key == NULL)
    {
      ERR_clear_error ();
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_MALFORMED,
                           "Not a private key in PEM");
      return NULL;
    }
  return wrap (key, error);
}

/**
 * signet_signing_key_to_pem:
 * @self: a key
 * @error: return location
 *
 * Writes the key, unencrypted, as PKCS#8 in PEM; keep it in a file of mode 0600.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
signet_signing_key_to_pem (SignetSigningKey *self, GError **error)
{
  BIO *bio = BIO_new (BIO_s_mem ());
  char *pem = NULL;
  char *data;
  long size;

  g_return_val_if_fail (SIGNET_IS_SIGNING_KEY (self), NULL);

  if (bio != NULL && PEM_write_bio_PKCS8PrivateKey (bio, self->key, NULL, NULL, 0, NULL, NULL) == 1)
    {
      size = BIO_get_mem_data (bio, &data);
      pem = g_strndup (data, (gsize) size);
    }
  BIO_free (bio);
  if (pem == NULL)
    signet_proof_set_crypto_error (error, "Writing a key");
  return pem;
}

/**
 * signet_signing_key_get_public_key:
 * @self: a key
 *
 * Returns: (transfer none): its public half
 */
SignetPublicKey *
signet_signing_key_get_public_key (SignetSigningKey *self)
{
  g_return_val_if_fail (SIGNET_IS_SIGNING_KEY (self), NULL);

  return self->public_key;
}

/**
 * signet_signing_key_sign:
 * @self: a key
 * @input: the signing input, for a compact JWS `BASE64URL(header).BASE64URL(payload)` (RFC 7515, 5.1)
 * @error: return location
 *
 * Signs with ES256.
 *
 * Returns: (transfer full) (nullable): the 64 octets r‖s
 */
GBytes *
signet_signing_key_sign (SignetSigningKey *self, GBytes *input, GError **error)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  g_autofree guint8 *der = NULL;
  size_t size = (size_t) EVP_PKEY_get_size (self->key);
  gsize input_size;
  const void *data = g_bytes_get_data (input, &input_size);

  g_return_val_if_fail (SIGNET_IS_SIGNING_KEY (self), NULL);

  der = g_malloc (size);
  if (context == NULL || EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, self->key) != 1 ||
      EVP_DigestSign (context, der, &size, data, input_size) != 1)
    {
      signet_proof_set_crypto_error (error, "Signing");
      return NULL;
    }
  return der_to_raw (der, size, error);
}
