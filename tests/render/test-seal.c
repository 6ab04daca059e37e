/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <gio/gio.h>
#include <string.h>

/* What must be refused inside the seal is refused, and each try is one that would succeed without it. */

typedef struct
{
  char *folder;
  char *database;
  GHashTable *outcome;
} Inside;

static void
run_inmate (Inside *self, const char *launcher, const char *how)
{
  const char *argv[] = { launcher, SEAL_INMATE, how, self->folder, self->database, NULL };
  g_autoptr (GSubprocess) inmate = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;

  inmate = g_subprocess_newv (launcher != NULL ? argv : argv + 1, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (inmate, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (inmate));

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);

      g_hash_table_insert (self->outcome, g_strdup (words[0]), g_strdup (words[1]));
    }
}

static const char *
outcome (Inside *self, const char *name)
{
  const char *said = g_hash_table_lookup (self->outcome, name);

  g_assert_nonnull (said);
  return said;
}

static void
set_up (Inside *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("signet-seal-XXXXXX", &error);
  g_assert_no_error (error);
  self->database = g_build_filename (self->folder, "desk.sqlite", NULL);
  g_file_set_contents (self->database, "SQLite format 3", -1, &error);
  g_assert_no_error (error);
  self->outcome = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
tear_down (Inside *self, gconstpointer data)
{
  g_unlink (self->database);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->database);
  g_free (self->folder);
  g_hash_table_unref (self->outcome);
}

static const char *const FILES[] = { "passwd", "home", "tmp", "root", "own-memory", "database", NULL };
static const char *const CALLS[] = { "tmp-make",
                                     "own-memory-write",
                                     "database-write",
                                     "database-remove",
                                     "make-folder",
                                     "unix-socket",
                                     "internet-socket",
                                     "socket-pair",
                                     "exec",
                                     "fork",
                                     "parent-memory",
                                     "kill-parent",
                                     "kill-parent-thread",
                                     "limits",
                                     "parent-limits",
                                     "dumpable",
                                     "code",
                                     "make-code",
                                     "ring",
                                     "font-write",
                                     "ptrace",
                                     NULL };

static void
test_sealed (Inside *self, gconstpointer data)
{
  run_inmate (self, NULL, "sealed");

  for (guint i = 0; FILES[i] != NULL; i++)
    g_assert_cmpstr (outcome (self, FILES[i]), ==, "EACCES");
  for (guint i = 0; CALLS[i] != NULL; i++)
    g_assert_cmpstr (outcome (self, CALLS[i]), ==, "EPERM");
  g_assert_cmpstr (outcome (self, "fonts"), ==, "done");
  g_assert_cmpstr (outcome (self, "memory-file"), ==, "done");
  g_assert_cmpstr (outcome (self, "layers"), ==, LAYERS "core,privileges,dump,landlock,seccomp");
  g_assert_true (g_file_test (self->database, G_FILE_TEST_EXISTS));
}

/* Without Landlock nothing is opened at all. */
static void
test_sealed_without_landlock (Inside *self, gconstpointer data)
{
  run_inmate (self, WITHOUT_LANDLOCK, "sealed");

  for (guint i = 0; FILES[i] != NULL; i++)
    g_assert_cmpstr (outcome (self, FILES[i]), ==, "EPERM");
  for (guint i = 0; CALLS[i] != NULL; i++)
    g_assert_cmpstr (outcome (self, CALLS[i]), ==, "EPERM");
  g_assert_cmpstr (outcome (self, "fonts"), ==, "EPERM");
  g_assert_cmpstr (outcome (self, "memory-file"), ==, "done");
  g_assert_cmpstr (outcome (self, "layers"), ==, LAYERS "core,privileges,dump,seccomp");
}

static void
test_open (Inside *self, gconstpointer data)
{
  static const char *const allowed[] = { "passwd",
                                         "home",
                                         "tmp",
                                         "tmp-make",
                                         "root",
                                         "own-memory",
                                         "own-memory-write",
                                         "database",
                                         "database-write",
                                         "make-folder",
                                         "unix-socket",
                                         "internet-socket",
                                         "socket-pair",
                                         "fork",
                                         "kill-parent",
                                         "kill-parent-thread",
                                         "parent-limits",
                                         "dumpable",
                                         "code",
                                         "make-code",
                                         "fonts",
                                         "memory-file",
                                         "database-remove",
                                         "ptrace",
                                         NULL };

  run_inmate (self, NULL, "open");

  for (guint i = 0; allowed[i] != NULL; i++)
    g_assert_cmpstr (outcome (self, allowed[i]), ==, "done");
  /* A folder is nothing to execute, but that is another refusal. */
  g_assert_cmpstr (outcome (self, "exec"), ==, "EACCES");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/seal/sealed", Inside, NULL, set_up, test_sealed, tear_down);
  g_test_add ("/seal/without-landlock", Inside, NULL, set_up, test_sealed_without_landlock, tear_down);
  g_test_add ("/seal/open", Inside, NULL, set_up, test_open, tear_down);

  return g_test_run ();
}
