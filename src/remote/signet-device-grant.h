/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-discovery.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/*
 * One code that another device approves (RFC 8628): asked for, shown, asked about until it is decided. A new
 * code is a new object.
 *
 * Properties (read-only, notify): interval (seconds between two questions), reachable (FALSE while the
 * platform doesn't answer; asking goes on).
 */
#define SIGNET_TYPE_DEVICE_GRANT (signet_device_grant_get_type ())
G_DECLARE_FINAL_TYPE (SignetDeviceGrant, signet_device_grant, SIGNET, DEVICE_GRANT, GObject)

SignetDeviceGrant *signet_device_grant_new (SignetDiscovery *discovery,
                                            const char *device_name,
                                            const char *device_place,
                                            const char *device_time);

/* Asks for the code. */
void signet_device_grant_begin_async (SignetDeviceGrant *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean signet_device_grant_begin_finish (SignetDeviceGrant *self, GAsyncResult *result, GError **error);

/* Valid after begin. */
const char *signet_device_grant_get_user_code (SignetDeviceGrant *self);
const char *signet_device_grant_get_uri (SignetDeviceGrant *self);
const char *signet_device_grant_get_complete_uri (SignetDeviceGrant *self);
gint64 signet_device_grant_get_ends (SignetDeviceGrant *self); /* of signet_clock_boot_time() */
guint signet_device_grant_get_interval (SignetDeviceGrant *self);
gboolean signet_device_grant_get_reachable (SignetDeviceGrant *self);

/* Waits for the person's answer on the other device; hand the tokens to signet_session_start_async(). */
void signet_device_grant_wait_async (SignetDeviceGrant *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SignetTokens *signet_device_grant_wait_finish (SignetDeviceGrant *self, GAsyncResult *result, GError **error);

G_END_DECLS
