/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "api/signet-problem.h"

G_BEGIN_DECLS

/**
 * SIGNET_REMOTE_ERROR:
 *
 * What can go wrong between this computer and a platform, or with the keyring. It is an extended domain: such
 * an error also carries the platform's own words about it, see signet_remote_error_get_problem() and its
 * siblings. Messages are English and for logs.
 */
#define SIGNET_REMOTE_ERROR (signet_remote_error_quark ())

/**
 * SignetRemoteError:
 * @SIGNET_REMOTE_ERROR_ADDRESS: not an address Signet talks to (not https, user name in it, not absolute)
 * @SIGNET_REMOTE_ERROR_NETWORK: no connection: offline, refused, reset, cut or too slow
 * @SIGNET_REMOTE_ERROR_TLS: the certificate is not acceptable for a reason without a code of its own
 * @SIGNET_REMOTE_ERROR_TLS_EXPIRED: the certificate is out of date
 * @SIGNET_REMOTE_ERROR_TLS_NOT_YET: the certificate isn't valid yet
 * @SIGNET_REMOTE_ERROR_TLS_NAME: the certificate is for another host
 * @SIGNET_REMOTE_ERROR_TLS_SELF_SIGNED: the host vouches for itself
 * @SIGNET_REMOTE_ERROR_TLS_ISSUER: nobody this computer trusts vouches for the host
 * @SIGNET_REMOTE_ERROR_PROTOCOL: the answer isn't what the contract promises (broken JSON, other
 *   media type, length that isn't kept)
 * @SIGNET_REMOTE_ERROR_TOO_LARGE: the answer is larger than Signet takes (16 MiB)
 * @SIGNET_REMOTE_ERROR_PLATFORM: another platform answers at this address, or its sign-in belongs to another
 *   issuer (RFC 8414, section 3.3)
 * @SIGNET_REMOTE_ERROR_THROTTLED: 429; see signet_remote_error_get_retry_after()
 * @SIGNET_REMOTE_ERROR_UNAVAILABLE: 5xx, or a 4xx that says "later"; may carry a retry-after too
 * @SIGNET_REMOTE_ERROR_REFUSED: the platform refuses for good; the problem says why
 * @SIGNET_REMOTE_ERROR_SIGNED_OUT: the session is over or there is none
 * @SIGNET_REMOTE_ERROR_WRONG_CODE: the typed code is wrong; see signet_remote_error_get_tries_left()
 * @SIGNET_REMOTE_ERROR_CODE_EXPIRED: the code, or the whole attempt to sign in, is too old: start again
 * @SIGNET_REMOTE_ERROR_KEYRING_LOCKED: the keyring is locked
 * @SIGNET_REMOTE_ERROR_KEYRING_ABSENT: there is no keyring
 * @SIGNET_REMOTE_ERROR_KEYRING_REFUSED: unlocking was refused or dismissed, or access is denied
 * @SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE: there is a keyring, but nobody knows what it holds: it gives no
 *   answer in time, or none that can be used
 * @SIGNET_REMOTE_ERROR_FILE: the file to be uploaded cannot be read or isn't as long as was said
 * @SIGNET_REMOTE_ERROR_INTERCEPTED: somebody in between answered in place of the platform: a page instead of
 * JSON, or a redirect
 * @SIGNET_REMOTE_ERROR_FOREIGN: something answers at this address, but no platform
 * @SIGNET_REMOTE_ERROR_TOO_NEW: the platform speaks a later version of the contract than this program
 * @SIGNET_REMOTE_ERROR_INCOMPLETE: the metadata do not say all that signing in needs
 * @SIGNET_REMOTE_ERROR_WRONG_PASSWORD: the login or the password is not right; see
 * signet_remote_error_get_tries_left()
 * @SIGNET_REMOTE_ERROR_LOCKED: too many wrong codes or passwords: see signet_remote_error_get_retry_after()
 * @SIGNET_REMOTE_ERROR_LIMIT: the platform sends no more codes to this address today; see
 * signet_remote_error_get_retry_after()
 * @SIGNET_REMOTE_ERROR_DENIED: the person said no on another device
 */
typedef enum
{
  SIGNET_REMOTE_ERROR_ADDRESS,
  SIGNET_REMOTE_ERROR_NETWORK,
  SIGNET_REMOTE_ERROR_TLS,
  SIGNET_REMOTE_ERROR_TLS_EXPIRED,
  SIGNET_REMOTE_ERROR_TLS_NOT_YET,
  SIGNET_REMOTE_ERROR_TLS_NAME,
  SIGNET_REMOTE_ERROR_TLS_SELF_SIGNED,
  SIGNET_REMOTE_ERROR_TLS_ISSUER,
  SIGNET_REMOTE_ERROR_PROTOCOL,
  SIGNET_REMOTE_ERROR_TOO_LARGE,
  SIGNET_REMOTE_ERROR_PLATFORM,
  SIGNET_REMOTE_ERROR_THROTTLED,
  SIGNET_REMOTE_ERROR_UNAVAILABLE,
  SIGNET_REMOTE_ERROR_REFUSED,
  SIGNET_REMOTE_ERROR_SIGNED_OUT,
  SIGNET_REMOTE_ERROR_WRONG_CODE,
  SIGNET_REMOTE_ERROR_CODE_EXPIRED,
  SIGNET_REMOTE_ERROR_KEYRING_LOCKED,
  SIGNET_REMOTE_ERROR_KEYRING_ABSENT,
  SIGNET_REMOTE_ERROR_KEYRING_REFUSED,
  SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE,
  SIGNET_REMOTE_ERROR_FILE,
  SIGNET_REMOTE_ERROR_INTERCEPTED,
  SIGNET_REMOTE_ERROR_FOREIGN,
  SIGNET_REMOTE_ERROR_TOO_NEW,
  SIGNET_REMOTE_ERROR_INCOMPLETE,
  SIGNET_REMOTE_ERROR_WRONG_PASSWORD,
  SIGNET_REMOTE_ERROR_LOCKED,
  SIGNET_REMOTE_ERROR_LIMIT,
  SIGNET_REMOTE_ERROR_DENIED,
} SignetRemoteError;

GQuark signet_remote_error_quark (void);

guint signet_remote_error_get_status (const GError *error);
SignetProblem *signet_remote_error_get_problem (const GError *error);
guint signet_remote_error_get_retry_after (const GError *error);
int signet_remote_error_get_tries_left (const GError *error);

/* For this room: an error with what the platform said attached (@problem may be NULL). */
GError *signet_remote_error_new (SignetRemoteError code,
                                 guint status,
                                 SignetProblem *problem,
                                 guint retry_after,
                                 int tries_left,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (6, 7);

G_END_DECLS
