/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SignetDeviceSignInState:
 * @SIGNET_DEVICE_SIGN_IN_IDLE: nothing was begun, or it was stopped
 * @SIGNET_DEVICE_SIGN_IN_ASKING: a code is being asked for
 * @SIGNET_DEVICE_SIGN_IN_WAITING: the code can be shown; the platform waits for the person's phone
 * @SIGNET_DEVICE_SIGN_IN_APPROVED: the person said yes, the session is being begun
 * @SIGNET_DEVICE_SIGN_IN_DONE: the person is signed in
 * @SIGNET_DEVICE_SIGN_IN_EXPIRED: the code is too old: start again for another one
 * @SIGNET_DEVICE_SIGN_IN_DENIED: the person said no on the phone
 * @SIGNET_DEVICE_SIGN_IN_FAILED: signet_device_sign_in_get_error() says why
 *
 * Where signing in with another device stands.
 */
typedef enum
{
  SIGNET_DEVICE_SIGN_IN_IDLE,
  SIGNET_DEVICE_SIGN_IN_ASKING,
  SIGNET_DEVICE_SIGN_IN_WAITING,
  SIGNET_DEVICE_SIGN_IN_APPROVED,
  SIGNET_DEVICE_SIGN_IN_DONE,
  SIGNET_DEVICE_SIGN_IN_EXPIRED,
  SIGNET_DEVICE_SIGN_IN_DENIED,
  SIGNET_DEVICE_SIGN_IN_FAILED,
} SignetDeviceSignInState;

GType signet_device_sign_in_state_get_type (void);
#define SIGNET_TYPE_DEVICE_SIGN_IN_STATE (signet_device_sign_in_state_get_type ())

/*
 * Signing in by scanning a code with a phone on which one is signed in already (RFC 8628).
 *
 * Properties (read-only, notify on the main thread): state, user-code (to compare with the phone's), uri
 * (what the picture holds), plain-uri (to be opened by hand, the code is typed there), seconds-left (of the
 * code), interval (seconds between two questions to the platform), online (FALSE while the platform can't be
 * reached; asking goes on), codes-left (how many more codes may be asked for), error (of the state FAILED,
 * else NULL).
 */
#define SIGNET_TYPE_DEVICE_SIGN_IN (signet_device_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (SignetDeviceSignIn, signet_device_sign_in, SIGNET, DEVICE_SIGN_IN, GObject)

/* Asks for a code and waits for the person's answer on the phone; again for another code. Does nothing when
 * codes-left is 0. */
void signet_device_sign_in_start (SignetDeviceSignIn *self);
/* Waits no more, until it is resumed; one stops when the page is left and resumes when it is shown. */
void signet_device_sign_in_stop (SignetDeviceSignIn *self);
void signet_device_sign_in_resume (SignetDeviceSignIn *self);
/* Begins anew: all codes may be asked for again. */
void signet_device_sign_in_reset (SignetDeviceSignIn *self);

SignetDeviceSignInState signet_device_sign_in_get_state (SignetDeviceSignIn *self);
const char *signet_device_sign_in_get_user_code (SignetDeviceSignIn *self);
const char *signet_device_sign_in_get_uri (SignetDeviceSignIn *self);
const char *signet_device_sign_in_get_plain_uri (SignetDeviceSignIn *self);
guint signet_device_sign_in_get_seconds_left (SignetDeviceSignIn *self);
guint signet_device_sign_in_get_interval (SignetDeviceSignIn *self);
gboolean signet_device_sign_in_get_online (SignetDeviceSignIn *self);
guint signet_device_sign_in_get_codes_left (SignetDeviceSignIn *self);
const GError *signet_device_sign_in_get_error (SignetDeviceSignIn *self);

G_END_DECLS
