/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-json-scan.h"

#include <math.h>
#include <string.h>

#include "api/signet-api-error.h"
#include "api/signet-json-names.h"

/*
 * The strict scan that runs over every JSON text before json-glib sees it. json-glib 1.6 wraps integers, cuts
 * strings at U+0000, takes comments and runs out of stack; what passes here it reads right.
 *
 * Accepted is exactly RFC 8259, less: more than 16 MiB, more than 64 levels, a byte order mark, U+0000, lone
 * surrogates, integers outside int64, numbers that aren't finite as double, a member name twice in an object
 * (compared after unescaping). No recursion, no allocation that a document could blow up. Any thread.
 */

typedef struct
{
  const char *start;
  const char *at;
  const char *end;

  GStringChunk *unescaped; /* member names that were written with escapes */
  GString *scratch;        /* the name being unescaped */
  guint depth;
  gboolean is_object[SIGNET_JSON_MAX_DEPTH];
  SignetJsonNames *names[SIGNET_JSON_MAX_DEPTH]; /* made when first needed */
} Scan;

static gboolean
refuse_at (Scan *scan, const char *where, const char *reason, GError **error)
{
  g_set_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED, "%s at byte %" G_GSIZE_FORMAT, reason,
               (gsize) (where - scan->start));
  return FALSE;
}

static gboolean
refuse (Scan *scan, const char *reason, GError **error)
{
  return refuse_at (scan, scan->at, reason, error);
}

/* The byte at the cursor, 0 at the end: a NUL in the text is no UTF-8 for g_utf8_validate_len(). */
static char
peek (Scan *scan)
{
  return scan->at < scan->end ? *scan->at : '\0';
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end &&
         (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\r' || *scan->at == '\t'))
    scan->at++;
}

/* The four digits after \u. Nothing may follow what is no digit, so the text need not be longer. */
static gboolean
scan_hex4 (Scan *scan, gunichar *unit, GError **error)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (scan));

      if (digit < 0)
        return refuse (scan, "no hexadecimal digit in \\u", error);
      *unit = *unit << 4 | (gunichar) digit;
      scan->at++;
    }
  return TRUE;
}

/* Behind the backslash. @out: where the character goes, NULL if nobody wants to know. */
static gboolean
scan_escape (Scan *scan, GString *out, GError **error)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *where = scan->at - 1;
  const char *letter;
  gunichar unit;
  gunichar low;

  letter = peek (scan) != '\0' ? strchr (letters, peek (scan)) : NULL;
  if (letter != NULL)
    {
      scan->at++;
      if (out != NULL)
        g_string_append_c (out, meanings[letter - letters]);
      return TRUE;
    }

  if (peek (scan) != 'u')
    return refuse_at (scan, where, "unknown escape", error);
  scan->at++;
  if (!scan_hex4 (scan, &unit, error))
    return FALSE;
  if (unit == 0)
    return refuse_at (scan, where, "U+0000", error);
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return refuse_at (scan, where, "lone surrogate", error);
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (scan->end - scan->at < 2 || scan->at[0] != '\\' || scan->at[1] != 'u')
        return refuse_at (scan, where, "lone surrogate", error);
      scan->at += 2;
      if (!scan_hex4 (scan, &low, error))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return refuse_at (scan, where, "lone surrogate", error);
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (out != NULL)
    g_string_append_unichar (out, unit);
  return TRUE;
}

/* A string; the cursor is on its opening quote. If @name is given: the text between the quotes, unescaped. */
static gboolean
scan_string (Scan *scan, const char **name, gsize *name_length, GError **error)
{
  const char *opening = scan->at++;
  const char *copied = scan->at;
  gboolean escaped = FALSE;

  while (scan->at < scan->end)
    {
      guchar c = (guchar) *scan->at;

      if (c == '"')
        break;
      if (c < 0x20)
        return refuse (scan, "control character in a string", error);
      if (c != '\\')
        {
          scan->at++;
          continue;
        }

      if (name != NULL)
        {
          if (!escaped)
            g_string_truncate (scan->scratch, 0);
          g_string_append_len (scan->scratch, copied, scan->at - copied);
        }
      escaped = TRUE;
      scan->at++;
      if (!scan_escape (scan, name != NULL ? scan->scratch : NULL, error))
        return FALSE;
      copied = scan->at;
    }
  if (scan->at == scan->end)
    return refuse_at (scan, opening, "string without an end", error);

  if (name != NULL && escaped)
    {
      g_string_append_len (scan->scratch, copied, scan->at - copied);
      *name = g_string_chunk_insert_len (scan->unescaped, scan->scratch->str, (gssize) scan->scratch->len);
      *name_length = scan->scratch->len;
    }
  else if (name != NULL)
    {
      *name = copied;
      *name_length = scan->at - copied;
    }
  scan->at++;
  return TRUE;
}

static gsize
skip_digits (Scan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return scan->at - first;
}

static gboolean
fits_int64 (const char *digits, gsize n_digits, gboolean negative)
{
  guint64 limit = (guint64) G_MAXINT64 + (negative ? 1 : 0);
  guint64 value = 0;

  if (n_digits > 19)
    return FALSE;
  for (gsize i = 0; i < n_digits; i++)
    value = value * 10 + (guint64) g_ascii_digit_value (digits[i]);
  return value <= limit;
}

/* Whether a number with fraction or exponent is finite as a double. Almost always the number of its digits
 * says so; only near the end of the range (1.8e308) is it worth converting. */
static gboolean
is_finite (const char *token, gsize length, gsize n_digits, const char *exponent)
{
  g_autofree char *copy = NULL;

  if (exponent == NULL && n_digits <= 300)
    return TRUE;
  if (exponent != NULL && n_digits <= 200)
    {
      const char *digit = exponent + (*exponent == '+' || *exponent == '-');

      /* at most two digits: below 10^300 */
      if (*exponent == '-' || token + length - digit <= 2)
        return TRUE;
    }

  copy = g_strndup (token, length);
  return isfinite (g_ascii_strtod (copy, NULL));
}

static gboolean
scan_number (Scan *scan, GError **error)
{
  const char *token = scan->at;
  const char *digits;
  const char *exponent = NULL;
  gsize n_digits;
  gboolean negative = FALSE;
  gboolean integer = TRUE;

  if (peek (scan) == '-')
    {
      negative = TRUE;
      scan->at++;
    }

  digits = scan->at;
  n_digits = skip_digits (scan);
  if (n_digits == 0)
    return refuse_at (scan, token, negative ? "minus without a number" : "unexpected character", error);
  if (n_digits > 1 && *digits == '0')
    return refuse_at (scan, token, "number with a leading zero", error);

  if (peek (scan) == '.')
    {
      integer = FALSE;
      scan->at++;
      if (skip_digits (scan) == 0)
        return refuse_at (scan, token, "number without digits after the point", error);
    }
  if (peek (scan) == 'e' || peek (scan) == 'E')
    {
      integer = FALSE;
      scan->at++;
      exponent = scan->at;
      if (peek (scan) == '+' || peek (scan) == '-')
        scan->at++;
      if (skip_digits (scan) == 0)
        return refuse_at (scan, token, "number without digits in the exponent", error);
    }

  if (integer && !fits_int64 (digits, n_digits, negative))
    return refuse_at (scan, token, "integer beyond 64 bits", error);
  if (!integer && !is_finite (token, scan->at - token, n_digits, exponent))
    return refuse_at (scan, token, "number beyond a double", error);
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word, GError **error)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return refuse (scan, "unexpected character", error);
  scan->at += length;
  return TRUE;
}

/* A member's name and the colon behind it. */
static gboolean
scan_name (Scan *scan, GError **error)
{
  const char *where;
  const char *name;
  gsize length;

  skip_space (scan);
  if (peek (scan) != '"')
    return refuse (scan, "no member name", error);
  where = scan->at;
  if (!scan_string (scan, &name, &length, error))
    return FALSE;
  if (!signet_json_names_add (scan->names[scan->depth - 1], name, length))
    return refuse_at (scan, where, "second member of the same name", error);

  skip_space (scan);
  if (peek (scan) != ':')
    return refuse (scan, "no colon after a member name", error);
  scan->at++;
  return TRUE;
}

/* On [ or {: opens a level. @empty: it was closed again at once. */
static gboolean
open_level (Scan *scan, gboolean *empty, GError **error)
{
  gboolean is_object = *scan->at == '{';

  if (scan->depth == SIGNET_JSON_MAX_DEPTH)
    {
      g_set_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_TOO_LARGE,
                   "more than %d levels at byte %" G_GSIZE_FORMAT, SIGNET_JSON_MAX_DEPTH,
                   (gsize) (scan->at - scan->start));
      return FALSE;
    }
  scan->at++;

  skip_space (scan);
  *empty = peek (scan) == (is_object ? '}' : ']');
  if (*empty)
    {
      scan->at++;
      return TRUE;
    }

  scan->is_object[scan->depth] = is_object;
  if (is_object)
    {
      if (scan->names[scan->depth] == NULL)
        scan->names[scan->depth] = signet_json_names_new ();
      signet_json_names_begin (scan->names[scan->depth]);
    }
  scan->depth++;
  return !is_object || scan_name (scan, error);
}

/* Behind a value: closes what ends here, until another value must follow or the text is over. */
static gboolean
close_levels (Scan *scan, gboolean *done, GError **error)
{
  for (;;)
    {
      gboolean is_object;

      skip_space (scan);
      *done = scan->depth == 0;
      if (*done)
        return scan->at == scan->end || refuse (scan, "something after the value", error);

      is_object = scan->is_object[scan->depth - 1];
      if (peek (scan) == ',')
        {
          scan->at++;
          return !is_object || scan_name (scan, error);
        }
      if (peek (scan) != (is_object ? '}' : ']'))
        return refuse (scan, scan->at == scan->end ? "end in the middle" : "no comma", error);
      scan->at++;
      scan->depth--;
    }
}

static gboolean
scan_text (Scan *scan, GError **error)
{
  gboolean done = FALSE;

  while (!done)
    {
      gboolean open = FALSE;
      gboolean empty = FALSE;
      gboolean good;

      skip_space (scan);
      switch (peek (scan))
        {
        case '{':
        case '[':
          good = open_level (scan, &empty, error);
          open = !empty;
          break;
        case '"':
          good = scan_string (scan, NULL, NULL, error);
          break;
        case 't':
          good = scan_word (scan, "true", error);
          break;
        case 'f':
          good = scan_word (scan, "false", error);
          break;
        case 'n':
          good = scan_word (scan, "null", error);
          break;
        default:
          if (scan->at == scan->end)
            return refuse (scan, "no value", error);
          good = scan_number (scan, error);
        }
      if (!good)
        return FALSE;
      if (!open && !close_levels (scan, &done, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * signet_json_check:
 * @data: (array length=length): a text
 * @length: its length in bytes
 * @error: return location for an error
 *
 * Whether the text is JSON as Signet takes it from a stranger (RFC 8259 and the limits above).
 *
 * Returns: TRUE, or FALSE with %SIGNET_API_ERROR_MALFORMED or %SIGNET_API_ERROR_TOO_LARGE
 */
gboolean
signet_json_check (const char *data, gsize length, GError **error)
{
  return signet_json_check_up_to (data, length, SIGNET_JSON_MAX_BYTES, error);
}

/**
 * signet_json_check_up_to:
 * @data: (array length=length): a text
 * @length: its length in bytes
 * @max_length: how long it may be at most, below 4 GiB
 * @error: return location for an error
 *
 * As signet_json_check(), with another limit: what Signet itself has kept may be larger than what it takes
 * from a stranger.
 *
 * Returns: TRUE, or FALSE with %SIGNET_API_ERROR_MALFORMED or %SIGNET_API_ERROR_TOO_LARGE
 */
gboolean
signet_json_check_up_to (const char *data, gsize length, gsize max_length, GError **error)
{
  Scan scan = { .start = data, .at = data, .end = data + length };
  const char *invalid;
  gboolean good;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_return_val_if_fail (max_length <= G_MAXUINT32, FALSE);

  if (length > max_length)
    {
      g_set_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_TOO_LARGE, "more than %" G_GSIZE_FORMAT " bytes",
                   max_length);
      return FALSE;
    }
  if (length == 0)
    return refuse (&scan, "no value", error);
  if (!g_utf8_validate_len (data, length, &invalid))
    return refuse_at (&scan, invalid, "no UTF-8", error);

  scan.unescaped = g_string_chunk_new (1024);
  scan.scratch = g_string_new (NULL);
  good = scan_text (&scan, error);
  for (guint i = 0; i < SIGNET_JSON_MAX_DEPTH; i++)
    g_clear_pointer (&scan.names[i], signet_json_names_free);
  g_string_chunk_free (scan.unescaped);
  g_string_free (scan.scratch, TRUE);
  return good;
}
