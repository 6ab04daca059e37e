/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "remote/signet-remote.h"

G_BEGIN_DECLS

/* For the desk's own files: the binding of one e-mail address, from the code that is sent to the code that is
 * typed. */
#define SIGNET_TYPE_EMAIL_BINDING (signet_email_binding_get_type ())
G_DECLARE_FINAL_TYPE (SignetEmailBinding, signet_email_binding, SIGNET, EMAIL_BINDING, GObject)

SignetEmailBinding *signet_email_binding_new (SignetRemote *remote);
void signet_email_binding_begin_async (SignetEmailBinding *self,
                                       const char *email,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean signet_email_binding_begin_finish (SignetEmailBinding *self, GAsyncResult *result, GError **error);
guint signet_email_binding_get_resend_after (SignetEmailBinding *self); /* seconds, from begin's end */

/* Fails with what the platform said: signet_remote_error_get_tries_left(). */
void signet_email_binding_confirm_async (SignetEmailBinding *self,
                                         const char *code,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean signet_email_binding_confirm_finish (SignetEmailBinding *self, GAsyncResult *result, GError **error);

G_END_DECLS
