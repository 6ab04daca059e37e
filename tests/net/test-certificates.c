/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-certificates.h"

#include <glib/gstdio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#define DAY (24 * 60 * 60)

struct _TestAuthority
{
  X509 *certificate;
  EVP_PKEY *key;
  char *path; /* of a file the database reads when it needs it */
};

static void
add_extension (X509 *certificate, X509 *issuer, int nid, const char *value)
{
  X509V3_CTX context;
  X509_EXTENSION *extension;

  X509V3_set_ctx (&context, issuer, certificate, NULL, NULL, 0);
  extension = X509V3_EXT_conf_nid (NULL, &context, nid, value);
  g_assert_nonnull (extension);
  X509_add_ext (certificate, extension, -1);
  X509_EXTENSION_free (extension);
}

static X509 *
make (const char *name,
      EVP_PKEY *key,
      TestAuthority *authority,
      const char *san,
      const EVP_MD *digest,
      long from,
      long until)
{
  static long serial = 1000;
  X509 *certificate = X509_new ();
  X509_NAME *subject = X509_get_subject_name (certificate);

  X509_set_version (certificate, 2);
  ASN1_INTEGER_set (X509_get_serialNumber (certificate), serial++);
  X509_gmtime_adj (X509_getm_notBefore (certificate), from);
  X509_gmtime_adj (X509_getm_notAfter (certificate), until);
  X509_set_pubkey (certificate, key);
  X509_NAME_add_entry_by_txt (subject, "CN", MBSTRING_UTF8, (const unsigned char *) name, -1, -1, 0);
  X509_set_issuer_name (certificate,
                        authority != NULL ? X509_get_subject_name (authority->certificate) : subject);
  add_extension (certificate, authority != NULL ? authority->certificate : certificate, NID_basic_constraints,
                 san != NULL ? "CA:FALSE" : "critical,CA:TRUE");
  if (san != NULL)
    add_extension (certificate, certificate, NID_subject_alt_name, san);
  else
    add_extension (certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  g_assert_cmpint (X509_sign (certificate, authority != NULL ? authority->key : key, digest), >, 0);
  return certificate;
}

static char *
write_pem (X509 *certificate, EVP_PKEY *key)
{
  BIO *bio = BIO_new (BIO_s_mem ());
  char *data;
  long size;
  char *pem;

  PEM_write_bio_X509 (bio, certificate);
  if (key != NULL)
    PEM_write_bio_PrivateKey (bio, key, NULL, NULL, 0, NULL, NULL);
  size = BIO_get_mem_data (bio, &data);
  pem = g_strndup (data, (gsize) size);
  BIO_free (bio);
  return pem;
}

TestAuthority *
test_authority_new (const char *name)
{
  TestAuthority *self = g_new0 (TestAuthority, 1);

  self->key = EVP_EC_gen ("P-256");
  self->certificate = make (name, self->key, NULL, NULL, EVP_sha256 (), -10 * DAY, 10 * DAY);
  return self;
}

void
test_authority_free (TestAuthority *self)
{
  X509_free (self->certificate);
  EVP_PKEY_free (self->key);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

GTlsDatabase *
test_authority_make_database (TestAuthority *self)
{
  GTlsDatabase *database;
  GError *error = NULL;

  if (self->path == NULL)
    {
      g_autofree char *pem = write_pem (self->certificate, NULL);
      int fd = g_file_open_tmp ("signet-authority-XXXXXX", &self->path, &error);

      g_assert_no_error (error);
      g_close (fd, NULL);
      g_file_set_contents (self->path, pem, -1, &error);
      g_assert_no_error (error);
    }
  database = g_tls_file_database_new (self->path, &error);
  g_assert_no_error (error);
  return database;
}

static GTlsCertificate *
make_for_host (TestAuthority *authority, const char *san, const EVP_MD *digest, long from, long until)
{
  EVP_PKEY *key = EVP_EC_gen ("P-256");
  X509 *certificate = make ("test host", key, authority, san, digest, from, until);
  g_autofree char *pem = write_pem (certificate, key);
  GError *error = NULL;
  GTlsCertificate *result = g_tls_certificate_new_from_pem (pem, -1, &error);

  g_assert_no_error (error);
  X509_free (certificate);
  EVP_PKEY_free (key);
  return result;
}

GTlsCertificate *
test_certificate_new (TestAuthority *authority, const char *san, long from, long until)
{
  return make_for_host (authority, san, EVP_sha256 (), from, until);
}

GTlsCertificate *
test_certificate_new_weak (TestAuthority *authority, const char *san)
{
  return make_for_host (authority, san, EVP_sha1 (), -DAY, DAY);
}
