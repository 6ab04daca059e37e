/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SignetDb SignetDb;

/**
 * SignetMigration:
 * @version: the `user_version` after this step; steps count 1, 2, 3 … without a gap
 * @sql: the statements, separated by semicolons; no BEGIN, COMMIT or PRAGMA user_version
 *
 * One step from one schema to the next. Steps that were ever published are never changed.
 */
typedef struct
{
  guint version;
  const char *sql;
} SignetMigration;

gboolean signet_migration_run (SignetDb *db,
                               guint32 application_id,
                               const SignetMigration *migrations,
                               guint n_migrations,
                               GError **error);

G_END_DECLS
