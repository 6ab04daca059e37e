/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SIGNET_PROOF_ERROR (signet_proof_error_quark ())

/**
 * SignetProofError:
 * @SIGNET_PROOF_ERROR_FAILED: libcrypto or the kernel refused; the message has its words
 * @SIGNET_PROOF_ERROR_MALFORMED: the input hasn't the form its standard asks for
 * @SIGNET_PROOF_ERROR_BAD_KEY: not a key on the curve P-256
 * @SIGNET_PROOF_ERROR_BAD_SIGNATURE: the signature doesn't belong to these bytes and this key
 */
typedef enum
{
  SIGNET_PROOF_ERROR_FAILED,
  SIGNET_PROOF_ERROR_MALFORMED,
  SIGNET_PROOF_ERROR_BAD_KEY,
  SIGNET_PROOF_ERROR_BAD_SIGNATURE,
} SignetProofError;

GQuark signet_proof_error_quark (void);

G_END_DECLS
