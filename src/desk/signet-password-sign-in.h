/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Signing in with a password.
 *
 * Properties (read-only, notify on the main thread): tries-left (-1 unknown), retry-at (µs of
 * signet_clock_monotonic() before which the platform takes no password; 0 if it takes one).
 */
#define SIGNET_TYPE_PASSWORD_SIGN_IN (signet_password_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (SignetPasswordSignIn, signet_password_sign_in, SIGNET, PASSWORD_SIGN_IN, GObject)

int signet_password_sign_in_get_tries_left (SignetPasswordSignIn *self);
gint64 signet_password_sign_in_get_retry_at (SignetPasswordSignIn *self);

/* @login: phone or e-mail. What is copied of @password is wiped as soon as it has been sent. Fails with
 * SIGNET_DESK_ERROR_WRONG_PASSWORD or SIGNET_DESK_ERROR_LOCKED, among others. */
void signet_password_sign_in_enter_async (SignetPasswordSignIn *self,
                                          const char *login,
                                          const char *password,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
signet_password_sign_in_enter_finish (SignetPasswordSignIn *self, GAsyncResult *result, GError **error);

G_END_DECLS
