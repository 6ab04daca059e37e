/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-list-state.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/**
 * SIGNET_TYPE_ROW_LIST:
 *
 * What all lists of the store have in common. A #GListModel of live rows: one object for each id, changed in
 * place when the store changes.
 *
 * Properties: store (construct-only), state (#SignetListState, notifies), error (why state is
 * %SIGNET_LIST_ERROR).
 */
#define SIGNET_TYPE_ROW_LIST (signet_row_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetRowList, signet_row_list, SIGNET, ROW_LIST, GObject)

/**
 * SignetRowListClass:
 * @row_type: type of the rows
 * @subjects: bits (1 << #SignetSubject) of what the rows show
 * @snapshot: (main thread) what is asked for, as a plain record
 * @free_snapshot: frees it
 * @list_rows: (worker) the ids of the rows it asks for (gint64), in order
 * @find_rows: (worker) the ids of the rows in which a text is found, ascending; %NULL without error if the
 * text asks for nothing; %NULL where there is no search
 * @fill: (main thread) fills a row by its id
 */
struct _SignetRowListClass
{
  GObjectClass parent_class;

  GType row_type;
  guint subjects;
  gpointer (*snapshot) (SignetRowList *self);
  GDestroyNotify free_snapshot;
  GArray *(*list_rows) (SignetTables *tables, gpointer snapshot, GCancellable *cancellable, GError **error);
  GArray *(*find_rows) (SignetTables *tables, const char *text, GCancellable *cancellable, GError **error);
  gboolean (*fill) (SignetRowList *self, SignetTables *tables, gint64 id, GObject *row, GError **error);
};

SignetListState signet_row_list_get_state (SignetRowList *self);
const GError *signet_row_list_get_error (SignetRowList *self);
void signet_row_list_reload (SignetRowList *self);

/* For the classes. */
void signet_row_list_set_text (SignetRowList *self, const char *text);
void signet_row_list_ask_again (SignetRowList *self);
void signet_row_list_start_over (SignetRowList *self);
void signet_row_list_refill (SignetRowList *self);
gint64 signet_row_list_get_id (SignetRowList *self, guint position);

G_END_DECLS
