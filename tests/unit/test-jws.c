/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Compact JWS: the example of RFC 7515, appendix A.3, and what must be refused. */

#include "api/signet-jws.h"

#include "api/signet-api-error.h"

#include <string.h>

#define HEADER "eyJhbGciOiJFUzI1NiJ9"
#define PAYLOAD \
  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
#define SIGNATURE "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"

static void
test_example (void)
{
  static const char payload[] =
      "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
  static const guint8 r_start[] = { 14, 209, 33, 83, 121, 99, 108, 72 };
  static const guint8 s_end[] = { 143, 63, 127, 138, 131, 163, 84, 213 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetJws) jws = signet_jws_new_from_text (HEADER "." PAYLOAD "." SIGNATURE, &error);
  gsize length;
  const guint8 *data;

  g_assert_no_error (error);
  g_assert_cmpstr (signet_jws_get_kid (jws), ==, "");
  data = g_bytes_get_data (signet_jws_get_payload (jws), &length);
  g_assert_cmpmem (data, length, payload, sizeof payload - 1);
  data = g_bytes_get_data (signet_jws_get_signing_input (jws), &length);
  g_assert_cmpmem (data, length, HEADER "." PAYLOAD, strlen (HEADER "." PAYLOAD));
  data = g_bytes_get_data (signet_jws_get_signature (jws), &length);
  g_assert_cmpuint (length, ==, 64);
  g_assert_cmpmem (data, 8, r_start, 8);
  g_assert_cmpmem (data + 56, 8, s_end, 8);
}

static void
test_made (void)
{
  g_autoptr (GBytes) payload = g_bytes_new_static ("{\"receipt\":\"rcp_1\"}", 19);
  g_autoptr (GBytes) signature = g_bytes_new_take (g_memdup2 (SIGNATURE SIGNATURE, 64), 64);
  g_autoptr (GBytes) input = signet_jws_make_signing_input ("键-1", payload);
  g_autofree char *text = signet_jws_join (input, signature);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetJws) jws = signet_jws_new_from_text (text, &error);

  g_assert_no_error (error);
  g_assert_null (strpbrk (text, "+/="));
  g_assert_cmpstr (signet_jws_get_kid (jws), ==, "键-1");
  g_assert_true (g_bytes_equal (signet_jws_get_payload (jws), payload));
  g_assert_true (g_bytes_equal (signet_jws_get_signature (jws), signature));
  g_assert_true (g_bytes_equal (signet_jws_get_signing_input (jws), input));
}

static char *
make_with_header (const char *header)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) header, strlen (header));

  encoded[strcspn (encoded, "=")] = '\0';
  return g_strconcat (encoded, "." PAYLOAD "." SIGNATURE, NULL);
}

static void
check_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetJws) jws = signet_jws_new_from_text (text, &error);

  if (jws != NULL)
    g_error ("taken: %s", text);
  g_assert_nonnull (error);
  g_assert_true (error->domain == SIGNET_API_ERROR);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    ".",
    "..",
    "a.b.c",
    HEADER,
    HEADER "." PAYLOAD,
    HEADER "." PAYLOAD ".",
    HEADER "." PAYLOAD "." SIGNATURE ".",
    HEADER "." PAYLOAD "." SIGNATURE "=",
    HEADER "." PAYLOAD "." SIGNATURE "\n",
    " " HEADER "." PAYLOAD "." SIGNATURE,
    HEADER "." PAYLOAD "." SIGNATURE SIGNATURE,
    HEADER "." PAYLOAD
           ".DtEhU3ljbEg8L38VWAfUAqOyKAM6+Xx+F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3+Kg6NU1Q",
    HEADER "." PAYLOAD
           ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1R",
    HEADER "." PAYLOAD "!." SIGNATURE,
    HEADER ".键." SIGNATURE,
    "e30." PAYLOAD "." SIGNATURE,
    "AAAA." PAYLOAD "." SIGNATURE,
  };
  static const char *const headers[] = {
    "{\"alg\":\"none\"}",
    "{\"alg\":\"HS256\"}",
    "{\"alg\":\"es256\"}",
    "{\"alg\":1}",
    "{\"alg\":\"ES256\",\"kid\":7}",
    "{\"alg\":\"ES256\",\"alg\":\"ES256\"}",
    "{\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1}",
    "[\"ES256\"]",
    "\"ES256\"",
    "{\"alg\":\"ES256\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_refused (texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *text = make_with_header (headers[i]);

      check_refused (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/jws/example", test_example);
  g_test_add_func ("/jws/made", test_made);
  g_test_add_func ("/jws/refused", test_refused);

  return g_test_run ();
}
