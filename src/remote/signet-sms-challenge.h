/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-discovery.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/* One attempt of a person to sign in with phone and code. */
#define SIGNET_TYPE_SMS_CHALLENGE (signet_sms_challenge_get_type ())
G_DECLARE_FINAL_TYPE (SignetSmsChallenge, signet_sms_challenge, SIGNET, SMS_CHALLENGE, GObject)

SignetSmsChallenge *
signet_sms_challenge_new (SignetDiscovery *discovery, const char *device_name, const char *device_place);

/* Asks the platform to send a code to @phone. Again for another code. */
void signet_sms_challenge_send_code_async (SignetSmsChallenge *self,
                                           const char *phone,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean
signet_sms_challenge_send_code_finish (SignetSmsChallenge *self, GAsyncResult *result, GError **error);

/* Valid after send_code: seconds the platform named, counted from then; 0 if it named none. */
guint signet_sms_challenge_get_resend_after (SignetSmsChallenge *self);
guint signet_sms_challenge_get_expires_in (SignetSmsChallenge *self);

/* Trades the typed code for tokens; hand them to signet_session_start_async(). */
void signet_sms_challenge_enter_code_async (SignetSmsChallenge *self,
                                            const char *code,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
SignetTokens *
signet_sms_challenge_enter_code_finish (SignetSmsChallenge *self, GAsyncResult *result, GError **error);

G_END_DECLS
