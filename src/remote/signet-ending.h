/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-credentials.h"
#include "remote/signet-discovery.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/* For SignetSession: its end, in the keyring and at the platform. */
void signet_ending_async (SignetDiscovery *discovery,
                          SignetCredentials *credentials,
                          const char *account,
                          SignetTokens *tokens,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean signet_ending_finish (GAsyncResult *result, gboolean *revoked, GError **error);

G_END_DECLS
