/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-party-list.h"

#include "db/signet-statement.h"
#include "model/signet-party-row.h"
#include "model/signet-words.h"

/* The parties of the desk, oldest first. */

/* Whose own identity one is, the account says; where it isn't certified, who wrote it down. */
#define OWN "coalesce (c.own, s.own)"

struct _SignetPartyList
{
  SignetCertifiedList parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetPartyList, signet_party_list, SIGNET_TYPE_CERTIFIED_LIST)

static void
fill (GObject *row, SignetStatement *columns)
{
  SignetPartyRow *self = SIGNET_PARTY_ROW (row);

  signet_party_row_set_id (self, signet_statement_get_text (columns, 0));
  signet_party_row_set_role (self, signet_statement_get_text (columns, 1));
  signet_party_row_set_kind (self, signet_statement_get_text (columns, 2));
  signet_party_row_set_name (self, signet_statement_get_text (columns, 3));
  signet_party_row_set_document_number (self, signet_statement_get_text (columns, 4));
  signet_party_row_set_own (self, signet_statement_get_int64 (columns, 5) != 0);
  signet_party_row_set_status (self, signet_statement_get_text (columns, 6));
  signet_party_row_set_findings (self, (int) signet_statement_get_int64 (columns, 7));
}

static const char *
get_section (GObject *row)
{
  SignetPartyRow *self = SIGNET_PARTY_ROW (row);

  return signet_party_row_get_own (self) ? "own" : signet_party_row_get_role (self);
}

static GArray *
find_rows (SignetTables *tables, const char *text, GCancellable *cancellable, GError **error)
{
  return signet_certified_list_find_text (
      tables, "SELECT row, name || ' ' || document_number FROM parties ORDER BY row", text, cancellable,
      error);
}

static void
signet_party_list_class_init (SignetPartyListClass *klass)
{
  SignetCertifiedListClass *list_class = SIGNET_CERTIFIED_LIST_CLASS (klass);

  SIGNET_ROW_LIST_CLASS (klass)->row_type = SIGNET_TYPE_PARTY_ROW;
  SIGNET_ROW_LIST_CLASS (klass)->subjects = 1u << SIGNET_SUBJECT_PARTY;
  SIGNET_ROW_LIST_CLASS (klass)->find_rows = find_rows;
  /* With a principal come those who act for it, and the person's own identity always. */
  list_class->list_sql = "SELECT s.row" SIGNET_CERTIFIED_LIST_FROM (
      "parties") " WHERE (?2 = '' OR " OWN
                 " OR s.id = ?2 OR s.id IN (SELECT agent FROM authorisations WHERE principal = ?2))"
                 " AND (?3 = '' OR s.kind = ?3) AND (?4 = '' OR s.role = ?4)"
                 " AND " SIGNET_CERTIFIED_LIST_WITH_STATUS " ORDER BY s.row";
  list_class->fill_sql = "SELECT s.id, s.role, s.kind, s.name, s.document_number, " OWN
                         "," SIGNET_CERTIFIED_LIST_FILL ("parties");
  list_class->fill = fill;
  list_class->get_section = get_section;
}

static void
signet_party_list_init (SignetPartyList *self)
{
}

/**
 * signet_party_list_new:
 * @store: an open store
 *
 * Returns: (transfer full): a list of #SignetPartyRow, being loaded
 */
SignetCertifiedList *
signet_party_list_new (SignetStore *store)
{
  return g_object_new (SIGNET_TYPE_PARTY_LIST, "store", store, NULL);
}
