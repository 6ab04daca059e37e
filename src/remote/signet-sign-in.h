/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-discovery.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/* One attempt of a person to sign in with phone and code. */
#define SIGNET_TYPE_SIGN_IN (signet_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (SignetSignIn, signet_sign_in, SIGNET, SIGN_IN, GObject)

SignetSignIn *signet_sign_in_new (SignetDiscovery *discovery, const char *device_name);

/* Asks the platform to send a code to @phone. Again for another code. */
void signet_sign_in_send_code_async (SignetSignIn *self,
                                     const char *phone,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean signet_sign_in_send_code_finish (SignetSignIn *self, GAsyncResult *result, GError **error);

/* Valid after send_code: seconds the platform named, counted from then; 0 if it named none. */
guint signet_sign_in_get_resend_after (SignetSignIn *self);
guint signet_sign_in_get_expires_in (SignetSignIn *self);

/* Trades the typed code for tokens; hand them to signet_session_start_async(). */
void signet_sign_in_enter_code_async (SignetSignIn *self,
                                      const char *code,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
SignetTokens *signet_sign_in_enter_code_finish (SignetSignIn *self, GAsyncResult *result, GError **error);

G_END_DECLS
