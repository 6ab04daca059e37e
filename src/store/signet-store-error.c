/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-store-error.h"

/* This room's error domain. Any thread. */

G_DEFINE_QUARK (signet - store - error - quark, signet_store_error)

/**
 * signet_store_error_forgive_missing:
 * @missing: (transfer full) (nullable): why something wasn't found, %NULL if it was
 * @error: gets @missing if it is more than that
 *
 * That there is no such record is an answer; that it can't be read isn't. Whoever takes the one for the other
 * does things twice.
 *
 * Returns: whether it is known now if there is one
 */
gboolean
signet_store_error_forgive_missing (GError *missing, GError **error)
{
  if (missing == NULL)
    return TRUE;
  if (!g_error_matches (missing, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, missing);
      return FALSE;
    }
  g_error_free (missing);
  return TRUE;
}
