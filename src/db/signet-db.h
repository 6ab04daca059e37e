/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "db/signet-db-error.h"
#include "db/signet-migration.h"
#include "db/signet-statement.h"
#include "db/signet-transaction.h"

G_BEGIN_DECLS

/**
 * SignetDbFlags:
 * @SIGNET_DB_OWN: the one connection that writes: makes file and folder if absent, takes the owner's lock
 * @SIGNET_DB_READ_ONLY: a further connection that never writes; the owner must have opened the file before
 */
typedef enum
{
  SIGNET_DB_OWN,
  SIGNET_DB_READ_ONLY,
} SignetDbFlags;

#define SIGNET_TYPE_DB (signet_db_get_type ())
G_DECLARE_FINAL_TYPE (SignetDb, signet_db, SIGNET, DB, GObject)

SignetDb *signet_db_open (const char *path, SignetDbFlags flags, GError **error);
SignetDb *signet_db_open_memory (GError **error);
gboolean signet_db_check (SignetDb *self, GError **error);
gboolean signet_db_migrate (SignetDb *self,
                            guint32 application_id,
                            const SignetMigration *migrations,
                            guint n_migrations,
                            GError **error);
guint signet_db_get_version (SignetDb *self);

SignetStatement *signet_db_prepare (SignetDb *self, const char *sql, GError **error);
gboolean signet_db_exec (SignetDb *self, const char *sql, GError **error);
gint64 signet_db_get_last_insert_id (SignetDb *self);
gint64 signet_db_get_n_changed (SignetDb *self);

SignetTransaction *signet_db_begin (SignetDb *self, GError **error);
SignetTransaction *signet_db_begin_read (SignetDb *self, GError **error);
gboolean signet_db_empty_log (SignetDb *self, GError **error);
void signet_db_interrupt (SignetDb *self);

G_END_DECLS
