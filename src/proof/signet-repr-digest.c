/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-repr-digest.h"

#include "proof/signet-digest.h"
#include "proof/signet-proof-error.h"

#include <string.h>

/* The Repr-Digest field of HTTP (RFC 9530), a dictionary of structured fields (RFC 8941, 3.2 and 4.2):
 * `sha-256=:BASE64:, other=…`. Other algorithms are walked over. Pure functions, any thread.
 */

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_MALFORMED, message);
  return FALSE;
}

static void
skip_blanks (const char **at)
{
  *at += strspn (*at, " \t");
}

/* RFC 8941, 3.1.2: keys are lower-case and begin with a letter or an asterisk. */
static gsize
key_length (const char *at)
{
  if (!g_ascii_islower (*at) && *at != '*')
    return 0;
  return strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789_-.*");
}

static gboolean
skip_string (const char **at)
{
  for (++*at; **at != '\0'; ++*at)
    {
      if (**at == '"')
        {
          ++*at;
          return TRUE;
        }
      if (**at == '\\' && *++*at == '\0')
        return FALSE;
    }
  return FALSE;
}

/* Walks over a value, its parameters included, up to the comma or the end. Quoted strings may hold commas. */
static gboolean
skip_value (const char **at)
{
  int depth = 0;

  while (**at != '\0' && (**at != ',' || depth > 0))
    {
      if (**at == '"')
        {
          if (!skip_string (at))
            return FALSE;
          continue;
        }
      if (**at == '(')
        depth++;
      else if (**at == ')')
        depth--;
      if (depth < 0)
        return FALSE;
      ++*at;
    }
  return depth == 0;
}

/* base64 with padding between two colons; GLib's decoder skips what it doesn't know, so the alphabet and the
 * length are checked first. */
static char *
read_sha256 (const char **at, GError **error)
{
  g_autofree char *base64 = NULL;
  g_autofree guint8 *raw = NULL;
  g_autofree char *again = NULL;
  GString *hex;
  const char *end;
  gsize size;

  if (**at != ':' || (end = strchr (*at + 1, ':')) == NULL)
    {
      refuse (error, "sha-256 is no byte sequence");
      return NULL;
    }

  base64 = g_strndup (*at + 1, (gsize) (end - *at - 1));
  raw = g_base64_decode (base64, &size);
  again = g_base64_encode (raw, size);
  if (size != SIGNET_DIGEST_SIZE || strcmp (again, base64) != 0)
    {
      refuse (error, "sha-256 is not the base64 of 32 bytes");
      return NULL;
    }

  hex = g_string_sized_new (SIGNET_DIGEST_HEX_LENGTH);
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (hex, "%02x", raw[i]);
  *at = end + 1;
  return g_string_free (hex, FALSE);
}

/**
 * signet_repr_digest_format:
 * @sha256: 64 lower-case hex digits
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the value of a Repr-Digest field
 */
char *
signet_repr_digest_format (const char *sha256, GError **error)
{
  guint8 raw[SIGNET_DIGEST_SIZE];
  g_autofree char *base64 = NULL;

  if (!signet_digest_is_hex (sha256))
    {
      refuse (error, "A SHA-256 is 64 lower-case hex digits");
      return NULL;
    }

  for (gsize i = 0; i < sizeof raw; i++)
    raw[i] = (guint8) (g_ascii_xdigit_value (sha256[i * 2]) << 4 | g_ascii_xdigit_value (sha256[i * 2 + 1]));
  base64 = g_base64_encode (raw, sizeof raw);
  return g_strdup_printf ("sha-256=:%s:", base64);
}

/**
 * signet_repr_digest_parse:
 * @header: the value of a Repr-Digest field
 * @error: return location
 *
 * Finds the SHA-256 in the field. Of two the last counts, as RFC 8941 has it for dictionaries.
 *
 * Returns: (transfer full) (nullable): 64 lower-case hex digits; %NULL if the field is malformed or has no
 * sha-256
 */
char *
signet_repr_digest_parse (const char *header, GError **error)
{
  g_autofree char *sha256 = NULL;
  const char *at = header;

  skip_blanks (&at);
  while (*at != '\0')
    {
      gsize length = key_length (at);
      gboolean ours = length == strlen ("sha-256") && strncmp (at, "sha-256", length) == 0;

      if (length == 0)
        {
          refuse (error, "A key is missing");
          return NULL;
        }
      at += length;
      if (ours)
        g_clear_pointer (&sha256, g_free);
      if (*at == '=')
        {
          at++;
          if (ours && (sha256 = read_sha256 (&at, error)) == NULL)
            return NULL;
        }
      else if (ours)
        {
          refuse (error, "sha-256 has no value");
          return NULL;
        }
      if ((ours && strchr (" \t,;", *at) == NULL) || !skip_value (&at))
        {
          refuse (error, "A value is malformed");
          return NULL;
        }

      if (*at == ',')
        {
          at++;
          skip_blanks (&at);
          if (*at == '\0')
            {
              refuse (error, "Nothing follows the last comma");
              return NULL;
            }
        }
    }

  if (sha256 == NULL)
    refuse (error, "There is no sha-256");
  return g_steal_pointer (&sha256);
}
