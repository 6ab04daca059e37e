/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-base64url.h"
#include "proof/signet-digest.h"
#include "proof/signet-password-hash.h"
#include "proof/signet-pkce.h"
#include "proof/signet-proof-error.h"
#include "proof/signet-random.h"
#include "proof/signet-repr-digest.h"
#include "proof/signet-signing-key.h"

#include <string.h>

/* The room `proof` against vectors printed in the standards. */

static void
assert_malformed (GError *error)
{
  g_assert_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_MALFORMED);
}

/* FIPS 180-4 examples. */
static void
test_digest_vectors (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = signet_digest_of_text ("", &error);
  g_autofree char *abc = signet_digest_of_text ("abc", &error);
  g_autofree char *two_blocks =
      signet_digest_of_text ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (two_blocks, ==, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void
count_progress_cb (goffset done, goffset total, gpointer data)
{
  goffset *last = data;

  g_assert_cmpint (done, >, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;
}

/* GChecksum is another implementation. */
static void
test_digest_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) io = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("signet-XXXXXX", &io, &error);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree char *expected = NULL;
  g_autofree char *got = NULL;
  g_autofree char *in_memory = NULL;
  g_autoptr (GBytes) bytes = NULL;
  goffset last = 0;

  g_assert_no_error (error);
  g_byte_array_set_size (data, 1000003);
  for (guint i = 0; i < data->len; i++)
    data->data[i] = (guint8) (i * 7 + i / 251);
  g_file_replace_contents (file, (char *) data->data, data->len, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);

  expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data->data, data->len);
  got = signet_digest_of_file (file, count_progress_cb, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpint (last, ==, data->len);

  bytes = g_bytes_new (data->data, data->len);
  in_memory = signet_digest_of_bytes (bytes, &error);
  g_assert_cmpstr (in_memory, ==, expected);
  g_assert_true (signet_digest_is_hex (got));

  g_file_delete (file, NULL, NULL);
  g_clear_pointer (&got, g_free);
  got = signet_digest_of_file (file, NULL, NULL, NULL, &error);
  g_assert_null (got);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_digest_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("abc", 3, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *got = NULL;

  g_cancellable_cancel (cancellable);
  got = signet_digest_of_stream (stream, NULL, NULL, -1, cancellable, &error);
  g_assert_null (got);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_digest_is_hex (void)
{
  g_assert_false (signet_digest_is_hex (NULL));
  g_assert_false (signet_digest_is_hex (""));
  g_assert_false (signet_digest_is_hex ("../../../../../../../../../../../../../../../../../../../../etc/p"));
  g_assert_false (signet_digest_is_hex ("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
  g_assert_false (signet_digest_is_hex ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0"));
  g_assert_true (signet_digest_is_hex ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

/* RFC 4648, 10, without the padding. */
static void
test_base64url (void)
{
  static const char *const pairs[][2] = {
    { "", "" },           { "f", "Zg" },          { "fo", "Zm8" },          { "foo", "Zm9v" },
    { "foob", "Zm9vYg" }, { "fooba", "Zm9vYmE" }, { "foobar", "Zm9vYmFy" },
  };
  static const char *const bad[] = { "Z", "Zg==", "Zm9v\n", "Zm+v", "Zm/v", "Zh", "Zm9", " Zg", "Zm9vY" };
  static const guint8 high[] = { 0xfb, 0xff, 0xbf };
  g_autofree char *high_text = signet_base64url_encode (high, sizeof high);

  g_assert_cmpstr (high_text, ==, "-_-_");
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = signet_base64url_encode (pairs[i][0], strlen (pairs[i][0]));
      g_autoptr (GBytes) bytes = signet_base64url_decode (pairs[i][1], -1, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, pairs[i][1]);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), pairs[i][0],
                       strlen (pairs[i][0]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = signet_base64url_decode (bad[i], -1, &error);

      g_assert_null (bytes);
      assert_malformed (error);
    }
}

/* RFC 9530, B.1 (`{"hello": "world"}` and a line feed) and forms RFC 8941 permits. */
static void
test_repr_digest (void)
{
  static const char hello[] = "{\"hello\": \"world\"}\n";
  static const char value[] = "RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=";
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = signet_digest_of_text (hello, &error);
  g_autofree char *header = signet_repr_digest_format (sha256, &error);
  g_autofree char *expected = g_strdup_printf ("sha-256=:%s:", value);
  const char *const good[] = {
    "sha-256=:%s:",
    "  sha-256=:%s:  ",
    "sha-512=:AAAA:, sha-256=:%s:",
    "sha-256=:%s:,\tsha-512=:AAAA:",
    "x=\"a,\\\"b\";p=1, y=(1 2;q \"),\"), flag, sha-256=:%s:;param=7",
    "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:, sha-256=:%s:",
  };

  g_assert_no_error (error);
  g_assert_cmpstr (header, ==, expected);
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto (GStrv) parts = g_strsplit (good[i], "%s", 2);
      g_autofree char *text = g_strconcat (parts[0], value, parts[1], NULL);
      g_autofree char *got = signet_repr_digest_parse (text, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (got, ==, sha256);
    }
}

static void
test_repr_digest_refused (void)
{
  static const char *const bad[] = {
    "",
    "sha-512=:AAAA:",
    "sha-256",
    "sha-256=",
    "sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=",
    "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=",
    "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg:",
    "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8Fabw==:",
    "sha-256=:RK/0qy18 MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
    "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:x",
    "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:,",
    "SHA-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
    "x=\"open, sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
    "x=(1, sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
    ",sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *got = signet_repr_digest_parse (bad[i], &error);

      g_assert_null (got);
      assert_malformed (error);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (signet_repr_digest_format ("abc", &error));
    assert_malformed (error);
  }
}

/* RFC 7636, appendix B. */
static void
test_pkce (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *challenge = signet_pkce_challenge ("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", &error);
  g_autofree char *verifier = signet_pkce_make_verifier (&error);
  g_autofree char *other = signet_pkce_make_verifier (&error);
  g_autofree char *short_one = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (challenge, ==, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  g_assert_cmpuint (strlen (verifier), ==, 43);
  g_assert_cmpstr (verifier, !=, other);
  short_one = signet_pkce_challenge ("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX", &error);
  g_assert_null (short_one);
  assert_malformed (error);
}

static void
test_uuid (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GError) error = NULL;
      char *uuid = signet_random_uuid (&error);

      g_assert_no_error (error);
      g_assert_true (g_uuid_string_is_valid (uuid));
      g_assert_cmpint (uuid[14], ==, '4');
      g_assert_nonnull (strchr ("89ab", uuid[19]));
      g_assert_true (g_hash_table_add (seen, uuid));
    }
}

#define RFC7515_X "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"
#define RFC7515_Y "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
#define RFC7515_INPUT     \
  "eyJhbGciOiJFUzI1NiJ9." \
  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
#define RFC7515_SIGNATURE \
  "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"

/* RFC 7515, A.3. */
static void
test_es256_vector (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetPublicKey) key = signet_public_key_new (RFC7515_X, RFC7515_Y, &error);
  g_autoptr (GBytes) input = g_bytes_new_static (RFC7515_INPUT, strlen (RFC7515_INPUT));
  g_autoptr (GBytes) signature = signet_base64url_decode (RFC7515_SIGNATURE, -1, &error);
  gsize size;
  const guint8 *raw = g_bytes_get_data (signature, &size);

  g_assert_no_error (error);
  g_assert_true (signet_public_key_verify (key, input, signature, &error));
  g_assert_no_error (error);

  /* Every single flipped bit of the signature, and of a byte of the input, must be noticed. */
  for (gsize i = 0; i < size * 8; i += 7)
    {
      g_autofree guint8 *copy = g_memdup2 (raw, size);
      g_autoptr (GBytes) flipped = NULL;

      copy[i / 8] ^= (guint8) (1 << (i % 8));
      flipped = g_bytes_new (copy, size);
      g_assert_false (signet_public_key_verify (key, input, flipped, &error));
      g_assert_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_SIGNATURE);
      g_clear_error (&error);
    }
  {
    g_autoptr (GBytes) shorter = g_bytes_new_from_bytes (input, 0, g_bytes_get_size (input) - 1);

    g_assert_false (signet_public_key_verify (key, shorter, signature, &error));
    g_assert_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_SIGNATURE);
  }
}

/* Zero halves verified in more than one library (CVE-2022-21449); r and s must lie in [1, n-1]. */
static void
test_es256_degenerate (void)
{
  static const guint8 order[32] = { 0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff,
                                    0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17,
                                    0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetPublicKey) key = signet_public_key_new (RFC7515_X, RFC7515_Y, &error);
  g_autoptr (GBytes) input = g_bytes_new_static (RFC7515_INPUT, strlen (RFC7515_INPUT));
  guint8 raw[66] = { 0 };
  const gsize sizes[] = { 0, 1, 63, 64, 65, 66 };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) zeros = g_bytes_new (raw, sizes[i]);

      g_assert_false (signet_public_key_verify (key, input, zeros, &error));
      g_assert_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_SIGNATURE);
      g_clear_error (&error);
    }

  memcpy (raw, order, 32);
  memcpy (raw + 32, order, 32);
  {
    g_autoptr (GBytes) at_order = g_bytes_new (raw, 64);

    g_assert_false (signet_public_key_verify (key, input, at_order, &error));
    g_assert_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_SIGNATURE);
  }
}

static void
test_es256_bad_keys (void)
{
  static const char *const bad[][2] = {
    { RFC7515_Y, RFC7515_X }, /* off the curve */
    { RFC7515_X, RFC7515_X }, /* off the curve */
    { "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
    { "_____wAAAAEAAAAAAAAAAAAAAAD_______________8", RFC7515_Y }, /* x is the prime itself */
    { "g83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVA", RFC7515_Y },  /* 31 octets */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetPublicKey) key = signet_public_key_new (bad[i][0], bad[i][1], &error);

      g_assert_null (key);
      g_assert_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_KEY);
    }
}

/* Many rounds, so that halves with leading zeros (1 of 128 signatures) occur. */
static void
test_es256_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetSigningKey) made = signet_signing_key_generate (&error);
  g_autofree char *pem = NULL;
  g_autoptr (SignetSigningKey) read = NULL;
  g_autoptr (SignetPublicKey) public_key = NULL;
  g_autoptr (SignetSigningKey) other = signet_signing_key_generate (&error);

  g_assert_no_error (error);
  pem = signet_signing_key_to_pem (made, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (pem, "-----BEGIN PRIVATE KEY-----\n"));
  read = signet_signing_key_new_from_pem (pem, &error);
  g_assert_no_error (error);
  public_key = signet_public_key_new (signet_public_key_get_x (signet_signing_key_get_public_key (made)),
                                      signet_public_key_get_y (signet_signing_key_get_public_key (made)),
                                      &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *text = g_strdup_printf ("round %u", i);
      g_autoptr (GBytes) input = g_bytes_new (text, strlen (text));
      g_autoptr (GBytes) signature = signet_signing_key_sign (read, input, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (signature), ==, 64);
      g_assert_true (signet_public_key_verify (public_key, input, signature, &error));
      g_assert_false (
          signet_public_key_verify (signet_signing_key_get_public_key (other), input, signature, NULL));
    }
}

/* Made by `openssl ecparam -name prime256v1 -genkey`, `-name secp384r1` and cut. */
static void
test_signing_key_pem (void)
{
  static const char sec1[] = "-----BEGIN EC PRIVATE KEY-----\n"
                             "MHcCAQEEIL+g4AnsXHdZw4SOw5HzrhkqEUpLVRnjPI1KB8MZ/5EsoAoGCCqGSM49\n"
                             "AwEHoUQDQgAEr8YTgT0cMDPIDKns6jJRLUiR64MC32HQ/AT1cHFlauTECkC+7T2e\n"
                             "K3qaxORURsS6M9sXCH1O57HNnq7ANcoAvw==\n"
                             "-----END EC PRIVATE KEY-----\n";
  static const char p384[] = "-----BEGIN EC PRIVATE KEY-----\n"
                             "MIGkAgEBBDARaS0rXFYMx5oXML9tpXEPhF6is7l8OeqUVgC9wHcrbc/YY+NAU1wX\n"
                             "auUaU1McNeqgBwYFK4EEACKhZANiAASqUjv/hMmHEc/W1bnxVtTkqX+hshUv2Zos\n"
                             "ukOE+j538iQj117sirnfEl4DcMZkO00h59w5RmT4Zx2wV5UuQcMVUXQF9xYDjSpM\n"
                             "Ll7g4weOPl6AIcFKn2sC83W4bdPAA84=\n"
                             "-----END EC PRIVATE KEY-----\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetSigningKey) key = signet_signing_key_new_from_pem (sec1, &error);
  g_autoptr (SignetSigningKey) wrong_curve = NULL;
  g_autoptr (SignetSigningKey) nonsense = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (signet_public_key_get_x (signet_signing_key_get_public_key (key)), ==,
                   "r8YTgT0cMDPIDKns6jJRLUiR64MC32HQ_AT1cHFlauQ");
  g_assert_cmpstr (signet_public_key_get_y (signet_signing_key_get_public_key (key)), ==,
                   "xApAvu09nit6msTkVEbEujPbFwh9TuexzZ6uwDXKAL8");

  wrong_curve = signet_signing_key_new_from_pem (p384, &error);
  g_assert_null (wrong_curve);
  g_assert_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_BAD_KEY);
  g_clear_error (&error);

  nonsense = signet_signing_key_new_from_pem ("-----BEGIN PRIVATE KEY-----\nAAAA\n", &error);
  g_assert_null (nonsense);
  assert_malformed (error);
}

/* RFC 7914, section 12: the first half of its third vector, since PBKDF2 makes its blocks apart. */
static void
test_password_hash_vector (void)
{
  const char *hash = "$scrypt$ln=10,r=8,p=16$TmFDbA$_bq-HJ00cgB4VucZDQHp_nxq18vII3gw53N2Y0s3MWI";
  g_autoptr (GError) error = NULL;
  gboolean matches;

  g_assert_true (signet_password_hash_check (hash, "password", &matches, &error));
  g_assert_no_error (error);
  g_assert_true (matches);
  g_assert_true (signet_password_hash_check (hash, "Password", &matches, &error));
  g_assert_false (matches);
}

static void
test_password_hash_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = signet_password_hash_make ("云脚坊 rock tea", &error);
  g_autofree char *two = signet_password_hash_make ("云脚坊 rock tea", &error);
  gboolean matches;

  g_assert_no_error (error);
  g_assert_cmpstr (one, !=, two); /* each has its own salt */
  g_assert_null (strstr (one, "rock"));
  g_assert_true (signet_password_hash_check (one, "云脚坊 rock tea", &matches, &error));
  g_assert_true (matches);
  g_assert_true (signet_password_hash_check (two, "云脚坊 rock teA", &matches, &error));
  g_assert_false (matches);
}

static void
test_password_hash_refused (void)
{
  const char *const texts[] = { "",
                                "secret",
                                "$scrypt$ln=10,r=8$TmFDbA$AAAA",
                                "$scrypt$ln=40,r=8,p=1$TmFDbA$AAAA",
                                "$argon2id$ln=10,r=8,p=16$TmFDbA$AAAA",
                                "$scrypt$ln=10,r=8,p=16$+/$AAAA" };
  gboolean matches = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (signet_password_hash_check (texts[i], "password", &matches, &error));
      assert_malformed (error);
      g_assert_false (matches);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proof/digest/vectors", test_digest_vectors);
  g_test_add_func ("/proof/digest/file", test_digest_file);
  g_test_add_func ("/proof/digest/cancelled", test_digest_cancelled);
  g_test_add_func ("/proof/digest/is-hex", test_digest_is_hex);
  g_test_add_func ("/proof/base64url", test_base64url);
  g_test_add_func ("/proof/repr-digest/good", test_repr_digest);
  g_test_add_func ("/proof/repr-digest/refused", test_repr_digest_refused);
  g_test_add_func ("/proof/pkce", test_pkce);
  g_test_add_func ("/proof/password-hash/vector", test_password_hash_vector);
  g_test_add_func ("/proof/password-hash/round-trip", test_password_hash_round_trip);
  g_test_add_func ("/proof/password-hash/refused", test_password_hash_refused);
  g_test_add_func ("/proof/uuid", test_uuid);
  g_test_add_func ("/proof/es256/vector", test_es256_vector);
  g_test_add_func ("/proof/es256/degenerate", test_es256_degenerate);
  g_test_add_func ("/proof/es256/bad-keys", test_es256_bad_keys);
  g_test_add_func ("/proof/es256/round-trip", test_es256_round_trip);
  g_test_add_func ("/proof/signing-key/pem", test_signing_key_pem);

  return g_test_run ();
}
