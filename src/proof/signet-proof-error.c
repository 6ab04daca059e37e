/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-proof-error.h"

#include "proof/signet-proof-private.h"

#include <openssl/err.h>

/* This room's error domain. Any thread. */

G_DEFINE_QUARK (signet - proof - error - quark, signet_proof_error)

/* Takes libcrypto's words for the first thing that went wrong and empties this thread's queue of errors. */
void
signet_proof_set_crypto_error (GError **error, const char *what)
{
  unsigned long code = ERR_get_error ();
  const char *reason = code != 0 ? ERR_reason_error_string (code) : NULL;

  g_set_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_FAILED, "%s: %s", what,
               reason != NULL ? reason : "libcrypto gives no reason");
  ERR_clear_error ();
}
