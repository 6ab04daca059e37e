/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SignetCredentialsState:
 * @SIGNET_CREDENTIALS_UNKNOWN: not looked yet
 * @SIGNET_CREDENTIALS_UNLOCKED: the keyring can be read and written
 * @SIGNET_CREDENTIALS_LOCKED: it is there but locked: offer to unlock
 * @SIGNET_CREDENTIALS_ABSENT: no keyring service, or no default keyring
 * @SIGNET_CREDENTIALS_REFUSED: unlocking was refused or dismissed, or access is denied
 * @SIGNET_CREDENTIALS_UNREACHABLE: there is one, but it gives no answer in time, or none that can be used
 */
typedef enum
{
  SIGNET_CREDENTIALS_UNKNOWN,
  SIGNET_CREDENTIALS_UNLOCKED,
  SIGNET_CREDENTIALS_LOCKED,
  SIGNET_CREDENTIALS_ABSENT,
  SIGNET_CREDENTIALS_REFUSED,
  SIGNET_CREDENTIALS_UNREACHABLE,
} SignetCredentialsState;

GType signet_credentials_state_get_type (void);
#define SIGNET_TYPE_CREDENTIALS_STATE (signet_credentials_state_get_type ())

/*
 * The keyring as Signet uses it: one secret for each account. One object serves all accounts.
 *
 * Properties: state (read-only, notifies), session-only (read-write: secrets stay in memory alone).
 * Signal: discarded (account, discarded): whether the keyring may hold a secret of it that must go.
 */
#define SIGNET_TYPE_CREDENTIALS (signet_credentials_get_type ())
G_DECLARE_FINAL_TYPE (SignetCredentials, signet_credentials, SIGNET, CREDENTIALS, GObject)

SignetCredentials *signet_credentials_new (void);
SignetCredentialsState signet_credentials_get_state (SignetCredentials *self);
gboolean signet_credentials_get_session_only (SignetCredentials *self);
void signet_credentials_set_session_only (SignetCredentials *self, gboolean session_only);

/* None of these but unlock ever asks the person, and each of them answers within two seconds. */
void signet_credentials_lookup_async (SignetCredentials *self,
                                      const char *account,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
char *signet_credentials_lookup_finish (SignetCredentials *self,
                                        GAsyncResult *result,
                                        GError **error); /* NULL without an error: there is none */
void signet_credentials_free_secret (char *secret);
void signet_credentials_store_async (SignetCredentials *self,
                                     const char *account,
                                     const char *secret,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean signet_credentials_store_finish (SignetCredentials *self, GAsyncResult *result, GError **error);
void signet_credentials_clear_async (SignetCredentials *self,
                                     const char *account,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean signet_credentials_clear_finish (SignetCredentials *self, GAsyncResult *result, GError **error);

/* For the next run, while the keyring has not let it go: it is never looked up again, and goes when it can.
 */
void signet_credentials_discard (SignetCredentials *self, const char *account);

/* Asks the person to unlock the keyring; waits for at most two minutes. */
void signet_credentials_unlock_async (SignetCredentials *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean signet_credentials_unlock_finish (SignetCredentials *self, GAsyncResult *result, GError **error);

G_END_DECLS
