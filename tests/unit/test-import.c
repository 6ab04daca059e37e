/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "hand-clock.h"

#include <sqlite3.h>
#include <time.h>

#include "desk/signet-desk-error.h"
#include "desk/signet-local-record.h"
#include "desk/signet-records.h"
#include "desk/signet-right-import-private.h"
#include "model/signet-nice-class.h"
#include "model/signet-words.h"
#include "sheet/signet-sheet-reader.h"
#include "store/signet-deadlines.h"
#include "model/signet-reminder.h"

/* A portfolio of rights out of a table: what its columns and cells mean, what is told of each row, and that
 * either all good rows become records or none. */

#define ROWS 2000
#define BAD 50

typedef struct
{
  StoreFixture store;
  HandClock *clock;
  GFile *file;
  SignetRightImport *import;
} Fixture;

static gboolean
write_record (SignetTables *tables, gpointer data, GError **error)
{
  return signet_local_record_save (tables, data, error);
}

static void
save (Fixture *fixture, const char *kind, gpointer record)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store.store);
  g_autoptr (SignetLocalRecord) local = signet_local_record_new (kind, record, tables, 1, &error);

  g_assert_no_error (error);
  store_fixture_write (&fixture->store, write_record, local);
}

static void
save_party (Fixture *fixture, const char *id, const char *name, const char *document)
{
  g_autoptr (SignetParty) party = signet_party_new ();

  signet_party_set_id (party, id);
  signet_party_set_role (party, SIGNET_ROLE_PRINCIPAL);
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  signet_party_set_name (party, name);
  signet_party_set_document_number (party, document);
  save (fixture, SIGNET_KIND_PARTY, party);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  store_fixture_set_up (&fixture->store, NULL);
  fixture->clock = g_object_new (HAND_TYPE_CLOCK, NULL);
  hand_clock_set (fixture->clock, 2026, 11, 21, 16, 0);
  path = g_build_filename (fixture->store.folder, "rights.csv", NULL);
  fixture->file = g_file_new_for_path (path);
  save_party (fixture, "tea", "杭州山茶文化有限公司", "91330100MA2TEA0001");
  save_party (fixture, "inc", "Camellia, Inc.", "C-77");
  fixture->import = signet_right_import_new (fixture->store.store, SIGNET_CLOCK (fixture->clock),
                                             fixture->file);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* The thread that read may still be letting go of it. */
  g_object_add_weak_pointer (G_OBJECT (fixture->import), (gpointer *) &fixture->import);
  g_object_unref (fixture->import);
  while (g_atomic_pointer_get (&fixture->import) != NULL)
    g_main_context_iteration (NULL, FALSE);
  g_object_unref (fixture->file);
  store_fixture_tear_down (&fixture->store, NULL);
  g_object_unref (fixture->clock);
}

static void
put_file (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (fixture->file), text, -1, &error);
  g_assert_no_error (error);
}

static gint64
processor_time (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The watchdog: no turn of the main loop takes more than 50 ms of this thread, whatever the machine does
 * beside. */
static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    {
      gint64 start = processor_time ();

      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (processor_time () - start, <, 50 * G_TIME_SPAN_MILLISECOND);
    }
}

static void
read_file (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_right_import_read_async (fixture->import, NULL, keep_result_cb, &result);
  wait_for (&result);
  signet_right_import_read_finish (fixture->import, result, &error);
  g_assert_no_error (error);
}

static void
commit (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_right_import_commit_async (fixture->import, NULL, keep_result_cb, &result);
  wait_for (&result);
  signet_right_import_commit_finish (fixture->import, result, &error);
  g_assert_no_error (error);
}

static guint
count_records (Fixture *fixture)
{
  g_autoptr (GPtrArray) rights = signet_rights_list (signet_store_get_tables (fixture->store.store), NULL);

  return rights->len;
}

/* "line state code pointer …" a row, hints left out. */
static char *
describe (Fixture *fixture)
{
  GListModel *rows = signet_right_import_get_rows (fixture->import);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SignetImportRow) row = g_list_model_get_item (rows, i);
      GListModel *findings = G_LIST_MODEL (signet_import_row_get_findings (row));

      g_string_append_printf (text, "%d %s", signet_import_row_get_line (row),
                              signet_import_row_get_state (row));
      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, j);

          if (signet_finding_get_severity (finding) != SIGNET_SEVERITY_HINT)
            g_string_append_printf (text, " %s %s", signet_finding_get_code (finding),
                                    signet_finding_get_pointer (finding));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_ROWS(fixture, expected)               \
  G_STMT_START                                       \
  {                                                  \
    g_autofree char *described = describe (fixture); \
    g_assert_cmpstr (described, ==, expected);       \
  }                                                  \
  G_STMT_END

static SignetRight *
get_right (Fixture *fixture, guint index)
{
  g_autoptr (SignetImportRow)
      row = g_list_model_get_item (signet_right_import_get_rows (fixture->import), index);

  return signet_import_row_get_right (row);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  SignetRight *right;
  g_autoptr (SignetNiceClass) nice = NULL;
  const char *const *unknown;

  put_file (
      fixture,
      "备注,注册号,商标名称,权利类型,注册人,类别,注册日期,有效期至,委托人,商品/服务,权利关系,Number\n"
      "x,７６５４３２１,山茶,商标,杭州山茶文化有限公司,第30类,2020年3月1日,2030/2/28,杭州山茶文化有限公司,茶,自有,9\n"
      "y,7654322,山茶,注册商标,杭州山茶文化有限公司,\"3、5;35\",20200301,2030.02.28,91330100ma2tea0001,,独占许可,9\n");
  read_file (fixture);
  unknown = signet_right_import_get_unknown_heads (fixture->import);
  g_assert_cmpstr (unknown[0], ==, "备注");
  g_assert_cmpstr (unknown[1], ==, "Number");
  g_assert_null (unknown[2]);
  g_assert_cmpuint (signet_right_import_get_n_known_heads (fixture->import), ==, 10);
  g_assert_cmpstr (signet_right_import_get_encoding (fixture->import), ==, "UTF-8");

  right = get_right (fixture, 0);
  g_assert_cmpstr (signet_right_get_kind (right), ==, SIGNET_RIGHT_KIND_TRADEMARK);
  g_assert_cmpstr (signet_right_get_number (right), ==, "7654321");
  g_assert_cmpstr (signet_right_get_registered_on (right), ==, "2020-03-01");
  g_assert_cmpstr (signet_right_get_valid_until (right), ==, "2030-02-28");
  g_assert_cmpstr (signet_right_get_standing (right), ==, SIGNET_STANDING_OWNER);
  g_assert_cmpstr (signet_right_get_territory (right), ==, SIGNET_TERRITORY_CN);
  g_assert_cmpstr (signet_right_get_party_id (right), ==, "tea");
  nice = g_list_model_get_item (G_LIST_MODEL (signet_right_get_classes (right)), 0);
  g_assert_cmpint (signet_nice_class_get_class_number (nice), ==, 30);
  g_assert_cmpstr (signet_nice_class_get_goods (nice), ==, "茶");

  right = get_right (fixture, 1);
  g_assert_cmpstr (signet_right_get_registered_on (right), ==, "2020-03-01");
  g_assert_cmpstr (signet_right_get_valid_until (right), ==, "2030-02-28");
  g_assert_cmpstr (signet_right_get_standing (right), ==, SIGNET_STANDING_EXCLUSIVE_LICENSEE);
  g_assert_cmpstr (signet_right_get_party_id (right), ==, "tea");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (signet_right_get_classes (right))), ==, 3);
}

#define HEADS "kind,number,name,owner,class,registered on,valid until,principal,co-holders\n"
#define GOOD(number, class) \
  "trademark," number ",Camellia,\"Camellia, Inc.\"," class ",2020-03-01,2030-02-28,\"Camellia, Inc.\",\n"

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  put_file (
      fixture,
      HEADS GOOD (
          "1001",
          "30") "\n"
                "trademark,1002,Camellia,\"Camellia, Inc.\",46,2020-03-01,2030-02-28,C-77,\n"
                "tradmark,1003,Camellia,\"Camellia, Inc.\",30,2020-03-01,2030-02-28,C-77,\n"
                "trademark,1004,Camellia,\"Camellia, Inc.\",30,2020-13-01,2030-02-28,C-77,\n"
                "trademark,1005,Camellia,\"Camellia, Inc.\",30,2020-03-01,2030-02-28,Somebody,\n"
                "trademark,1006,Camellia,Another Owner,30,2020-03-01,2030-02-28,C-77,\n"
                "trademark,1007,Camellia,\"Camellia, Inc.\",30,2020-03-01,2030-02-28,C-77,杭州山茶文化有限公司; nobody\n"
                "trademark,1008,Camellia,\"Camellia, Inc.\"x,30,2020-03-01,2030-02-28,C-77,\n"
                "trademark,1009,Camellia,\"Camellia, Inc.\",30,2020-03-01,2030-02-28,,\n");
  read_file (fixture);
  ASSERT_ROWS (fixture, "2 ok\n"
                        "4 error class-range /classes/0/class\n"
                        "5 error unknown-kind /kind\n"
                        "6 error date /registered_on\n"
                        "7 error party-unknown /holders/0\n"
                        "8 warning owner-differs /owner\n"
                        "9 error party-unknown /holders/2\n"
                        "10 error row-unreadable \n"
                        "11 error required /holders/0\n");
}

static void
test_defaults (Fixture *fixture, gconstpointer data)
{
  put_file (fixture, "number,name,owner,class,registered on,valid until\n"
                     "1001,Camellia,\"Camellia, Inc.\",30,2020-03-01,2030-02-28\n");
  read_file (fixture);
  g_assert_cmpuint (signet_right_import_get_n_bad (fixture->import), ==, 1);
  signet_right_import_set_defaults (fixture->import, SIGNET_RIGHT_KIND_TRADEMARK, "inc");
  read_file (fixture);
  ASSERT_ROWS (fixture, "2 ok\n");
  g_assert_cmpstr (signet_right_get_party_id (get_right (fixture, 0)), ==, "inc");
}

/* Patents say from when they run; lists and reminders want to know until when. */
static void
test_term (Fixture *fixture, gconstpointer data)
{
  SignetTables *tables = signet_store_get_tables (fixture->store.store);
  g_autoptr (GPtrArray) rights = NULL;
  g_autoptr (SignetDeadlineRecord) deadline = NULL;
  g_autoptr (GError) error = NULL;
  SignetRightRecord *record;

  put_file (fixture, "kind,number,name,owner,filed on,principal\n"
                     "utility model,200820009767.0,Lid,\"Camellia, Inc.\",2018-07-21,C-77\n");
  read_file (fixture);
  commit (fixture);
  g_assert_cmpstr (signet_right_get_valid_until (get_right (fixture, 0)), ==, "");
  rights = signet_rights_list (tables, &error);
  g_assert_no_error (error);
  record = g_ptr_array_index (rights, 0);
  g_assert_cmpstr (record->valid_until, ==, "2028-07-20");
  deadline = signet_deadlines_find (tables, record->id, SIGNET_REMINDER_RIGHT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (deadline->date, ==, "2028-07-20");
}

static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  put_file (fixture, HEADS GOOD ("1001", "30"));
  read_file (fixture);
  commit (fixture);
  g_assert_cmpuint (count_records (fixture), ==, 1);

  put_file (fixture, HEADS GOOD ("1001", "30") GOOD ("1001", "31") GOOD ("1002", "3;5") GOOD ("1002", "5;9")
                         GOOD ("1002", "9") GOOD ("1003", "99") GOOD ("1003", "30"));
  read_file (fixture);
  ASSERT_ROWS (fixture, "2 duplicate right-twice /number\n"
                        "3 ok\n"
                        "4 ok\n"
                        "5 duplicate right-twice /number\n"
                        "6 ok\n"
                        "7 error class-range /classes/0/class\n"
                        "8 ok\n");
  g_assert_cmpuint (signet_right_import_get_n_good (fixture->import), ==, 4);
  g_assert_cmpuint (signet_right_import_get_n_bad (fixture->import), ==, 1);
  g_assert_cmpuint (signet_right_import_get_n_duplicates (fixture->import), ==, 2);
  commit (fixture);
  g_assert_cmpuint (count_records (fixture), ==, 5);

  /* A second time it would be made twice. */
  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    signet_right_import_commit_async (fixture->import, NULL, keep_result_cb, &result);
    wait_for (&result);
    g_assert_false (signet_right_import_commit_finish (fixture->import, result, &error));
    g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED);
    g_assert_cmpuint (count_records (fixture), ==, 5);
  }
}

/* What makes a row bad, in turn. */
static const char *const bad_rows[] = {
  "trademark,B%u,Camellia,\"Camellia, Inc.\",46,2020-03-01,2030-02-28,C-77,\n",
  "trademark,B%u,,\"Camellia, Inc.\",30,2020-03-01,2030-02-28,C-77,\n",
  "trademark,B%u,Camellia,,30,2020-03-01,2030-02-28,C-77,\n",
  "trademark,B%u,Camellia,\"Camellia, Inc.\",30,2020-02-30,2030-02-28,C-77,\n",
  "nonsense,B%u,Camellia,\"Camellia, Inc.\",30,2020-03-01,2030-02-28,C-77,\n",
  "trademark,B%u,Camellia,\"Camellia, Inc.\",30,2020-03-01,2030-02-28,Nobody %%,\n",
  "trademark,B%u,Camellia,\"Camellia, Inc.\",,2020-03-01,2030-02-28,C-77,\n",
  "trademark,B%u,\"Camellia\"\"x\"x,\"Camellia, Inc.\",30,2020-03-01,2030-02-28,C-77,\n",
};

/* A portfolio with BAD bad rows at random places, whose lines come in @lines. */
static char *
make_portfolio (GArray *lines)
{
  GString *text = g_string_new (HEADS);
  g_autofree gboolean *bad = g_new0 (gboolean, ROWS);
  guint n_bad = 0;

  while (n_bad < BAD)
    {
      int index = g_test_rand_int_range (0, ROWS);

      n_bad += !bad[index];
      bad[index] = TRUE;
    }
  for (int i = 0; i < ROWS; i++)
    {
      int line = i + 2;

      if (bad[i])
        {
          g_autofree char *number = g_strdup_printf ("%d", i);
          g_auto (GStrv) parts = g_strsplit (bad_rows[lines->len % G_N_ELEMENTS (bad_rows)], "%u", 2);

          g_string_append_printf (text, "%s%s%s", parts[0], number, parts[1]);
          g_array_append_val (lines, line);
        }
      else
        g_string_append_printf (text,
                                "trademark,%d,Camellia,\"Camellia, Inc.\",%d,2020-03-01,2030-02-28,C-77,\n",
                                1000000 + i, i % 45 + 1);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_code (SignetFinding *finding, gpointer data)
{
  return g_strdup (signet_finding_get_code (finding));
}

static void
save_bad (Fixture *fixture, GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_right_import_save_bad_async (fixture->import, file, "Reason", describe_code, NULL, NULL,
                                      keep_result_cb, &result);
  wait_for (&result);
  signet_right_import_save_bad_finish (fixture->import, result, &error);
  g_assert_no_error (error);
}

static void
test_portfolio (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *text = make_portfolio (lines);
  g_autofree char *path = g_build_filename (fixture->store.folder, "bad.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SignetSheetReader) reader = NULL;
  g_autoptr (SignetSheetRow) heads = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *rows = signet_right_import_get_rows (fixture->import);
  guint n = 0;
  guint line;
  GStatBuf status;

  put_file (fixture, text);
  read_file (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, ROWS);
  g_assert_cmpuint (signet_right_import_get_n_bad (fixture->import), ==, BAD);
  g_assert_cmpuint (signet_right_import_get_n_good (fixture->import), ==, ROWS - BAD);
  g_assert_cmpfloat (signet_right_import_get_progress (fixture->import), ==, 1);
  for (guint i = 0; i < ROWS; i++)
    {
      g_autoptr (SignetImportRow) row = g_list_model_get_item (rows, i);
      gboolean bad = g_str_equal (signet_import_row_get_state (row), SIGNET_IMPORT_ERROR);

      g_assert_cmpint (bad, ==,
                       n < lines->len && g_array_index (lines, int, n) == signet_import_row_get_line (row));
      n += bad;
    }
  commit (fixture);
  g_assert_cmpuint (count_records (fixture), ==, ROWS - BAD);

  save_bad (fixture, file);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  reader = signet_sheet_reader_open (file, &line, NULL, &error);
  g_assert_no_error (error);
  heads = signet_sheet_reader_next (reader);
  g_assert_cmpstr (signet_sheet_row_get_cell (heads, 9), ==, "Reason");
  for (n = 0; n < BAD; n++)
    {
      g_autoptr (SignetSheetRow) row = signet_sheet_reader_next (reader);
      g_autofree char *number = g_strdup_printf ("B%d", g_array_index (lines, int, n) - 2);

      g_assert_nonnull (row);
      if (n % G_N_ELEMENTS (bad_rows) != G_N_ELEMENTS (bad_rows) - 1)
        g_assert_cmpstr (signet_sheet_row_get_cell (row, 1), ==, number);
      g_assert_cmpstr (signet_sheet_row_get_cell (row, 9), !=, "");
    }
  g_assert_null (signet_sheet_reader_next (reader));
}

static void
rows_came_cb (GListModel *rows, guint position, guint removed, guint added, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *text = make_portfolio (lines);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *rows = signet_right_import_get_rows (fixture->import);
  gulong handler;

  /* As soon as the first rows come. */
  put_file (fixture, text);
  handler = g_signal_connect (rows, "items-changed", G_CALLBACK (rows_came_cb), cancellable);
  signet_right_import_read_async (fixture->import, cancellable, keep_result_cb, &result);
  wait_for (&result);
  g_assert_false (signet_right_import_read_finish (fixture->import, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_signal_handler_disconnect (rows, handler);
  g_clear_error (&error);
  g_clear_object (&result);

  /* Half of a file is nothing to import. */
  signet_right_import_commit_async (fixture->import, NULL, keep_result_cb, &result);
  wait_for (&result);
  g_assert_false (signet_right_import_commit_finish (fixture->import, result, &error));
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED);
  g_clear_error (&error);
  g_clear_object (&result);

  /* Stopped before it is written, nothing is; and it may be done after all. */
  read_file (fixture);
  signet_right_import_commit_async (fixture->import, cancellable, keep_result_cb, &result);
  wait_for (&result);
  g_assert_false (signet_right_import_commit_finish (fixture->import, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_records (fixture), ==, 0);
  commit (fixture);
  g_assert_cmpuint (count_records (fixture), ==, ROWS - BAD);
}

/* Beside the program, as a disk that fails would. */
static void
change_database (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->store.folder, "data", "desk.sqlite", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A row that can't be written takes back those before it. */
static void
test_all_or_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *text = make_portfolio (lines);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  put_file (fixture, text);
  g_object_unref (fixture->import);
  store_fixture_close (&fixture->store);
  change_database (fixture,
                   "CREATE TRIGGER stop BEFORE INSERT ON rights WHEN (SELECT count(*) FROM rights) = 1000"
                   " BEGIN SELECT RAISE (ABORT, 'no'); END");
  store_fixture_open (&fixture->store);
  fixture->import = signet_right_import_new (fixture->store.store, SIGNET_CLOCK (fixture->clock),
                                             fixture->file);
  read_file (fixture);
  signet_right_import_commit_async (fixture->import, NULL, keep_result_cb, &result);
  wait_for (&result);
  g_assert_false (signet_right_import_commit_finish (fixture->import, result, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_records (fixture), ==, 0);
}

static void
assert_unreadable (Fixture *fixture, SignetDeskError code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_right_import_read_async (fixture->import, NULL, keep_result_cb, &result);
  wait_for (&result);
  g_assert_false (signet_right_import_read_finish (fixture->import, result, &error));
  g_assert_error (error, SIGNET_DESK_ERROR, (int) code);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  assert_unreadable (fixture, SIGNET_DESK_ERROR_FILE_UNREADABLE);
  put_file (fixture, "PK\3\4 a workbook");
  assert_unreadable (fixture, SIGNET_DESK_ERROR_FILE_TYPE);
  put_file (fixture, "none,head,is\nknown,to,us\n");
  read_file (fixture);
  g_assert_cmpuint (signet_right_import_get_n_known_heads (fixture->import), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (signet_right_import_get_rows (fixture->import)), ==, 0);
  put_file (fixture, "");
  read_file (fixture);
  g_assert_cmpuint (signet_right_import_get_n_known_heads (fixture->import), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/import/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("columns", test_columns);
  ADD ("findings", test_findings);
  ADD ("defaults", test_defaults);
  ADD ("term", test_term);
  ADD ("duplicates", test_duplicates);
  ADD ("portfolio", test_portfolio);
  ADD ("cancel", test_cancel);
  ADD ("all-or-none", test_all_or_none);
  ADD ("broken", test_broken);
#undef ADD

  return g_test_run ();
}
