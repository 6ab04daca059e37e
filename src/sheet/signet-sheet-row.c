/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet/signet-sheet-row.h"

/* One row of a sheet: plain data that whoever took it from the reader owns. One thread at a time.
 */

G_DEFINE_BOXED_TYPE (SignetSheetRow, signet_sheet_row, signet_sheet_row_copy, signet_sheet_row_free)

static gpointer
copy_cell (gconstpointer cell, gpointer data)
{
  return g_strdup (cell);
}

/**
 * signet_sheet_row_new:
 * @line: the line of the file it begins in, from 1
 *
 * Returns: (transfer full): a row without cells
 */
SignetSheetRow *
signet_sheet_row_new (guint line)
{
  SignetSheetRow *self = g_new0 (SignetSheetRow, 1);

  self->line = line;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * signet_sheet_row_copy:
 * @self: a row
 *
 * Returns: (transfer full): a copy with cells of its own
 */
SignetSheetRow *
signet_sheet_row_copy (const SignetSheetRow *self)
{
  SignetSheetRow *copy = g_new0 (SignetSheetRow, 1);

  copy->line = self->line;
  copy->problem = self->problem;
  copy->cells = g_ptr_array_copy (self->cells, copy_cell, NULL);
  g_ptr_array_set_free_func (copy->cells, g_free);
  return copy;
}

/**
 * signet_sheet_row_free:
 * @self: (transfer full) (nullable): a row
 */
void
signet_sheet_row_free (SignetSheetRow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * signet_sheet_row_get_cell:
 * @self: a row
 * @column: a column, from 0
 *
 * Returns: the cell, "" where the row is shorter
 */
const char *
signet_sheet_row_get_cell (const SignetSheetRow *self, guint column)
{
  return column < self->cells->len ? g_ptr_array_index (self->cells, column) : "";
}

/**
 * signet_sheet_row_is_blank:
 * @self: a row
 *
 * Returns: %TRUE if no cell holds anything but white space, as the rows a spreadsheet leaves below a table
 */
gboolean
signet_sheet_row_is_blank (const SignetSheetRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    for (const char *c = g_ptr_array_index (self->cells, i); *c != '\0'; c = g_utf8_next_char (c))
      if (!g_unichar_isspace (g_utf8_get_char (c)))
        return FALSE;
  return TRUE;
}
