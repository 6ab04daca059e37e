/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "remote/signet-answer.h"
#include "remote/signet-request.h"

G_BEGIN_DECLS

/* For SignetHttp: one attempt. */
void signet_exchange_async (gpointer source,
                            SoupSession *session,
                            SignetRequest *request,
                            const char *address,
                            const char *token,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
SignetAnswer *signet_exchange_finish (GAsyncResult *result, gboolean *sent, GError **error);

G_END_DECLS
