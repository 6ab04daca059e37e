/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-http.h"

G_BEGIN_DECLS

/* What a platform says about itself: /v1/platform and the OAuth metadata of its issuer (RFC 8414). */
#define SIGNET_TYPE_DISCOVERY (signet_discovery_get_type ())
G_DECLARE_FINAL_TYPE (SignetDiscovery, signet_discovery, SIGNET, DISCOVERY, GObject)

/* @platform_id: the id this platform had when the account was made; NULL the first time. */
SignetDiscovery *signet_discovery_new (SignetHttp *http, const char *platform_id);
SignetHttp *signet_discovery_get_http (SignetDiscovery *self);

/* Fetches both, once; later calls answer from memory unless @again. */
void signet_discovery_load_async (SignetDiscovery *self,
                                  gboolean again,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean signet_discovery_load_finish (SignetDiscovery *self, GAsyncResult *result, GError **error);

/* All NULL before the first load. */
SignetAnswer *signet_discovery_get_platform (SignetDiscovery *self);
const char *signet_discovery_get_platform_id (SignetDiscovery *self);
const char *signet_discovery_get_token_endpoint (SignetDiscovery *self);
/* NULL if there is none, too. */
const char *signet_discovery_get_challenge_endpoint (SignetDiscovery *self);
const char *signet_discovery_get_device_endpoint (SignetDiscovery *self);
const char *signet_discovery_get_revocation_endpoint (SignetDiscovery *self);

/* For this room: fails if @endpoint is NULL. */
gboolean signet_discovery_require (SignetDiscovery *self, const char *endpoint, GError **error);

/* The receipt keys as they are now (a JWK Set, RFC 7517). Loads first if need be. */
void signet_discovery_fetch_keys_async (SignetDiscovery *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
SignetAnswer *
signet_discovery_fetch_keys_finish (SignetDiscovery *self, GAsyncResult *result, GError **error);

G_END_DECLS
