/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "db/signet-db.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* Shared by the files of this room only. */

struct _SignetTables
{
  SignetDb *db;
  SignetChanges *changes; /* NULL when only reading */
  gboolean removed;       /* by this write, and for good: not even the log may keep it */
};

SignetTables *signet_tables_new (SignetDb *db, gboolean writable);
void signet_tables_free (SignetTables *self);
void signet_tables_mark (SignetTables *self, SignetSubject subject, const char *id);

SignetStatement *
signet_tables_prepare (SignetTables *self, const char *sql, const char *types, GError **error, ...);
gboolean signet_tables_run (SignetTables *self, const char *sql, const char *types, GError **error, ...);
gint64 signet_tables_get_number (SignetTables *self, const char *sql, const char *types, GError **error, ...);
gboolean signet_tables_collect (SignetTables *tables,
                                SignetStatement *stmt,
                                GArray *ids,
                                GCancellable *cancellable,
                                GError **error);
gboolean signet_tables_changed_one (SignetTables *self, const char *what, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetTables, signet_tables_free)

G_END_DECLS
