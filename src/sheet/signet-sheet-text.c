/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet/signet-sheet-text.h"

#include "sheet/signet-sheet-error.h"

#include <string.h>

/* From a file's bytes to text: which encoding it is in is decided by what the bytes are, in this order: a
 * byte order mark; well-formed UTF-8; GB18030, which a spreadsheet on Chinese Windows writes (as its part
 * GBK). The caller is told, since GB18030 gives nearly any bytes some meaning. Functions on any thread.
 */

/* Text in UTF-8 that lost a byte here and there is no GB18030. In GB18030 text nearly every character is
 * malformed as UTF-8, so the two are far apart. */
#define GOOD_FOR_EACH_BAD 4

static gboolean
begins_with (GBytes *bytes, const char *mark, gsize length)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, mark, length) == 0;
}

static gboolean
is_workbook (GBytes *bytes)
{
  /* A ZIP archive (XLSX, ODS, Numbers) and OLE2 (XLS). */
  return begins_with (bytes, "PK\3\4", 4) || begins_with (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
}

static guint
line_at (const char *text, gsize offset)
{
  return 1 + signet_sheet_text_count_lines (text, offset);
}

static GBytes *
refuse_nul (GBytes *text, guint *line, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  const char *nul = size > 0 ? memchr (data, '\0', size) : NULL;

  if (nul == NULL)
    return text;
  *line = line_at (data, (gsize) (nul - data));
  g_set_error (error, SIGNET_SHEET_ERROR, SIGNET_SHEET_ERROR_NUL, "A NUL character in line %u", *line);
  g_bytes_unref (text);
  return NULL;
}

/* Is it UTF-8, and if not, might it have been meant as such? @bad is where it first isn't. */
static gboolean
is_utf8 (const char *data, gsize size, gsize *bad, gboolean *damaged)
{
  const char *end = data + size;
  const char *from = data;
  const char *stop;
  gsize n_good = 0, n_bad = 0;

  while (!g_utf8_validate_len (from, (gsize) (end - from), &stop))
    {
      if (n_bad++ == 0)
        *bad = (gsize) (stop - data);
      /* Only characters of several bytes speak for UTF-8: the others are the same everywhere. */
      for (const char *c = from; c < stop; c = g_utf8_next_char (c))
        n_good += (guchar) *c >= 0x80;
      from = stop + 1;
    }
  for (const char *c = from; n_bad > 0 && c < end; c = g_utf8_next_char (c))
    n_good += (guchar) *c >= 0x80;
  *damaged = n_good > n_bad * GOOD_FOR_EACH_BAD;
  return n_bad == 0;
}

static GBytes *
convert (GBytes *bytes, gsize skip, const char *encoding, guint *line, GError **error)
{
  gsize size, good = 0, written = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *before = NULL;
  char *text;

  text = g_convert (data + skip, (gssize) (size - skip), "UTF-8", encoding, &good, &written, NULL);
  /* A last character that is cut off is no error to g_convert(). */
  if (text != NULL && good == size - skip)
    return g_bytes_new_take (text, written);

  g_free (text);
  before = g_convert (data + skip, (gssize) good, "UTF-8", encoding, NULL, &written, NULL);
  *line = before != NULL ? line_at (before, written) : 1;
  g_set_error (error, SIGNET_SHEET_ERROR, SIGNET_SHEET_ERROR_ENCODING, "Line %u isn't %s", *line, encoding);
  return NULL;
}

/* @marked: a byte order mark said that it is UTF-8. */
static GBytes *
decode_bytes (GBytes *bytes, gboolean marked, const char **encoding, guint *line, GError **error)
{
  gsize size, bad = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean damaged = FALSE;
  guint gb_line;
  GBytes *text;

  *encoding = "UTF-8";
  if (is_utf8 (data, size, &bad, &damaged))
    return g_bytes_ref (bytes);

  damaged |= marked;
  text = damaged ? NULL : convert (bytes, 0, "GB18030", &gb_line, NULL);
  if (text != NULL)
    {
      *encoding = "GB18030";
      return text;
    }
  *line = line_at (data, bad);
  g_set_error (error, SIGNET_SHEET_ERROR, SIGNET_SHEET_ERROR_ENCODING,
               damaged ? "Line %u is damaged UTF-8" : "Line %u is neither UTF-8 nor GB18030", *line);
  return NULL;
}

/**
 * signet_sheet_text_decode:
 * @bytes: a file's content
 * @encoding: (out): the encoding found: "UTF-8", "UTF-16LE", "UTF-16BE" or "GB18030"
 * @line: (out): the line that isn't text, on an error; 0 if it isn't about one
 * @error: return location
 *
 * Finds the encoding and gives the text in UTF-8, without byte order mark and NUL.
 *
 * Returns: (transfer full) (nullable): the text
 */
GBytes *
signet_sheet_text_decode (GBytes *bytes, const char **encoding, guint *line, GError **error)
{
  g_autoptr (GBytes) unmarked = NULL;
  GBytes *text;
  gboolean marked;
  gsize skip;

  *line = 0;
  *encoding = NULL;
  if (is_workbook (bytes))
    {
      g_set_error (error, SIGNET_SHEET_ERROR, SIGNET_SHEET_ERROR_WORKBOOK, "A workbook, no CSV");
      return NULL;
    }

  if (begins_with (bytes, "\xff\xfe", 2) || begins_with (bytes, "\xfe\xff", 2))
    {
      *encoding = begins_with (bytes, "\xff\xfe", 2) ? "UTF-16LE" : "UTF-16BE";
      text = convert (bytes, 2, *encoding, line, error);
      return text != NULL ? refuse_nul (text, line, error) : NULL;
    }

  marked = begins_with (bytes, "\xef\xbb\xbf", 3);
  skip = marked ? 3 : 0;
  /* Before anything is guessed: UTF-16 without its mark, and what is no text at all, shows by its NULs. */
  unmarked = refuse_nul (g_bytes_new_from_bytes (bytes, skip, g_bytes_get_size (bytes) - skip), line, error);
  return unmarked != NULL ? decode_bytes (unmarked, marked, encoding, line, error) : NULL;
}

/**
 * signet_sheet_text_count_lines:
 * @text: a text, not ended by a NUL
 * @length: its bytes
 *
 * Counts the line ends: CR LF, LF and CR, each as one.
 *
 * Returns: how many
 */
guint
signet_sheet_text_count_lines (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
  return n;
}
