/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

/* For SignetSecrets, on its workers: secrets in libsecret's encrypted file, as in a sandbox. Errors are
 * GLib's and libsecret's. */
gboolean signet_secret_file_is_used (GCancellable *cancellable);
gboolean signet_secret_file_is_left (void);
gboolean
signet_secret_file_lookup (const SecretSchema *schema, GHashTable *attributes, char **secret, GError **error);
gboolean signet_secret_file_store (const SecretSchema *schema,
                                   GHashTable *attributes,
                                   const char *label,
                                   const char *secret,
                                   GError **error);
gboolean signet_secret_file_clear (const SecretSchema *schema, GHashTable *attributes, GError **error);

G_END_DECLS
