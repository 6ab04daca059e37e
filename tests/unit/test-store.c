/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "proof/signet-digest.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The store as a whole: opening, transactions, signals, records. An independent look is taken with bare
 * SQLite. */

static char *
database_path (StoreFixture *fixture)
{
  return g_build_filename (fixture->folder, "data", "desk.sqlite", NULL);
}

static gint64
ask (StoreFixture *fixture, const char *sql)
{
  g_autofree char *path = database_path (fixture);
  sqlite3 *db;
  sqlite3_stmt *stmt;
  gint64 answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return answer;
}

static gboolean
save_draft (SignetTables *tables, gpointer data, GError **error)
{
  const char *id = data;
  g_autoptr (GBytes) body = g_bytes_new_static ("{\"x\":1}", 7);
  SignetDraftRecord draft = {
    .id = (char *) id,
    .kind = (char *) "party",
    .title = (char *) "山茶",
    .page = (char *) "papers",
    .body = body,
    .created_at = 5,
    .updated_at = 6,
  };

  g_assert_true (signet_tables_is_writable (tables));
  return signet_drafts_save (tables, &draft, error);
}

static gboolean
save_draft_and_fail (SignetTables *tables, gpointer data, GError **error)
{
  if (!save_draft (tables, data, error))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");
  return FALSE;
}

static void
test_modes (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = database_path (fixture);
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf st;

  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmphex (st.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &st), ==, 0);
  g_assert_cmphex (st.st_mode & 0777, ==, 0700);
  g_assert_cmpint (ask (fixture, "PRAGMA user_version"), ==, 9);
  g_assert_cmpint (ask (fixture, "PRAGMA application_id"), ==, 0x53676e74);
}

/* Every field there is comes back after the store was closed and opened again. */
static void
test_draft_round_trip (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDraftRecord) draft = NULL;
  g_autoptr (GBytes) body = g_bytes_new_static ("{\"x\":1}", 7);

  store_fixture_write (fixture, save_draft, (gpointer) "d1");
  store_fixture_close (fixture);
  store_fixture_open (fixture);

  draft = signet_drafts_find (signet_store_get_tables (fixture->store), "d1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->kind, ==, "party");
  g_assert_cmpstr (draft->title, ==, "山茶");
  g_assert_cmpstr (draft->page, ==, "papers");
  g_assert_cmpstr (draft->account, ==, "");
  g_assert_true (g_bytes_equal (draft->body, body));
  g_assert_cmpint (draft->created_at, ==, 5);
  g_assert_cmpint (draft->updated_at, ==, 6);
}

static void
test_not_found (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (signet_drafts_find (signet_store_get_tables (fixture->store), "none", &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND);
}

static void
test_rollback (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (signet_store_write (fixture->store, save_draft_and_fail, (gpointer) "d1", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM drafts"), ==, 0);
}

typedef struct
{
  guint n_changed;
  guint n_done;
  guint changed_before_done;
  gboolean has_d1;
  gboolean has_d2;
  gboolean has_other;
} Heard;

static void
changed_cb (SignetStore *store, SignetChanges *changes, gpointer data)
{
  Heard *heard = data;

  heard->n_changed++;
  heard->has_d1 |= signet_changes_has (changes, SIGNET_SUBJECT_DRAFT, "d1");
  heard->has_d2 |= signet_changes_has (changes, SIGNET_SUBJECT_DRAFT, "d2");
  heard->has_other |= signet_changes_has (changes, SIGNET_SUBJECT_DRAFT, "d3") ||
                      signet_changes_has (changes, SIGNET_SUBJECT_PARTY, NULL);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Heard *heard = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (signet_store_write_finish (SIGNET_STORE (source), result, &error));
  g_assert_no_error (error);
  if (heard->n_changed > 0)
    heard->changed_before_done++;
  heard->n_done++;
}

/* Two commits before the main loop turns are told once, and before their callbacks. */
static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Heard heard = { 0 };

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &heard);
  signet_store_write_async (fixture->store, save_draft, (gpointer) "d1", NULL, NULL, done_cb, &heard);
  signet_store_write_async (fixture->store, save_draft, (gpointer) "d2", NULL, NULL, done_cb, &heard);
  g_assert_false (signet_store_write (fixture->store, save_draft_and_fail, (gpointer) "d3", &error));
  g_assert_cmpuint (heard.n_changed, ==, 0);

  while (heard.n_done < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpuint (heard.changed_before_done, ==, 2);
  g_assert_true (heard.has_d1);
  g_assert_true (heard.has_d2);
  g_assert_false (heard.has_other);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (signet_store_write_finish (SIGNET_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean called = FALSE;

  g_cancellable_cancel (cancellable);
  signet_store_write_async (fixture->store, save_draft, (gpointer) "d1", NULL, cancellable, cancelled_cb,
                            &called);
  while (!called)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM drafts"), ==, 0);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (signet_store_write_finish (SIGNET_STORE (source), result, &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CLOSED);
  *(gboolean *) data = TRUE;
}

static void
test_closed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean called = FALSE;

  signet_store_close (fixture->store);
  g_assert_null (signet_store_get_tables (fixture->store));
  g_assert_false (signet_store_write (fixture->store, save_draft, (gpointer) "d1", &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CLOSED);
  signet_store_write_async (fixture->store, save_draft, (gpointer) "d1", NULL, NULL, closed_cb, &called);
  while (!called)
    g_main_context_iteration (NULL, TRUE);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (signet_store_open_finish (SIGNET_STORE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (signet_store_check_finish (SIGNET_STORE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
test_open_async (StoreFixture *fixture, gconstpointer data)
{
  gboolean called = FALSE;
  gboolean checked = FALSE;

  signet_store_close (fixture->store);
  signet_store_open_async (fixture->store, NULL, opened_cb, &called);
  while (!called)
    g_main_context_iteration (NULL, TRUE);
  store_fixture_write (fixture, save_draft, (gpointer) "d1");
  signet_store_check_async (fixture->store, NULL, checked_cb, &checked);
  while (!checked)
    g_main_context_iteration (NULL, TRUE);
}

/* A second program on the same folder: refused, and the first one isn't disturbed. */
static void
test_two_instances (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "data", NULL);
  g_autoptr (SignetStore) second = signet_store_new (folder);

  g_assert_false (signet_store_open (second, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_IN_USE);
  g_clear_error (&error);
  store_fixture_write (fixture, save_draft, (gpointer) "d1");

  store_fixture_close (fixture);
  g_assert_true (signet_store_open (second, &error));
  g_assert_no_error (error);
  signet_store_close (second);
}

static void
change_file (StoreFixture *fixture, const char *sql)
{
  g_autofree char *path = database_path (fixture);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
assert_refused (StoreFixture *fixture, SignetDbError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "data", NULL);
  g_autoptr (SignetStore) store = signet_store_new (folder);

  g_assert_false (signet_store_open (store, &error));
  g_assert_error (error, SIGNET_DB_ERROR, (int) code);
  g_assert_null (signet_store_get_tables (store));
}

static void
test_too_new (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_close (fixture);
  change_file (fixture, "PRAGMA user_version = 99");
  assert_refused (fixture, SIGNET_DB_ERROR_TOO_NEW);
  g_assert_cmpint (ask (fixture, "PRAGMA user_version"), ==, 99);

  change_file (fixture, "PRAGMA application_id = 7");
  assert_refused (fixture, SIGNET_DB_ERROR_FOREIGN);
}

static void
test_corrupt (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = database_path (fixture);
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  g_file_set_contents (path, "This is a shopping list, and a long one at that; no database begins so.", -1,
                       &error);
  g_assert_no_error (error);
  assert_refused (fixture, SIGNET_DB_ERROR_CORRUPT);
}

static gboolean
save_large_draft (SignetTables *tables, gpointer data, GError **error)
{
  gsize size = 4000000;
  g_autoptr (GBytes) body = g_bytes_new_take (g_malloc0 (size), size);
  SignetDraftRecord draft = { .id = data, .kind = (char *) "party", .body = body };

  return signet_drafts_save (tables, &draft, error);
}

static void
test_full_disk (StoreFixture *fixture, gconstpointer data)
{
  struct rlimit old;
  struct rlimit small;
  g_autoptr (GError) error = NULL;
  gboolean written;

  store_fixture_write (fixture, save_draft, (gpointer) "d1");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 1000000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  written = signet_store_write (fixture->store, save_large_draft, (gpointer) "d2", &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (written);
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_FULL);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM drafts WHERE id = 'd1'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM drafts"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT quick_check = 'ok' FROM pragma_quick_check"), ==, 1);
  store_fixture_write (fixture, save_large_draft, (gpointer) "d2");
}

static gboolean
save_records (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("b", 1);
  SignetPartyRecord party = { .id = (char *) "p",
                              .role = (char *) "principal",
                              .name = (char *) "山茶",
                              .body = body };
  SignetRightRecord right = { .id = (char *) "r",
                              .number = (char *) "12345",
                              .party = (char *) "p",
                              .valid_until = (char *) "2027-01-01" };
  SignetCertificationRecord certification = {
    .account = (char *) "acc",
    .kind = (char *) "right",
    .subject = (char *) "r",
    .remote_id = (char *) "rgt_1",
    .status = (char *) "needs_correction",
    .n_findings = 2,
    .findings = body,
    .etag = (char *) "\"1\"",
  };
  SignetUploadRecord upload = { .account = (char *) "acc", .sha256 = (char *) "s", .offset = 7, .bytes = 9 };
  SignetVaultFileRecord file = { .sha256 = (char *) "s",
                                 .bytes = 9,
                                 .name = (char *) "first.pdf",
                                 .added_at = 3 };
  SignetVaultFileRecord again = { .sha256 = (char *) "s",
                                  .bytes = 9,
                                  .name = (char *) "second.pdf",
                                  .added_at = 4 };
  SignetKeyRecord key = { .issuer = (char *) "i", .kid = (char *) "k", .x = (char *) "x", .first_seen = 10 };
  SignetKeyRecord same_key = { .issuer = (char *) "i",
                               .kid = (char *) "k",
                               .x = (char *) "x",
                               .first_seen = 20 };
  SignetKeyRecord other_key = { .issuer = (char *) "i",
                                .kid = (char *) "k",
                                .x = (char *) "z",
                                .first_seen = 30 };
  SignetEventRecord event = { .subject = (char *) "r", .at = 100, .kind = (char *) "in_review" };
  SignetEventRecord later = { .subject = (char *) "r", .at = 200, .kind = (char *) "approved" };

  return store_fixture_add_account (tables, NULL, error) && signet_parties_save (tables, &party, error) &&
         signet_rights_save (tables, &right, error) &&
         signet_certifications_save (tables, &certification, error) &&
         signet_uploads_save (tables, &upload, error) && signet_vault_files_add (tables, &file, error) &&
         signet_vault_files_add (tables, &again, error) && signet_keys_add (tables, &key, error) &&
         signet_keys_add (tables, &same_key, error) && signet_keys_add (tables, &other_key, error) &&
         signet_events_save (tables, "right", &event, error) &&
         signet_events_save (tables, "right", &later, error) &&
         signet_events_save (tables, "right", &event, error) &&
         signet_settings_set (tables, "account", "acc", error) &&
         signet_accounts_set_cursor (tables, "acc", "c9", 77, error);
}

static void
test_records (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store);
  g_autoptr (SignetAccountRecord) account = NULL;
  g_autoptr (SignetCertificationRecord) certification = NULL;
  g_autoptr (SignetUploadRecord) upload = NULL;
  g_autoptr (SignetVaultFileRecord) file = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) rights = NULL;
  g_autofree char *setting = NULL;

  store_fixture_write (fixture, save_records, NULL);

  account = signet_accounts_find_platform (tables, "practice-1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (account->cursor, ==, "c9");
  g_assert_cmpint (account->synced_at, ==, 77);
  g_assert_true (account->practice);
  g_assert_null (account->platform);

  certification = signet_certifications_find_remote (tables, "acc", "rgt_1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (certification->subject, ==, "r");
  g_assert_cmpint (certification->n_findings, ==, 2);
  g_assert_cmpstr (certification->etag, ==, "\"1\"");
  g_assert_cmpstr (certification->due_at, ==, "");

  upload = signet_uploads_find (tables, "acc", "s", &error);
  g_assert_cmpint (upload->offset, ==, 7);
  file = signet_vault_files_find (tables, "s", &error);
  g_assert_cmpstr (file->name, ==, "first.pdf");
  g_assert_cmpint (file->added_at, ==, 3);

  keys = signet_keys_list (tables, "i", "k", &error);
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_cmpint (((SignetKeyRecord *) keys->pdata[0])->first_seen, ==, 10);
  g_assert_cmpstr (((SignetKeyRecord *) keys->pdata[1])->x, ==, "z");

  events = signet_events_list (tables, "r", &error);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpstr (((SignetEventRecord *) events->pdata[0])->kind, ==, "approved");

  rights = signet_rights_list (tables, &error);
  g_assert_cmpuint (rights->len, ==, 1);
  setting = signet_settings_get (tables, "account", &error);
  g_assert_cmpstr (setting, ==, "acc");
  g_assert_null (signet_settings_get (tables, "never set", &error));
  g_assert_no_error (error);
}

static gboolean
save_orphan (SignetTables *tables, gpointer data, GError **error)
{
  SignetItemRecord item = { .complaint = (char *) "no such complaint" };

  return signet_items_save (tables, &item, error);
}

static void
test_foreign_key (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (signet_store_write (fixture->store, save_orphan, NULL, &error));
  g_assert_error (error, SIGNET_DB_ERROR, SIGNET_DB_ERROR_CONSTRAINT);
}

/* What the schema is made of, in one text. */
static char *
describe_schema (StoreFixture *fixture)
{
  g_autofree char *path = database_path (fixture);
  GString *text = g_string_new (NULL);
  sqlite3 *db;
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_prepare_v2 (
          db, "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema ORDER BY 1", -1,
          &stmt, NULL),
      ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

/* Schema 1 as it lies on people's disks, and what each later one made of it up to @version. */
static void
put_old_desk (StoreFixture *fixture, guint version)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *path = database_path (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *old = g_strconcat (path, suffixes[i], NULL);

      g_unlink (old);
    }
  for (guint i = 1; i <= version; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.sql", i);
      g_autofree char *source = g_test_build_filename (G_TEST_DIST, "unit", "schemas", name, NULL);
      g_autofree char *sql = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (source, &sql, NULL, &error);
      g_assert_no_error (error);
      change_file (fixture, sql);
    }
}

#define ASSERT_BYTE(bytes, byte) \
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), byte, 1)

static void
assert_old_records (SignetTables *tables)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAccountRecord) account = signet_accounts_find (tables, "acc", &error);
  g_autoptr (GPtrArray) keys = signet_keys_list (tables, "https://example.com", NULL, &error);
  g_autoptr (SignetPartyRecord) party = signet_parties_find (tables, "party", &error);
  g_autoptr (SignetRightRecord) right = signet_rights_find (tables, "right", &error);
  g_autoptr (SignetCertificationRecord)
      certification = signet_certifications_find (tables, "acc", "right", &error);
  g_autoptr (GPtrArray) history = signet_certification_events_list (tables, "acc", "right", &error);
  g_autoptr (SignetDeadlineRecord)
      deadline = signet_deadlines_find (tables, "right", SIGNET_REMINDER_RIGHT, &error);
  g_autoptr (SignetDraftRecord) draft = signet_drafts_find (tables, "draft", &error);
  g_autoptr (SignetComplaintRecord)
      complaint = signet_complaints_find_remote (tables, "acc", "cmp_1", &error);
  g_autoptr (SignetItemRecord) item = signet_items_find_remote (tables, "complaint", "itm_1", &error);
  g_autoptr (GPtrArray) same_target = signet_items_list_target (tables, "acc", "goods:42", &error);
  g_autoptr (SignetOutboxRecord) submission = signet_outbox_find (tables, "sub", &error);
  g_autoptr (GPtrArray) files = signet_outbox_files_list (tables, "sub", &error);
  g_autoptr (SignetUploadRecord) upload = signet_uploads_find (tables, "acc", "aa", &error);
  g_autoptr (SignetReceiptRecord) receipt = signet_receipts_find_last (tables, "complaint", &error);
  g_autoptr (GPtrArray) events = signet_events_list (tables, "complaint", &error);
  g_autoptr (SignetVaultFileRecord) file = signet_vault_files_find (tables, "aa", &error);
  g_autofree char *setting = signet_settings_get (tables, "account", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (account->email, ==, "a@example.com");
  g_assert_cmpstr (account->cursor, ==, "c7");
  g_assert_cmpint (((SignetKeyRecord *) keys->pdata[0])->first_seen, ==, 11);
  g_assert_cmpstr (party->name, ==, "山茶");
  g_assert_true (party->own);
  g_assert_cmpstr (party->document_key, ==, "resident_id:11010519491231002X");
  g_assert_cmpstr (party->document_valid_until, ==, "");
  g_assert_cmpstr (right->party, ==, "party");
  g_assert_cmpstr (right->co_holders, ==, "");
  g_assert_cmpstr (deadline->date, ==, "2030-01-01");
  g_assert_cmpstr (deadline->party, ==, "party");
  g_assert_true (deadline->grace);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpstr (((SignetCertificationEventRecord *) history->pdata[0])->status, ==, "approved");
  g_assert_cmpstr (((SignetCertificationEventRecord *) history->pdata[0])->remote_id, ==, "rgt_1");
  g_assert_cmpstr (certification->status, ==, "approved");
  ASSERT_BYTE (certification->body, "\5");
  g_assert_cmpstr (draft->page, ==, "links");
  g_assert_cmpstr (draft->principal, ==, "party");
  ASSERT_BYTE (draft->body, "\6");
  g_assert_cmpstr (complaint->number, ==, "2026-0001");
  ASSERT_BYTE (complaint->sent_body, "\7");
  g_assert_cmpstr (item->private_note, ==, "note");
  g_assert_cmpuint (same_target->len, ==, 1);
  g_assert_cmpstr (submission->idempotency_key, ==, "key");
  g_assert_cmpstr (submission->state, ==, "queued");
  ASSERT_BYTE (submission->body, "\n");
  g_assert_cmpstr (((SignetOutboxFile *) files->pdata[0])->name, ==, "photo.png");
  g_assert_true (upload->complete);
  g_assert_cmpstr (receipt->jws, ==, "a.b.c");
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (file->name, ==, "photo.png");
  g_assert_cmpstr (setting, ==, "acc");
}

/* A desk of every schema there ever was is brought to the newest, which is that of a new desk, and keeps
 * every record. */
static void
test_old_schemas (StoreFixture *fixture, gconstpointer data)
{
  guint newest = (guint) ask (fixture, "PRAGMA user_version");
  g_autofree char *fresh = describe_schema (fixture);

  for (guint version = 1; version <= newest; version++)
    {
      g_autofree char *migrated = NULL;

      store_fixture_close (fixture);
      put_old_desk (fixture, version);
      store_fixture_open (fixture);
      g_assert_cmpint (ask (fixture, "PRAGMA user_version"), ==, newest);
      migrated = describe_schema (fixture);
      g_assert_cmpstr (migrated, ==, fresh);
      assert_old_records (signet_store_get_tables (fixture->store));
    }
}

/* When a document runs out was only in the encoded party. */
static void
test_old_document (StoreFixture *fixture, gconstpointer data)
{
  static const char change[] =
      "UPDATE parties SET body = CAST ('{\"document\":{\"valid_until\":\"2027-06-30\"}}' AS BLOB);"
      "INSERT INTO parties VALUES (2, 'half', 'principal', 'mainland_person', '', '',"
      " CAST ('{\"document\":{\"valid_until\":\"2027-02-3\"}}' AS BLOB), 1, 1);"
      "INSERT INTO parties VALUES (3, 'never', 'principal', 'mainland_person', '', '',"
      " CAST ('{\"document\":{\"valid_until\":\"2027-02-30\"}}' AS BLOB), 1, 1);"
      "INSERT INTO parties VALUES (4, 'none', 'principal', 'mainland_person', '', '',"
      " CAST ('{\"document\":7}' AS BLOB), 1, 1);"
      "INSERT INTO parties VALUES (5, 'null', 'principal', 'mainland_person', '', '', NULL, 1, 1);";
  SignetTables *tables;
  g_autoptr (SignetPartyRecord) half = NULL;
  g_autoptr (SignetDeadlineRecord) deadline = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  put_old_desk (fixture, 3);
  change_file (fixture, change);
  store_fixture_open (fixture);
  tables = signet_store_get_tables (fixture->store);
  deadline = signet_deadlines_find (tables, "party", SIGNET_REMINDER_DOCUMENT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (deadline->date, ==, "2027-06-30");
  half = signet_parties_find (tables, "half", &error);
  g_assert_cmpstr (half->document_valid_until, ==, "2027-02-3");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM deadlines WHERE what = 'document'"), ==, 1);
}

/* Until when the annuities of a patent are paid was only in the encoded right. */
static void
test_old_annuity (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetRightRecord) right = NULL;
  g_autoptr (SignetDeadlineRecord) deadline = NULL;
  g_autoptr (GError) error = NULL;
  SignetTables *tables;

  store_fixture_close (fixture);
  put_old_desk (fixture, 5);
  change_file (fixture, "UPDATE rights SET body = CAST ('{\"annuity_paid_until\":\"2027-06-30\"}' AS BLOB)");
  store_fixture_open (fixture);
  tables = signet_store_get_tables (fixture->store);
  right = signet_rights_find (tables, "right", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (right->annuity_paid_until, ==, "2027-06-30");
  deadline = signet_deadlines_find (tables, "right", SIGNET_REMINDER_ANNUITY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (deadline->date, ==, "2027-06-30");
  g_assert_true (deadline->grace);
}

/* Whose own identity a party is, an account's platform said only in what it holds. */
static void
test_old_own (StoreFixture *fixture, gconstpointer data)
{
#define CERTIFY(subject, body)                                                         \
  "INSERT INTO certifications SELECT NULL, account, 'party', '" subject                \
  "', '', status, '', 0, NULL, '', " body ", '', '', '', '' FROM certifications WHERE" \
  " subject = 'right';"
  static const char change[] = CERTIFY ("held", "CAST ('{\"own\":true}' AS BLOB)")
      CERTIFY ("principal", "CAST ('{\"own\":false}' AS BLOB)")
          CERTIFY ("unsaid", "CAST ('{\"own\":\"?\"}' AS BLOB)") CERTIFY ("party", "NULL")
              CERTIFY ("gone", "NULL");
#undef CERTIFY
  static const char *const own[] = { "held", "unsaid", "party" };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  put_old_desk (fixture, 7);
  change_file (fixture, change);
  store_fixture_open (fixture);
  found = signet_certifications_list_own (signet_store_get_tables (fixture->store), "acc", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (own));
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_assert_cmpstr (((SignetCertificationRecord *) found->pdata[i])->subject, ==, own[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/store/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("modes", test_modes);
  ADD ("draft-round-trip", test_draft_round_trip);
  ADD ("not-found", test_not_found);
  ADD ("rollback", test_rollback);
  ADD ("changed", test_changed);
  ADD ("cancelled", test_cancelled);
  ADD ("closed", test_closed);
  ADD ("open-async", test_open_async);
  ADD ("two-instances", test_two_instances);
  ADD ("too-new", test_too_new);
  ADD ("corrupt", test_corrupt);
  ADD ("full-disk", test_full_disk);
  ADD ("records", test_records);
  ADD ("old-schemas", test_old_schemas);
  ADD ("old-annuity", test_old_annuity);
  ADD ("old-document", test_old_document);
  ADD ("old-own", test_old_own);
  ADD ("foreign-key", test_foreign_key);
#undef ADD

  return g_test_run ();
}
