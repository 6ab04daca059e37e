/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-secret-file.h"

/*
 * Where the keyring service can't be reached, libsecret keeps secrets in an encrypted file of the
 * application's own, for which the secret portal gives the key: in Flatpak, that is. There is no collection
 * to look at then, and nothing of it is locked; whether the portal asks the person is its business, and how
 * long that may take is SignetCredentials'. Workers only; no state is kept.
 */

/** signet_secret_file_is_used: Returns: whether libsecret keeps secrets in a file here, by its own rules */
gboolean
signet_secret_file_is_used (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ||
         g_strcmp0 (g_getenv ("SECRET_BACKEND"), "file") == 0;
}

/**
 * signet_secret_file_lookup:
 * @schema: what the secret is
 * @attributes: whose it is
 * @secret: (out) (transfer full) (nullable): the secret, %NULL if there is none
 * @cancellable: (nullable): stops waiting
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
signet_secret_file_lookup (const SecretSchema *schema,
                           GHashTable *attributes,
                           char **secret,
                           GCancellable *cancellable,
                           GError **error)
{
  GError *failure = NULL;
  char *found = secret_password_lookupv_nonpageable_sync (schema, attributes, cancellable, &failure);

  *secret = g_strdup (found);
  secret_password_free (found);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * signet_secret_file_store:
 * @schema: what the secret is
 * @attributes: whose it is
 * @label: what it is called
 * @secret: what to keep, in place of an earlier one
 * @cancellable: (nullable): stops waiting
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
signet_secret_file_store (const SecretSchema *schema,
                          GHashTable *attributes,
                          const char *label,
                          const char *secret,
                          GCancellable *cancellable,
                          GError **error)
{
  return secret_password_storev_sync (schema, attributes, SECRET_COLLECTION_DEFAULT, label, secret,
                                      cancellable, error);
}

/**
 * signet_secret_file_clear:
 * @schema: what the secret is
 * @attributes: whose it is
 * @cancellable: (nullable): stops waiting
 * @error: return location
 *
 * Returns: whether there is no such secret any more
 */
gboolean
signet_secret_file_clear (const SecretSchema *schema,
                          GHashTable *attributes,
                          GCancellable *cancellable,
                          GError **error)
{
  GError *failure = NULL;

  secret_password_clearv_sync (schema, attributes, cancellable, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
