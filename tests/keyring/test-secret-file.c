/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "remote/signet-credentials.h"
#include "remote/signet-remote-error.h"

#include "remove-folder.h"

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

  expect_secret (credentials, "other", NULL);
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

/* In a sandbox whose desktop has no secret portal nobody gives the key to the file: as good as no keyring. */
static void
test_no_portal (void)
{
  g_autoptr (SignetCredentials) credentials = signet_credentials_new ();
  g_autofree char *password = g_strdup (g_getenv ("SECRET_FILE_TEST_PASSWORD"));
  g_autoptr (GAsyncResult) cleared = NULL;
  g_autoptr (GAsyncResult) unlocked = NULL;
  g_autoptr (GError) error = NULL;

  g_unsetenv ("SECRET_FILE_TEST_PASSWORD");
  g_assert_null (look_up (credentials, "one", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  g_assert_cmpint (signet_credentials_get_state (credentials), ==, SIGNET_CREDENTIALS_ABSENT);
  g_clear_error (&error);
  g_assert_false (store (credentials, "one", "the-first-secret", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  g_clear_error (&error);
  signet_credentials_clear_async (credentials, "two", NULL, take_cb, &cleared);
  g_assert_false (signet_credentials_clear_finish (credentials, wait_for (&cleared), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  g_clear_error (&error);
  signet_credentials_unlock_async (credentials, NULL, take_cb, &unlocked);
  g_assert_false (signet_credentials_unlock_finish (credentials, wait_for (&unlocked), &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_ABSENT);
  g_clear_error (&error);

  /* It comes up later. */
  g_setenv ("SECRET_FILE_TEST_PASSWORD", password, TRUE);
  g_assert_true (store (credentials, "one", "the-first-secret", &error));
  expect_secret (credentials, "one", "the-first-secret");
}

/* A file that was damaged is told as such, and kept. */
static void
test_damaged (void)
{
  g_autoptr (SignetCredentials) credentials = signet_credentials_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_getenv ("SECRET_FILE_TEST_PATH"), "no keyring", -1, NULL));
  g_assert_null (look_up (credentials, "one", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE);
  g_assert_cmpint (signet_credentials_get_state (credentials), ==, SIGNET_CREDENTIALS_UNREACHABLE);
  g_assert_true (g_remove (g_getenv ("SECRET_FILE_TEST_PATH")) == 0);
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

  g_test_add_func ("/secret-file/damaged", test_damaged);
  g_test_add_func ("/secret-file/no-portal", test_no_portal);
  g_test_add_func ("/secret-file/file", test_file);
  result = g_test_run ();

  remove_folder (folder);
  return result;
}
