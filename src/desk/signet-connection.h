/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account.h"
#include "desk/signet-practice-host.h"
#include "remote/signet-credentials.h"
#include "remote/signet-discovery.h"
#include "remote/signet-remote.h"
#include "remote/signet-session.h"

G_BEGIN_DECLS

/*
 * For the desk's own files: the way from one account to its platform.
 *
 * Signal: changed (SignetConnection *): the session's state, or what is known of the keyring, may be another.
 */
#define SIGNET_TYPE_CONNECTION (signet_connection_get_type ())
G_DECLARE_FINAL_TYPE (SignetConnection, signet_connection, SIGNET, CONNECTION, GObject)

SignetConnection *
signet_connection_new (const char *account, SignetCredentials *credentials, SignetPracticeHost *host);

/* Starts the practice platform if it is one, asks the platform about itself and takes up the session. Once
 * however many ask. Fails if the platform can't be reached; the session is taken up all the same. */
void signet_connection_open_async (SignetConnection *self,
                                   const char *address,
                                   const char *platform_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean signet_connection_open_finish (SignetConnection *self, GAsyncResult *result, GError **error);

/* Takes up the session again: with @unlock after the system has asked the person to unlock the keyring. */
void signet_connection_restore_async (SignetConnection *self,
                                      gboolean unlock,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean signet_connection_restore_finish (SignetConnection *self, GAsyncResult *result, GError **error);

/* All NULL before the first attempt to open. */
const char *signet_connection_get_address (SignetConnection *self);
SignetDiscovery *signet_connection_get_discovery (SignetConnection *self);
SignetSession *signet_connection_get_session (SignetConnection *self);
SignetRemote *signet_connection_get_remote (SignetConnection *self);

SignetSessionState signet_connection_get_session_state (SignetConnection *self);
SignetCredentials *signet_connection_get_credentials (SignetConnection *self);
SignetPracticeHost *signet_connection_get_host (SignetConnection *self);

SignetKeyringState signet_connection_get_keyring (SignetConnection *self);
void signet_connection_use_session_only (SignetConnection *self);

G_END_DECLS
