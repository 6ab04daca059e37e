/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-credentials.h"
#include "remote/signet-discovery.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/*
 * For SignetSession and SignetRemote: the tokens in use, renewed once for everybody who wants one.
 *
 * Signals: renewed (gboolean kept: the new refresh token is in the keyring), refused (the platform ended the
 * session; the tokens are gone).
 */
#define SIGNET_TYPE_TOKEN_SOURCE (signet_token_source_get_type ())
G_DECLARE_FINAL_TYPE (SignetTokenSource, signet_token_source, SIGNET, TOKEN_SOURCE, GObject)

SignetTokenSource *
signet_token_source_new (SignetDiscovery *discovery, SignetCredentials *credentials, const char *account);

/* What is in use; NULL while nobody is signed in. Who waits is served when the session says so. */
SignetTokens *signet_token_source_get_tokens (SignetTokenSource *self);
void signet_token_source_set_tokens (SignetTokenSource *self, SignetTokens *tokens);
void signet_token_source_serve (SignetTokenSource *self);

/* An access token that should work; @refused is one that just didn't. With @wait it waits while nobody is
 * signed in. */
void signet_token_source_get_token_async (SignetTokenSource *self,
                                          const char *refused,
                                          gboolean wait,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
char *signet_token_source_get_token_finish (SignetTokenSource *self, GAsyncResult *result, GError **error);

G_END_DECLS
