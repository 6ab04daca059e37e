/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The strict reader: a torture set that must be refused, everything RFC 8259 allows that must not be. */

#include "api/signet-json.h"

#include <string.h>

#define TEXT(literal) literal, sizeof (literal) - 1

typedef struct
{
  const char *text;
  gsize length;
} Text;

static const Text refused[] = {
  /* nothing, too much, cut off */
  { TEXT ("") },
  { TEXT (" ") },
  { TEXT ("\n\t\r ") },
  { TEXT ("1 2") },
  { TEXT ("{}{}") },
  { TEXT ("[] x") },
  { TEXT ("null,") },
  { TEXT ("{") },
  { TEXT ("[") },
  { TEXT ("[1") },
  { TEXT ("[1,") },
  { TEXT ("{\"a\"") },
  { TEXT ("{\"a\":") },
  { TEXT ("{\"a\":1") },
  { TEXT ("{\"a\":1,") },
  { TEXT ("\"") },
  { TEXT ("\"abc") },
  { TEXT ("\"abc\\") },
  { TEXT ("\"abc\\\"") },
  { TEXT ("tru") },
  { TEXT ("nul") },
  { TEXT ("]") },
  { TEXT ("}") },
  { TEXT ("[}") },
  { TEXT ("{]") },
  { TEXT ("[1}") },
  { TEXT ("{\"a\":1]") },

  /* what other readers take */
  { TEXT ("/* c */ 1") },
  { TEXT ("1 // c") },
  { TEXT ("[1, /* c */ 2]") },
  { TEXT ("# c\n1") },
  { TEXT ("[1,]") },
  { TEXT ("[,1]") },
  { TEXT ("[1,,2]") },
  { TEXT ("[1 2]") },
  { TEXT ("{\"a\":1,}") },
  { TEXT ("{,\"a\":1}") },
  { TEXT ("{\"a\" 1}") },
  { TEXT ("{\"a\":1 \"b\":2}") },
  { TEXT ("{\"a\":1:2}") },
  { TEXT ("{a:1}") },
  { TEXT ("{'a':1}") },
  { TEXT ("'a'") },
  { TEXT ("{1:1}") },
  { TEXT ("{null:1}") },
  { TEXT ("[][]") },
  { TEXT ("NaN") },
  { TEXT ("nan") },
  { TEXT ("Infinity") },
  { TEXT ("-Infinity") },
  { TEXT ("[NaN]") },
  { TEXT ("undefined") },
  { TEXT ("True") },
  { TEXT ("nulll") },
  { TEXT ("truefalse") },
  { TEXT ("\"a\" \"b\"") },
  { TEXT ("var a = 1;") },
  { TEXT ("\xef\xbb\xbf{}") },
  { TEXT ("\xff\xfe{\0}\0") },
  { TEXT ("\v1") },
  { TEXT ("\f1") },
  { TEXT ("\xc2\xa0"
          "1") },
  { TEXT ("\xe3\x80\x80"
          "1") },

  /* numbers */
  { TEXT ("+1") },
  { TEXT ("-") },
  { TEXT ("--1") },
  { TEXT ("01") },
  { TEXT ("-01") },
  { TEXT ("00") },
  { TEXT ("1.") },
  { TEXT (".5") },
  { TEXT ("-.5") },
  { TEXT ("1.e3") },
  { TEXT ("1e") },
  { TEXT ("1e+") },
  { TEXT ("1E-") },
  { TEXT ("1e1.5") },
  { TEXT ("1.2.3") },
  { TEXT ("0x10") },
  { TEXT ("0b1") },
  { TEXT ("1_000") },
  { TEXT ("1f") },
  { TEXT ("\xef\xbc\x91") },
  { TEXT ("1e400") },
  { TEXT ("-1e400") },
  { TEXT ("[1E+309]") },
  { TEXT ("1.7976931348623159e308") },
  { TEXT ("9223372036854775808") },
  { TEXT ("-9223372036854775809") },
  { TEXT ("18446744073709551616") },
  { TEXT ("18446744073709551617") },
  { TEXT ("100000000000000000000000000000000000000000000000000") },

  /* strings */
  { TEXT ("\"\n\"") },
  { TEXT ("\"\t\"") },
  { TEXT ("\"\x1f\"") },
  { TEXT ("\"a\0b\"") },
  { TEXT ("\0") },
  { TEXT ("1\0") },
  { TEXT ("\"\\u0000\"") },
  { TEXT ("{\"\\u0000\":1}") },
  { TEXT ("\"\\ud800\"") },
  { TEXT ("\"\\udfff\"") },
  { TEXT ("\"\\udc00\\ud800\"") },
  { TEXT ("\"\\ud800\\u0041\"") },
  { TEXT ("\"\\ud800x\"") },
  { TEXT ("\"\\ud800\\ud800\\udc00\"") },
  { TEXT ("\"\\ud83d\\n\"") },
  { TEXT ("\"\\uD83D") },
  { TEXT ("\"\\uD83D\\u") },
  { TEXT ("{\"\\ud800\":1}") },
  { TEXT ("\"\\u12\"") },
  { TEXT ("\"\\u12g4\"") },
  { TEXT ("\"\\u+123\"") },
  { TEXT ("\"\\U00000041\"") },
  { TEXT ("\"\\x41\"") },
  { TEXT ("\"\\a\"") },
  { TEXT ("\"\\0\"") },
  { TEXT ("\"\\'\"") },
  { TEXT ("\"\\ \"") },
  { TEXT ("\"\\\n\"") },

  /* UTF-8: truncated, overlong, surrogates, too high, Latin-1 */
  { TEXT ("\"\xe4\xb8\"") },
  { TEXT ("\"\xe4\xb8") },
  { TEXT ("\"\xf0\x9f\x98\"") },
  { TEXT ("\"\xc0\x80\"") },
  { TEXT ("\"\xc0\xaf\"") },
  { TEXT ("\"\xe0\x80\xaf\"") },
  { TEXT ("\"\xed\xa0\x80\"") },
  { TEXT ("\"\xf4\x90\x80\x80\"") },
  { TEXT ("\"\xf8\x88\x80\x80\x80\"") },
  { TEXT ("\"\x80\"") },
  { TEXT ("\"caf\xe9\"") },
  { TEXT ("{\"\xff\":1}") },

  /* a name twice, also where it doesn't look so */
  { TEXT ("{\"a\":1,\"a\":1}") },
  { TEXT ("{\"a\":1,\"b\":2,\"a\":3}") },
  { TEXT ("{\"\":1,\"\":2}") },
  { TEXT ("{\"a\":1,\"\\u0061\":2}") },
  { TEXT ("{\"\\u0061\":1,\"a\":2}") },
  { TEXT ("{\"a\\/b\":1,\"a/b\":2}") },
  { TEXT ("{\"\\n\":1,\"\\u000a\":2}") },
  { TEXT ("{\"\\ud83d\\ude00\":1,\"\xf0\x9f\x98\x80\":2}") },
  { TEXT ("{\"\xe4\xb8\xad\":1,\"\\u4e2d\":2}") },
  { TEXT ("{\"o\":{\"a\":1},\"p\":{\"x\":[],\"x\":[]}}") },
  { TEXT ("[{\"a\":{\"a\":{}}},{\"a\":1,\"b\":{\"a\":1},\"a\":2}]") },
};

static const Text accepted[] = {
  { TEXT ("null") },
  { TEXT ("true") },
  { TEXT ("false") },
  { TEXT ("\"\"") },
  { TEXT ("[]") },
  { TEXT ("{}") },
  { TEXT (" \t\r\n{ \t\r\n\"a\" \t\r\n: \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n} \t\r\n") },
  { TEXT ("[[],{},[{}],\"\",null,true,false,0]") },
  { TEXT ("0") },
  { TEXT ("-0") },
  { TEXT ("-0.0") },
  { TEXT ("0e0") },
  { TEXT ("1E+2") },
  { TEXT ("1e2") },
  { TEXT ("1.0e-2") },
  { TEXT ("1e-400") },
  { TEXT ("0e400") },
  { TEXT ("0.000e99999999999999999999") },
  { TEXT ("1e00000000000000000000000001") },
  { TEXT ("1.7976931348623157e308") },
  { TEXT ("1.7976931348623158e+308") },
  { TEXT ("4.9e-324") },
  { TEXT ("3.14159265358979323846264338327950288419716939937510") },
  { TEXT ("100000000000000000000000000000000000000000000000000.0") },
  { TEXT ("9223372036854775807") },
  { TEXT ("-9223372036854775808") },
  { TEXT ("{\"\":1}") },
  { TEXT ("{\"a\":{\"a\":{\"a\":1}}}") },
  { TEXT ("[{\"a\":1},{\"a\":2}]") },
  { TEXT ("{\"o\":{\"x\":1},\"x\":2,\"p\":{\"x\":3}}") },
  { TEXT ("{\"a\":1,\"A\":2,\"a \":3,\"\\u0061\\u0061\":4}") },
  { TEXT ("{\"\xc3\xa9\":1,\"e\xcc\x81\":2}") },
  { TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u001F\\u007f\"") },
  { TEXT ("\"\x7f\"") },
  { TEXT ("\"\\ud83d\\ude00 \\uDBFF\\uDFFF \\uFFFF \\ufffe\"") },
  { TEXT ("\"\xf0\x9f\x98\x80 \xf4\x8f\xbf\xbf \xef\xbf\xbf \xe2\x80\xa8\xe2\x80\xa9 \xef\xbb\xbf\"") },
  { TEXT ("\"/* c */ // NaN ,] }\"") },
};

/* A copy without a byte behind it, so that reading on is seen by the sanitizer. */
static gboolean
check (const char *text, gsize length, GError **error)
{
  g_autofree char *copy = g_memdup2 (text, length);

  return signet_json_check (copy, length, error);
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (refused[i].text, refused[i].length);

      if (check (refused[i].text, refused[i].length, &error))
        g_error ("taken: %s", refused[i].text);
      g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED);
      g_assert_null (signet_json_parse (bytes, NULL));
    }
}

static void
test_accepted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (accepted[i].text, accepted[i].length);
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GBytes) written = NULL;

      check (accepted[i].text, accepted[i].length, &error);
      g_assert_no_error (error);

      /* and json-glib reads what the scan takes, and writes what the scan takes */
      root = signet_json_parse (bytes, &error);
      if (root == NULL)
        g_error ("%s: %s", accepted[i].text, error->message);
      written = signet_json_to_bytes (root);
      signet_json_check (g_bytes_get_data (written, NULL), g_bytes_get_size (written), &error);
      g_assert_no_error (error);
    }
}

/* Every beginning of a text that is taken, and every text with one byte gone, is handled; only whole texts
 * whose top level isn't a number may be cut and still be right. */
static void
test_cut (void)
{
  const char *text = "{\"a\\ud83d\\ude00\":[1.5e3,\"\xe4\xb8\xad\",{\"b\":null},true],\"c\":-12}";
  gsize length = strlen (text);

  for (gsize n = 0; n < length; n++)
    g_assert_false (check (text, n, NULL));
  g_assert_true (check (text, length, NULL));
}

static char *
nest (guint depth, const char *opening, const char *inner, const char *closing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, opening);
  g_string_append (text, inner);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, closing);
  return g_string_free (text, FALSE);
}

static void
check_depth (const char *opening, const char *inner, const char *closing, guint depth, gboolean good)
{
  g_autofree char *text = nest (depth, opening, inner, closing);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = signet_json_parse (bytes, &error);

  if (good)
    g_assert_no_error (error);
  else
    g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_TOO_LARGE);
}

static void
test_depth (void)
{
  check_depth ("[", "", "]", 64, TRUE);
  check_depth ("[", "1", "]", 64, TRUE);
  check_depth ("{\"a\":", "1", "}", 64, TRUE);
  check_depth ("[", "", "]", 65, FALSE);
  check_depth ("[", "[]", "]", 64, FALSE);
  check_depth ("{\"a\":", "{}", "}", 64, FALSE);
  check_depth ("[", "", "]", 100000, FALSE);
  check_depth ("[", "", "", 100000, FALSE);
  check_depth ("{\"a\":", "1", "}", 100000, FALSE);
  check_depth ("[{\"a\":", "1", "}]", 100000, FALSE);
}

static char *
make_large (gsize length)
{
  char *text = g_malloc (length);

  memset (text, 'x', length);
  text[0] = text[length - 1] = '"';
  return text;
}

static void
test_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = make_large (SIGNET_JSON_MAX_BYTES + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, SIGNET_JSON_MAX_BYTES + 1);
  g_autoptr (JsonNode) root = NULL;

  g_assert_false (signet_json_check (text, SIGNET_JSON_MAX_BYTES + 1, &error));
  g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_TOO_LARGE);
  g_clear_error (&error);

  /* what Signet has kept itself may be larger */
  root = signet_json_parse_up_to (bytes, SIGNET_JSON_MAX_BYTES + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (json_node_get_string (root)), ==, SIGNET_JSON_MAX_BYTES - 1);

  text[SIGNET_JSON_MAX_BYTES - 1] = '"';
  signet_json_check (text, SIGNET_JSON_MAX_BYTES, &error);
  g_assert_no_error (error);
}

/* A great many members, all different but the last: finding it must not take for ever. */
static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (text, "\"%u\":0,", i);
  g_string_append (text, "\"999999\":0}");
  g_assert_cmpuint (text->len, <=, SIGNET_JSON_MAX_BYTES);
  g_assert_false (signet_json_check (text->str, text->len, &error));
  g_assert_nonnull (strstr (error->message, "same name"));
  g_clear_error (&error);

  text->str[text->len - 6] = 'x';
  signet_json_check (text->str, text->len, &error);
  g_assert_no_error (error);
}

/* Bytes at random and texts with a byte changed: whatever the scan takes, json-glib reads too. */
static void
test_random (void)
{
  static const char alphabet[] = "{}[]\",:\\u0123456789abcdefDC8E+-. \t\ntrufalsn/*\xe4\xb8\xad\x80";
  static const char sample[] =
      "{\"a\":[1,-2.5e3,\"\\ud83d\\ude00\xe4\xb8\xad\"],\"b\":{\"c\":null,\"d\":[true,false]}}";
  guint taken = 0;

  for (guint round = 0; round < 200000; round++)
    {
      char text[sizeof sample];
      gsize length = sizeof sample - 1;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) root = NULL;

      memcpy (text, sample, sizeof sample);
      if (round % 2 == 0)
        {
          length = (gsize) g_test_rand_int_range (1, 12);
          for (gsize i = 0; i < length; i++)
            text[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
        }
      else
        for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
          text[g_test_rand_int_range (0, (int) length)] =
              alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

      if (!check (text, length, NULL))
        continue;
      taken++;
      bytes = g_bytes_new (text, length);
      root = signet_json_parse (bytes, NULL);
      if (root == NULL)
        g_error ("the scan takes what json-glib doesn't: %.*s", (int) length, text);
    }
  g_assert_cmpuint (taken, >, 1000);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = signet_json_parse (bytes, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_values (void)
{
  g_autoptr (JsonNode) root = parse (
      "{\"s\":\"\\u4e2d\\ud83d\\ude00\\u007f\\\"\\/\\b\\f\\n\\r\\t\",\"max\":9223372036854775807,"
      "\"min\":-9223372036854775808,\"zero\":-0,\"e\":1E+2,\"d\":1.0,\"t\":true,\"n\":null,"
      "\"a/b\":{\"~\":[10,{\"x\":\"y\"}]},\"\":\"empty\",\"list\":[]}");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (signet_json_get_text (root, "/s", &error), ==, "中\xf0\x9f\x98\x80\x7f\"/\b\f\n\r\t");
  g_assert_cmpint (signet_json_get_integer (root, "/max", &error), ==, G_MAXINT64);
  g_assert_cmpint (signet_json_get_integer (root, "/min", &error), ==, G_MININT64);
  g_assert_cmpint (signet_json_get_integer (root, "/zero", &error), ==, 0);
  g_assert_cmpfloat (json_node_get_double (signet_json_find (root, "/e")), ==, 100.0);
  g_assert_true (signet_json_get_boolean (root, "/t", &error));
  g_assert_cmpstr (signet_json_get_text (root, "/n", &error), ==, "");
  g_assert_null (signet_json_find (root, "/n"));
  g_assert_null (signet_json_find (root, "/none"));
  g_assert_cmpint (signet_json_get_integer (root, "/none/of/these", &error), ==, 0);
  g_assert_cmpint (signet_json_get_integer (root, "/a~1b/~0/0", &error), ==, 10);
  g_assert_cmpstr (signet_json_get_text (root, "/a~1b/~0/1/x", &error), ==, "y");
  g_assert_cmpstr (signet_json_get_text (root, "/a~1b/~0/2", &error), ==, "");
  g_assert_cmpstr (signet_json_get_text (root, "/", &error), ==, "empty");
  g_assert_nonnull (signet_json_get_array (root, "/list", &error));
  g_assert_nonnull (signet_json_get_object (root, "", &error));
  g_assert_cmpstr (signet_json_require_text (root, "/s", &error), !=, "");
  g_assert_no_error (error);
}

static void
check_mistyped (const GError *error, const char *pointer)
{
  g_autofree char *found = NULL;

  g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISTYPED);
  found = signet_api_error_dup_pointer (error);
  g_assert_cmpstr (found, ==, pointer);
}

static void
test_types (void)
{
  g_autoptr (JsonNode)
      root = parse ("{\"s\":\"1\",\"i\":1,\"d\":1.0,\"o\":{},\"a\":[],\"t\":true,\"e\":\"\"}");
  static const char *const no_text[] = { "/i", "/d", "/o", "/a", "/t", "", "/s/x", "/i/0", "/a/x", "/a/-1" };
  static const char *const no_integer[] = { "/s", "/d", "/o", "/a", "/t" };
  static const char *const no_boolean[] = { "/s", "/i", "/o" };
  static const char *const no_array[] = { "/s", "/i", "/o" };
  static const char *const no_object[] = { "/s", "/i", "/a" };
  g_autoptr (GError) error = NULL;

#define CHECK(paths, call)                         \
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) \
    {                                              \
      call (root, paths[i], &error);               \
      check_mistyped (error, paths[i]);            \
      g_clear_error (&error);                      \
    }

  CHECK (no_text, signet_json_get_text)
  CHECK (no_text, signet_json_require_text)
  CHECK (no_integer, signet_json_get_integer)
  CHECK (no_boolean, signet_json_get_boolean)
  CHECK (no_array, signet_json_get_array)
  CHECK (no_object, signet_json_get_object)
#undef CHECK

  signet_json_require_text (root, "/none", &error);
  g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING);
  g_clear_error (&error);
  signet_json_require_text (root, "/e", &error);
  g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING);

  /* the first error stays */
  g_assert_cmpstr (signet_json_get_text (root, "/s", &error), ==, "");
  signet_json_get_text (root, "/i", &error);
  g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING);
}

/* An answer without a body has no member, and says so; it is no mistake of the program. */
static void
test_no_body (void)
{
  g_autoptr (GError) error = NULL;

#define CHECK(call)                                                   \
  call (NULL, "/phone", &error);                                      \
  g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING); \
  g_clear_error (&error);

  CHECK (signet_json_find_checked)
  CHECK (signet_json_get_text)
  CHECK (signet_json_require_text)
  CHECK (signet_json_get_integer)
  CHECK (signet_json_get_boolean)
  CHECK (signet_json_get_array)
  CHECK (signet_json_get_object)
#undef CHECK
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/accepted", test_accepted);
  g_test_add_func ("/json/cut", test_cut);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/large", test_large);
  g_test_add_func ("/json/many-members", test_many_members);
  g_test_add_func ("/json/random", test_random);
  g_test_add_func ("/json/values", test_values);
  g_test_add_func ("/json/types", test_types);
  g_test_add_func ("/json/no-body", test_no_body);

  return g_test_run ();
}
