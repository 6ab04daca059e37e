/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-credentials.h"

G_BEGIN_DECLS

/* For SignetCredentials: libsecret, synchronously, on a worker. Each sets @state to how it found the keyring.
 */
gboolean signet_secrets_lookup (const char *account,
                                char **secret,
                                SignetCredentialsState *state,
                                GCancellable *cancellable,
                                GError **error);
gboolean signet_secrets_store (const char *account,
                               const char *secret,
                               SignetCredentialsState *state,
                               GCancellable *cancellable,
                               GError **error);
gboolean signet_secrets_clear (const char *account,
                               SignetCredentialsState *state,
                               GCancellable *cancellable,
                               GError **error);
gboolean signet_secrets_unlock (SignetCredentialsState *state, GCancellable *cancellable, GError **error);

G_END_DECLS
