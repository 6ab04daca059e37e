/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-base64url.h"

#include "proof/signet-proof-error.h"

#include <string.h>

/* base64url without padding (RFC 4648, 5; RFC 7515, 2). Pure functions, any thread. */

static int
value_of (char c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (c >= '0' && c <= '9')
    return c - '0' + 52;
  if (c == '-')
    return 62;
  if (c == '_')
    return 63;
  return -1;
}

/**
 * signet_base64url_encode:
 * @data: (array length=size): bytes
 * @size: how many
 *
 * Returns: (transfer full): the text, without padding
 */
char *
signet_base64url_encode (const void *data, gsize size)
{
  char *text = g_base64_encode (data, size);
  gsize length;

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  length = strlen (text);
  while (length > 0 && text[length - 1] == '=')
    text[--length] = '\0';
  return text;
}

/**
 * signet_base64url_decode:
 * @text: base64url without padding
 * @length: its bytes, or -1 if it ends with a NUL
 * @error: return location
 *
 * Decodes strictly: no padding, no white space, nothing outside the alphabet, and no stray bits after the
 * last byte, so that two different texts never stand for the same bytes (a signature covers the text).
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
signet_base64url_decode (const char *text, gssize length, GError **error)
{
  gsize n_in = length < 0 ? strlen (text) : (gsize) length;
  gsize n_out = n_in / 4 * 3 + (n_in % 4 == 3 ? 2 : n_in % 4 == 2 ? 1 : 0);
  g_autofree guint8 *out = g_malloc (MAX (n_out, 1));
  guint32 bits = 0;
  guint n_bits = 0;
  gsize at = 0;

  if (n_in % 4 == 1)
    {
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_MALFORMED,
                           "No base64url text has this length");
      return NULL;
    }

  for (gsize i = 0; i < n_in; i++)
    {
      int value = value_of (text[i]);

      if (value < 0)
        {
          g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_MALFORMED,
                               "A character is outside the base64url alphabet");
          return NULL;
        }
      bits = (bits << 6) | (guint32) value;
      n_bits += 6;
      if (n_bits >= 8)
        {
          n_bits -= 8;
          out[at++] = (guint8) (bits >> n_bits);
          bits &= (1u << n_bits) - 1;
        }
    }
  if (bits != 0)
    {
      g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_MALFORMED,
                           "There are bits after the last byte");
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&out), at);
}
