/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-credentials.h"

G_BEGIN_DECLS

typedef enum
{
  SIGNET_SECRET_LOOKUP,
  SIGNET_SECRET_STORE,
  SIGNET_SECRET_CLEAR,
  SIGNET_SECRET_UNLOCK,
} SignetSecretVerb;

/* For SignetCredentials: one call of the keyring, over after @limit milliseconds at the latest. */
void signet_secret_call_async (SignetSecretVerb verb,
                               const char *account,
                               const char *secret,
                               guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean signet_secret_call_finish (GAsyncResult *result,
                                    char **secret,
                                    SignetCredentialsState *state,
                                    GError **error);

G_END_DECLS
