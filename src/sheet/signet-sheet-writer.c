/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet/signet-sheet-writer.h"

/* Writes a sheet of comma-separated values that every spreadsheet opens rightly with a double click: UTF-8
 * with a byte order mark (without it Excel takes Chinese for another encoding), CR LF, every cell quoted.
 * Owned by who made it, one thread at a time.
 */

struct _SignetSheetWriter
{
  GOutputStream *stream;
  gboolean begun;
};

/* What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), full-width forms included.
 */
static gboolean
begins_formula (const char *cell)
{
  switch (g_utf8_get_char (cell))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xff1d: /* ＝ */
    case 0xff0b: /* ＋ */
    case 0xff0d: /* － */
    case 0xff20: /* ＠ */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Quoted even where RFC 4180 wouldn't: a semicolon in a cell begins another one where that is the separator.
 */
static void
append_cell (GString *row, const char *cell)
{
  g_string_append_c (row, '"');
  if (begins_formula (cell))
    g_string_append_c (row, '\'');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *c);
    }
  g_string_append_c (row, '"');
}

/**
 * signet_sheet_writer_new:
 * @stream: where to write; the caller closes it
 *
 * Returns: (transfer full): a writer
 */
SignetSheetWriter *
signet_sheet_writer_new (GOutputStream *stream)
{
  SignetSheetWriter *self = g_new0 (SignetSheetWriter, 1);

  self->stream = g_object_ref (stream);
  return self;
}

/**
 * signet_sheet_writer_free:
 * @self: (transfer full) (nullable): a writer
 *
 * Frees the writer; its stream stays open.
 */
void
signet_sheet_writer_free (SignetSheetWriter *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_free (self);
}

/**
 * signet_sheet_writer_add_row:
 * @self: a writer
 * @cells: (array zero-terminated=1): the cells from the left, UTF-8
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes a row; blocks. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_sheet_writer_add_row (SignetSheetWriter *self,
                             const char *const *cells,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GString) row = g_string_new (self->begun ? NULL : "\xef\xbb\xbf");

  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (row, ',');
      append_cell (row, cells[i]);
    }
  g_string_append (row, "\r\n");
  self->begun = TRUE;
  return g_output_stream_write_all (self->stream, row->str, row->len, NULL, cancellable, error);
}
