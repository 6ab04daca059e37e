/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "proof/signet-digest.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The vault on real files. */

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static char *
vault_path (StoreFixture *fixture, const char *sha256)
{
  g_autofree char *first = g_strndup (sha256, 2);
  g_autofree char *second = g_strndup (sha256 + 2, 2);

  return g_build_filename (fixture->folder, "data", "vault", first, second, sha256, NULL);
}

static GFile *
make_source (StoreFixture *fixture, const char *name, const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static guint
count_incoming (StoreFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "data", "vault", "incoming", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_import (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetVault *vault = signet_store_get_vault (fixture->store);
  g_autoptr (GFile) source = make_source (fixture, "source.pdf", "abc", 3);
  g_autofree char *sha256 = NULL;
  g_autofree char *again = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  guint64 bytes = 0;
  char read_back[4] = "";
  GStatBuf st;
  int fd;

  sha256 = signet_vault_import (vault, source, &bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sha256, ==, ABC);
  g_assert_cmpuint (bytes, ==, 3);
  again = signet_vault_import (vault, source, &bytes, NULL, NULL, NULL, &error);
  g_assert_cmpstr (again, ==, ABC);
  g_assert_cmpuint (count_incoming (fixture), ==, 0);

  path = vault_path (fixture, ABC);
  folder = g_path_get_dirname (path);
  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmphex (st.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &st), ==, 0);
  g_assert_cmphex (st.st_mode & 0777, ==, 0700);

  bytes = 0;
  fd = signet_vault_open (vault, ABC, &bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bytes, ==, 3);
  g_assert_cmpint (read (fd, read_back, 3), ==, 3);
  g_assert_cmpstr (read_back, ==, "abc");
  g_assert_cmpint (fcntl (fd, F_GETFL) & O_ACCMODE, ==, O_RDONLY);
  close (fd);
  g_assert_true (signet_vault_verify (vault, ABC, NULL, &error));
}

static void
test_missing_and_damaged (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetVault *vault = signet_store_get_vault (fixture->store);
  g_autoptr (GFile) source = make_source (fixture, "source.pdf", "abc", 3);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/file");
  g_autofree char *sha256 = NULL;
  g_autofree char *path = vault_path (fixture, ABC);
  guint64 bytes;

  g_assert_cmpint (signet_vault_open (vault, ABC, NULL, &error), ==, -1);
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (signet_vault_import (vault, nowhere, &bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  sha256 = signet_vault_import (vault, source, &bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, "abd", 3, &error);
  g_assert_false (signet_vault_verify (vault, ABC, NULL, &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_DAMAGED_FILE);
  g_clear_error (&error);

  /* The person has the original still: bringing it in again mends it. */
  g_free (sha256);
  sha256 = signet_vault_import (vault, source, &bytes, NULL, NULL, NULL, &error);
  g_assert_true (signet_vault_verify (vault, ABC, NULL, &error));
  g_assert_no_error (error);
}

static void
test_full_disk (StoreFixture *fixture, gconstpointer data)
{
  struct rlimit old;
  struct rlimit small;
  g_autoptr (GError) error = NULL;
  SignetVault *vault = signet_store_get_vault (fixture->store);
  g_autofree guint8 *large = g_malloc0 (3000000);
  g_autoptr (GFile) source = make_source (fixture, "large.pdf", large, 3000000);
  g_autofree char *sha256 = NULL;
  guint64 bytes;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 1000000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  sha256 = signet_vault_import (vault, source, &bytes, NULL, NULL, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_null (sha256);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (count_incoming (fixture), ==, 0);
}

typedef struct
{
  GThread *main_thread;
  goffset last;
  goffset total;
  gboolean done;
  char *sha256;
  guint64 bytes;
  GError *error;
} Import;

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  Import *import = data;

  g_assert_true (g_thread_self () == import->main_thread);
  g_assert_false (import->done);
  g_assert_cmpint (done, >=, import->last);
  import->last = done;
  import->total = total;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;

  import->sha256 = signet_vault_import_finish (SIGNET_VAULT (source), result, &import->bytes, &import->error);
  import->done = TRUE;
}

/* GChecksum is another implementation. */
static void
test_import_async (StoreFixture *fixture, gconstpointer data)
{
  SignetVault *vault = signet_store_get_vault (fixture->store);
  gsize size = 5000000;
  g_autofree guint8 *large = g_malloc (size);
  g_autofree char *expected = NULL;
  g_autoptr (GFile) source = NULL;
  Import import = { .main_thread = g_thread_self () };

  for (gsize i = 0; i < size; i++)
    large[i] = (guint8) (i * 31 + i / 1000);
  expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, large, size);
  source = make_source (fixture, "large.pdf", large, size);
  signet_vault_import_async (vault, source, progress_cb, &import, NULL, imported_cb, &import);
  while (!import.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (import.error);
  g_assert_cmpstr (import.sha256, ==, expected);
  g_assert_cmpuint (import.bytes, ==, size);
  g_assert_cmpint (import.last, ==, size);
  g_assert_cmpint (import.total, ==, size);
  g_free (import.sha256);
}

static void
test_import_cancelled (StoreFixture *fixture, gconstpointer data)
{
  SignetVault *vault = signet_store_get_vault (fixture->store);
  g_autoptr (GFile) source = make_source (fixture, "source.pdf", "abc", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = vault_path (fixture, ABC);
  Import import = { .main_thread = g_thread_self () };

  g_cancellable_cancel (cancellable);
  signet_vault_import_async (vault, source, NULL, NULL, cancellable, imported_cb, &import);
  while (!import.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (import.sha256);
  g_assert_error (import.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&import.error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_incoming (fixture), ==, 0);
}

/* Killed while a file comes in: the next start removes the leftover, and what has a name is whole. */
static void
test_killed (StoreFixture *fixture, gconstpointer data)
{
  g_autofree guint8 *large = g_malloc0 (40000000);
  g_autoptr (GFile) source = make_source (fixture, "large.pdf", large, 40000000);
  guint n_leftovers = 0;

  store_fixture_close (fixture);
  for (guint round = 0; round < 6; round++)
    {
      pid_t child;

      child = fork ();
      if (child == 0)
        {
          guint64 bytes;
          g_autofree char *folder = g_build_filename (fixture->folder, "data", "vault", NULL);
          SignetVault *vault = signet_vault_new (folder);

          for (;;)
            g_free (signet_vault_import (vault, source, &bytes, NULL, NULL, NULL, NULL));
        }
      while (count_incoming (fixture) == 0)
        g_usleep (200);
      g_usleep (2000 * round);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      n_leftovers += count_incoming (fixture);

      store_fixture_open (fixture);
      g_assert_cmpuint (count_incoming (fixture), ==, 0);
      {
        g_autoptr (GError) error = NULL;
        SignetVault *vault = signet_store_get_vault (fixture->store);
        g_autofree char *sha256 = NULL;
        guint64 bytes;

        sha256 = signet_vault_import (vault, source, &bytes, NULL, NULL, NULL, &error);
        g_assert_no_error (error);
        g_assert_true (signet_vault_verify (vault, sha256, NULL, &error));
      }
      store_fixture_close (fixture);
    }
  g_assert_cmpuint (n_leftovers, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/vault/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("import", test_import);
  ADD ("missing-and-damaged", test_missing_and_damaged);
  ADD ("full-disk", test_full_disk);
  ADD ("import-async", test_import_async);
  ADD ("import-cancelled", test_import_cancelled);
  ADD ("killed", test_killed);
#undef ADD

  return g_test_run ();
}
