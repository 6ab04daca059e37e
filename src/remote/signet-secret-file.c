/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-secret-file.h"

/*
 * In a sandbox (Flatpak) libsecret keeps secrets in an encrypted file of the application's own, for
 * which the secret portal gives the key. There is no collection to look at then, and nothing of it is locked;
 * whether the portal asks the person is its business, and how long that may take is SignetSecretQueue's. On a
 * desktop without that portal it keeps to the keyring service in a sandbox too. Workers only; no state is
 * kept.
 */

/* What libsecret asks for, no more and no less. */
#define PORTAL_VERSION 1

static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static gboolean
has_portal (GCancellable *cancellable)
{
  /* Everybody shares this connection, and whoever cancels while it is made fails it for the others too. */
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) version = NULL;

  if (bus != NULL)
    answer =
        g_dbus_connection_call_sync (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                                     "org.freedesktop.DBus.Properties", "Get",
                                     g_variant_new ("(ss)", "org.freedesktop.portal.Secret", "version"),
                                     G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, cancellable, NULL);
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(v)", &version);
  return g_variant_is_of_type (version, G_VARIANT_TYPE_UINT32) &&
         g_variant_get_uint32 (version) == PORTAL_VERSION;
}

/**
 * signet_secret_file_is_used:
 * @cancellable: (nullable): stops waiting for the portal
 *
 * Returns: whether libsecret keeps secrets in a file here and now, by its own rules
 */
gboolean
signet_secret_file_is_used (GCancellable *cancellable)
{
  return (is_sandboxed () && has_portal (cancellable)) ||
         g_strcmp0 (g_getenv ("SECRET_BACKEND"), "file") == 0;
}

/**
 * signet_secret_file_is_left:
 *
 * Returns: whether there is such a file, as from when there was a portal, or from another desktop: what isn't
 * in the keyring service may be in it
 */
gboolean
signet_secret_file_is_left (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "keyrings",
                                            SECRET_COLLECTION_DEFAULT ".keyring", NULL);

  return is_sandboxed () && g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * signet_secret_file_lookup:
 * @schema: what the secret is
 * @attributes: whose it is
 * @secret: (out) (transfer full) (nullable): the secret, %NULL if there is none
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
signet_secret_file_lookup (const SecretSchema *schema, GHashTable *attributes, char **secret, GError **error)
{
  GError *failure = NULL;
  char *found = secret_password_lookupv_nonpageable_sync (schema, attributes, NULL, &failure);

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
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
signet_secret_file_store (const SecretSchema *schema,
                          GHashTable *attributes,
                          const char *label,
                          const char *secret,
                          GError **error)
{
  return secret_password_storev_sync (schema, attributes, SECRET_COLLECTION_DEFAULT, label, secret, NULL,
                                      error);
}

/**
 * signet_secret_file_clear:
 * @schema: what the secret is
 * @attributes: whose it is
 * @error: return location
 *
 * Returns: whether there is no such secret any more
 */
gboolean
signet_secret_file_clear (const SecretSchema *schema, GHashTable *attributes, GError **error)
{
  GError *failure = NULL;

  secret_password_clearv_sync (schema, attributes, NULL, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
