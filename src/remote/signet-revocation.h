/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-discovery.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/* Gives @tokens back (RFC 7009), in one attempt of some seconds. */
void signet_revocation_async (SignetDiscovery *discovery,
                              SignetTokens *tokens,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean signet_revocation_finish (GAsyncResult *result, GError **error);

G_END_DECLS
