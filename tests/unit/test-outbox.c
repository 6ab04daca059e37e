/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "model/signet-words.h"
#include "proof/signet-digest.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* The outbox: what is frozen goes out as it is, once, whatever happens between. */

static gboolean
freeze (SignetTables *tables, gpointer data, GError **error)
{
  const char *id = data;
  g_autofree char *subject = g_strconcat ("subject-", id, NULL);
  g_autofree char *key = g_strconcat ("key-", id, NULL);
  g_autofree char *text = g_strconcat ("{\"of\":\"", id, "\"}", NULL);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  SignetOutboxFile certificate = { .slot = (char *) "certificate", .sha256 = (char *) "aa", .bytes = 7 };
  SignetOutboxFile evidence = { .slot = (char *) "evidence", .sha256 = (char *) "bb", .bytes = 8 };
  SignetComplaintRecord complaint = { .id = subject, .account = (char *) "acc", .status = (char *) "draft" };
  SignetItemRecord item = { .complaint = subject, .link = (char *) "https://example.com/1" };
  SignetOutboxRecord record = {
    .id = (char *) id,
    .account = (char *) "acc",
    .kind = (char *) "complaint",
    .subject = subject,
    .method = (char *) "POST",
    .path = (char *) "/v1/complaints",
    .content_type = (char *) "application/json",
    .idempotency_key = key,
    .body = body,
    .created_at = 10,
  };

  g_ptr_array_add (files, &certificate);
  g_ptr_array_add (files, &evidence);
  return store_fixture_add_account (tables, NULL, error) &&
         signet_complaints_save (tables, &complaint, error) && signet_items_save (tables, &item, error) &&
         signet_outbox_add (tables, &record, files, error);
}

static gboolean
mark_sending (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_mark_sending (tables, data, error);
}

static gboolean
retry_later (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_retry_later (tables, data, "unavailable", 5000, error);
}

static gboolean
fail (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) problem = g_bytes_new_static ("{}", 2);

  return signet_outbox_fail (tables, data, "invalid", problem, error);
}

static gboolean
requeue (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_requeue (tables, data, error);
}

static gboolean
pause_it (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_pause (tables, data, error);
}

static gboolean
discard (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_discard (tables, data, error);
}

static gboolean
mark_sent (SignetTables *tables, gpointer data, GError **error)
{
  SignetReceiptRecord receipt = {
    .id = (char *) "rcp_1",
    .jws = (char *) "a.b.c",
    .verdict = (char *) "verified",
    .kid = (char *) "k",
    .n_files = 2,
    .received_at = 99,
  };

  return signet_outbox_mark_sent (tables, data, 100, &receipt, error);
}

static void
assert_state (StoreFixture *fixture, const char *id, const char *state, const char *complaint_status)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store);
  g_autoptr (SignetOutboxRecord) record = signet_outbox_find (tables, id, &error);
  g_autoptr (SignetComplaintRecord) complaint = NULL;

  g_assert_no_error (error);
  complaint = signet_complaints_find (tables, record->subject, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->state, ==, state);
  g_assert_cmpstr (complaint->status, ==, complaint_status);
}

static void
assert_refused (StoreFixture *fixture, SignetStoreWrite func, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (signet_store_write (fixture->store, func, (gpointer) id, &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT);
}

static void
test_freeze (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store);
  g_autoptr (SignetOutboxRecord) record = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *digest = NULL;

  store_fixture_write (fixture, freeze, (gpointer) "1");
  record = signet_outbox_find_last (tables, "acc", "subject-1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->id, ==, "1");
  g_assert_cmpstr (record->idempotency_key, ==, "key-1");
  g_assert_cmpmem (g_bytes_get_data (record->body, NULL), g_bytes_get_size (record->body), "{\"of\":\"1\"}",
                   10);
  digest = signet_digest_of_text ("{\"of\":\"1\"}", &error);
  g_assert_cmpstr (record->request_digest, ==, digest);
  g_assert_cmpint (record->attempts, ==, 0);
  assert_state (fixture, "1", "queued", "queued");

  files = signet_outbox_files_list (tables, "1", &error);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpstr (((SignetOutboxFile *) files->pdata[1])->slot, ==, "evidence");
  g_assert_cmpint (((SignetOutboxFile *) files->pdata[1])->position, ==, 1);
  g_assert_cmpint (signet_outbox_count_waiting (tables, &error), ==, 1);

  /* The same record a second time would be filed twice. */
  assert_refused (fixture, freeze, "1");
}

static void
test_states (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store);
  g_autoptr (SignetOutboxRecord) due = NULL;
  g_autoptr (SignetOutboxRecord) failed = NULL;
  g_autoptr (SignetOutboxRecord) retried = NULL;
  gint64 next = -1;

  store_fixture_write (fixture, freeze, (gpointer) "1");
  store_fixture_write (fixture, mark_sending, (gpointer) "1");
  assert_state (fixture, "1", "sending", "sending");
  assert_refused (fixture, mark_sending, "1");
  assert_refused (fixture, discard, "1");
  assert_refused (fixture, pause_it, "1");
  g_assert_null (signet_outbox_next_due (tables, "acc", 10000, &next, &error));
  g_assert_no_error (error);
  g_assert_cmpint (next, ==, 0);

  store_fixture_write (fixture, retry_later, (gpointer) "1");
  assert_state (fixture, "1", "queued", "queued");
  g_assert_null (signet_outbox_next_due (tables, "acc", 4999, &next, &error));
  g_assert_no_error (error);
  g_assert_cmpint (next, ==, 5000);
  due = signet_outbox_next_due (tables, "acc", 5000, &next, &error);
  g_assert_cmpstr (due->id, ==, "1");
  g_assert_cmpint (due->attempts, ==, 1);
  g_assert_cmpstr (due->error_code, ==, "unavailable");
  g_assert_null (signet_outbox_next_due (tables, "another", 5000, NULL, &error));
  /* Its request may have arrived: it can't be taken back any more. */
  assert_refused (fixture, discard, "1");

  store_fixture_write (fixture, mark_sending, (gpointer) "1");
  store_fixture_write (fixture, fail, (gpointer) "1");
  assert_state (fixture, "1", "failed", "failed");
  failed = signet_outbox_find (tables, "1", &error);
  g_assert_cmpstr (failed->error_code, ==, "invalid");
  g_assert_nonnull (failed->problem);
  assert_refused (fixture, mark_sending, "1");

  store_fixture_write (fixture, requeue, (gpointer) "1");
  retried = signet_outbox_find (tables, "1", &error);
  g_assert_cmpstr (retried->idempotency_key, ==, "key-1");
  g_assert_true (g_bytes_equal (retried->body, failed->body));
  g_assert_cmpstr (retried->error_code, ==, "");
  g_assert_null (retried->problem);
}

static void
test_sent (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store);
  g_autoptr (SignetReceiptRecord) receipt = NULL;
  g_autoptr (SignetReceiptRecord) last = NULL;

  store_fixture_write (fixture, freeze, (gpointer) "1");
  store_fixture_write (fixture, mark_sending, (gpointer) "1");
  store_fixture_write (fixture, mark_sent, (gpointer) "1");
  assert_state (fixture, "1", "sent", "submitted");
  receipt = signet_receipts_find (tables, "1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (receipt->jws, ==, "a.b.c");
  g_assert_cmpstr (receipt->subject, ==, "subject-1");
  g_assert_cmpstr (receipt->kind, ==, "complaint");
  last = signet_receipts_find_last (tables, "subject-1", &error);
  g_assert_cmpstr (last->outbox, ==, "1");

  assert_refused (fixture, mark_sent, "1");
  assert_refused (fixture, mark_sending, "1");
  assert_refused (fixture, requeue, "1");
  assert_refused (fixture, retry_later, "1");
  assert_refused (fixture, discard, "1");
  g_assert_cmpint (signet_outbox_count_waiting (tables, &error), ==, 0);
}

static void
test_discard (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  store_fixture_write (fixture, freeze, (gpointer) "1");
  store_fixture_write (fixture, pause_it, (gpointer) "1");
  assert_state (fixture, "1", "paused", "paused");
  store_fixture_write (fixture, discard, (gpointer) "1");
  files = signet_outbox_files_list (signet_store_get_tables (fixture->store), "1", &error);
  g_assert_cmpuint (files->len, ==, 0);
  store_fixture_write (fixture, freeze, (gpointer) "1");
}

static gboolean
freeze_dependent (SignetTables *tables, gpointer data, GError **error)
{
  SignetOutboxRecord record = {
    .id = (char *) "2",
    .account = (char *) "acc",
    .kind = (char *) "complaint",
    .subject = (char *) "subject-2",
    .idempotency_key = (char *) "key-2",
    .depends = data,
  };

  return signet_outbox_add (tables, &record, NULL, error);
}

static gboolean
fill (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new (data, strlen (data));

  return signet_outbox_fill (tables, "2", "/v1/complaints", body, error);
}

/* What was refused needs the person, and what depends on it waits for that: none of it is sent by itself. */
static void
test_waiting (StoreFixture *fixture, gconstpointer data)
{
  SignetTables *tables = signet_store_get_tables (fixture->store);

  store_fixture_write (fixture, freeze, (gpointer) "1");
  store_fixture_write (fixture, freeze_dependent, (gpointer) "1");
  store_fixture_write (fixture, freeze, (gpointer) "3");
  store_fixture_write (fixture, pause_it, (gpointer) "3");
  g_assert_cmpint (signet_outbox_count_waiting (tables, NULL), ==, 3);
  store_fixture_write (fixture, mark_sending, (gpointer) "1");
  g_assert_cmpint (signet_outbox_count_waiting (tables, NULL), ==, 3);
  store_fixture_write (fixture, fail, (gpointer) "1");
  g_assert_cmpint (signet_outbox_count_waiting (tables, NULL), ==, 1);
  store_fixture_write (fixture, requeue, (gpointer) "1");
  g_assert_cmpint (signet_outbox_count_waiting (tables, NULL), ==, 3);
}

static void
test_depends (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store);
  g_autoptr (SignetOutboxRecord) first = NULL;
  g_autoptr (SignetOutboxRecord) second = NULL;
  g_autoptr (SignetOutboxRecord) filled = NULL;

  store_fixture_write (fixture, freeze, (gpointer) "1");
  assert_refused (fixture, freeze_dependent, "");
  store_fixture_write (fixture, freeze_dependent, (gpointer) "1");
  first = signet_outbox_next_due (tables, "acc", 1, NULL, &error);
  g_assert_cmpstr (first->id, ==, "1");
  store_fixture_write (fixture, mark_sending, (gpointer) "1");
  g_assert_null (signet_outbox_next_due (tables, "acc", 1, NULL, &error));
  g_assert_no_error (error);
  store_fixture_write (fixture, mark_sent, (gpointer) "1");
  second = signet_outbox_next_due (tables, "acc", 1, NULL, &error);
  g_assert_cmpstr (second->id, ==, "2");
  g_assert_null (second->body);

  store_fixture_write (fixture, fill, (gpointer) "bytes");
  assert_refused (fixture, fill, "other bytes");
  filled = signet_outbox_find (tables, "2", &error);
  g_assert_cmpmem (g_bytes_get_data (filled->body, NULL), g_bytes_get_size (filled->body), "bytes", 5);
  g_assert_cmpuint (strlen (filled->request_digest), ==, 64);
}

/* What was refused gives way to the corrected one under another key; what waited for it waits for that. */
static gboolean
freeze_corrected (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("corrected", 9);
  SignetOutboxRecord record = {
    .id = (char *) "1b",
    .account = (char *) "acc",
    .kind = (char *) "complaint",
    .subject = (char *) "subject-1",
    .idempotency_key = (char *) "key-1b",
    .body = body,
  };

  return signet_outbox_add (tables, &record, NULL, error);
}

static void
test_corrected (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store);
  g_autoptr (SignetOutboxRecord) due = NULL;
  g_autoptr (SignetOutboxRecord) waiting = NULL;

  store_fixture_write (fixture, freeze, (gpointer) "1");
  store_fixture_write (fixture, freeze_dependent, (gpointer) "1");
  assert_refused (fixture, freeze_corrected, NULL);
  assert_refused (fixture, discard, "1");
  store_fixture_write (fixture, mark_sending, (gpointer) "1");
  assert_refused (fixture, freeze_corrected, NULL);
  store_fixture_write (fixture, fail, (gpointer) "1");
  store_fixture_write (fixture, freeze_corrected, NULL);

  g_assert_null (signet_outbox_find (tables, "1", &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_state (fixture, "1b", "queued", "queued");
  due = signet_outbox_next_due (tables, "acc", 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (due->id, ==, "1b");
  g_assert_cmpstr (due->idempotency_key, ==, "key-1b");
  waiting = signet_outbox_find (tables, "2", &error);
  g_assert_cmpstr (waiting->depends, ==, "1b");
}

/* The second statement of a transaction fails: the first is undone. */
static gboolean
sent_with_a_bad_end (SignetTables *tables, gpointer data, GError **error)
{
  if (!mark_sent (tables, data, error))
    return FALSE;
  return signet_outbox_mark_sending (tables, "no such submission", error);
}

static void
test_sent_and_receipt_together (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (fixture->store);

  store_fixture_write (fixture, freeze, (gpointer) "1");
  store_fixture_write (fixture, mark_sending, (gpointer) "1");
  g_assert_false (signet_store_write (fixture->store, sent_with_a_bad_end, (gpointer) "1", &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_state (fixture, "1", "sending", "sending");
  g_assert_null (signet_receipts_find (tables, "1", &error));
}

/* What a correction changes on its way doesn't touch the status the platform gave. */
static gboolean
correct (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("x", 1);
  SignetCertificationRecord certification = {
    .account = (char *) "acc",
    .kind = (char *) "right",
    .subject = (char *) "r",
    .remote_id = (char *) "rgt_1",
    .status = (char *) "needs_correction",
  };
  SignetOutboxRecord record = {
    .id = (char *) "c",
    .account = (char *) "acc",
    .kind = (char *) "right",
    .subject = (char *) "r",
    .idempotency_key = (char *) "key-c",
    .body = body,
    .if_match = (char *) "\"3\"",
  };

  return store_fixture_add_account (tables, NULL, error) &&
         signet_certifications_save (tables, &certification, error) &&
         signet_outbox_add (tables, &record, NULL, error);
}

static void
test_correction (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetCertificationRecord) certification = NULL;

  store_fixture_write (fixture, correct, NULL);
  certification = signet_certifications_find (signet_store_get_tables (fixture->store), "acc", "r", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (certification->status, ==, "needs_correction");
}

#define CHILD "--freeze-until-killed"

/* A child freezes and begins to send until it is killed. Afterwards every submission it had told of is there
 * with its record, its files and its key, none is left half-way, and what was being sent waits again under
 * the same key. */
static void
run_child (const char *folder)
{
  SignetStore *store = signet_store_new (folder);

  if (!signet_store_open (store, NULL))
    _exit (1);
  for (guint i = 0;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d-%u", (int) getpid (), i);

      if (!signet_store_write (store, freeze, id, NULL) || write (STDOUT_FILENO, "f", 1) != 1 ||
          !signet_store_write (store, mark_sending, id, NULL) ||
          (i % 2 == 0 && !signet_store_write (store, mark_sent, id, NULL)))
        _exit (1);
    }
}

static void
test_killed (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "data", NULL);
  gint64 n_told = 0;

  store_fixture_close (fixture);
  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) receipts = NULL;
      SignetTables *tables;
      int told[2];
      char bytes[64];
      gssize n;
      pid_t child;
      gint64 n_found = 0;
      gint64 n_sent = 0;

      g_assert_cmpint (pipe (told), ==, 0);
      child = fork ();
      if (child == 0)
        {
          dup2 (told[1], STDOUT_FILENO);
          execl ("/proc/self/exe", "test-outbox", CHILD, folder, NULL);
          _exit (1);
        }
      close (told[1]);
      g_assert_cmpint (read (told[0], bytes, 1), ==, 1);
      n_told++;
      g_usleep (5000 + 3700 * round);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      while ((n = read (told[0], bytes, sizeof bytes)) > 0)
        n_told += n;
      close (told[0]);

      store_fixture_open (fixture);
      tables = signet_store_get_tables (fixture->store);
      receipts = signet_receipts_list (tables, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < receipts->len; i++)
        {
          g_autoptr (SignetOutboxRecord) record =
              signet_outbox_find (tables, ((SignetReceiptRecord *) receipts->pdata[i])->outbox, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (record->state, ==, "sent");
          n_sent++;
        }
      n_found = n_sent + signet_outbox_count_waiting (tables, &error);
      g_assert_cmpint (n_found, >=, n_told);
      g_assert_cmpint (n_found, <=, n_told + 1);
      n_told = n_found;

      for (;;)
        {
          g_autoptr (SignetOutboxRecord) due = signet_outbox_next_due (tables, "acc", 1, NULL, &error);
          g_autoptr (SignetComplaintRecord) complaint = NULL;
          g_autoptr (GPtrArray) items = NULL;
          g_autoptr (GPtrArray) files = NULL;
          g_autofree char *key = NULL;

          g_assert_no_error (error);
          if (due == NULL)
            break;
          key = g_strconcat ("key-", due->id, NULL);
          g_assert_cmpstr (due->idempotency_key, ==, key);
          complaint = signet_complaints_find (tables, due->subject, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (complaint->status, ==, "queued");
          items = signet_items_list (tables, due->subject, &error);
          g_assert_cmpuint (items->len, ==, 1);
          files = signet_outbox_files_list (tables, due->id, &error);
          g_assert_cmpuint (files->len, ==, 2);
          store_fixture_write (fixture, mark_sending, due->id);
          store_fixture_write (fixture, mark_sent, due->id);
        }
      g_assert_cmpint (signet_outbox_count_waiting (tables, &error), ==, 0);
      store_fixture_close (fixture);
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], CHILD) == 0)
    run_child (argv[2]);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/outbox/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("freeze", test_freeze);
  ADD ("states", test_states);
  ADD ("sent", test_sent);
  ADD ("discard", test_discard);
  ADD ("depends", test_depends);
  ADD ("waiting", test_waiting);
  ADD ("corrected", test_corrected);
  ADD ("sent-and-receipt-together", test_sent_and_receipt_together);
  ADD ("correction", test_correction);
  ADD ("killed", test_killed);
#undef ADD

  return g_test_run ();
}
