/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-search-private.h"

#include "store/signet-search-text.h"

/* The full-text index over complaints and their items: numbers, statements, links, sellers, titles, own
 * notes. Each document's row id holds the complaint it leads to, so that a hit needs no second look-up. On
 * the connection's thread.
 */

/* Row id = complaint's row << POSITION_BITS | 0 for the complaint itself, position + 1 for an item. */
#define POSITION_BITS 20
#define MAX_POSITION ((1 << POSITION_BITS) - 2)

/* Rows between two looks at the cancellable. */
#define STRIDE 1024

static gint64
complaint_row (SignetTables *tables, const char *id, GError **error)
{
  return signet_tables_get_number (tables, "SELECT row FROM complaints WHERE id = ?", "t", error, id);
}

/* Most saves change a status and no text; rewriting a document costs far more than comparing it. */
static gboolean
write_document (SignetTables *tables, gint64 rowid, const GString *text, GError **error)
{
  g_autoptr (SignetStatement)
      stmt = signet_tables_prepare (tables, "SELECT text FROM search WHERE rowid = ?", "i", error, rowid);
  g_autoptr (GError) local_error = NULL;

  if (stmt == NULL)
    return FALSE;
  if (signet_statement_next (stmt, &local_error))
    {
      if (g_strcmp0 (signet_statement_get_text (stmt, 0), text->str) == 0)
        return TRUE;
      signet_statement_reset (stmt);
      if (!signet_tables_run (tables, "DELETE FROM search WHERE rowid = ?", "i", error, rowid))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return signet_tables_run (tables, "INSERT INTO search (rowid, text) VALUES (?, ?)", "it", error, rowid,
                            text->str);
}

/* The right is found by its name and number, too. */
static gboolean
append_right (SignetTables *tables, GString *text, const char *right_id, GError **error)
{
  g_autoptr (SignetStatement) stmt =
      signet_tables_prepare (tables, "SELECT name, number FROM rights WHERE id = ?", "t", error, right_id);
  g_autoptr (GError) local_error = NULL;

  if (stmt == NULL)
    return FALSE;
  if (signet_statement_next (stmt, &local_error))
    {
      signet_search_text_append (text, signet_statement_get_text (stmt, 0));
      signet_search_text_append (text, signet_statement_get_text (stmt, 1));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
signet_search_index_complaint (SignetTables *tables, const SignetComplaintRecord *record, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 row = complaint_row (tables, record->id, error);

  if (row < 0)
    return FALSE;
  signet_search_text_append (text, record->number);
  signet_search_text_append (text, record->remote_id);
  signet_search_text_append (text, record->statement);
  return append_right (tables, text, record->right_id, error) &&
         write_document (tables, row << POSITION_BITS, text, error);
}

/* After a right's name or number has changed. */
gboolean
signet_search_index_right (SignetTables *tables, const char *right_id, GError **error)
{
  g_autoptr (GPtrArray) complaints = signet_complaints_list_right (tables, right_id, error);

  if (complaints == NULL)
    return FALSE;
  for (guint i = 0; i < complaints->len; i++)
    if (!signet_search_index_complaint (tables, complaints->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
signet_search_index_item (SignetTables *tables, const SignetItemRecord *record, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 row = complaint_row (tables, record->complaint, error);

  if (row < 0)
    return FALSE;
  if (record->position < 0 || record->position > MAX_POSITION)
    {
      g_set_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT,
                   "No item has the position %" G_GINT64_FORMAT, record->position);
      return FALSE;
    }
  signet_search_text_append (text, record->link);
  signet_search_text_append (text, record->passcode);
  signet_search_text_append (text, record->title);
  signet_search_text_append (text, record->seller);
  signet_search_text_append (text, record->reference);
  signet_search_text_append (text, record->private_note);
  return write_document (tables, row << POSITION_BITS | (record->position + 1), text, error);
}

/* The rows (gint64) of the complaints in which @text is found, ascending; NULL without @error if @text asks
 * for nothing. */
/* The documents of all the account's complaints. Merging the index into one piece is what takes the words out
 * of it: until then they are only marked as gone. */
gboolean
signet_search_forget_account (SignetTables *tables, const char *account, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SignetStatement) stmt =
      signet_tables_prepare (tables, "SELECT row FROM complaints WHERE account = ?", "t", error, account);

  if (stmt == NULL || !signet_tables_collect (tables, stmt, rows, NULL, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 first = g_array_index (rows, gint64, i) << POSITION_BITS;

      if (!signet_tables_run (tables, "DELETE FROM search WHERE rowid BETWEEN ? AND ?", "ii", error, first,
                              first + ((gint64) 1 << POSITION_BITS) - 1))
        return FALSE;
    }
  return signet_tables_run (tables, "INSERT INTO search (search) VALUES ('optimize')", "", error);
}

GArray *
signet_search_find_complaints (SignetTables *tables,
                               const char *text,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autofree char *query = signet_search_text_to_query (text);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 last = -1;
  guint n = 0;

  if (query == NULL)
    return NULL;
  stmt = signet_tables_prepare (tables, "SELECT rowid FROM search WHERE search MATCH ?", "t", error, query);
  if (stmt == NULL)
    return NULL;

  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (signet_statement_next (stmt, &local_error))
    {
      gint64 row = signet_statement_get_int64 (stmt, 0) >> POSITION_BITS;

      /* Hits come in the order of their row ids, so those of one complaint stand side by side. */
      if (row != last)
        g_array_append_val (rows, row);
      last = row;
      if (++n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&rows);
}
