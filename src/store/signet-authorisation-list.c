/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-authorisation-list.h"

#include "db/signet-statement.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-words.h"

/* The authorisations of the desk, newest first. */

struct _SignetAuthorisationList
{
  SignetCertifiedList parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetAuthorisationList, signet_authorisation_list, SIGNET_TYPE_CERTIFIED_LIST)

#define NAME_OF(column) " coalesce ((SELECT name FROM parties WHERE id = s." column "), '')"

static void
fill (GObject *row, SignetStatement *columns)
{
  SignetAuthorisationRow *self = SIGNET_AUTHORISATION_ROW (row);

  signet_authorisation_row_set_id (self, signet_statement_get_text (columns, 0));
  signet_authorisation_row_set_principal_name (self, signet_statement_get_text (columns, 1));
  signet_authorisation_row_set_agent_name (self, signet_statement_get_text (columns, 2));
  signet_authorisation_row_set_handler (self, signet_statement_get_text (columns, 3));
  signet_authorisation_row_set_valid_from (self, signet_statement_get_text (columns, 4));
  signet_authorisation_row_set_valid_until (self, signet_statement_get_text (columns, 5));
  signet_authorisation_row_set_all_rights (self, signet_statement_get_int64 (columns, 6) != 0);
  signet_authorisation_row_set_n_rights (self, (int) signet_statement_get_int64 (columns, 7));
  signet_authorisation_row_set_sub_delegation (self, signet_statement_get_int64 (columns, 8) != 0);
  signet_authorisation_row_set_status (self, signet_statement_get_text (columns, 9));
  signet_authorisation_row_set_n_findings (self, (int) signet_statement_get_int64 (columns, 10));
}

static GArray *
find_rows (SignetTables *tables, const char *text, GCancellable *cancellable, GError **error)
{
  return signet_certified_list_find_text (
      tables,
      "SELECT row, " NAME_OF ("principal") " || ' ' ||" NAME_OF (
          "agent") " || ' ' || handler FROM authorisations AS s ORDER BY row",
      text, cancellable, error);
}

static void
signet_authorisation_list_class_init (SignetAuthorisationListClass *klass)
{
  SignetCertifiedListClass *list_class = SIGNET_CERTIFIED_LIST_CLASS (klass);

  SIGNET_ROW_LIST_CLASS (klass)->row_type = SIGNET_TYPE_AUTHORISATION_ROW;
  SIGNET_ROW_LIST_CLASS (klass)->subjects = 1u << SIGNET_SUBJECT_AUTHORISATION | 1u << SIGNET_SUBJECT_PARTY;
  SIGNET_ROW_LIST_CLASS (klass)->find_rows = find_rows;
  list_class->list_sql = "SELECT s.row" SIGNET_CERTIFIED_LIST_FROM (
      "authorisations") " WHERE (?2 = '' OR s.principal = ?2) AND " SIGNET_CERTIFIED_LIST_WITH_STATUS
                        " ORDER BY s.row DESC";
  list_class->fill_sql = "SELECT s.id," NAME_OF ("principal") "," NAME_OF (
      "agent") ", s.handler, s.valid_from, s.valid_until, s.all_rights, s.n_rights,"
               " s.sub_delegation," SIGNET_CERTIFIED_LIST_FILL ("authorisations");
  list_class->fill = fill;
}

static void
signet_authorisation_list_init (SignetAuthorisationList *self)
{
}

/**
 * signet_authorisation_list_new:
 * @store: an open store
 *
 * Returns: (transfer full): a list of #SignetAuthorisationRow, being loaded
 */
SignetCertifiedList *
signet_authorisation_list_new (SignetStore *store)
{
  return g_object_new (SIGNET_TYPE_AUTHORISATION_LIST, "store", store, NULL);
}
