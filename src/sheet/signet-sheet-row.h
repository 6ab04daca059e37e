/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SignetSheetProblem:
 * @SIGNET_SHEET_PROBLEM_NONE: the row is as RFC 4180 has it
 * @SIGNET_SHEET_PROBLEM_UNCLOSED_QUOTE: a quoted cell isn't closed up to the end of the file
 * @SIGNET_SHEET_PROBLEM_AFTER_QUOTE: something else than a separator follows a closing quote
 * @SIGNET_SHEET_PROBLEM_LONG_CELL: a cell has more than SIGNET_SHEET_MAX_CELL characters
 * @SIGNET_SHEET_PROBLEM_MANY_CELLS: the row has more than SIGNET_SHEET_MAX_CELLS cells
 *
 * Why a row can't be relied on. Its text is kept all the same, see signet_sheet_reader_next().
 */
typedef enum
{
  SIGNET_SHEET_PROBLEM_NONE,
  SIGNET_SHEET_PROBLEM_UNCLOSED_QUOTE,
  SIGNET_SHEET_PROBLEM_AFTER_QUOTE,
  SIGNET_SHEET_PROBLEM_LONG_CELL,
  SIGNET_SHEET_PROBLEM_MANY_CELLS,
} SignetSheetProblem;

#define SIGNET_TYPE_SHEET_ROW (signet_sheet_row_get_type ())

/**
 * SignetSheetRow:
 * @line: the line of the file the row begins in, from 1, as an editor counts them
 * @cells: (element-type utf8): its cells from the left, never %NULL, as they stand in the file
 * @problem: what is wrong with it
 */
typedef struct
{
  guint line;
  GPtrArray *cells;
  SignetSheetProblem problem;
} SignetSheetRow;

GType signet_sheet_row_get_type (void);

SignetSheetRow *signet_sheet_row_new (guint line);
SignetSheetRow *signet_sheet_row_copy (const SignetSheetRow *self);
void signet_sheet_row_free (SignetSheetRow *self);

const char *signet_sheet_row_get_cell (const SignetSheetRow *self, guint column);
gboolean signet_sheet_row_is_blank (const SignetSheetRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetSheetRow, signet_sheet_row_free)

G_END_DECLS
