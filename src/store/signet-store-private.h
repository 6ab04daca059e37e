/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-store.h"
#include "store/signet-worker.h"

G_BEGIN_DECLS

/* What a list asks the store's reading worker. Of this room only. */
typedef gpointer (*SignetStoreQuery) (SignetTables *tables,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);

void signet_store_query_async (SignetStore *self,
                               SignetStoreQuery func,
                               gpointer data,
                               GDestroyNotify free_data,
                               GDestroyNotify free_result,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gpointer signet_store_query_finish (SignetStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
