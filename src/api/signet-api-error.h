/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SIGNET_API_ERROR (signet_api_error_quark ())

/**
 * SignetApiError:
 * @SIGNET_API_ERROR_MALFORMED: the bytes aren't what they should be: no JSON, no JWS
 * @SIGNET_API_ERROR_TOO_LARGE: more bytes or more levels than are ever read
 * @SIGNET_API_ERROR_MISTYPED: a member has another type than the contract says; the message begins with its
 *   JSON Pointer
 * @SIGNET_API_ERROR_MISSING: a member that must be there isn't; the message begins with its JSON Pointer
 *
 * What can be wrong with what came over the wire or out of a file.
 */
typedef enum
{
  SIGNET_API_ERROR_MALFORMED,
  SIGNET_API_ERROR_TOO_LARGE,
  SIGNET_API_ERROR_MISTYPED,
  SIGNET_API_ERROR_MISSING,
} SignetApiError;

GQuark signet_api_error_quark (void);

G_END_DECLS
