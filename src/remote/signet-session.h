/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-credentials.h"
#include "remote/signet-discovery.h"
#include "remote/signet-token-source.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/**
 * SignetSessionState:
 * @SIGNET_SESSION_UNKNOWN: signet_session_restore_async() has not been called or isn't done
 * @SIGNET_SESSION_UNREADABLE: the keyring is locked, absent or refused (SignetCredentials:state says which):
 *   unlock and restore again, or sign in
 * @SIGNET_SESSION_SIGNED_OUT: there is no session, or the platform ended it
 * @SIGNET_SESSION_SIGNED_IN: requests can be made
 */
typedef enum
{
  SIGNET_SESSION_UNKNOWN,
  SIGNET_SESSION_UNREADABLE,
  SIGNET_SESSION_SIGNED_OUT,
  SIGNET_SESSION_SIGNED_IN,
} SignetSessionState;

GType signet_session_state_get_type (void);
#define SIGNET_TYPE_SESSION_STATE (signet_session_state_get_type ())

/*
 * One account's session: whether somebody is signed in, and whether that outlives the program.
 *
 * Properties (read-only, notify): state, kept (the refresh token in use is in the keyring; FALSE means the
 * person has to sign in again after the next start, see signet_session_keep_async()).
 */
#define SIGNET_TYPE_SESSION (signet_session_get_type ())
G_DECLARE_FINAL_TYPE (SignetSession, signet_session, SIGNET, SESSION, GObject)

/* @account: the name of the secret in the keyring, the desk's own id of the account. */
SignetSession *
signet_session_new (SignetDiscovery *discovery, SignetCredentials *credentials, const char *account);
SignetDiscovery *signet_session_get_discovery (SignetSession *self);
SignetTokenSource *signet_session_get_token_source (SignetSession *self); /* for this room */
SignetSessionState signet_session_get_state (SignetSession *self);
gboolean signet_session_get_kept (SignetSession *self);

/* Takes up the session of the last run from the keyring. Touches no network. */
void signet_session_restore_async (SignetSession *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean signet_session_restore_finish (SignetSession *self, GAsyncResult *result, GError **error);

/* Reads @path of the platform with tokens that nobody has taken up yet: whose are they? */
void signet_session_inspect_async (SignetSession *self,
                                   SignetTokens *tokens,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SignetAnswer *signet_session_inspect_finish (SignetSession *self, GAsyncResult *result, GError **error);

/* After signing in: keeps the tokens, then lets everybody who waits go on. Fails only if cancelled. */
void signet_session_start_async (SignetSession *self,
                                 SignetTokens *tokens,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean signet_session_start_finish (SignetSession *self, GAsyncResult *result, GError **error);

/* Tries again to put the refresh token into the keyring, after that was unlocked. */
void signet_session_keep_async (SignetSession *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean signet_session_keep_finish (SignetSession *self, GAsyncResult *result, GError **error);

/* Forgets the tokens here and in the keyring; tells the platform if it can be reached (@revoked). */
void signet_session_end_async (SignetSession *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean
signet_session_end_finish (SignetSession *self, GAsyncResult *result, gboolean *revoked, GError **error);

G_END_DECLS
