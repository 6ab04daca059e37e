/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-clock.h"
#include "remote/signet-discovery.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files: asks for a platform's receipt keys and keeps every one that was not known
 * (api.md: all keys ever seen are kept). */
void signet_receipt_keys_fetch_async (SignetDiscovery *discovery,
                                      SignetStore *store,
                                      SignetClock *clock,
                                      const char *account,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean signet_receipt_keys_are_wanted (SignetStore *store, const char *account);
gboolean signet_receipt_keys_fetch_finish (GAsyncResult *result, GError **error);

G_END_DECLS
