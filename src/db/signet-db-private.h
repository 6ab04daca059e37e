/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "db/signet-db.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Shared by the files of this room only. */

sqlite3 *signet_db_get_handle (SignetDb *self);
void signet_db_set_error (SignetDb *self, int code, GError **error);
void signet_db_set_handle_error (sqlite3 *handle, int code, GError **error);

SignetStatement *signet_statement_new (SignetDb *db, const char *sql, sqlite3_stmt *stmt);
void signet_db_give_back (SignetDb *self, const char *sql, sqlite3_stmt *stmt);

G_END_DECLS
