/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-discovery.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/* Signing in with a password. */
#define SIGNET_TYPE_PASSWORD_CHALLENGE (signet_password_challenge_get_type ())
G_DECLARE_FINAL_TYPE (SignetPasswordChallenge, signet_password_challenge, SIGNET, PASSWORD_CHALLENGE, GObject)

SignetPasswordChallenge *
signet_password_challenge_new (SignetDiscovery *discovery, const char *device_name, const char *device_place);

/* Trades login and password for tokens; hand them to signet_session_start_async(). */
void signet_password_challenge_enter_async (SignetPasswordChallenge *self,
                                            const char *login,
                                            const char *password,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
SignetTokens *
signet_password_challenge_enter_finish (SignetPasswordChallenge *self, GAsyncResult *result, GError **error);

G_END_DECLS
