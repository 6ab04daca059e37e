/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a submission's row in the outbox, by how an attempt at it ended. */

#include "api/signet-json.h"
#include "desk/signet-receipt-check.h"
#include "desk/signet-settlement.h"
#include "model/signet-finding.h"
#include "model/signet-words.h"
#include "remote/signet-remote-error.h"
#include "store-fixture.h"

#define NOW (1000 * G_TIME_SPAN_SECOND)
#define FILE_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static gboolean
prepare_write (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (SignetAccountRecord) account = signet_account_record_new ();
  g_autoptr (SignetPartyRecord) party = signet_party_record_new ();
  g_autoptr (SignetCertificationRecord) certification = signet_certification_record_new ();
  g_autoptr (SignetOutboxRecord) outbox = signet_outbox_record_new ();
  g_autoptr (SignetUploadRecord) upload = signet_upload_record_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_outbox_file_free);
  SignetOutboxFile *file = signet_outbox_file_new ();

  account->id = g_strdup ("account");
  party->id = g_strdup ("party");
  certification->account = g_strdup ("account");
  certification->kind = g_strdup (SIGNET_KIND_PARTY);
  certification->subject = g_strdup ("party");
  outbox->id = g_strdup ("outbox");
  outbox->account = g_strdup ("account");
  outbox->kind = g_strdup (SIGNET_KIND_PARTY);
  outbox->subject = g_strdup ("party");
  outbox->method = g_strdup ("POST");
  outbox->path = g_strdup ("/v1/parties");
  outbox->body = g_bytes_new_static ("{}", 2);
  outbox->idempotency_key = g_strdup ("key-1");
  file->slot = g_strdup (SIGNET_SLOT_EVIDENCE);
  file->sha256 = g_strdup (FILE_A);
  file->bytes = 7;
  g_ptr_array_add (files, file);
  upload->account = g_strdup ("account");
  upload->sha256 = g_strdup (FILE_A);
  upload->bytes = 7;
  upload->complete = TRUE;
  return signet_accounts_save (tables, account, error) && signet_parties_save (tables, party, error) &&
         signet_certifications_save (tables, certification, error) &&
         signet_outbox_add (tables, outbox, files, error) && signet_uploads_save (tables, upload, error) &&
         signet_outbox_mark_sending (tables, "outbox", error);
}

static SignetOutboxRecord *
find (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SignetOutboxRecord *outbox = signet_outbox_find (signet_store_get_tables (fixture->store), "outbox",
                                                   &error);

  g_assert_no_error (error);
  return outbox;
}

static gboolean
has_upload (StoreFixture *fixture)
{
  g_autoptr (SignetUploadRecord)
      upload = signet_uploads_find (signet_store_get_tables (fixture->store), "account", FILE_A, NULL);

  return upload != NULL;
}

static SignetOutboxRecord *
prepare (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  signet_store_write (fixture->store, prepare_write, NULL, &error);
  g_assert_no_error (error);
  return find (fixture);
}

/* Takes @how. Gives the row as it is afterwards. */
static SignetOutboxRecord *
write_down (StoreFixture *fixture, SignetSettlement *how)
{
  g_autoptr (GError) error = NULL;

  signet_store_write (fixture->store, signet_settlement_write, how, &error);
  g_assert_no_error (error);
  signet_settlement_free (how);
  return find (fixture);
}

static void
test_later (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = prepare (fixture);
  g_autoptr (GError) network = g_error_new_literal (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK, "");
  g_autoptr (SignetOutboxRecord) offline = NULL;
  g_autoptr (SignetOutboxRecord) busy = NULL;

  offline = write_down (fixture, signet_settlement_new_later (outbox, network, NOW, 0));
  g_assert_cmpstr (offline->state, ==, SIGNET_STATUS_QUEUED);
  g_assert_cmpstr (offline->error_code, ==, "offline");
  g_assert_cmpint (offline->next_try_at, >, NOW);
  g_assert_cmpint (offline->next_try_at, <=, NOW + SIGNET_RETRY_CAP);
  g_assert_true (g_bytes_equal (offline->body, outbox->body));
  g_assert_cmpstr (offline->idempotency_key, ==, outbox->idempotency_key);

  busy = write_down (fixture, signet_settlement_new_later (outbox, NULL, NOW, 3600));
  g_assert_cmpstr (busy->error_code, ==, "busy");
  g_assert_cmpint (busy->next_try_at, >=, NOW + 3600 * G_TIME_SPAN_SECOND);
  g_assert_true (has_upload (fixture));
}

static GError *
refuse (const char *code)
{
  g_autoptr (SignetProblem) problem = signet_problem_new ("invalid", 422, "no", "no");
  g_autoptr (SignetFinding) finding = signet_finding_new ("/files/0", SIGNET_SEVERITY_ERROR, code, NULL);

  g_list_store_append (signet_problem_get_findings (problem), finding);
  return signet_remote_error_new (SIGNET_REMOTE_ERROR_REFUSED, 422, problem, 0, -1, "refused");
}

static void
test_failed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = prepare (fixture);
  g_autoptr (GError) why = refuse ("required");
  g_autoptr (SignetOutboxRecord) failed = NULL;

  g_assert_false (signet_settlement_misses_file (why));
  failed = write_down (fixture, signet_settlement_new_failed (outbox, why));
  g_assert_cmpstr (failed->state, ==, SIGNET_STATUS_FAILED);
  g_assert_cmpstr (failed->error_code, ==, "invalid");
  g_assert_nonnull (failed->problem);
  g_assert_true (has_upload (fixture));
}

/* What the platform has lost goes again before the submission, at once. */
static void
test_files_lost (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = prepare (fixture);
  g_autoptr (GError) why = refuse ("file-missing");
  g_autoptr (SignetOutboxRecord) again = NULL;

  g_assert_true (signet_settlement_misses_file (why));
  again = write_down (fixture, signet_settlement_new_files_lost (outbox));
  g_assert_cmpstr (again->state, ==, SIGNET_STATUS_QUEUED);
  g_assert_cmpint (again->next_try_at, ==, 0);
  g_assert_false (has_upload (fixture));
}

static SignetSettlement *
deliver (StoreFixture *fixture, SignetOutboxRecord *outbox, const char *answer, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (answer, strlen (answer));
  g_autoptr (JsonNode) root = signet_json_parse (bytes, NULL);

  return signet_settlement_new_delivered (outbox, signet_store_get_tables (fixture->store), "platform-1",
                                          root, NULL, NOW, error);
}

#define RESOURCE "{\"id\":\"pty_1\",\"status\":\"submitted\",\"updated_at\":\"2026-11-21T08:00:00Z\"}"

static void
test_delivered (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = prepare (fixture);
  g_autoptr (GError) error = NULL;
  SignetSettlement *how = deliver (fixture, outbox,
                                   "{\"receipt\":\"no.receipt.atall\",\"resource\":" RESOURCE "}", &error);
  g_autoptr (SignetOutboxRecord) sent = NULL;
  g_autoptr (SignetReceiptRecord) receipt = NULL;
  g_autoptr (SignetCertificationRecord) certification = NULL;

  g_assert_no_error (error);
  g_assert_false (signet_settlement_get_key_unknown (how));
  sent = write_down (fixture, how);
  g_assert_cmpstr (sent->state, ==, SIGNET_OUTBOX_SENT);
  g_assert_cmpint (sent->sent_at, ==, NOW);
  receipt = signet_receipts_find (signet_store_get_tables (fixture->store), "outbox", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (receipt->jws, ==, "no.receipt.atall"); /* kept as it came, and not believed */
  g_assert_cmpstr (receipt->verdict, ==, SIGNET_VERDICT_WRONG);
  certification = signet_certifications_find (signet_store_get_tables (fixture->store), "account", "party",
                                              &error);
  g_assert_no_error (error);
  g_assert_cmpstr (certification->remote_id, ==, "pty_1");
}

/* Without what the contract promises nothing is taken as delivered: the same key is asked again. */
static void
test_unusable (StoreFixture *fixture, gconstpointer data)
{
  static const char *const answers[] = {
    "{\"resource\":" RESOURCE "}",
    "{\"receipt\":\"\",\"resource\":" RESOURCE "}",
    "{\"receipt\":7,\"resource\":" RESOURCE "}",
    "{\"receipt\":\"no.receipt.atall\",\"resource\":{\"status\":\"submitted\"}}",
    "{\"receipt\":\"no.receipt.atall\"}",
    "[]",
    "no JSON",
  };
  g_autoptr (SignetOutboxRecord) outbox = prepare (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (deliver (fixture, outbox, answers[i], &error));
      g_assert_nonnull (error);
    }
}

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/settlement/later", test_later);
  ADD ("/settlement/failed", test_failed);
  ADD ("/settlement/files-lost", test_files_lost);
  ADD ("/settlement/delivered", test_delivered);
  ADD ("/settlement/unusable", test_unusable);
  return g_test_run ();
}
