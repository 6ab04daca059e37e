/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/signet-tables.h"
#include "store/signet-vault.h"

G_BEGIN_DECLS

/**
 * SignetStoreWrite:
 * @tables: the tables, writable
 * @data: what was handed to signet_store_write_async()
 * @error: return location
 *
 * What one transaction does. Runs on the store's worker: @data must hold bytes and plain records, never live
 * objects.
 *
 * Returns: %TRUE to commit, %FALSE with @error set to leave everything as it was
 */
typedef gboolean (*SignetStoreWrite) (SignetTables *tables, gpointer data, GError **error);

/**
 * SIGNET_TYPE_STORE:
 *
 * Signal `changed` (SignetStore *, SignetChanges *): on the main thread after commits, those of one turn of
 * the main loop together; before the callback of the write that made them.
 *
 * Signal `closing` (SignetStore *): the store is about to close, and what is handed over for writing now is
 * the last. Close it before the last unref.
 */
#define SIGNET_TYPE_STORE (signet_store_get_type ())
G_DECLARE_FINAL_TYPE (SignetStore, signet_store, SIGNET, STORE, GObject)

SignetStore *signet_store_new (const char *folder);

gboolean signet_store_open (SignetStore *self, GError **error);
void signet_store_open_async (SignetStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean signet_store_open_finish (SignetStore *self, GAsyncResult *result, GError **error);
void signet_store_close (SignetStore *self);

void signet_store_check_async (SignetStore *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean signet_store_check_finish (SignetStore *self, GAsyncResult *result, GError **error);

SignetTables *signet_store_get_tables (SignetStore *self);
SignetVault *signet_store_get_vault (SignetStore *self);

gboolean signet_store_write (SignetStore *self, SignetStoreWrite func, gpointer data, GError **error);
void signet_store_write_async (SignetStore *self,
                               SignetStoreWrite func,
                               gpointer data,
                               GDestroyNotify free_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean signet_store_write_finish (SignetStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
