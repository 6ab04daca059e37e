/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-party-list.h"

#include "model/signet-party-row.h"
#include "store/signet-tables-private.h"

/* The parties of the desk, oldest first, with what an account's platform thinks of each. Used on the main
 * thread.
 */

struct _SignetPartyList
{
  SignetRowList parent_instance;

  char *account; /* whose status is shown, "" for the last one that has one */
};

G_DEFINE_FINAL_TYPE (SignetPartyList, signet_party_list, SIGNET_TYPE_ROW_LIST)

/* There is nothing to choose: every party of the desk is listed. */
static gpointer
snapshot (SignetRowList *list)
{
  return NULL;
}

static GArray *
list_rows (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SignetStatement)
      stmt = signet_tables_prepare (tables, "SELECT row FROM parties ORDER BY row", "", error);

  if (stmt == NULL || !signet_tables_collect (tables, stmt, ids, cancellable, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static gboolean
fill (SignetRowList *list, SignetTables *tables, gint64 id, GObject *object, GError **error)
{
  SignetPartyList *self = SIGNET_PARTY_LIST (list);
  SignetPartyRow *row = SIGNET_PARTY_ROW (object);
  g_autoptr (SignetStatement) stmt = signet_tables_prepare (
      tables,
      "SELECT s.id, s.role, s.kind, s.name, s.document_number, coalesce(c.status, ''),"
      " coalesce(c.n_findings, 0) FROM parties AS s"
      " LEFT JOIN certifications AS c ON c.row ="
      " (SELECT max(row) FROM certifications WHERE subject = s.id AND (?1 = '' OR account = ?1))"
      " WHERE s.row = ?2",
      "ti", error, self->account, id);

  if (stmt == NULL || !signet_statement_next (stmt, error))
    return FALSE;
  g_object_freeze_notify (object);
  signet_party_row_set_id (row, signet_statement_get_text (stmt, 0));
  signet_party_row_set_role (row, signet_statement_get_text (stmt, 1));
  signet_party_row_set_kind (row, signet_statement_get_text (stmt, 2));
  signet_party_row_set_name (row, signet_statement_get_text (stmt, 3));
  signet_party_row_set_document_number (row, signet_statement_get_text (stmt, 4));
  signet_party_row_set_status (row, signet_statement_get_text (stmt, 5));
  signet_party_row_set_findings (row, (int) signet_statement_get_int64 (stmt, 6));
  g_object_thaw_notify (object);
  return TRUE;
}

static void
signet_party_list_finalize (GObject *object)
{
  g_free (SIGNET_PARTY_LIST (object)->account);

  G_OBJECT_CLASS (signet_party_list_parent_class)->finalize (object);
}

static void
signet_party_list_class_init (SignetPartyListClass *klass)
{
  SignetRowListClass *list_class = SIGNET_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_party_list_finalize;
  list_class->row_type = SIGNET_TYPE_PARTY_ROW;
  list_class->subjects = (1u << SIGNET_SUBJECT_PARTY);
  list_class->snapshot = snapshot;
  list_class->free_snapshot = g_free;
  list_class->list_rows = list_rows;
  list_class->fill = fill;
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
SignetPartyList *
signet_party_list_new (SignetStore *store)
{
  return g_object_new (SIGNET_TYPE_PARTY_LIST, "store", store, NULL);
}

/**
 * signet_party_list_set_account:
 * @self: a list
 * @account: (nullable): whose status is shown; %NULL for the last account that has one
 *
 * Chooses the account.
 */
void
signet_party_list_set_account (SignetPartyList *self, const char *account)
{
  g_return_if_fail (SIGNET_IS_PARTY_LIST (self));

  if (g_strcmp0 (account, self->account) == 0)
    return;
  g_free (self->account);
  self->account = g_strdup (account);
  signet_row_list_refill (SIGNET_ROW_LIST (self));
}
