/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-answer.h"
#include "remote/signet-request.h"

G_BEGIN_DECLS

/* HTTP as Signet speaks it, to one platform. Single attempts, no session, no retry. */
#define SIGNET_TYPE_HTTP (signet_http_get_type ())
G_DECLARE_FINAL_TYPE (SignetHttp, signet_http, SIGNET, HTTP, GObject)

SignetHttp *signet_http_new (const char *address, GTlsDatabase *database, GError **error);
char *signet_http_normalise (const char *address, GError **error);
const char *signet_http_get_address (SignetHttp *self);

/* For this room. */
char *signet_http_resolve (SignetHttp *self, const char *address, GError **error);
gboolean signet_http_is_own (SignetHttp *self, const char *address);
void signet_http_exchange_async (SignetHttp *self,
                                 SignetRequest *request,
                                 const char *token,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
SignetAnswer *
signet_http_exchange_finish (SignetHttp *self, GAsyncResult *result, gboolean *sent, GError **error);

G_END_DECLS
