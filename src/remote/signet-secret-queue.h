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

/* For SignetCredentials: calls of the keyring, those of one account one after the other, and each of them
 * over after @limit milliseconds at the latest. */
#define SIGNET_TYPE_SECRET_QUEUE (signet_secret_queue_get_type ())
G_DECLARE_FINAL_TYPE (SignetSecretQueue, signet_secret_queue, SIGNET, SECRET_QUEUE, GObject)

SignetSecretQueue *signet_secret_queue_new (void);
void signet_secret_queue_call_async (SignetSecretQueue *self,
                                     SignetSecretVerb verb,
                                     const char *account,
                                     const char *secret,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean signet_secret_queue_call_finish (SignetSecretQueue *self,
                                          GAsyncResult *result,
                                          char **secret,
                                          SignetCredentialsState *state,
                                          GError **error);

G_END_DECLS
