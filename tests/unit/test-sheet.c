/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet/signet-sheet-error.h"
#include "sheet/signet-sheet-reader.h"
#include "sheet/signet-sheet-writer.h"

#include <string.h>

/* The room `sheet`: each rule and limit by itself. tests/unit/check-sheet.py holds it to another
 * implementation. */

static SignetSheetReader *
read_bytes (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  guint line = 99;
  SignetSheetReader *reader = signet_sheet_reader_new (bytes, &line, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (line, ==, 0);
  return reader;
}

static SignetSheetReader *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

/* The next row: its line, its problem, its cells with a "|" between them. */
static void
assert_next (SignetSheetReader *reader, guint line, SignetSheetProblem problem, const char *cells)
{
  g_autoptr (SignetSheetRow) row = signet_sheet_reader_next (reader);
  g_autoptr (GString) joined = g_string_new (NULL);

  g_assert_nonnull (row);
  for (guint i = 0; i < row->cells->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", signet_sheet_row_get_cell (row, i));
  g_assert_cmpstr (joined->str, ==, cells);
  g_assert_cmpuint (row->line, ==, line);
  g_assert_cmpint (row->problem, ==, problem);
}

static void
assert_end (SignetSheetReader *reader)
{
  g_assert_null (signet_sheet_reader_next (reader));
  g_assert_null (signet_sheet_reader_next (reader));
}

/* As the examples of RFC 4180, 2. */
static void
test_rfc (void)
{
  g_autoptr (SignetSheetReader) reader = read_text ("aaa,bbb,ccc\r\n"
                                                    "\"aaa\",\"b\r\nbb\",\"ccc\"\r\n"
                                                    "\"aaa\",\"b\"\"bb\",\"c,cc\"\r\n"
                                                    "ddd,eee,fff");

  assert_next (reader, 1, SIGNET_SHEET_PROBLEM_NONE, "aaa|bbb|ccc");
  assert_next (reader, 2, SIGNET_SHEET_PROBLEM_NONE, "aaa|b\r\nbb|ccc");
  assert_next (reader, 4, SIGNET_SHEET_PROBLEM_NONE, "aaa|b\"bb|c,cc");
  assert_next (reader, 5, SIGNET_SHEET_PROBLEM_NONE, "ddd|eee|fff");
  assert_end (reader);
}

static void
test_empty (void)
{
  g_autoptr (SignetSheetReader) nothing = read_text ("");
  g_autoptr (SignetSheetReader) mark = read_text ("\xef\xbb\xbf");
  g_autoptr (SignetSheetReader) lines = read_text ("\r\n\n\r\n");
  g_autoptr (SignetSheetReader) cells = read_text ("\n,\n\"\"\n");

  assert_end (nothing);
  assert_end (mark);
  assert_end (lines);
  assert_next (cells, 2, SIGNET_SHEET_PROBLEM_NONE, "|");
  assert_next (cells, 3, SIGNET_SHEET_PROBLEM_NONE, "");
  assert_end (cells);
}

static void
test_ragged (void)
{
  g_autoptr (SignetSheetReader) reader = read_text ("a,b,c\n1\n1,2,3,4\n\n1,2,3\n");

  assert_next (reader, 1, SIGNET_SHEET_PROBLEM_NONE, "a|b|c");
  assert_next (reader, 2, SIGNET_SHEET_PROBLEM_NONE, "1");
  assert_next (reader, 3, SIGNET_SHEET_PROBLEM_NONE, "1|2|3|4");
  assert_next (reader, 5, SIGNET_SHEET_PROBLEM_NONE, "1|2|3");
  assert_end (reader);
}

/* One stray quote costs one line, not the rest of the file. */
static void
test_quotes (void)
{
  g_autoptr (SignetSheetReader) unclosed = read_text ("a,b\n\"x,1\ny,2\nz,3");
  g_autoptr (SignetSheetReader) after = read_text ("a,b\n\"x\"y,1\n\"5\" x,2\nz,\"3\n\"\n");
  g_autoptr (SignetSheetReader) inside = read_text ("a,b\n5\" pipe, \"x\"\n");

  assert_next (unclosed, 1, SIGNET_SHEET_PROBLEM_NONE, "a|b");
  assert_next (unclosed, 2, SIGNET_SHEET_PROBLEM_UNCLOSED_QUOTE, "\"x,1");
  assert_next (unclosed, 3, SIGNET_SHEET_PROBLEM_NONE, "y|2");
  assert_next (unclosed, 4, SIGNET_SHEET_PROBLEM_NONE, "z|3");
  assert_end (unclosed);

  assert_next (after, 1, SIGNET_SHEET_PROBLEM_NONE, "a|b");
  assert_next (after, 2, SIGNET_SHEET_PROBLEM_AFTER_QUOTE, "\"x\"y,1");
  assert_next (after, 3, SIGNET_SHEET_PROBLEM_AFTER_QUOTE, "\"5\" x,2");
  assert_next (after, 4, SIGNET_SHEET_PROBLEM_NONE, "z|3\n");
  assert_end (after);

  /* As every spreadsheet and csv module has it: only at the start of a cell a quote is one. */
  assert_next (inside, 1, SIGNET_SHEET_PROBLEM_NONE, "a|b");
  assert_next (inside, 2, SIGNET_SHEET_PROBLEM_NONE, "5\" pipe| \"x\"");
  assert_end (inside);
}

static void
test_separators (void)
{
  static const struct
  {
    const char *text;
    char separator;
  } cases[] = {
    { "one\ntwo\n", ',' },
    { "a;b\n1,5;2,5\n1,5;2,5\n", ';' },
    { "a\tb\n1,5\t2;5\n", '\t' },
    { "kind,number,goods\ntrademark,1,茶;茶具;咖啡\ntrademark,2,茶;咖啡\n", ',' },
    { "name;goods\n\"a,b,c\";x\n", ';' },
    { "sep=;\na,b;c,d\n", ';' },
    { "sep=\t\r\na,b\tc,d\n", '\t' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SignetSheetReader) reader = read_text (cases[i].text);

      g_assert_cmpint (signet_sheet_reader_get_separator (reader), ==, cases[i].separator);
    }

  {
    g_autoptr (SignetSheetReader) reader = read_text ("sep=;\r\na;b\r\n");

    assert_next (reader, 2, SIGNET_SHEET_PROBLEM_NONE, "a|b");
    assert_end (reader);
  }
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *data;
    gsize size;
    const char *encoding;
  } cases[] = {
    { "\xe5\x95\x86\xe6\xa0\x87", 6, "UTF-8" },    { "\xef\xbb\xbf\xe5\x95\x86\xe6\xa0\x87", 9, "UTF-8" },
    { "\xff\xfe\x46\x55\x07\x68", 6, "UTF-16LE" }, { "\xfe\xff\x55\x46\x68\x07", 6, "UTF-16BE" },
    { "\xc9\xcc\xb1\xea", 4, "GB18030" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SignetSheetReader) reader = read_bytes (cases[i].data, cases[i].size);

      g_assert_cmpstr (signet_sheet_reader_get_encoding (reader), ==, cases[i].encoding);
      assert_next (reader, 1, SIGNET_SHEET_PROBLEM_NONE, "商标");
      assert_end (reader);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new ("head,other\n");
  g_autofree char *longest = g_strnfill (SIGNET_SHEET_MAX_CELL, 'a');
  g_autofree char *commas = g_strnfill (SIGNET_SHEET_MAX_CELLS - 1, ',');
  g_autoptr (SignetSheetReader) reader = NULL;
  SignetSheetRow *row;

  g_string_append_printf (text, "%s,1\n\"%sa\",2\n%s\n%s,x,\"y\"\n", longest, longest, commas, commas);
  reader = read_text (text->str);
  assert_next (reader, 1, SIGNET_SHEET_PROBLEM_NONE, "head|other");

  row = signet_sheet_reader_next (reader);
  g_assert_cmpint (row->problem, ==, SIGNET_SHEET_PROBLEM_NONE);
  signet_sheet_row_free (row);

  /* Too long, and whole all the same. */
  row = signet_sheet_reader_next (reader);
  g_assert_cmpint (row->problem, ==, SIGNET_SHEET_PROBLEM_LONG_CELL);
  g_assert_cmpuint (strlen (signet_sheet_row_get_cell (row, 0)), ==, SIGNET_SHEET_MAX_CELL + 1);
  g_assert_cmpstr (signet_sheet_row_get_cell (row, 1), ==, "2");
  signet_sheet_row_free (row);

  row = signet_sheet_reader_next (reader);
  g_assert_cmpint (row->problem, ==, SIGNET_SHEET_PROBLEM_NONE);
  g_assert_cmpuint (row->cells->len, ==, SIGNET_SHEET_MAX_CELLS);
  g_assert_true (signet_sheet_row_is_blank (row));
  signet_sheet_row_free (row);

  row = signet_sheet_reader_next (reader);
  g_assert_cmpint (row->problem, ==, SIGNET_SHEET_PROBLEM_MANY_CELLS);
  g_assert_cmpuint (row->cells->len, ==, SIGNET_SHEET_MAX_CELLS + 1);
  g_assert_cmpstr (signet_sheet_row_get_cell (row, SIGNET_SHEET_MAX_CELLS), ==, "x,\"y\"");
  g_assert_false (signet_sheet_row_is_blank (row));
  signet_sheet_row_free (row);
  assert_end (reader);
}

/* What would be slow if a stray quote were looked for to the end of the file again and again. */
static void
test_hostile_quotes (void)
{
  static const char *const lines[] = { "\"\n",      "\"a\n",     "\"\"\"\n", ",\"\n",
                                       "\"a\"\"\n", "\"\",\"\n", "\"\" \n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SignetSheetReader) reader = NULL;
      guint n = 0;

      for (guint j = 0; j < 200001; j++)
        g_string_append (text, lines[i]);
      reader = read_text (text->str);
      for (SignetSheetRow *row; (row = signet_sheet_reader_next (reader)) != NULL; n++)
        signet_sheet_row_free (row);
      g_assert_cmpuint (n, >, 1000);
    }
}

static void
assert_refused (const char *data, gsize size, SignetSheetError code, guint line)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  guint at = 99;

  g_assert_null (signet_sheet_reader_new (bytes, &at, &error));
  g_assert_error (error, SIGNET_SHEET_ERROR, (int) code);
  g_assert_cmpuint (at, ==, line);
}

static void
test_refused (void)
{
  g_autoptr (GFile) absent = g_file_new_for_path ("/nonexistent/a.csv");
  g_autoptr (GError) error = NULL;
  guint line = 99;

  assert_refused ("a\nb\0", 4, SIGNET_SHEET_ERROR_NUL, 2);
  assert_refused ("\xff\xfe\x61\0\x0a\0\0\0", 8, SIGNET_SHEET_ERROR_NUL, 2);
  assert_refused ("a\r\nb\rc\n\xff", 8, SIGNET_SHEET_ERROR_ENCODING, 4);
  assert_refused ("PK\3\4", 4, SIGNET_SHEET_ERROR_WORKBOOK, 0);
  assert_refused ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, SIGNET_SHEET_ERROR_WORKBOOK, 0);

  g_assert_null (signet_sheet_reader_open (absent, &line, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (line, ==, 0);
}

static void
test_row_copy (void)
{
  g_autoptr (SignetSheetReader) reader = read_text ("a,b");
  g_autoptr (SignetSheetRow) row = signet_sheet_reader_next (reader);
  g_autoptr (SignetSheetRow) copy = signet_sheet_row_copy (row);

  g_clear_pointer (&row, signet_sheet_row_free);
  g_assert_cmpuint (copy->line, ==, 1);
  g_assert_cmpstr (signet_sheet_row_get_cell (copy, 1), ==, "b");
  g_assert_cmpstr (signet_sheet_row_get_cell (copy, 2), ==, "");
}

static void
test_write (void)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (SignetSheetWriter) writer = signet_sheet_writer_new (out);
  g_autoptr (GError) error = NULL;
  const char *const heads[] = { "号码", "a \"b\"", "", NULL };
  const char *const formulas[] = { "=1", "+1", "-1", "@x", "\tx", "＝1", "a=1", "'x", NULL };
  static const char expected[] = "\xef\xbb\xbf\"号码\",\"a \"\"b\"\"\",\"\"\r\n"
                                 "\"'=1\",\"'+1\",\"'-1\",\"'@x\",\"'\tx\",\"'＝1\",\"a=1\",\"'x\"\r\n";

  g_assert_true (signet_sheet_writer_add_row (writer, heads, NULL, &error));
  g_assert_true (signet_sheet_writer_add_row (writer, formulas, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)), expected,
                   strlen (expected));
}

static void
test_write_full (void)
{
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) out = g_file_append_to (full, G_FILE_CREATE_NONE, NULL, &error);
  g_autoptr (SignetSheetWriter) writer = NULL;
  const char *const cells[] = { "a", NULL };

  g_assert_no_error (error);
  writer = signet_sheet_writer_new (G_OUTPUT_STREAM (out));
  g_assert_false (signet_sheet_writer_add_row (writer, cells, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/rfc4180", test_rfc);
  g_test_add_func ("/sheet/empty", test_empty);
  g_test_add_func ("/sheet/ragged", test_ragged);
  g_test_add_func ("/sheet/quotes", test_quotes);
  g_test_add_func ("/sheet/separators", test_separators);
  g_test_add_func ("/sheet/encodings", test_encodings);
  g_test_add_func ("/sheet/limits", test_limits);
  g_test_add_func ("/sheet/hostile-quotes", test_hostile_quotes);
  g_test_add_func ("/sheet/refused", test_refused);
  g_test_add_func ("/sheet/row-copy", test_row_copy);
  g_test_add_func ("/sheet/write", test_write);
  g_test_add_func ("/sheet/write-full", test_write_full);
  return g_test_run ();
}
