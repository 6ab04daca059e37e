/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet/signet-sheet-reader.h"

#include "sheet/signet-sheet-error.h"
#include "sheet/signet-sheet-text.h"

#include <string.h>

/* Reads a sheet of comma-separated values (RFC 4180, and what spreadsheets make of it: other separators,
 * other encodings, LF or CR alone) row by row. Nothing in a file is dropped: what can't be read as a row is
 * given as the line it stands in, with its problem. The whole text is held in memory, rows are made as they
 * are asked for. Owned by who opened it, one thread at a time.
 */

/* The rows by which the separator is told. */
#define SAMPLE 32
#define CHUNK (256 * 1024)

struct _SignetSheetReader
{
  GBytes *text;
  const char *pos;
  const char *end;
  guint line;
  char separator;
  const char *encoding;
};

static gboolean
is_at_line_end (const SignetSheetReader *self)
{
  return self->pos == self->end || *self->pos == '\n' || *self->pos == '\r';
}

static void
skip_line_end (SignetSheetReader *self)
{
  if (self->pos == self->end)
    return;
  if (*self->pos == '\r' && self->pos + 1 < self->end && self->pos[1] == '\n')
    self->pos++;
  self->pos++;
  self->line++;
}

static void
take_cell (SignetSheetRow *row, char *cell, gsize size)
{
  g_ptr_array_add (row->cells, cell);
  if (size > SIGNET_SHEET_MAX_CELL && g_utf8_strlen (cell, (gssize) size) > SIGNET_SHEET_MAX_CELL)
    row->problem = SIGNET_SHEET_PROBLEM_LONG_CELL;
}

static void
read_plain_cell (SignetSheetReader *self, SignetSheetRow *row)
{
  const char *start = self->pos;

  while (!is_at_line_end (self) && *self->pos != self->separator)
    self->pos++;
  take_cell (row, g_strndup (start, (gsize) (self->pos - start)), (gsize) (self->pos - start));
}

/* RFC 4180, 2: rules 5 to 7. */
static SignetSheetProblem
read_quoted_cell (SignetSheetReader *self, SignetSheetRow *row)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize size;

  self->pos++;
  for (;;)
    {
      const char *quote = memchr (self->pos, '"', (gsize) (self->end - self->pos));

      if (quote == NULL)
        return SIGNET_SHEET_PROBLEM_UNCLOSED_QUOTE;
      g_string_append_len (cell, self->pos, quote - self->pos);
      self->pos = quote + 1;
      if (self->pos == self->end || *self->pos != '"')
        break;
      g_string_append_c (cell, '"');
      self->pos++;
    }
  if (!is_at_line_end (self) && *self->pos != self->separator)
    return SIGNET_SHEET_PROBLEM_AFTER_QUOTE;

  self->line += signet_sheet_text_count_lines (cell->str, cell->len);
  size = cell->len;
  take_cell (row, g_string_free (g_steal_pointer (&cell), FALSE), size);
  return SIGNET_SHEET_PROBLEM_NONE;
}

/* The rest of the line as one cell, as it stands there. */
static void
read_rest (SignetSheetReader *self, SignetSheetRow *row, SignetSheetProblem problem)
{
  const char *start = self->pos;

  while (!is_at_line_end (self))
    self->pos++;
  g_ptr_array_add (row->cells, g_strndup (start, (gsize) (self->pos - start)));
  row->problem = problem;
}

static SignetSheetProblem
read_cells (SignetSheetReader *self, SignetSheetRow *row)
{
  for (;;)
    {
      if (row->cells->len == SIGNET_SHEET_MAX_CELLS)
        {
          read_rest (self, row, SIGNET_SHEET_PROBLEM_MANY_CELLS);
          return SIGNET_SHEET_PROBLEM_NONE;
        }
      if (self->pos < self->end && *self->pos == '"')
        {
          SignetSheetProblem problem = read_quoted_cell (self, row);

          if (problem != SIGNET_SHEET_PROBLEM_NONE)
            return problem;
        }
      else
        {
          read_plain_cell (self, row);
        }
      if (is_at_line_end (self))
        return SIGNET_SHEET_PROBLEM_NONE;
      self->pos++;
    }
}

static SignetSheetRow *
read_row (SignetSheetReader *self)
{
  g_autoptr (SignetSheetRow) row = NULL;
  SignetSheetProblem problem;
  const char *start;

  while (self->pos < self->end && is_at_line_end (self))
    skip_line_end (self);
  if (self->pos == self->end)
    return NULL;

  row = signet_sheet_row_new (self->line);
  start = self->pos;
  problem = read_cells (self, row);
  if (problem != SIGNET_SHEET_PROBLEM_NONE)
    {
      /* Where a quote went wrong nobody knows where the row ends; the next line may be sound, so only this
       * one is given up. Were the cell taken to its end, one stray quote would swallow half the file. */
      self->pos = start;
      self->line = row->line;
      g_ptr_array_set_size (row->cells, 0);
      read_rest (self, row, problem);
    }
  skip_line_end (self);
  return g_steal_pointer (&row);
}

/* How many of the first rows are as wide as the first one with this separator; 0 if it separates nothing. */
static guint
count_even_rows (const SignetSheetReader *self, char separator, guint *width)
{
  SignetSheetReader trial = *self;
  guint n_even = 0;

  trial.separator = separator;
  *width = 0;
  for (guint i = 0; i < SAMPLE; i++)
    {
      g_autoptr (SignetSheetRow) row = read_row (&trial);

      if (row == NULL)
        break;
      if (i == 0)
        *width = row->cells->len;
      n_even += row->cells->len == *width && row->problem == SIGNET_SHEET_PROBLEM_NONE;
    }
  return *width > 1 ? n_even : 0;
}

/* A spreadsheet's own way to say it: a first line "sep=;". */
static gboolean
read_separator_line (SignetSheetReader *self)
{
  SignetSheetReader trial = *self;

  if (self->end - self->pos < 5 || g_ascii_strncasecmp (self->pos, "sep=", 4) != 0)
    return FALSE;
  trial.pos += 5;
  if (strchr (",;\t", self->pos[4]) == NULL || !is_at_line_end (&trial))
    return FALSE;
  self->separator = self->pos[4];
  self->pos = trial.pos;
  skip_line_end (self);
  return TRUE;
}

static void
find_separator (SignetSheetReader *self)
{
  static const char separators[] = { ',', ';', '\t' };
  guint best = 0, best_width = 0;

  self->separator = ',';
  if (read_separator_line (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint width;
      guint n_even = count_even_rows (self, separators[i], &width);

      if (n_even > best || (n_even == best && n_even > 0 && width > best_width))
        {
          best = n_even;
          best_width = width;
          self->separator = separators[i];
        }
    }
}

static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) content = NULL;
  gssize n;

  if (stream == NULL)
    return NULL;
  content = g_byte_array_new ();
  do
    {
      g_autoptr (GBytes)
          chunk = g_input_stream_read_bytes (G_INPUT_STREAM (stream), CHUNK, cancellable, error);

      if (chunk == NULL)
        return NULL;
      n = (gssize) g_bytes_get_size (chunk);
      if (content->len + n > SIGNET_SHEET_MAX_BYTES)
        {
          g_set_error (error, SIGNET_SHEET_ERROR, SIGNET_SHEET_ERROR_TOO_LARGE, "More than %d bytes",
                       SIGNET_SHEET_MAX_BYTES);
          return NULL;
        }
      g_byte_array_append (content, g_bytes_get_data (chunk, NULL), (guint) n);
    }
  while (n > 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * signet_sheet_reader_open:
 * @file: a file
 * @line: (out): on an error the line it is about, 0 if it isn't about one
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads a file of at most SIGNET_SHEET_MAX_BYTES, and finds its encoding and separator; blocks.
 *
 * Returns: (transfer full) (nullable): a reader before the first row; errors are %SIGNET_SHEET_ERROR and
 * %G_IO_ERROR
 */
SignetSheetReader *
signet_sheet_reader_open (GFile *file, guint *line, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  *line = 0;
  bytes = read_file (file, cancellable, error);
  return bytes != NULL ? signet_sheet_reader_new (bytes, line, error) : NULL;
}

/**
 * signet_sheet_reader_new:
 * @bytes: a file's content, of any size
 * @line: (out): on an error the line it is about, 0 if it isn't about one
 * @error: return location
 *
 * As signet_sheet_reader_open(), for what is in memory.
 *
 * Returns: (transfer full) (nullable): a reader before the first row
 */
SignetSheetReader *
signet_sheet_reader_new (GBytes *bytes, guint *line, GError **error)
{
  g_autoptr (SignetSheetReader) self = g_new0 (SignetSheetReader, 1);
  gsize size;

  self->text = signet_sheet_text_decode (bytes, &self->encoding, line, error);
  if (self->text == NULL)
    return NULL;
  self->pos = g_bytes_get_data (self->text, &size);
  self->end = self->pos + size;
  self->line = 1;
  find_separator (self);
  return g_steal_pointer (&self);
}

/**
 * signet_sheet_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
signet_sheet_reader_free (SignetSheetReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

/**
 * signet_sheet_reader_get_encoding:
 * @self: a reader
 *
 * Returns: "UTF-8", "UTF-16LE", "UTF-16BE" or "GB18030"; the last is a guess a person should be shown
 */
const char *
signet_sheet_reader_get_encoding (SignetSheetReader *self)
{
  return self->encoding;
}

/**
 * signet_sheet_reader_get_separator:
 * @self: a reader
 *
 * Returns: comma, semicolon or tab; comma for a sheet of one column
 */
char
signet_sheet_reader_get_separator (SignetSheetReader *self)
{
  return self->separator;
}

/**
 * signet_sheet_reader_next:
 * @self: a reader
 *
 * Gives the next row. Empty lines are none. Rows may be of any width, it is for the caller to compare them
 * with its heads. A row whose quotes are wrong holds its line as one cell, as it stands in the file, and the
 * next row begins in the next line. A row with too many cells holds what is left of its line in its last
 * cell.
 *
 * Returns: (transfer full) (nullable): the row, %NULL after the last one
 */
SignetSheetRow *
signet_sheet_reader_next (SignetSheetReader *self)
{
  return read_row (self);
}
