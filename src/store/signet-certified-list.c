/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-certified-list.h"

#include "store/signet-tables-private.h"

/* A list of what platforms certify. There is nothing to choose but whose status is shown. Used on the main
 * thread; the rows are listed on a worker.
 */

typedef struct
{
  char *account; /* whose status is shown, NULL for the last one that has one */
} SignetCertifiedListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetCertifiedList, signet_certified_list, SIGNET_TYPE_ROW_LIST)

static gpointer
snapshot (SignetRowList *list)
{
  return g_strdup (SIGNET_CERTIFIED_LIST_GET_CLASS (list)->list_sql);
}

static GArray *
list_rows (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SignetStatement) stmt = signet_tables_prepare (tables, data, "", error);

  if (stmt == NULL || !signet_tables_collect (tables, stmt, ids, cancellable, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static gboolean
fill (SignetRowList *list, SignetTables *tables, gint64 id, GObject *row, GError **error)
{
  SignetCertifiedListPrivate *priv =
      signet_certified_list_get_instance_private (SIGNET_CERTIFIED_LIST (list));
  SignetCertifiedListClass *klass = SIGNET_CERTIFIED_LIST_GET_CLASS (list);
  g_autoptr (SignetStatement)
      stmt = signet_tables_prepare (tables, klass->fill_sql, "ti", error, priv->account, id);

  if (stmt == NULL || !signet_statement_next (stmt, error))
    return FALSE;
  g_object_freeze_notify (row);
  klass->fill (row, stmt);
  g_object_thaw_notify (row);
  return TRUE;
}

static void
signet_certified_list_finalize (GObject *object)
{
  SignetCertifiedListPrivate *priv =
      signet_certified_list_get_instance_private (SIGNET_CERTIFIED_LIST (object));

  g_free (priv->account);

  G_OBJECT_CLASS (signet_certified_list_parent_class)->finalize (object);
}

static void
signet_certified_list_class_init (SignetCertifiedListClass *klass)
{
  SignetRowListClass *list_class = SIGNET_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_certified_list_finalize;
  list_class->snapshot = snapshot;
  list_class->free_snapshot = g_free;
  list_class->list_rows = list_rows;
  list_class->fill = fill;
}

static void
signet_certified_list_init (SignetCertifiedList *self)
{
}

/**
 * signet_certified_list_set_account:
 * @self: a list
 * @account: (nullable): whose status is shown; %NULL for the last account that has one
 *
 * Chooses the account.
 */
void
signet_certified_list_set_account (SignetCertifiedList *self, const char *account)
{
  SignetCertifiedListPrivate *priv = signet_certified_list_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_CERTIFIED_LIST (self));

  if (g_strcmp0 (account, priv->account) == 0)
    return;
  g_free (priv->account);
  priv->account = g_strdup (account);
  signet_row_list_refill (SIGNET_ROW_LIST (self));
}
