/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "remote/signet-credentials.h"
#include "remote/signet-remote-error.h"

/*
 * Secrets in libsecret's encrypted file, as in Flatpak: no keyring is there, no bus needed. The key that the
 * portal gives there comes from the environment here.
 */

static void
take_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static char *
look_up (SignetCredentials *credentials, const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_credentials_lookup_async (credentials, account, NULL, take_cb, &result);
  return signet_credentials_lookup_finish (credentials, wait_for (&result), error);
}

static gboolean
store (SignetCredentials *credentials, const char *account, const char *secret, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_credentials_store_async (credentials, account, secret, NULL, take_cb, &result);
  return signet_credentials_store_finish (credentials, wait_for (&result), error);
}

static void
expect_secret (SignetCredentials *credentials, const char *account, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = look_up (credentials, account, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, expected);
  g_assert_cmpint (signet_credentials_get_state (credentials), ==, SIGNET_CREDENTIALS_UNLOCKED);
}

static void
test_file (void)
{
  g_autoptr (SignetCredentials) credentials = signet_credentials_new ();
  g_autoptr (SignetCredentials) next = signet_credentials_new ();
  g_autoptr (GAsyncResult) cleared = NULL;
  g_autoptr (GAsyncResult) unlocked = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;

  expect_secret (credentials, "one", NULL);
  g_assert_true (store (credentials, "one", "the-first-secret", &error));
  g_assert_true (store (credentials, "two", "the-second-secret", &error));
  g_assert_true (store (credentials, "one", "the-third-secret", &error));
  expect_secret (next, "one", "the-third-secret");
  expect_secret (next, "two", "the-second-secret");
  signet_credentials_unlock_async (credentials, NULL, take_cb, &unlocked);
  g_assert_true (signet_credentials_unlock_finish (credentials, wait_for (&unlocked), &error));
  signet_credentials_clear_async (credentials, "one", NULL, take_cb, &cleared);
  g_assert_true (signet_credentials_clear_finish (credentials, wait_for (&cleared), &error));
  expect_secret (credentials, "one", NULL);

  g_assert_true (g_file_get_contents (g_getenv ("SECRET_FILE_TEST_PATH"), &text, &size, NULL));
  g_assert_null (memmem (text, size, "secret", strlen ("secret")));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("signet-secret-XXXXXX", NULL);
  path = g_build_filename (folder, "default.keyring", NULL);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "correct horse", TRUE);
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");

  g_test_add_func ("/secret-file", test_file);
  result = g_test_run ();

  g_unlink (path);
  g_rmdir (folder);
  return result;
}
