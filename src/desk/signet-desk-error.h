/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SIGNET_DESK_ERROR:
 *
 * The only error domain the application sees besides %G_IO_ERROR_CANCELLED: the desk turns what the rooms
 * below say into what a person can act on. Messages are English and for logs; `app/signet-error-text.c` has
 * the sentences. It is an extended domain: signet_desk_error_get_retry_after() and its siblings say how long
 * to wait and how often one may try again.
 */
#define SIGNET_DESK_ERROR (signet_desk_error_quark ())

/**
 * SignetDeskError:
 * @SIGNET_DESK_ERROR_FAILED: something unforeseen; the message says what, for the log
 * @SIGNET_DESK_ERROR_OFFLINE: the platform cannot be reached
 * @SIGNET_DESK_ERROR_BUSY: the platform asks to wait (429, 503)
 * @SIGNET_DESK_ERROR_PLATFORM: the platform's answer cannot be used (broken, too large, not the contract)
 * @SIGNET_DESK_ERROR_CERTIFICATE: the connection's certificate is not acceptable
 * @SIGNET_DESK_ERROR_SIGNED_OUT: the session is over, sign in again
 * @SIGNET_DESK_ERROR_EMAIL_NOT_BOUND: nothing but binding works yet
 * @SIGNET_DESK_ERROR_WRONG_CODE: the typed code is wrong, there are tries left
 * @SIGNET_DESK_ERROR_CODE_EXPIRED: the code is too old, ask for a new one
 * @SIGNET_DESK_ERROR_LOCKED: too many wrong tries: wait, see signet_desk_error_get_retry_after()
 * @SIGNET_DESK_ERROR_BINDING_FIXED: a binding cannot be changed
 * @SIGNET_DESK_ERROR_ADDRESS_TAKEN: this phone or e-mail belongs to another account
 * @SIGNET_DESK_ERROR_OTHER_PHONE: the account here belongs to another phone than the one typed
 * @SIGNET_DESK_ERROR_REFUSED: the platform refused what was sent; findings say why
 * @SIGNET_DESK_ERROR_INCOMPLETE: the draft still has errors
 * @SIGNET_DESK_ERROR_KEYRING_LOCKED: the keyring is locked
 * @SIGNET_DESK_ERROR_KEYRING_ABSENT: there is no keyring service
 * @SIGNET_DESK_ERROR_KEYRING_REFUSED: the person or the service refused to open the keyring
 * @SIGNET_DESK_ERROR_SECRET_LEFT: signed out, but the keyring still has the secret; it goes as soon as it can
 * @SIGNET_DESK_ERROR_KEYRING_UNREACHABLE: the keyring gives no answer, so nobody knows what it holds
 * @SIGNET_DESK_ERROR_DISK_FULL: nothing can be written any more
 * @SIGNET_DESK_ERROR_STORE_DAMAGED: the database is damaged
 * @SIGNET_DESK_ERROR_STORE_TOO_NEW: a newer Signet wrote the database
 * @SIGNET_DESK_ERROR_STORE_IN_USE: another Signet has the data folder open
 * @SIGNET_DESK_ERROR_FILE_UNREADABLE: a chosen file cannot be read
 * @SIGNET_DESK_ERROR_FILE_EMPTY: a chosen file has no bytes
 * @SIGNET_DESK_ERROR_FILE_TOO_LARGE: a chosen file is larger than the platform takes
 * @SIGNET_DESK_ERROR_FILE_TYPE: the platform does not take this type of file
 * @SIGNET_DESK_ERROR_PRACTICE_FAILED: the practice platform could not be started
 * @SIGNET_DESK_ERROR_DOCUMENT_DAMAGED: the document cannot be read
 * @SIGNET_DESK_ERROR_DOCUMENT_ENCRYPTED: the document wants a password
 * @SIGNET_DESK_ERROR_DOCUMENT_PASSWORD: the password is not the right one
 * @SIGNET_DESK_ERROR_DOCUMENT_TOO_SLOW: the document took longer than allowed
 * @SIGNET_DESK_ERROR_DOCUMENT_TOO_BIG: the document wants more memory than allowed
 * @SIGNET_DESK_ERROR_DOCUMENT_CRASHED: the viewer died of the document
 * @SIGNET_DESK_ERROR_DOCUMENT_UNSUPPORTED: no document Signet can show
 * @SIGNET_DESK_ERROR_DOCUMENT_NOT_SAFE: this system cannot seal the viewer
 * @SIGNET_DESK_ERROR_NOT_FOUND: what was asked for is not there any more
 * @SIGNET_DESK_ERROR_WRONG_PASSWORD: the login or the password is not right; see
 * signet_desk_error_get_tries_left()
 * @SIGNET_DESK_ERROR_DAILY_LIMIT: the platform sends no more codes to this address today
 * @SIGNET_DESK_ERROR_DENIED: the person said no on the phone
 * @SIGNET_DESK_ERROR_INTERCEPTED: somebody in between answered in place of the platform: a network that wants
 * one to sign in, or a redirect
 * @SIGNET_DESK_ERROR_ADDRESS: not an address Signet talks to (not https, a user name in it, nonsense)
 * @SIGNET_DESK_ERROR_NOT_A_PLATFORM: something answers there, but no platform that Signet knows how to talk
 * to
 * @SIGNET_DESK_ERROR_OTHER_PLATFORM: another platform answers there than before, or its sign-in belongs to
 * another issuer
 * @SIGNET_DESK_ERROR_PLATFORM_TOO_NEW: the platform speaks a later version than this Signet
 * @SIGNET_DESK_ERROR_PLATFORM_INCOMPLETE: the platform does not say all that signing in needs
 * @SIGNET_DESK_ERROR_CERTIFICATE_EXPIRED: the certificate is out of date
 * @SIGNET_DESK_ERROR_CERTIFICATE_NOT_YET: the certificate isn't valid yet
 * @SIGNET_DESK_ERROR_CERTIFICATE_NAME: the certificate is for another host
 * @SIGNET_DESK_ERROR_CERTIFICATE_SELF_SIGNED: the host vouches for itself
 * @SIGNET_DESK_ERROR_CERTIFICATE_ISSUER: nobody this computer trusts vouches for the host
 * @SIGNET_DESK_ERROR_NOT_OPEN: the platform doesn't let this record be changed now
 * @SIGNET_DESK_ERROR_CERTIFIED: this record is certified on the account already, or on its way there
 * @SIGNET_DESK_ERROR_BEING_REVISED: another draft of this record must be ended first
 * @SIGNET_DESK_ERROR_FONT: no font here has the characters of a paper that is to be written
 * @SIGNET_DESK_ERROR_LANGUAGE: there are no texts for a paper in that language
 * @SIGNET_DESK_ERROR_NOT_WRITTEN: a paper could not be written
 */
typedef enum
{
  SIGNET_DESK_ERROR_FAILED,
  SIGNET_DESK_ERROR_OFFLINE,
  SIGNET_DESK_ERROR_BUSY,
  SIGNET_DESK_ERROR_PLATFORM,
  SIGNET_DESK_ERROR_CERTIFICATE,
  SIGNET_DESK_ERROR_SIGNED_OUT,
  SIGNET_DESK_ERROR_EMAIL_NOT_BOUND,
  SIGNET_DESK_ERROR_WRONG_CODE,
  SIGNET_DESK_ERROR_CODE_EXPIRED,
  SIGNET_DESK_ERROR_LOCKED,
  SIGNET_DESK_ERROR_BINDING_FIXED,
  SIGNET_DESK_ERROR_ADDRESS_TAKEN,
  SIGNET_DESK_ERROR_OTHER_PHONE,
  SIGNET_DESK_ERROR_REFUSED,
  SIGNET_DESK_ERROR_INCOMPLETE,
  SIGNET_DESK_ERROR_KEYRING_LOCKED,
  SIGNET_DESK_ERROR_KEYRING_ABSENT,
  SIGNET_DESK_ERROR_KEYRING_REFUSED,
  SIGNET_DESK_ERROR_KEYRING_UNREACHABLE,
  SIGNET_DESK_ERROR_SECRET_LEFT,
  SIGNET_DESK_ERROR_DISK_FULL,
  SIGNET_DESK_ERROR_STORE_DAMAGED,
  SIGNET_DESK_ERROR_STORE_TOO_NEW,
  SIGNET_DESK_ERROR_STORE_IN_USE,
  SIGNET_DESK_ERROR_FILE_UNREADABLE,
  SIGNET_DESK_ERROR_FILE_EMPTY,
  SIGNET_DESK_ERROR_FILE_TOO_LARGE,
  SIGNET_DESK_ERROR_FILE_TYPE,
  SIGNET_DESK_ERROR_PRACTICE_FAILED,
  SIGNET_DESK_ERROR_DOCUMENT_DAMAGED,
  SIGNET_DESK_ERROR_DOCUMENT_ENCRYPTED,
  SIGNET_DESK_ERROR_DOCUMENT_PASSWORD,
  SIGNET_DESK_ERROR_DOCUMENT_TOO_SLOW,
  SIGNET_DESK_ERROR_DOCUMENT_TOO_BIG,
  SIGNET_DESK_ERROR_DOCUMENT_CRASHED,
  SIGNET_DESK_ERROR_DOCUMENT_UNSUPPORTED,
  SIGNET_DESK_ERROR_DOCUMENT_NOT_SAFE,
  SIGNET_DESK_ERROR_NOT_FOUND,
  SIGNET_DESK_ERROR_WRONG_PASSWORD,
  SIGNET_DESK_ERROR_DENIED,
  SIGNET_DESK_ERROR_INTERCEPTED,
  SIGNET_DESK_ERROR_ADDRESS,
  SIGNET_DESK_ERROR_NOT_A_PLATFORM,
  SIGNET_DESK_ERROR_OTHER_PLATFORM,
  SIGNET_DESK_ERROR_PLATFORM_TOO_NEW,
  SIGNET_DESK_ERROR_PLATFORM_INCOMPLETE,
  SIGNET_DESK_ERROR_CERTIFICATE_EXPIRED,
  SIGNET_DESK_ERROR_CERTIFICATE_NOT_YET,
  SIGNET_DESK_ERROR_CERTIFICATE_NAME,
  SIGNET_DESK_ERROR_CERTIFICATE_SELF_SIGNED,
  SIGNET_DESK_ERROR_CERTIFICATE_ISSUER,
  SIGNET_DESK_ERROR_DAILY_LIMIT,
  SIGNET_DESK_ERROR_NOT_OPEN,
  SIGNET_DESK_ERROR_CERTIFIED,
  SIGNET_DESK_ERROR_BEING_REVISED,
  SIGNET_DESK_ERROR_FONT,
  SIGNET_DESK_ERROR_LANGUAGE,
  SIGNET_DESK_ERROR_NOT_WRITTEN,
} SignetDeskError;

GQuark signet_desk_error_quark (void);

guint signet_desk_error_get_retry_after (const GError *error);
int signet_desk_error_get_tries_left (const GError *error);
const char *signet_desk_error_get_reason (const GError *error);

/* For the desk's own files. */
GError *signet_desk_error_new (SignetDeskError code,
                               guint retry_after,
                               int tries_left,
                               const char *reason,
                               const char *message);

G_END_DECLS
