/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-complaint-list.h"

#include "model/signet-complaint-row.h"
#include "store/signet-search-private.h"

/* The complaints, filtered, sorted and searched. Used on the main thread.
 */

typedef struct
{
  char *account;
  char *status;
  char *right;
  char *party;
  gint64 from;
  gint64 until;
  SignetComplaintSort sort;
  gboolean descending;
} Choice;

struct _SignetComplaintList
{
  SignetRowList parent_instance;

  Choice choice;
};

G_DEFINE_FINAL_TYPE (SignetComplaintList, signet_complaint_list, SIGNET_TYPE_ROW_LIST)

/* By SignetComplaintSort; ASC or DESC follows. */
static const char *const orders[] = {
  "c.created_at",
  "c.status",
  "coalesce(p.name, '')",
  "coalesce(r.name, '')",
  "c.reason",
  "1.0 * c.items_upheld / max(c.items_total, 1)",
  "c.next_date = '', c.next_date",
  "c.number = '', c.number",
  "c.items_total",
};

static void
choice_clear (Choice *choice)
{
  g_clear_pointer (&choice->account, g_free);
  g_clear_pointer (&choice->status, g_free);
  g_clear_pointer (&choice->right, g_free);
  g_clear_pointer (&choice->party, g_free);
}

static void
choice_free (gpointer data)
{
  choice_clear (data);
  g_free (data);
}

static gpointer
snapshot (SignetRowList *list)
{
  const Choice *choice = &SIGNET_COMPLAINT_LIST (list)->choice;
  Choice *copy = g_memdup2 (choice, sizeof *choice);

  copy->account = g_strdup (choice->account);
  copy->status = g_strdup (choice->status);
  copy->right = g_strdup (choice->right);
  copy->party = g_strdup (choice->party);
  return copy;
}

/* A condition nobody asks for is decided by its parameter alone, before the record is read. */
static char *
make_sql (const Choice *choice)
{
  GString *sql = g_string_new ("SELECT c.row FROM complaints AS c");

  if (choice->sort == SIGNET_COMPLAINT_SORT_PARTY)
    g_string_append (sql, " LEFT JOIN parties AS p ON p.id = c.party_id");
  if (choice->sort == SIGNET_COMPLAINT_SORT_RIGHT)
    g_string_append (sql, " LEFT JOIN rights AS r ON r.id = c.right_id");
  g_string_append (sql, " WHERE c.created_at >= ?1 AND (?2 = 0 OR c.created_at < ?2)"
                        " AND (?3 = '' OR c.account = ?3) AND (?4 = '' OR c.status = ?4)"
                        " AND (?5 = '' OR c.right_id = ?5)");
  /* One principal's are few among many: by the index. */
  if (choice->party != NULL && *choice->party != '\0')
    g_string_append (sql, " AND c.party_id = ?6");
  else
    g_string_append (sql, " AND ?6 = ''");
  g_string_append (sql, " ORDER BY ");
  g_string_append_printf (sql, "%s %s", orders[choice->sort], choice->descending ? "DESC" : "ASC");
  if (choice->sort == SIGNET_COMPLAINT_SORT_FILED)
    g_string_append_printf (sql, ", c.row %s", choice->descending ? "DESC" : "ASC");
  else
    g_string_append (sql, ", c.created_at DESC, c.row DESC");
  return g_string_free (sql, FALSE);
}

static GArray *
list_rows (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  const Choice *choice = data;
  g_autofree char *sql = make_sql (choice);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SignetStatement)
      stmt = signet_tables_prepare (tables, sql, "iitttt", error, choice->from, choice->until,
                                    choice->account, choice->status, choice->right, choice->party);

  if (stmt == NULL || !signet_tables_collect (tables, stmt, ids, cancellable, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static gboolean
fill (SignetRowList *list, SignetTables *tables, gint64 id, GObject *object, GError **error)
{
  SignetComplaintRow *row = SIGNET_COMPLAINT_ROW (object);
  g_autoptr (SignetStatement) stmt = signet_tables_prepare (
      tables,
      "SELECT c.id, c.account, c.number, c.status, coalesce(r.name, ''), coalesce(r.number, ''),"
      " coalesce(p.name, ''), c.reason, c.items_total, c.items_upheld, c.items_decided, c.filed_at, c.next_date,"
      " c.updated_at, c.error_code FROM complaints AS c LEFT JOIN rights AS r ON r.id = c.right_id"
      " LEFT JOIN parties AS p ON p.id = c.party_id WHERE c.row = ?",
      "i", error, id);

  if (stmt == NULL || !signet_statement_next (stmt, error))
    return FALSE;
  g_object_freeze_notify (object);
  signet_complaint_row_set_id (row, signet_statement_get_text (stmt, 0));
  signet_complaint_row_set_account_id (row, signet_statement_get_text (stmt, 1));
  signet_complaint_row_set_number (row, signet_statement_get_text (stmt, 2));
  signet_complaint_row_set_status (row, signet_statement_get_text (stmt, 3));
  signet_complaint_row_set_right_name (row, signet_statement_get_text (stmt, 4));
  signet_complaint_row_set_right_number (row, signet_statement_get_text (stmt, 5));
  signet_complaint_row_set_principal_name (row, signet_statement_get_text (stmt, 6));
  signet_complaint_row_set_reason (row, signet_statement_get_text (stmt, 7));
  signet_complaint_row_set_items_total (row, (int) signet_statement_get_int64 (stmt, 8));
  signet_complaint_row_set_items_upheld (row, (int) signet_statement_get_int64 (stmt, 9));
  signet_complaint_row_set_items_decided (row, (int) signet_statement_get_int64 (stmt, 10));
  signet_complaint_row_set_filed_at (row, signet_statement_get_text (stmt, 11));
  signet_complaint_row_set_next_date (row, signet_statement_get_text (stmt, 12));
  signet_complaint_row_set_updated_at (row, signet_statement_get_text (stmt, 13));
  signet_complaint_row_set_error_code (row, signet_statement_get_text (stmt, 14));
  g_object_thaw_notify (object);
  return TRUE;
}

static void
signet_complaint_list_finalize (GObject *object)
{
  choice_clear (&SIGNET_COMPLAINT_LIST (object)->choice);

  G_OBJECT_CLASS (signet_complaint_list_parent_class)->finalize (object);
}

static void
signet_complaint_list_class_init (SignetComplaintListClass *klass)
{
  SignetRowListClass *list_class = SIGNET_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_complaint_list_finalize;
  list_class->row_type = SIGNET_TYPE_COMPLAINT_ROW;
  list_class->subjects = 1u << SIGNET_SUBJECT_COMPLAINT | 1u << SIGNET_SUBJECT_RIGHT |
                         1u << SIGNET_SUBJECT_PARTY;
  list_class->snapshot = snapshot;
  list_class->free_snapshot = choice_free;
  list_class->list_rows = list_rows;
  list_class->find_rows = signet_search_find_complaints;
  list_class->fill = fill;
}

static void
signet_complaint_list_init (SignetComplaintList *self)
{
  self->choice.descending = TRUE;
}

/**
 * signet_complaint_list_new:
 * @store: an open store
 *
 * Returns: (transfer full): a list of #SignetComplaintRow, all of them, newest first, being loaded
 */
SignetComplaintList *
signet_complaint_list_new (SignetStore *store)
{
  return g_object_new (SIGNET_TYPE_COMPLAINT_LIST, "store", store, NULL);
}

/**
 * signet_complaint_list_set_filter:
 * @self: the list
 * @filter: which complaints; copied
 *
 * Chooses which complaints are listed. Set again to what it is, nothing happens.
 */
void
signet_complaint_list_set_filter (SignetComplaintList *self, const SignetComplaintListFilter *filter)
{
  Choice *choice = &self->choice;
  gboolean same_account;

  g_return_if_fail (SIGNET_IS_COMPLAINT_LIST (self));

  same_account = g_strcmp0 (choice->account, filter->account) == 0;
  if (same_account && g_strcmp0 (choice->status, filter->status) == 0 &&
      g_strcmp0 (choice->right, filter->right) == 0 && g_strcmp0 (choice->party, filter->party) == 0 &&
      choice->from == filter->from && choice->until == filter->until)
    return;

  choice_clear (choice);
  choice->account = g_strdup (filter->account);
  choice->status = g_strdup (filter->status);
  choice->right = g_strdup (filter->right);
  choice->party = g_strdup (filter->party);
  choice->from = filter->from;
  choice->until = filter->until;
  if (same_account)
    signet_row_list_ask_again (SIGNET_ROW_LIST (self));
  else
    signet_row_list_start_over (SIGNET_ROW_LIST (self));
}

/**
 * signet_complaint_list_set_text:
 * @self: the list
 * @text: (nullable): what is searched in numbers, statements, links, sellers, titles and own notes; %NULL for
 * all
 *
 * Searches among the complaints the filter leaves. Words are found by their beginning, Chinese from one
 * character on; all must be found in one complaint's text or in one of its items.
 */
void
signet_complaint_list_set_text (SignetComplaintList *self, const char *text)
{
  g_return_if_fail (SIGNET_IS_COMPLAINT_LIST (self));

  signet_row_list_set_text (SIGNET_ROW_LIST (self), text);
}

/**
 * signet_complaint_list_set_sort:
 * @self: the list
 * @sort: what to sort by
 * @descending: the largest first
 *
 * Sorts the list.
 */
void
signet_complaint_list_set_sort (SignetComplaintList *self, SignetComplaintSort sort, gboolean descending)
{
  g_return_if_fail (SIGNET_IS_COMPLAINT_LIST (self));
  g_return_if_fail (sort < G_N_ELEMENTS (orders));

  if (self->choice.sort == sort && self->choice.descending == descending)
    return;
  self->choice.sort = sort;
  self->choice.descending = descending;
  signet_row_list_ask_again (SIGNET_ROW_LIST (self));
}
