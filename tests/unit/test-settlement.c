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

/* Corrections */

static GBytes *
make_held (const char *owner, const char *status)
{
  char *text = g_strdup_printf (
      "{\"id\":\"rgt_1\",\"kind\":\"trademark\",\"number\":\"1\",\"name\":\"青云\",\"owner\":\"%s\","
      "\"holders\":[\"pty_1\"],\"standing\":\"owner\",\"files\":[],\"status\":\"%s\",\"findings\":[{\"pointer\":"
      "\"/owner\",\"code\":\"owner-differs\",\"severity\":\"error\"}],\"created_at\":\"2026-11-21T08:00:00Z\","
      "\"updated_at\":\"2026-11-21T08:00:00Z\"}",
      owner, status);

  return g_bytes_new_take (text, strlen (text));
}

/* A correction of a right whose owner was "old" when the person looked, on its way for the tag "1". */
static gboolean
correct_write (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (SignetAccountRecord) account = signet_account_record_new ();
  g_autoptr (SignetRightRecord) right = signet_right_record_new ();
  g_autoptr (SignetCertificationRecord) certification = signet_certification_record_new ();
  g_autoptr (SignetOutboxRecord) outbox = signet_outbox_record_new ();
  static const char kept[] = "{\"kind\":\"trademark\",\"number\":\"1\",\"name\":\"青云\",\"owner\":\"mine\","
                             "\"holders\":[\"party\"],\"standing\":\"owner\",\"files\":[]}";

  account->id = g_strdup ("account");
  right->id = g_strdup ("right");
  right->kind = g_strdup (SIGNET_RIGHT_KIND_TRADEMARK);
  right->party = g_strdup ("party");
  right->body = g_bytes_new_static (kept, strlen (kept));
  certification->account = g_strdup ("account");
  certification->kind = g_strdup (SIGNET_KIND_RIGHT);
  certification->subject = g_strdup ("right");
  certification->remote_id = g_strdup ("rgt_1");
  certification->status = g_strdup (SIGNET_STATUS_NEEDS_CORRECTION);
  certification->body = make_held ("old", SIGNET_STATUS_NEEDS_CORRECTION);
  outbox->id = g_strdup ("outbox");
  outbox->account = g_strdup ("account");
  outbox->kind = g_strdup (SIGNET_KIND_RIGHT);
  outbox->subject = g_strdup ("right");
  outbox->method = g_strdup ("PATCH");
  outbox->path = g_strdup ("/v1/rights/rgt_1");
  outbox->if_match = g_strdup ("\"1\"");
  outbox->base = g_bytes_ref (certification->body);
  outbox->body = g_bytes_new_static ("{\"owner\":\"mine\"}", 16);
  outbox->idempotency_key = g_strdup ("key-1");
  return signet_accounts_save (tables, account, error) && signet_rights_save (tables, right, error) &&
         signet_certifications_save (tables, certification, error) &&
         signet_outbox_add (tables, outbox, NULL, error) &&
         signet_outbox_mark_sending (tables, "outbox", error);
}

/* @code: (nullable): what it was refused for before */
static SignetOutboxRecord *
look (StoreFixture *fixture, const char *code, guint status, const char *owner, const char *tag)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetOutboxRecord) outbox = NULL;
  g_autoptr (SignetProblem) problem = signet_problem_new (code != NULL ? code : "", status, "no", "no");
  g_autoptr (GError) refusal = code != NULL ? signet_remote_error_new (SIGNET_REMOTE_ERROR_REFUSED, status,
                                                                       problem, 0, -1, "refused")
                                            : NULL;
  g_autoptr (GBytes) held = make_held (owner, SIGNET_STATUS_NEEDS_CORRECTION);
  g_autoptr (JsonNode) root = signet_json_parse (held, &error);
  SignetSettlement *how;

  g_assert_no_error (error);
  signet_store_write (fixture->store, correct_write, NULL, &error);
  g_assert_no_error (error);
  outbox = find (fixture);
  how = signet_settlement_new_looked (outbox, refusal, root, tag, NOW, &error);
  g_assert_no_error (error);
  return write_down (fixture, how);
}

static SignetDraftRecord *
find_correction (StoreFixture *fixture)
{
  return signet_drafts_find_purpose (signet_store_get_tables (fixture->store), "account", "right", "correct",
                                     NULL);
}

/* The tag was stale, and nothing else: the same bytes go under the same key for the tag there is. */
static void
test_stale (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = look (fixture, "precondition-failed", 412, "old", "\"2\"");
  g_autoptr (SignetDraftRecord) draft = find_correction (fixture);

  g_assert_cmpstr (outbox->state, ==, SIGNET_STATUS_QUEUED);
  g_assert_cmpstr (outbox->if_match, ==, "\"2\"");
  g_assert_cmpstr (outbox->idempotency_key, ==, "key-1");
  g_assert_cmpint (outbox->next_try_at, >,
                   NOW); /* a platform that changes its tag all the time isn't run over */
  g_assert_null (draft);
}

/* Somebody else was faster: the draft is there again, with what it was begun from and what is held now. */
static void
test_overtaken (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = look (fixture, "precondition-failed", 412, "theirs", "\"2\"");
  g_autoptr (SignetDraftRecord) draft = find_correction (fixture);
  g_autoptr (SignetCertificationRecord) certification =
      signet_certifications_find (signet_store_get_tables (fixture->store), "account", "right", NULL);

  g_assert_cmpstr (outbox->state, ==, SIGNET_STATUS_FAILED);
  g_assert_cmpstr (outbox->error_code, ==, "precondition-failed");
  g_assert_nonnull (draft);
  g_assert_true (g_bytes_equal (draft->base, outbox->base));
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (draft->body, NULL), (gssize) g_bytes_get_size (draft->body), "mine"));
  g_assert_cmpstr (draft->principal, ==, "party");
  g_assert_cmpstr (certification->etag, ==, "\"2\"");
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (certification->body, NULL),
                                  (gssize) g_bytes_get_size (certification->body), "theirs"));
}

/* Locked, though nothing has changed: said as such, and nothing is tried again. */
static void
test_locked (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = look (fixture, "locked", 409, "old", "\"2\"");
  g_autoptr (SignetDraftRecord) draft = find_correction (fixture);

  g_assert_cmpstr (outbox->state, ==, SIGNET_STATUS_FAILED);
  g_assert_cmpstr (outbox->error_code, ==, "locked");
  g_assert_nonnull (draft);
}

/* The tag is right, and yet it is refused for it: asking for ever would help nobody. */
static void
test_refused_tag (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = look (fixture, "precondition-failed", 412, "old", "\"1\"");

  g_assert_cmpstr (outbox->state, ==, SIGNET_STATUS_FAILED);
}

/* Without a tag nothing can be sent; that isn't somebody's change, and what was typed is a draft again. */
static void
test_no_tag (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = look (fixture, NULL, 0, "old", NULL);
  g_autoptr (SignetDraftRecord) draft = find_correction (fixture);

  g_assert_cmpstr (outbox->state, ==, SIGNET_STATUS_FAILED);
  g_assert_cmpstr (outbox->error_code, ==, SIGNET_OUTBOX_NO_TAG);
  g_assert_nonnull (draft);
  g_assert_true (g_bytes_equal (draft->base, outbox->base));
}

/* The tag it had is refused, and there is no other. */
static void
test_tag_withdrawn (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = look (fixture, "precondition-failed", 412, "old", NULL);

  g_assert_cmpstr (outbox->state, ==, SIGNET_STATUS_FAILED);
  g_assert_cmpstr (outbox->error_code, ==, SIGNET_OUTBOX_NO_TAG);
}

/* Somebody was faster, tag or no tag: that is what the person must know. */
static void
test_overtaken_no_tag (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = look (fixture, NULL, 0, "theirs", NULL);

  g_assert_cmpstr (outbox->state, ==, SIGNET_STATUS_FAILED);
  g_assert_cmpstr (outbox->error_code, ==, "precondition-failed");
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
  ADD ("/settlement/stale", test_stale);
  ADD ("/settlement/overtaken", test_overtaken);
  ADD ("/settlement/locked", test_locked);
  ADD ("/settlement/refused-tag", test_refused_tag);
  ADD ("/settlement/no-tag", test_no_tag);
  ADD ("/settlement/tag-withdrawn", test_tag_withdrawn);
  ADD ("/settlement/overtaken-no-tag", test_overtaken_no_tag);
  return g_test_run ();
}
