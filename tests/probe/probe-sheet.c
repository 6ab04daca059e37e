/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet/signet-sheet-reader.h"
#include "sheet/signet-sheet-writer.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* probe-sheet FILE: reads a CSV. First "ENCODING<NUL>SEPARATOR<NUL>", then for each row
 * "LINE<NUL>PROBLEM<NUL>NUMBER OF CELLS<NUL>" and each cell with a NUL. Refused: exit 3, "LINE REASON" on
 * stderr. probe-sheet --write: rows on stdin, each cell ended by US (0x1f), each row by RS (0x1e); the CSV on
 * stdout. */

static int
write_rows (void)
{
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (SignetSheetWriter) writer = signet_sheet_writer_new (out);
  g_autoptr (GString) input = g_string_new (NULL);
  g_auto (GStrv) rows = NULL;
  char buffer[65536];
  ssize_t n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_string_append_len (input, buffer, n);
  rows = g_strsplit (input->str, "\x1e", -1);
  for (guint i = 0; rows[i + 1] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\x1f", -1);

      /* Each cell is ended, so an empty text stands after the last one. */
      g_clear_pointer (&cells[g_strv_length (cells) - 1], g_free);
      if (!signet_sheet_writer_add_row (writer, (const char *const *) cells, NULL, NULL))
        return 1;
    }
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (SignetSheetReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  SignetSheetRow *row;
  guint line;

  if (argc != 2)
    {
      fprintf (stderr, "usage: probe-sheet FILE | --write\n");
      return 2;
    }
  if (strcmp (argv[1], "--write") == 0)
    return write_rows ();

  file = g_file_new_for_commandline_arg (argv[1]);
  reader = signet_sheet_reader_open (file, &line, NULL, &error);
  if (reader == NULL)
    {
      fprintf (stderr, "%u %s\n", line, error->message);
      return 3;
    }
  printf ("%s%c%c%c", signet_sheet_reader_get_encoding (reader), 0,
          signet_sheet_reader_get_separator (reader), 0);
  while ((row = signet_sheet_reader_next (reader)) != NULL)
    {
      printf ("%u%c%d%c%u%c", row->line, 0, row->problem, 0, row->cells->len, 0);
      for (guint i = 0; i < row->cells->len; i++)
        printf ("%s%c", signet_sheet_row_get_cell (row, i), 0);
      signet_sheet_row_free (row);
    }
  return fflush (stdout) != 0;
}
