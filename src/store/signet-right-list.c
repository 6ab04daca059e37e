/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-right-list.h"

#include "db/signet-statement.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

/* The rights of the desk, newest first. */

struct _SignetRightList
{
  SignetCertifiedList parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetRightList, signet_right_list, SIGNET_TYPE_CERTIFIED_LIST)

static void
fill (GObject *row, SignetStatement *columns)
{
  SignetRightRow *self = SIGNET_RIGHT_ROW (row);

  signet_right_row_set_id (self, signet_statement_get_text (columns, 0));
  signet_right_row_set_kind (self, signet_statement_get_text (columns, 1));
  signet_right_row_set_number (self, signet_statement_get_text (columns, 2));
  signet_right_row_set_name (self, signet_statement_get_text (columns, 3));
  signet_right_row_set_owner (self, signet_statement_get_text (columns, 4));
  signet_right_row_set_valid_until (self, signet_statement_get_text (columns, 5));
  signet_right_row_set_licence_until (self, signet_statement_get_text (columns, 6));
  signet_right_row_set_party_id (self, signet_statement_get_text (columns, 7));
  signet_right_row_set_status (self, signet_statement_get_text (columns, 8));
  signet_right_row_set_findings (self, (int) signet_statement_get_int64 (columns, 9));
}

static GArray *
find_rows (SignetTables *tables, const char *text, GCancellable *cancellable, GError **error)
{
  return signet_certified_list_find_text (
      tables, "SELECT row, number || ' ' || name || ' ' || owner FROM rights ORDER BY row", text, cancellable,
      error);
}

static void
signet_right_list_class_init (SignetRightListClass *klass)
{
  SignetCertifiedListClass *list_class = SIGNET_CERTIFIED_LIST_CLASS (klass);

  SIGNET_ROW_LIST_CLASS (klass)->row_type = SIGNET_TYPE_RIGHT_ROW;
  SIGNET_ROW_LIST_CLASS (klass)->subjects = 1u << SIGNET_SUBJECT_RIGHT;
  SIGNET_ROW_LIST_CLASS (klass)->find_rows = find_rows;
  list_class->list_sql = "SELECT s.row" SIGNET_CERTIFIED_LIST_FROM (
      "rights") " WHERE (?2 = '' OR s.party = ?2 OR instr (s.co_holders, ?2) > 0) AND (?3 = '' OR s.kind = ?3)"
                " AND " SIGNET_CERTIFIED_LIST_WITH_STATUS " ORDER BY s.row DESC";
  list_class->fill_sql =
      "SELECT s.id, s.kind, s.number, s.name, s.owner, s.valid_until, s.licence_until, s.party," SIGNET_CERTIFIED_LIST_FILL (
          "rights");
  list_class->fill = fill;
}

static void
signet_right_list_init (SignetRightList *self)
{
}

/**
 * signet_right_list_new:
 * @store: an open store
 *
 * Returns: (transfer full): a list of #SignetRightRow, being loaded
 */
SignetCertifiedList *
signet_right_list_new (SignetStore *store)
{
  return g_object_new (SIGNET_TYPE_RIGHT_LIST, "store", store, NULL);
}
