/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "db/signet-db.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The room `db` on real files. Other processes are forked children, an independent look is taken with bare
 * SQLite. */

#define APPLICATION_ID 0x54455354u

static const SignetMigration migrations[] = {
  { 1, "CREATE TABLE a (id INTEGER PRIMARY KEY, t TEXT, n INTEGER, b BLOB);"
       "CREATE TABLE child (a INTEGER NOT NULL REFERENCES a (id));" },
  { 2, "ALTER TABLE a ADD COLUMN extra TEXT; INSERT INTO a (t) VALUES ('from 2');" },
};

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("signet-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "desk.sqlite", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-owner" };
  g_autofree char *sub = g_path_get_dirname (fixture->path);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (fixture->path, suffixes[i], NULL);

      g_remove (name);
    }
  g_rmdir (sub);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static SignetDb *
open_migrated (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = signet_db_open (fixture->path, SIGNET_DB_OWN, &error);

  g_assert_no_error (error);
  signet_db_migrate (db, APPLICATION_ID, migrations, 1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&db);
}

static void
exec (SignetDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  signet_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static gint64
query (SignetDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetStatement) stmt = signet_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  g_assert_true (signet_statement_next (stmt, &error));
  g_assert_no_error (error);
  return signet_statement_get_int64 (stmt, 0);
}

static guint
mode_of (const char *path)
{
  GStatBuf st;

  g_assert_cmpint (g_stat (path, &st), ==, 0);
  return st.st_mode & 0777;
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDb) db = NULL;
  g_autofree char *sub = g_path_get_dirname (fixture->path);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (fixture->path, "-shm", NULL);
  mode_t mask = umask (0);

  db = open_migrated (fixture);
  umask (mask);
  exec (db, "INSERT INTO a (t) VALUES ('x')");

  g_assert_cmphex (mode_of (sub), ==, 0700);
  g_assert_cmphex (mode_of (fixture->path), ==, 0600);
  g_assert_cmphex (mode_of (wal), ==, 0600);
  g_assert_cmphex (mode_of (shm), ==, 0600);
  g_assert_cmpint (query (db, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (query (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (query (db, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (query (db, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
}

static void
test_statement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);
  g_autoptr (SignetStatement)
      insert = signet_db_prepare (db, "INSERT INTO a (t, n, b) VALUES (?, ?, ?)", &error);
  g_autoptr (SignetStatement) select = NULL;
  g_autoptr (GBytes) blob = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GBytes) got_empty = NULL;

  signet_statement_bind_text (insert, 1, "商标");
  signet_statement_bind_int64 (insert, 2, G_MININT64);
  signet_statement_bind_blob (insert, 3, blob);
  g_assert_true (signet_statement_run (insert, &error));
  g_assert_cmpint (signet_db_get_last_insert_id (db), ==, 1);
  signet_statement_bind_text (insert, 1, NULL);
  signet_statement_bind_null (insert, 2);
  signet_statement_bind_blob (insert, 3, empty);
  g_assert_true (signet_statement_run (insert, &error));

  select = signet_db_prepare (db, "SELECT t, n, b FROM a ORDER BY id", &error);
  g_assert_true (signet_statement_next (select, &error));
  g_assert_cmpstr (signet_statement_get_text (select, 0), ==, "商标");
  g_assert_cmpint (signet_statement_get_int64 (select, 1), ==, G_MININT64);
  got = signet_statement_dup_blob (select, 2);
  g_assert_true (g_bytes_equal (got, blob));
  g_assert_true (signet_statement_next (select, &error));
  g_assert_true (signet_statement_is_null (select, 0));
  g_assert_null (signet_statement_get_text (select, 0));
  g_assert_true (signet_statement_is_null (select, 1));
  g_assert_false (signet_statement_is_null (select, 2));
  got_empty = signet_statement_dup_blob (select, 2);
  g_assert_cmpuint (g_bytes_get_size (got_empty), ==, 0);
  g_assert_false (signet_statement_next (select, &error));
  g_assert_no_error (error);

  signet_statement_bind_int64 (insert, 4, 1);
  g_assert_false (signet_statement_run (insert, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FAILED);
}

/* The same SQL may run nested: each use has a statement of its own. */
static void
test_nested (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);
  guint n = 0;

  exec (db, "INSERT INTO a (t) VALUES ('1'), ('2'), ('3')");
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (SignetStatement) outer = signet_db_prepare (db, "SELECT id FROM a", &error);

      while (signet_statement_next (outer, &error))
        {
          g_autoptr (SignetStatement) inner = signet_db_prepare (db, "SELECT id FROM a", &error);

          while (signet_statement_next (inner, &error))
            n++;
        }
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n, ==, 18);
}

static void
test_transaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);

  {
    g_autoptr (SignetTransaction) dropped = signet_db_begin (db, &error);

    exec (db, "INSERT INTO a (t) VALUES ('gone')");
    g_assert_nonnull (dropped);
  }
  g_assert_cmpint (query (db, "SELECT count(*) FROM a"), ==, 0);
  {
    g_autoptr (SignetTransaction) kept = signet_db_begin (db, &error);

    exec (db, "INSERT INTO a (t) VALUES ('kept')");
    g_assert_true (signet_transaction_commit (kept, &error));
  }
  g_assert_cmpint (query (db, "SELECT count(*) FROM a"), ==, 1);

  g_assert_false (signet_db_exec (db, "INSERT INTO child VALUES (77)", &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CONSTRAINT);
}

static void
test_reader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);
  g_autoptr (SignetDb) reader = signet_db_open (fixture->path, SIGNET_DB_READ_ONLY, &error);
  g_autoptr (SignetTransaction) view = NULL;

  g_assert_no_error (error);
  exec (db, "INSERT INTO a (t) VALUES ('1')");
  g_assert_cmpint (query (reader, "SELECT count(*) FROM a"), ==, 1);

  view = signet_db_begin_read (reader, &error);
  g_assert_cmpint (query (reader, "SELECT count(*) FROM a"), ==, 1);
  exec (db, "INSERT INTO a (t) VALUES ('2')");
  g_assert_cmpint (query (reader, "SELECT count(*) FROM a"), ==, 1);
  g_clear_pointer (&view, signet_transaction_free);
  g_assert_cmpint (query (reader, "SELECT count(*) FROM a"), ==, 2);

  g_assert_false (signet_db_exec (reader, "INSERT INTO a (t) VALUES ('3')", &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_PERMISSION);
}

static void
test_migrate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);

  g_assert_cmpuint (signet_db_get_version (db), ==, 1);
  exec (db, "INSERT INTO a (t) VALUES ('old row')");
  g_assert_true (signet_db_migrate (db, APPLICATION_ID, migrations, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (signet_db_get_version (db), ==, 2);
  g_assert_cmpint (query (db, "SELECT count(*) FROM a WHERE extra IS NULL"), ==, 2);
  g_assert_cmpint (query (db, "PRAGMA foreign_keys"), ==, 1);

  g_assert_true (signet_db_migrate (db, APPLICATION_ID, migrations, 2, &error));
  g_assert_cmpint (query (db, "SELECT count(*) FROM a"), ==, 2);

  g_assert_false (signet_db_migrate (db, APPLICATION_ID, migrations, 1, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_TOO_NEW);
  g_clear_error (&error);
  g_assert_false (signet_db_migrate (db, APPLICATION_ID + 1, migrations, 2, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FOREIGN);
}

static void
test_migrate_fails_whole (Fixture *fixture, gconstpointer data)
{
  static const SignetMigration broken[] = {
    { 1, "CREATE TABLE a (id INTEGER PRIMARY KEY, t TEXT, n INTEGER, b BLOB)" },
    { 2, "INSERT INTO a (t) VALUES ('half'); CREATE TABLE a (x)" },
  };
  static const SignetMigration orphan[] = {
    { 1, "SELECT 1" },
    { 2, "INSERT INTO child VALUES (99)" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);

  g_assert_false (signet_db_migrate (db, APPLICATION_ID, broken, 2, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (signet_db_migrate (db, APPLICATION_ID, orphan, 2, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CONSTRAINT);

  g_assert_cmpuint (signet_db_get_version (db), ==, 1);
  g_assert_cmpint (query (db, "SELECT count(*) FROM a"), ==, 0);
  g_assert_cmpint (query (db, "PRAGMA foreign_keys"), ==, 1);
}

/* A table made by someone else, without an application id, isn't ours to migrate. */
static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = signet_db_open (fixture->path, SIGNET_DB_OWN, &error);

  exec (db, "CREATE TABLE recipes (t)");
  g_assert_false (signet_db_migrate (db, APPLICATION_ID, migrations, 1, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FOREIGN);
  g_assert_cmpint (query (db, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

/* No two processes own one file, and a killed one leaves it free. */
static void
test_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = NULL;
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      SignetDb *own = open_migrated (fixture);

      exec (own, "INSERT INTO a (t) VALUES ('by the child')");
      if (write (ready[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);

  db = signet_db_open (fixture->path, SIGNET_DB_OWN, &error);
  g_assert_null (db);
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_IN_USE);
  g_clear_error (&error);

  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  db = signet_db_open (fixture->path, SIGNET_DB_OWN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query (db, "SELECT count(*) FROM a"), ==, 1);
  close (ready[0]);
  close (ready[1]);
}

/* Killed in the middle of a transaction again and again: whole transactions only, and never one that was told
 * done. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  gint64 committed = 0;

  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetDb) db = NULL;
      int done[2];
      char bytes[64];
      gssize n;
      gint64 found;
      pid_t child;

      g_assert_cmpint (pipe (done), ==, 0);
      child = fork ();
      if (child == 0)
        {
          SignetDb *own = open_migrated (fixture);

          for (;;)
            {
              SignetTransaction *transaction = signet_db_begin (own, NULL);

              exec (own, "INSERT INTO a (t) VALUES ('1')");
              exec (own, "INSERT INTO a (t, b) VALUES ('2', zeroblob(20000))");
              if (!signet_transaction_commit (transaction, NULL) || write (done[1], "x", 1) != 1)
                _exit (1);
              signet_transaction_free (transaction);
            }
        }
      close (done[1]);
      g_assert_cmpint (read (done[0], bytes, 1), ==, 1);
      committed++;
      g_usleep (1000 * (round * 3 + 1));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      while ((n = read (done[0], bytes, sizeof bytes)) > 0)
        committed += n;
      close (done[0]);

      db = signet_db_open (fixture->path, SIGNET_DB_OWN, &error);
      g_assert_no_error (error);
      g_assert_true (signet_db_check (db, &error));
      g_assert_cmpint (query (db, "SELECT count(*) FROM a WHERE t = '1'"), ==,
                       query (db, "SELECT count(*) FROM a WHERE t = '2'"));
      found = query (db, "SELECT count(*) FROM a WHERE t = '1'");
      g_assert_cmpint (found, >=, committed);
      g_assert_cmpint (found, <=, committed + 1);
      committed = found;
    }
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  exec (db, "PRAGMA busy_timeout = 20");
  g_assert_null (signet_db_begin (db, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_BUSY);
  sqlite3_close (other);
}

/* SQLite's own limit on pages says SQLITE_FULL. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);

  exec (db, "INSERT INTO a (t) VALUES ('before')");
  exec (db, "PRAGMA max_page_count = 12");
  {
    g_autoptr (SignetTransaction) transaction = signet_db_begin (db, &error);

    exec (db, "INSERT INTO a (t) VALUES ('in the same transaction')");
    g_assert_false (signet_db_exec (db, "INSERT INTO a (b) VALUES (zeroblob(200000))", &error));
    g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FULL);
    g_clear_error (&error);
    g_assert_nonnull (transaction);
  }
  g_assert_true (signet_db_check (db, &error));
  g_assert_cmpint (query (db, "SELECT count(*) FROM a"), ==, 1);
  exec (db, "PRAGMA max_page_count = 100000");
  exec (db, "INSERT INTO a (b) VALUES (zeroblob(200000))");
}

/* The kernel refuses to let the file grow, as a quota or a full disk does; the write-ahead log is what grows.
 */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit old;
  struct rlimit small;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);

  exec (db, "INSERT INTO a (t) VALUES ('before')");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 100000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (signet_db_exec (db, "INSERT INTO a (b) VALUES (zeroblob(4000000))", &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FULL);
  g_clear_error (&error);

  g_assert_cmpint (query (db, "SELECT count(*) FROM a"), ==, 1);
  g_assert_true (signet_db_check (db, &error));
  exec (db, "INSERT INTO a (b) VALUES (zeroblob(4000000))");
  g_assert_cmpint (query (db, "SELECT count(*) FROM a"), ==, 2);
}

static void
overwrite (const char *path, goffset offset, const char *text)
{
  FILE *file = g_fopen (path, "r+");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (text, 1, strlen (text), file), ==, strlen (text));
  fclose (file);
}

static void
test_corrupt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);
  g_autofree char *junk = g_strnfill (3000, '#');

  exec (db, "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
            "INSERT INTO a (t) SELECT 'row ' || i FROM n");
  g_clear_object (&db);

  /* A page in the middle: opening is quick and doesn't see it, the check does. */
  overwrite (fixture->path, 4096 * 9, junk);
  db = signet_db_open (fixture->path, SIGNET_DB_OWN, &error);
  g_assert_no_error (error);
  g_assert_false (signet_db_check (db, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CORRUPT);
  g_clear_error (&error);
  /* No migration builds on a damaged file. */
  g_assert_false (signet_db_migrate (db, APPLICATION_ID, migrations, 2, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CORRUPT);
  g_clear_error (&error);
  g_clear_object (&db);

  /* The schema, then the header. */
  overwrite (fixture->path, 100, junk);
  db = signet_db_open (fixture->path, SIGNET_DB_OWN, &error);
  g_assert_null (db);
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CORRUPT);
  g_clear_error (&error);
  overwrite (fixture->path, 0, junk);
  db = signet_db_open (fixture->path, SIGNET_DB_OWN, &error);
  g_assert_null (db);
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CORRUPT);
}

static void
test_no_permission (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = NULL;
  g_autofree char *below_a_file = NULL;

  db = signet_db_open (fixture->path, SIGNET_DB_READ_ONLY, &error);
  g_assert_null (db);
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_PERMISSION);
  g_clear_error (&error);

  below_a_file = g_strdup ("/dev/null/desk.sqlite");
  db = signet_db_open (below_a_file, SIGNET_DB_OWN, &error);
  g_assert_null (db);
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_PERMISSION);
}

typedef struct
{
  SignetDb *db;
  int done; /* atomic */
} Interrupt;

/* Again and again: one that comes before the statement has begun does nothing. */
static gpointer
interrupt_thread (gpointer data)
{
  Interrupt *interrupt = data;

  while (!g_atomic_int_get (&interrupt->done))
    {
      g_usleep (5000);
      signet_db_interrupt (interrupt->db);
    }
  return NULL;
}

static void
test_interrupt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = signet_db_open_memory (&error);
  Interrupt interrupt = { db, FALSE };
  GThread *thread = g_thread_new ("interrupt", interrupt_thread, &interrupt);

  g_assert_false (signet_db_exec (
      db, "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n", &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_INTERRUPTED);
  g_atomic_int_set (&interrupt.done, TRUE);
  g_thread_join (thread);
}

/* What was deleted is neither in the database nor in its log. */
static void
test_empty_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDb) db = open_migrated (fixture);
  g_autoptr (SignetDb) reader = signet_db_open (fixture->path, SIGNET_DB_READ_ONLY, &error);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_no_error (error);
  signet_db_exec (db, "CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('confidential'); DELETE FROM t",
                  &error);
  g_assert_no_error (error);
  g_file_get_contents (log, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_nonnull (memmem (text, length, "confidential", 12));
  g_clear_pointer (&text, g_free);

  g_assert_true (signet_db_empty_log (db, &error));
  g_assert_no_error (error);
  g_file_get_contents (log, &text, &length, &error);
  g_assert_cmpuint (length, ==, 0);
  g_clear_pointer (&text, g_free);
  g_file_get_contents (fixture->path, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_null (memmem (text, length, "confidential", 12));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/db/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("open", test_open);
  ADD ("statement", test_statement);
  ADD ("nested", test_nested);
  ADD ("transaction", test_transaction);
  ADD ("reader", test_reader);
  ADD ("migrate", test_migrate);
  ADD ("migrate-fails-whole", test_migrate_fails_whole);
  ADD ("foreign", test_foreign);
  ADD ("in-use", test_in_use);
  ADD ("killed", test_killed);
  ADD ("busy", test_busy);
  ADD ("full", test_full);
  ADD ("full-disk", test_full_disk);
  ADD ("corrupt", test_corrupt);
  ADD ("no-permission", test_no_permission);
  ADD ("interrupt", test_interrupt);
  ADD ("empty-log", test_empty_log);
#undef ADD

  return g_test_run ();
}
