/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an agent does at the desk with no platform in reach: an authorisation is written as a paper, submitted
 * behind what it names, and asked for by every complaint; a paper is exchanged for its watermarked copy. */

#include <string.h>

#include "api/signet-api-authorisation.h"
#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "desk/signet-desk.h"
#include "model/signet-finding.h"
#include "model/signet-nice-class.h"
#include "model/signet-words.h"
#include "store/signet-accounts.h"
#include "store/signet-authorisations.h"
#include "store/signet-certifications.h"
#include "store/signet-outbox.h"
#include "store/signet-parties.h"
#include "store/signet-rights.h"
#include "store/signet-store.h"

#include "hand-clock.h"
#include "remove-folder.h"

typedef struct
{
  char *folder;
  char *data_dir;
  HandClock *clock; /* always the same day */
  SignetDesk *desk;
} Fixture;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

#define CALL(finish, start, ...)                  \
  G_STMT_START                                    \
  {                                               \
    g_autoptr (GAsyncResult) called = NULL;       \
    start (__VA_ARGS__, NULL, ready_cb, &called); \
    while (called == NULL)                        \
      g_main_context_iteration (NULL, TRUE);      \
    finish;                                       \
  }                                               \
  G_STMT_END

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
live_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, stop_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
certify (SignetTables *tables, const char *kind, const char *id, GError **error)
{
  g_autofree char *remote_id = g_strconcat ("remote_", id, NULL);
  SignetCertificationRecord record = { .account = (char *) "account",
                                       .kind = (char *) kind,
                                       .subject = (char *) id,
                                       .own = g_str_equal (id, "agent"),
                                       .remote_id = remote_id,
                                       .status = (char *) SIGNET_STATUS_APPROVED };

  return signet_certifications_save (tables, &record, error);
}

static gboolean
save_party (SignetTables *tables, const char *id, const char *role, gboolean own, GError **error)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (GBytes) body = NULL;
  g_autofree char *name = g_strconcat ("公司", id, NULL);
  SignetPartyRecord record = { .id = (char *) id,
                               .role = (char *) role,
                               .kind = (char *) SIGNET_PARTY_KIND_MAINLAND_ORGANISATION,
                               .name = name,
                               .own = own,
                               .created_at = 1,
                               .updated_at = 1 };

  g_object_set (party, "id", id, "role", role, "kind", record.kind, "name", name, "own", own, NULL);
  record.body = body = signet_api_party_to_draft (party);
  return signet_parties_save (tables, &record, error);
}

static gboolean
save_right (SignetTables *tables, const char *id, GError **error)
{
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();
  g_autoptr (GBytes) body = NULL;
  SignetRightRecord record = { .id = (char *) id,
                               .kind = (char *) SIGNET_RIGHT_KIND_TRADEMARK,
                               .number = (char *) id,
                               .name = (char *) id,
                               .party = (char *) "principal",
                               .created_at = 1,
                               .updated_at = 1 };

  g_object_set (nice, "class-number", 30, "goods", "茶", NULL);
  g_list_store_append (signet_right_get_classes (right), nice);
  g_object_set (right, "id", id, "kind", record.kind, "number", id, "name", id, "owner", "公司principal",
                "registered-on", "2023-03-28", "valid-until", "2033-03-27", "territory", "CN", "standing",
                "owner", "party-id", "principal", NULL);
  record.body = body = signet_api_right_to_draft (right);
  return signet_rights_save (tables, &record, error);
}

typedef struct
{
  const char *id;
  const char *right; /* NULL for all */
  const char *until;
  const char *agent;   /* NULL for the account's own */
  const char *follows; /* NULL for none */
} Authorisation;

static gboolean
save_authorisation (SignetTables *tables, gpointer data, GError **error)
{
  const Authorisation *wanted = data;
  const char *scope[] = { SIGNET_SCOPE_ENFORCEMENT, NULL };
  const char *rights[] = { wanted->right, NULL };
  const char *agent = wanted->agent != NULL ? wanted->agent : "agent";
  g_autoptr (SignetAuthorisation) authorisation = signet_authorisation_new ();
  g_autoptr (GBytes) body = NULL;
  SignetAuthorisationRecord record = { .id = (char *) wanted->id,
                                       .principal = (char *) "principal",
                                       .agent = (char *) agent,
                                       .follows = (char *) wanted->follows,
                                       .created_at = 1,
                                       .updated_at = 1 };

  g_object_set (authorisation, "id", wanted->id, "principal-id", "principal", "agent-id", agent, "follows-id",
                wanted->follows != NULL ? wanted->follows : "", "sub-delegation", TRUE, "scope", scope,
                "all-rights", wanted->right == NULL, "right-ids", rights, "all-platforms", TRUE, "valid-from",
                "2026-01-01", "valid-until", wanted->until, NULL);
  record.body = body = signet_api_authorisation_to_draft (authorisation);
  return signet_authorisations_save (tables, &record, error) &&
         certify (tables, SIGNET_KIND_AUTHORISATION, wanted->id, error);
}

/* An agent and two rights of its principal, on a platform with Kuaishou's rules that can't be reached. */
static gboolean
save_world (SignetTables *tables, gpointer data, GError **error)
{
  g_autofree char *rules = NULL;
  g_autofree char *document = NULL;
  g_autoptr (GBytes) platform = NULL;
  SignetAccountRecord account = { .id = (char *) "account",
                                  .platform_id = (char *) "plt_test",
                                  .address = (char *) "http://127.0.0.1:1",
                                  .rules = (char *) "kuaishou",
                                  .practice = TRUE,
                                  .created_at = 1 };

  if (!g_file_get_contents (RULES, &rules, NULL, error))
    return FALSE;
  document = g_strconcat ("{\"id\":\"plt_test\",\"issuer\":\"http://127.0.0.1:1\",\"practice\":true,"
                          "\"now\":\"2026-11-21T00:00:00Z\",",
                          strchr (rules, '{') + 1, NULL);
  account.platform = platform = g_bytes_new (document, strlen (document));
  return signet_accounts_save (tables, &account, error) &&
         save_party (tables, "agent", SIGNET_ROLE_AGENT, TRUE, error) &&
         certify (tables, SIGNET_KIND_PARTY, "agent", error) &&
         save_party (tables, "principal", SIGNET_ROLE_PRINCIPAL, FALSE, error) &&
         certify (tables, SIGNET_KIND_PARTY, "principal", error) && save_right (tables, "1", error) &&
         certify (tables, SIGNET_KIND_RIGHT, "1", error) && save_right (tables, "2", error);
}

static void
write_store (Fixture *fixture, SignetStoreWrite func, gpointer data)
{
  g_autoptr (SignetStore) store = signet_store_new (fixture->data_dir);
  g_autoptr (GError) error = NULL;

  signet_store_open (store, &error);
  g_assert_no_error (error);
  signet_store_write (store, func, data, &error);
  g_assert_no_error (error);
  signet_store_close (store);
}

static void
open_desk (Fixture *fixture)
{
  SignetDeskPaths paths = { fixture->data_dir, SIGNET_VIEWER, "/nonexistent/signet-practice" };
  g_autoptr (GError) error = NULL;

  fixture->desk = signet_desk_new (&paths, SIGNET_CLOCK (fixture->clock));
  CALL (signet_desk_open_finish (fixture->desk, called, &error), signet_desk_open_async, fixture->desk);
  g_assert_no_error (error);
}

static void
close_desk (Fixture *fixture)
{
  g_autoptr (GAsyncResult) closed = NULL;

  signet_desk_close_async (fixture->desk, ready_cb, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&closed);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->desk);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("signet-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->data_dir = g_build_filename (fixture->folder, "data", NULL);
  fixture->clock = g_object_new (HAND_TYPE_CLOCK, NULL);
  hand_clock_set (fixture->clock, 2026, 11, 21, 8, 0);
  write_store (fixture, save_world, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->desk != NULL)
    close_desk (fixture);
  remove_folder (fixture->folder);
  g_clear_object (&fixture->clock);
  g_free (fixture->data_dir);
  g_free (fixture->folder);
}

static SignetDraft *
begin (Fixture *fixture, SignetDraftKind kind, const char *subject)
{
  g_autoptr (GError) error = NULL;
  SignetDraft *draft = NULL;

  CALL (draft = signet_desk_begin_draft_finish (fixture->desk, called, &error), signet_desk_begin_draft_async,
        fixture->desk, kind, subject);
  g_assert_no_error (error);
  return draft;
}

/* Codes of errors at @pointer, in order. */
static char *
list_errors (SignetDraft *draft, const char *pointer)
{
  GListModel *findings = signet_draft_get_findings (draft);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (signet_finding_get_severity (finding) == SIGNET_SEVERITY_ERROR &&
          g_str_equal (signet_finding_get_pointer (finding), pointer))
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", signet_finding_get_code (finding));
    }
  return g_string_free (codes, FALSE);
}

/* Findings come a moment after what they are about. */
static void
expect_errors (SignetDraft *draft, const char *pointer, const char *expected)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  g_autofree char *found = NULL;

  do
    {
      live_for (50);
      g_free (found);
      found = list_errors (draft, pointer);
    }
  while (!g_str_equal (found, expected) && g_get_monotonic_time () < end);
  g_assert_cmpstr (found, ==, expected);
}

static void
expect (Fixture *fixture, const char *right, const char *authorisation, const char *errors)
{
  g_autoptr (SignetDraft) draft = NULL;

  open_desk (fixture);
  draft = begin (fixture, SIGNET_DRAFT_COMPLAINT, right);
  expect_errors (draft, "/authorisation", errors);
  g_assert_cmpstr (signet_complaint_get_authorisation_id (signet_draft_get_complaint (draft)), ==,
                   authorisation);
  g_clear_object (&draft);
  close_desk (fixture);
}

/* Nothing is filed outside an authorisation, and it is said why; the one that covers is chosen by itself. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  Authorisation expired = { "expired", NULL, "2026-11-20" };
  Authorisation narrow = { "narrow", "2", "2027-12-31" };
  Authorisation good = { "good", "1", "2026-11-21" };
  Authorisation another = { "another", NULL, "2027-12-31" };

  expect (fixture, "1", "", "authorisation-missing");
  write_store (fixture, save_authorisation, &expired);
  expect (fixture, "1", "expired", "authorisation-expired");
  write_store (fixture, save_authorisation, &narrow);
  expect (fixture, "1", "expired", "authorisation-expired");
  write_store (fixture, save_authorisation, &good);
  expect (fixture, "1", "good", "");
  write_store (fixture, save_authorisation, &another);
  expect (fixture, "1", "", "authorisation-missing"); /* the person chooses between two */
}

typedef struct
{
  const char *kind;
  const char *id;
  const char *status;
} Standing;

static gboolean
set_standing (SignetTables *tables, gpointer data, GError **error)
{
  const Standing *wanted = data;
  g_autoptr (SignetCertificationRecord) record = NULL;

  if (!certify (tables, wanted->kind, wanted->id, error))
    return FALSE;
  record = signet_certifications_find (tables, "account", wanted->id, error);
  if (record == NULL)
    return FALSE;
  g_free (record->status);
  record->status = g_strdup (wanted->status);
  return signet_certifications_save (tables, record, error);
}

static gboolean
save_between (SignetTables *tables, gpointer data, GError **error)
{
  return save_party (tables, "between", SIGNET_ROLE_AGENT, FALSE, error);
}

/* The only error at /authorisation, as "param=value". */
static char *
describe_error (SignetDraft *draft, const char *param)
{
  GListModel *findings = signet_draft_get_findings (draft);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (signet_finding_get_pointer (finding), "/authorisation"))
        return g_strdup_printf ("%s %s=%s", signet_finding_get_param (finding, "status"), param,
                                signet_finding_get_param (finding, param));
    }
  return NULL;
}

/* Of a chain of two the platform wants both links certified, the agent between and the one who files: what
 * isn't is named before it is filed. */
static void
test_chain_certified (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    Standing standing;
    const char *param;
    const char *expected;
  } rows[] = {
    { { SIGNET_KIND_PARTY, "between", NULL }, "party", "uncertified party=公司between" },
    { { SIGNET_KIND_AUTHORISATION, "first", SIGNET_STATUS_NEEDS_CORRECTION },
      "agent",
      "needs_correction agent=公司between" },
    { { SIGNET_KIND_AUTHORISATION, "second", SIGNET_STATUS_EXPIRED }, "agent", "expired agent=公司agent" },
    { { SIGNET_KIND_PARTY, "between", SIGNET_STATUS_REJECTED }, "party", "rejected party=公司between" },
    { { SIGNET_KIND_PARTY, "agent", SIGNET_STATUS_NEEDS_CORRECTION },
      "own",
      "needs_correction own=公司agent" },
  };
  Authorisation first = { "first", NULL, "2027-12-31", "between", NULL };
  Authorisation second = { "second", NULL, "2027-12-31", NULL, "first" };

  write_store (fixture, save_between, NULL);
  write_store (fixture, save_authorisation, &first);
  write_store (fixture, save_authorisation, &second);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Standing back = { rows[i].standing.kind, rows[i].standing.id, SIGNET_STATUS_APPROVED };
      g_autoptr (SignetDraft) draft = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s", rows[i].expected);
      if (rows[i].standing.status != NULL)
        write_store (fixture, set_standing, (gpointer) &rows[i].standing);
      open_desk (fixture);
      draft = begin (fixture, SIGNET_DRAFT_COMPLAINT, "1");
      expect_errors (draft, "/authorisation", "not-certified");
      found = describe_error (draft, rows[i].param);
      g_assert_cmpstr (found, ==, rows[i].expected);
      g_clear_object (&draft);
      close_desk (fixture);
      write_store (fixture, set_standing, &back);
    }
  expect (fixture, "1", "second", "");
}

/* What the platform doesn't have can't be filed for, nor named by an authorisation. */
static void
test_not_certified (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) complaint = NULL;
  g_autoptr (SignetDraft) draft = NULL;
  const char *rights[] = { "1", "2", NULL };

  open_desk (fixture);
  complaint = begin (fixture, SIGNET_DRAFT_COMPLAINT, "2");
  draft = begin (fixture, SIGNET_DRAFT_AUTHORISATION, "principal");
  g_assert_cmpstr (signet_authorisation_get_agent_id (signet_draft_get_authorisation (draft)), ==, "agent");
  signet_authorisation_set_all_rights (signet_draft_get_authorisation (draft), FALSE);
  signet_authorisation_set_right_ids (signet_draft_get_authorisation (draft), rights);
  expect_errors (complaint, "/right", "not-certified");
  expect_errors (draft, "/rights/1", "not-certified");
  expect_errors (draft, "/rights/0", "");
}

static void
attach (SignetDraft *draft, const char *paper, const char *slot)
{
  g_autofree char *path = g_build_filename (PAPERS, paper, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SignetEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;

  CALL (evidence = signet_draft_attach_finish (draft, called, &error), signet_draft_attach_async, draft, file,
        slot, NULL, NULL);
  g_assert_no_error (error);
}

static void
read_outbox (Fixture *fixture, const char *subject, SignetOutboxRecord **record)
{
  g_autoptr (SignetStore) store = signet_store_new (fixture->data_dir);
  g_autoptr (GError) error = NULL;

  signet_store_open (store, &error);
  g_assert_no_error (error);
  *record = signet_outbox_find_last (signet_store_get_tables (store), "account", subject, &error);
  g_assert_no_error (error);
  signet_store_close (store);
}

static char *
submit (SignetDraft *draft)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  CALL (id = signet_draft_submit_finish (draft, called, &error), signet_draft_submit_async, draft);
  g_assert_no_error (error);
  return id;
}

static SignetDraft *
write_authorisation (Fixture *fixture)
{
  const char *rights[] = { "1", "2", NULL };
  SignetDraft *draft = begin (fixture, SIGNET_DRAFT_AUTHORISATION, "principal");
  SignetAuthorisation *authorisation = signet_draft_get_authorisation (draft);

  signet_authorisation_set_handler_name (authorisation, "林试");
  signet_authorisation_set_all_rights (authorisation, FALSE);
  signet_authorisation_set_right_ids (authorisation, rights);
  signet_authorisation_set_valid_from (authorisation, "2026-11-01");
  signet_authorisation_set_valid_until (authorisation, "2027-10-31");
  signet_authorisation_set_signed_on (authorisation, "2026-11-01");
  attach (draft, "good.pdf", SIGNET_SLOT_AUTHORISATION);
  return draft;
}

/* It waits behind the right it names; what the platform has already is named by the platform's ids. */
static void
test_submit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) right_draft = NULL;
  g_autoptr (SignetDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *right = NULL;
  g_autofree char *id = NULL;
  g_autoptr (SignetOutboxRecord) right_outbox = NULL;
  g_autoptr (SignetOutboxRecord) outbox = NULL;
  g_autoptr (SignetAuthorisation) kept = NULL;

  open_desk (fixture);
  CALL (right_draft = signet_desk_begin_revision_finish (fixture->desk, called, &error),
        signet_desk_begin_revision_async, fixture->desk, NULL, SIGNET_DRAFT_RIGHT, "2",
        SIGNET_DRAFT_PURPOSE_CERTIFY);
  g_assert_no_error (error);
  signet_right_set_number (signet_draft_get_right (right_draft), "68123457");
  attach (right_draft, "good.pdf", SIGNET_SLOT_CERTIFICATE);
  right = submit (right_draft);
  g_assert_cmpstr (right, ==, "2");
  draft = write_authorisation (fixture);
  id = submit (draft);
  kept = signet_desk_load_authorisation (fixture->desk, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_authorisation_get_handler_name (kept), ==, "林试");
  g_clear_object (&draft);
  g_clear_object (&right_draft);
  close_desk (fixture);

  read_outbox (fixture, "2", &right_outbox);
  g_assert_nonnull (right_outbox->body);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (right_outbox->body, NULL),
                                  (gssize) g_bytes_get_size (right_outbox->body), "remote_principal"));
  read_outbox (fixture, id, &outbox);
  g_assert_cmpstr (outbox->path, ==, "/v1/authorisations");
  g_assert_cmpstr (outbox->depends, ==, right_outbox->id);
  g_assert_null (outbox->body);
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { SIGNET_LANGUAGE_ZH_CN, SIGNET_LANGUAGE_EN };
  g_autoptr (SignetDraft) draft = NULL;
  g_autoptr (SignetDraft) empty = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "paper.pdf", NULL);
  g_autoptr (GFile) out = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean written = FALSE;

  open_desk (fixture);
  draft = write_authorisation (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *bytes = NULL;
      gsize size;

      CALL (written = signet_desk_write_authorisation_finish (fixture->desk, called, &error),
            signet_desk_write_authorisation_async, fixture->desk, draft, languages[i], out);
      g_assert_no_error (error);
      g_assert_true (written);
      g_file_get_contents (path, &bytes, &size, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (size, >, 2000);
      g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
      g_remove (path);
    }
  empty = begin (fixture, SIGNET_DRAFT_AUTHORISATION, NULL);
  CALL (written = signet_desk_write_authorisation_finish (fixture->desk, called, &error),
        signet_desk_write_authorisation_async, fixture->desk, empty, SIGNET_LANGUAGE_EN, out);
  g_assert_false (written);
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static SignetEvidence *
get_paper (SignetDraft *draft)
{
  GListModel *papers =
      G_LIST_MODEL (signet_authorisation_get_evidence (signet_draft_get_authorisation (draft)));

  g_assert_cmpuint (g_list_model_get_n_items (papers), ==, 1);
  return g_list_model_get_item (papers, 0);
}

/* The copy takes the paper's place, and gives it back. */
static void
test_watermark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) draft = NULL;
  g_autoptr (SignetEvidence) original = NULL;
  g_autoptr (SignetEvidence) copy = NULL;
  g_autoptr (SignetEvidence) shown = NULL;
  g_autoptr (SignetEvidence) back = NULL;
  g_autoptr (SignetDocument) document = NULL;
  g_autoptr (SignetDocument) copied = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (fixture);
  draft = write_authorisation (fixture);
  original = get_paper (draft);
  CALL (copy = signet_draft_watermark_finish (draft, called, &error), signet_draft_watermark_async, draft,
        original, SIGNET_LANGUAGE_ZH_CN);
  g_assert_no_error (error);
  shown = get_paper (draft);
  g_assert_true (shown == copy);
  g_assert_cmpstr (signet_evidence_get_slot (copy), ==, SIGNET_SLOT_AUTHORISATION);
  g_assert_cmpstr (signet_evidence_get_name (copy), ==, "good-watermark.pdf");
  g_assert_cmpstr (signet_evidence_get_sha256 (copy), !=, signet_evidence_get_sha256 (original));
  CALL (document = signet_desk_open_document_finish (fixture->desk, called, &error),
        signet_desk_open_document_async, fixture->desk, signet_evidence_get_sha256 (original), NULL);
  g_assert_no_error (error);
  CALL (copied = signet_desk_open_document_finish (fixture->desk, called, &error),
        signet_desk_open_document_async, fixture->desk, signet_evidence_get_sha256 (copy), NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (signet_document_get_n_pages (copied), ==, signet_document_get_n_pages (document));

  signet_draft_exchange (draft, copy, original);
  back = get_paper (draft);
  g_assert_true (back == original);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* A platform out of reach is a warning of the desk's. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_test_add ("/agency/chain", Fixture, NULL, set_up, test_chain, tear_down);
  g_test_add ("/agency/chain-certified", Fixture, NULL, set_up, test_chain_certified, tear_down);
  g_test_add ("/agency/not-certified", Fixture, NULL, set_up, test_not_certified, tear_down);
  g_test_add ("/agency/submit", Fixture, NULL, set_up, test_submit, tear_down);
  g_test_add ("/agency/paper", Fixture, NULL, set_up, test_paper, tear_down);
  g_test_add ("/agency/watermark", Fixture, NULL, set_up, test_watermark, tear_down);
  return g_test_run ();
}
