/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "desk/signet-device-sign-in.h"
#include "desk/signet-one-time-code.h"
#include "desk/signet-password-sign-in.h"
#include "desk/signet-session-list.h"
#include "model/signet-platform.h"
#include "model/signet-scan.h"

G_BEGIN_DECLS

/* Where an account stands; what the person can do next follows from it alone. */
typedef enum
{
  SIGNET_ACCOUNT_NEW,        /* known platform, nobody has signed in yet */
  SIGNET_ACCOUNT_CHECKING,   /* looking for the session in the keyring */
  SIGNET_ACCOUNT_UNBOUND,    /* signed in, the e-mail is not bound: nothing else works */
  SIGNET_ACCOUNT_READY,      /* signed in and bound */
  SIGNET_ACCOUNT_SIGNED_OUT, /* the session is over */
  SIGNET_ACCOUNT_NO_KEYRING, /* the session cannot be read or kept, see SignetAccount:keyring */
} SignetAccountState;

typedef enum
{
  SIGNET_KEYRING_UNKNOWN,
  SIGNET_KEYRING_OPEN,
  SIGNET_KEYRING_LOCKED,
  SIGNET_KEYRING_ABSENT,
  SIGNET_KEYRING_REFUSED,
  SIGNET_KEYRING_UNREACHABLE,  /* there is one, but it gives no answer */
  SIGNET_KEYRING_SESSION_ONLY, /* the person chose to keep the session in memory alone */
} SignetKeyringState;

GType signet_account_state_get_type (void);
#define SIGNET_TYPE_ACCOUNT_STATE (signet_account_state_get_type ())
GType signet_keyring_state_get_type (void);
#define SIGNET_TYPE_KEYRING_STATE (signet_keyring_state_get_type ())

/*
 * Properties (all read-only, all notify on the main thread): id, practice, rules, address, state, keyring,
 * name, phone, email, password-set, platform, online.
 */
#define SIGNET_TYPE_ACCOUNT (signet_account_get_type ())
G_DECLARE_FINAL_TYPE (SignetAccount, signet_account, SIGNET, ACCOUNT, GObject)

const char *signet_account_get_id (SignetAccount *self);
const char *signet_account_get_address (SignetAccount *self);
const char *signet_account_get_rules (SignetAccount *self);
gboolean signet_account_get_practice (SignetAccount *self);
SignetAccountState signet_account_get_state (SignetAccount *self);
SignetKeyringState signet_account_get_keyring (SignetAccount *self);
const char *signet_account_get_name (SignetAccount *self); /* what to call it beside the platform's name */
const char *signet_account_get_phone (SignetAccount *self);
const char *signet_account_get_email (SignetAccount *self);
gboolean signet_account_get_password_set (SignetAccount *self);
SignetPlatform *signet_account_get_platform (SignetAccount *self);
gboolean signet_account_get_online (SignetAccount *self);

/* The three ways of signing in; SignetPlatform:login-methods says which the platform offers. Each ends with
 * the same session. An account that has been signed in to before takes its own phone only. */
SignetDeviceSignIn *signet_account_get_device_sign_in (SignetAccount *self);
SignetPasswordSignIn *signet_account_get_password_sign_in (SignetAccount *self);
SignetOneTimeCode *signet_account_get_sign_in_code (SignetAccount *self);

/* Binding the e-mail, which is for ever. */
SignetOneTimeCode *signet_account_get_email_code (SignetAccount *self);

/* Gives the account a password, or another one. @current may be NULL when there is none, or right after
 * signing in another way (it was forgotten). Fails with SIGNET_DESK_ERROR_REFUSED and a reason
 * (password-short, too-long, password-guessable, required), SIGNET_DESK_ERROR_WRONG_PASSWORD or
 * SIGNET_DESK_ERROR_LOCKED, among others. */
void signet_account_change_password_async (SignetAccount *self,
                                           const char *password,
                                           const char *current,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean signet_account_change_password_finish (SignetAccount *self, GAsyncResult *result, GError **error);

/* Signs out: the secret leaves the keyring whatever the network says; local data stays. @revoked is FALSE if
 * the platform could not be told: the session may then be ended from another device. Fails if the keyring
 * keeps the secret (locked, refused); the session is over all the same. */
void signet_account_sign_out_async (SignetAccount *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean
signet_account_sign_out_finish (SignetAccount *self, GAsyncResult *result, gboolean *revoked, GError **error);

/* Where the account is signed in, read from the platform now (transfer full). */
SignetSessionList *signet_account_open_sessions (SignetAccount *self);

/* The keyring, when it is locked or gone. */
void signet_account_unlock_keyring_async (SignetAccount *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean signet_account_unlock_keyring_finish (SignetAccount *self, GAsyncResult *result, GError **error);
void signet_account_retry_keyring (SignetAccount *self);
void signet_account_use_session_only (SignetAccount *self);

/* The practice phone: a list of SignetMessage, newest first; NULL on a real platform. It is fetched while
 * held. */
gboolean signet_account_has_phone (SignetAccount *self);
GListModel *signet_account_open_phone (SignetAccount *self);

/* What the practice phone shows of a device code it scans: who asks, where and when. */
void signet_account_look_at_scan_async (SignetAccount *self,
                                        const char *user_code,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
SignetScan *signet_account_look_at_scan_finish (SignetAccount *self, GAsyncResult *result, GError **error);

/* What scanning a device code with the practice phone does; on a real platform it fails. @phone signs in. */
void signet_account_answer_scan_async (SignetAccount *self,
                                       const char *user_code,
                                       const char *phone,
                                       gboolean approve,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean signet_account_answer_scan_finish (SignetAccount *self, GAsyncResult *result, GError **error);

G_END_DECLS
