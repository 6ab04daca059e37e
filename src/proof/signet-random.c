/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-random.h"

#include "proof/signet-base64url.h"
#include "proof/signet-proof-error.h"

#include <errno.h>
#include <sys/random.h>

/* Randomness from the kernel (getrandom(2)), nothing between. Any thread. */

/**
 * signet_random_fill:
 * @buffer: (array length=size): where the bytes go
 * @size: how many
 * @error: return location
 *
 * Fills @buffer with random bytes fit for keys.
 *
 * Returns: %TRUE on success; on failure @buffer must not be used
 */
gboolean
signet_random_fill (void *buffer, gsize size, GError **error)
{
  guint8 *at = buffer;

  while (size > 0)
    {
      gssize n = getrandom (at, size, 0);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, SIGNET_PROOF_ERROR, SIGNET_PROOF_ERROR_FAILED, "getrandom: %s",
                       g_strerror (errno));
          return FALSE;
        }
      at += n;
      size -= (gsize) n;
    }
  return TRUE;
}

/**
 * signet_random_token:
 * @n_bytes: how many random bytes it stands for
 * @error: return location
 *
 * Makes a secret for use in texts: a PKCE verifier, an id.
 *
 * Returns: (transfer full) (nullable): base64url without padding
 */
char *
signet_random_token (gsize n_bytes, GError **error)
{
  g_autofree guint8 *raw = g_malloc (MAX (n_bytes, 1));

  if (!signet_random_fill (raw, n_bytes, error))
    return NULL;
  return signet_base64url_encode (raw, n_bytes);
}

/**
 * signet_random_uuid:
 * @error: return location
 *
 * Makes a random UUID (version 4, RFC 9562, 5.4); g_uuid_string_random() draws from a generator that isn't
 * meant for secrets.
 *
 * Returns: (transfer full) (nullable): 36 characters, lower-case
 */
char *
signet_random_uuid (GError **error)
{
  guint8 b[16];

  if (!signet_random_fill (b, sizeof b, error))
    return NULL;

  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
                          b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
                          b[15]);
}
