/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A code for one use, which the platform sends to an address of the person's, a phone or an e-mail, and which
 * the person then types. What the right code does, SignetSmsSignIn and SignetEmailBinding know.
 *
 * Properties (read-only, notify on the main thread): tries-left (of the code being typed, -1 unknown),
 * resend-at (monotonic µs after which a new code may be asked for).
 */
#define SIGNET_TYPE_ONE_TIME_CODE (signet_one_time_code_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetOneTimeCode, signet_one_time_code, SIGNET, ONE_TIME_CODE, GObject)

int signet_one_time_code_get_tries_left (SignetOneTimeCode *self);
gint64 signet_one_time_code_get_resend_at (SignetOneTimeCode *self);

/* Has a code sent to @address; again for another one. */
void signet_one_time_code_send_async (SignetOneTimeCode *self,
                                      const char *address,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean signet_one_time_code_send_finish (SignetOneTimeCode *self, GAsyncResult *result, GError **error);

/* Says what the person typed. */
void signet_one_time_code_enter_async (SignetOneTimeCode *self,
                                       const char *code,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean signet_one_time_code_enter_finish (SignetOneTimeCode *self, GAsyncResult *result, GError **error);

G_END_DECLS
