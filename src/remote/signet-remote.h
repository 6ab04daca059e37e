/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-answer.h"
#include "remote/signet-delivery.h"
#include "remote/signet-request.h"
#include "remote/signet-session.h"

G_BEGIN_DECLS

/* One platform account over HTTP. */
#define SIGNET_TYPE_REMOTE (signet_remote_get_type ())
G_DECLARE_FINAL_TYPE (SignetRemote, signet_remote, SIGNET, REMOTE, GObject)

SignetRemote *signet_remote_new (SignetSession *session);

/* Asks until there is an answer or no hope: waits while nobody is signed in, repeats what may be repeated a
 * few times. For everything but the outbox. */
void signet_remote_call_async (SignetRemote *self,
                               SignetRequest *request,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
SignetAnswer *signet_remote_call_finish (SignetRemote *self, GAsyncResult *result, GError **error);

/* The same for a plain GET of @address ("/v1/account", or a next page's). */
void signet_remote_get_async (SignetRemote *self,
                              const char *address,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
SignetAnswer *signet_remote_get_finish (SignetRemote *self, GAsyncResult *result, GError **error);

/* The outbox: exactly one attempt, and what became of it. Never fails: also being cancelled is an outcome. */
void signet_remote_send_async (SignetRemote *self,
                               SignetRequest *request,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
SignetDelivery *signet_remote_send_finish (SignetRemote *self, GAsyncResult *result);

G_END_DECLS
