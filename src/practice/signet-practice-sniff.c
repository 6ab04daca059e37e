/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-sniff.h"

#include <string.h>

/* What a file is by its content, without parsing it: a platform's front door, not a viewer. */

/* ISO 32000-1, 7.5.2 asks for the header at the beginning; readers take it within the first kilobyte. */
#define PDF_HEADER_WITHIN 1024

static const char *
skip_space (const char *at, const char *end)
{
  while (at < end && strchr (" \t\r\n\f", *at) != NULL && *at != '\0')
    at++;
  return at;
}

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* "12 0 R" or "<<": what a trailer's /Encrypt is followed by (ISO 32000-1, 7.5.5). */
static gboolean
is_reference (const char *at, const char *end)
{
  const char *number;

  at = skip_space (at, end);
  if (end - at >= 2 && at[0] == '<' && at[1] == '<')
    return TRUE;
  number = at;
  at = skip_digits (at, end);
  if (at == number)
    return FALSE;
  at = skip_space (at, end);
  number = at;
  at = skip_digits (at, end);
  if (at == number)
    return FALSE;
  at = skip_space (at, end);
  return at < end && *at == 'R';
}

/**
 * signet_practice_sniff_type:
 * @data: a file
 * @size: its length
 *
 * Returns: (nullable): the media type its content shows, %NULL if it is none that is known here
 */
const char *
signet_practice_sniff_type (const guint8 *data, gsize size)
{
  if (size >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "image/png";
  if (size >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "image/jpeg";
  if (size >= 5 && memmem (data, MIN (size, PDF_HEADER_WITHIN), "%PDF-", 5) != NULL)
    return "application/pdf";
  return NULL;
}

/**
 * signet_practice_sniff_encryption:
 * @data: a PDF
 * @size: its length
 *
 * Looks for an encryption dictionary in the trailers and cross-reference streams, which are never compressed
 * or encrypted themselves.
 *
 * Returns: %TRUE if the PDF is encrypted
 */
gboolean
signet_practice_sniff_encryption (const guint8 *data, gsize size)
{
  const char *at = (const char *) data;
  const char *end = at + size;

  while ((at = memmem (at, (gsize) (end - at), "/Encrypt", strlen ("/Encrypt"))) != NULL)
    {
      at += strlen ("/Encrypt");
      if (is_reference (at, end))
        return TRUE;
    }
  return FALSE;
}
