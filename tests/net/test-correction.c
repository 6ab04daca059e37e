/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a platform wants corrected is corrected there once, for the version the person saw, and nothing they
 * typed is lost when it was changed meanwhile. A record goes to a second platform as it is. */

#include "desk-fixture.h"

#include "api/signet-json.h"
#include "desk/signet-account-private.h"
#include "model/signet-certification-row.h"
#include "model/signet-difference.h"
#include "model/signet-today-row.h"
#include "remote/signet-remote.h"

#define OLD_NAME "杭州旧名茶业有限公司"
#define NAME "杭州试台茶业有限公司"

/* The one right there is. */
static char *
get_right_id (Fixture *fixture)
{
  g_autoptr (SignetRightRow) row = g_list_model_get_item (signet_desk_get_rights (fixture->desk), 0);

  return g_strdup (signet_right_row_get_id (row));
}

static gboolean
stands (Fixture *fixture, const char *right, const char *status)
{
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (SignetRight) loaded = signet_desk_load_right (fixture->desk, right, &certification, NULL);

  return loaded != NULL && certification != NULL &&
         g_str_equal (signet_certification_get_status (certification), status);
}

/* On a platform that reviews at once, with a right whose owner isn't the party. */
static void
set_up_wrong (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *right = NULL;

  fixture->folder = g_dir_make_tmp ("signet-test-correction-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->rules = "ippro";
  open_desk (fixture);
  CALL (fixture->account = signet_desk_start_practice_finish (fixture->desk, called, &error),
        signet_desk_start_practice_async, fixture->desk, fixture->rules);
  g_assert_no_error (error);
  sign_in (fixture);
  bind_email (fixture);
  certify_owner (fixture, OLD_NAME);
  right = get_right_id (fixture);
  WAIT_UNTIL (stands (fixture, right, SIGNET_STATUS_NEEDS_CORRECTION));
}

/* How often the platform took a right, corrections included. */
static guint
count_rights (Fixture *fixture)
{
  g_autoptr (JsonNode) root = call_platform (fixture, "GET", "/practice/v1/ledger", NULL, NULL);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "entries");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (entries, i), "kind"),
                      SIGNET_KIND_RIGHT);
  return n;
}

static JsonNode *
get_last_body (Fixture *fixture)
{
  g_autoptr (JsonNode) root = call_platform (fixture, "GET", "/practice/v1/ledger", NULL, NULL);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "entries");
  JsonObject *last = json_array_get_object_element (entries, json_array_get_length (entries) - 1);

  return json_node_copy (json_object_get_member (last, "body"));
}

static gboolean
is_failed (Fixture *fixture, const char *right)
{
  g_autofree char *state = ask (
      fixture, "SELECT state FROM outbox WHERE subject = ? AND method = 'PATCH' ORDER BY row DESC", right);

  return g_strcmp0 (state, SIGNET_STATUS_FAILED) == 0;
}

/* Somebody else corrects the same right on the platform. */
static void
correct_elsewhere (Fixture *fixture, const char *right, const char *owner)
{
  SignetRemote *remote = signet_account_get_remote (fixture->account);
  g_autofree char *remote_id = ask (fixture, "SELECT remote_id FROM certifications WHERE subject = ?", right);
  g_autofree char *path = g_strconcat ("/v1/rights/", remote_id, NULL);
  g_autofree char *body = g_strdup_printf ("{\"owner\":\"%s\"}", owner);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (SignetRequest) request = signet_request_new ("PATCH", path);
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = g_uuid_string_random ();

  signet_request_set_body (request, "application/merge-patch+json", bytes);
  signet_request_set_idempotency_key (request, key);
  signet_request_set_if_match (request, "*");
  CALL (answer = signet_remote_call_finish (remote, called, &error), signet_remote_call_async, remote,
        request);
  g_assert_no_error (error);
}

/* The one finding opens one field and nothing else; the correction names only that. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
  g_autoptr (SignetDraft) again = NULL;
  g_autoptr (SignetRight) master = NULL;
  g_autoptr (JsonNode) body = NULL;
  g_autofree char *submitted = NULL;

  g_assert_cmpint (signet_draft_get_purpose (draft), ==, SIGNET_DRAFT_PURPOSE_CORRECT);
  g_assert_true (signet_draft_is_open (draft, "/owner"));
  g_assert_false (signet_draft_is_open (draft, "/number"));
  g_assert_false (signet_draft_is_open (draft, "/files/certificate"));
  g_assert_true (signet_draft_is_open (draft, "/files/name_proof"));
  g_assert_nonnull (signet_draft_get_certification (draft));
  g_assert_cmpstr (signet_draft_get_refusal (draft), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (signet_draft_get_conflicts (draft)), ==, 0);

  again = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
  g_assert_cmpstr (signet_draft_get_id (again), ==, signet_draft_get_id (draft));

  signet_right_set_owner (signet_draft_get_right (draft), NAME);
  attach (fixture, draft, SIGNET_SLOT_NAME_PROOF);
  submitted = submit (draft);
  g_assert_cmpstr (submitted, ==, right);
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CORRECT, SIGNET_DESK_ERROR_NOT_OPEN);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  WAIT_UNTIL (stands (fixture, right, SIGNET_STATUS_APPROVED));
  g_assert_cmpuint (count_rights (fixture), ==, 2);
  body = get_last_body (fixture);
  /* Beside the owner a proof of the change of name was asked for. */
  g_assert_cmpuint (json_object_get_size (json_node_get_object (body)), ==, 2);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_node_get_object (body), "files")), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (body), "owner"), ==, NAME);
  expect_verified (fixture, right);
  master = signet_desk_load_right (fixture->desk, right, NULL, NULL);
  g_assert_cmpstr (signet_right_get_owner (master), ==, NAME);
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CORRECT, SIGNET_DESK_ERROR_NOT_OPEN);
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CERTIFY, SIGNET_DESK_ERROR_CERTIFIED);
}

/* A record is edited in one place: what is typed there for one account isn't written over for another. */
static void
test_edit_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_EDIT);
  g_autoptr (SignetAccount) first = g_steal_pointer (&fixture->account);
  g_autoptr (SignetDraft) again = NULL;
  g_autoptr (SignetDraft) correction = NULL;
  g_autoptr (GError) error = NULL;
  gboolean discarded = FALSE;

  CALL (fixture->account = signet_desk_start_practice_finish (fixture->desk, called, &error),
        signet_desk_start_practice_async, fixture->desk, "kuaishou");
  g_assert_no_error (error);
  again = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_EDIT);
  g_assert_cmpstr (signet_draft_get_id (again), ==, signet_draft_get_id (draft));

  /* nor for another purpose, until it is ended */
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CERTIFY, SIGNET_DESK_ERROR_BEING_REVISED);
  g_set_object (&fixture->account, first);
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CORRECT, SIGNET_DESK_ERROR_BEING_REVISED);
  CALL (discarded = signet_draft_discard_finish (draft, called, &error), signet_draft_discard_async, draft);
  g_assert_no_error (error);
  g_assert_true (discarded);
  correction = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
  g_assert_cmpint (signet_draft_get_purpose (correction), ==, SIGNET_DRAFT_PURPOSE_CORRECT);
}

/* What is wrong with a paper that was put into an open slot is said before it is sent. */
static void
test_bad_paper (Fixture *fixture, gconstpointer data)
{
  static const char digest[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
  GListStore *files = signet_right_get_evidence (signet_draft_get_right (draft));
  const char *const slots[] = { SIGNET_SLOT_NAME_PROOF, SIGNET_SLOT_CERTIFICATE };
  g_autoptr (GError) error = NULL;
  g_autofree char *submitted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autoptr (SignetEvidence)
          empty = signet_evidence_new (slots[i], "empty.pdf", "application/pdf", digest, 0, NULL);

      g_list_store_append (files, empty);
    }
  signet_right_set_owner (signet_draft_get_right (draft), NAME);
  CALL (submitted = signet_draft_submit_finish (draft, called, &error), signet_draft_submit_async, draft);
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_INCOMPLETE);
  g_assert_true (has_finding (draft, "/files/1", "zero-bytes"));
  g_assert_false (has_finding (draft, "/files/2", "zero-bytes"));
  signet_right_set_owner (signet_draft_get_right (draft), "");
  WAIT_UNTIL (has_finding (draft, "/owner", "required"));
}

/* What can't be read isn't taken for what isn't there. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = NULL;

  meddle (fixture, "ALTER TABLE outbox RENAME TO gone");
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CORRECT, SIGNET_DESK_ERROR_FAILED);
  meddle (fixture, "ALTER TABLE gone RENAME TO outbox");
  draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
  meddle (fixture, "ALTER TABLE drafts RENAME TO gone");
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CORRECT, SIGNET_DESK_ERROR_FAILED);
  meddle (fixture, "ALTER TABLE gone RENAME TO drafts");
}

/* Nothing is filed while nobody knows whether it was before. */
static void
test_unreadable_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *submitted = NULL;

  meddle (fixture, "ALTER TABLE items RENAME TO gone");
  draft = write_complaint (fixture);
  CALL (submitted = signet_draft_submit_finish (draft, called, &error), signet_draft_submit_async, draft);
  meddle (fixture, "ALTER TABLE gone RENAME TO items");
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_INCOMPLETE);
}

/* An answer that is lost is asked for again: one correction, whatever happens, even a restart. */
static void
test_answer_lost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
  g_autofree char *submitted = NULL;

  control (
      fixture, "PUT", "/practice/v1/faults",
      "[{\"path\":\"/v1/rights/*\",\"method\":\"PATCH\",\"count\":2,\"phase\":\"after\",\"do\":\"drop_answer\"}]");
  signet_right_set_owner (signet_draft_get_right (draft), NAME);
  submitted = submit (draft);
  WAIT_UNTIL (count_rights (fixture) == 2);
  g_clear_object (&draft);
  close_desk (fixture);
  WAIT_UNTIL ((live_for (20), find_practice () == 0));

  open_desk (fixture);
  fixture->account = g_list_model_get_item (signet_desk_get_accounts (fixture->desk), 0);
  WAIT_UNTIL (signet_account_get_state (fixture->account) == SIGNET_ACCOUNT_READY);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  WAIT_UNTIL (stands (fixture, right, SIGNET_STATUS_APPROVED));
  g_assert_cmpuint (count_rights (fixture), ==, 2);
  expect_verified (fixture, right);
}

/* Whether the platform has reviewed the right and wants it corrected, whatever is known of that here. */
static gboolean
is_asked_back (Fixture *fixture, const char *right)
{
  SignetRemote *remote = signet_account_get_remote (fixture->account);
  g_autofree char *remote_id = ask (fixture, "SELECT remote_id FROM certifications WHERE subject = ?", right);
  g_autofree char *path = g_strconcat ("/v1/rights/", remote_id, NULL);
  g_autoptr (SignetRequest) request = signet_request_new ("GET", path);
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  CALL (answer = signet_remote_call_finish (remote, called, &error), signet_remote_call_async, remote,
        request);
  g_assert_no_error (error);
  return g_strcmp0 (signet_json_get_text (signet_answer_get_root (answer), "/status", NULL),
                    SIGNET_STATUS_NEEDS_CORRECTION) == 0;
}

/* Corrects the right while nobody here hears that somebody else was faster, and waits until that has shown.
 */
static SignetDraft *
correct_too_late (Fixture *fixture, const char *right)
{
  g_autoptr (SignetDraft) draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
  g_autofree char *submitted = NULL;

  control (fixture, "PUT", "/practice/v1/faults",
           "[{\"path\":\"/v1/changes\",\"phase\":\"before\",\"do\":\"status\",\"status\":503}]");
  signet_desk_sync (fixture->desk); /* ends the question that waits already */
  WAIT_UNTIL (!signet_account_get_online (fixture->account));
  signet_right_set_owner (signet_draft_get_right (draft), NAME);
  correct_elsewhere (fixture, right, "杭州他人茶业有限公司");
  WAIT_UNTIL ((live_for (20), is_asked_back (fixture, right)));
  submitted = submit (draft);
  WAIT_UNTIL ((live_for (100), is_failed (fixture, right)));
  return revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
}

/* Somebody else was faster. The person's own words stay, the other's stand beside them, and the next try is
 * for what the platform holds now. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = correct_too_late (fixture, right);
  g_autoptr (SignetDifference) difference = NULL;
  g_autofree char *submitted = NULL;

  g_assert_cmpstr (signet_draft_get_refusal (draft), ==, "precondition-failed");
  g_assert_cmpstr (signet_right_get_owner (signet_draft_get_right (draft)), ==, NAME);
  g_assert_cmpuint (g_list_model_get_n_items (signet_draft_get_conflicts (draft)), ==, 1);
  difference = g_list_model_get_item (signet_draft_get_conflicts (draft), 0);
  g_assert_cmpstr (signet_difference_get_pointer (difference), ==, "/owner");
  g_assert_cmpstr (signet_difference_get_mine (difference), ==, NAME);
  g_assert_cmpstr (signet_difference_get_theirs (difference), ==, "杭州他人茶业有限公司");

  signet_draft_take_theirs (draft, "/owner");
  g_assert_cmpstr (signet_right_get_owner (signet_draft_get_right (draft)), ==, "杭州他人茶业有限公司");
  g_assert_cmpuint (g_list_model_get_n_items (signet_draft_get_conflicts (draft)), ==, 0);
  signet_right_set_owner (signet_draft_get_right (draft), NAME);
  control (fixture, "PUT", "/practice/v1/faults", "[]");
  submitted = submit (draft);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  WAIT_UNTIL (stands (fixture, right, SIGNET_STATUS_APPROVED));
  expect_verified (fixture, right);
}

/* The same, but the change is heard of while the draft is open. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CORRECT);
  g_autofree char *submitted = NULL;

  signet_right_set_owner (signet_draft_get_right (draft), NAME);
  correct_elsewhere (fixture, right, "杭州他人茶业有限公司");
  WAIT_UNTIL (g_list_model_get_n_items (signet_draft_get_conflicts (draft)) == 1);
  WAIT_UNTIL (signet_draft_is_open (draft, "/owner"));
  submitted = submit (draft);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  WAIT_UNTIL (stands (fixture, right, SIGNET_STATUS_APPROVED));
  expect_verified (fixture, right);
}

static gboolean
is_in_today (Fixture *fixture, const char *kind)
{
  GListModel *today = signet_desk_get_today (fixture->desk);

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (SignetTodayRow) row = g_list_model_get_item (today, i);

      if (g_str_equal (signet_today_row_get_kind (row), kind))
        return TRUE;
    }
  return FALSE;
}

static guint
count_today (Fixture *fixture)
{
  guint n;

  g_object_get (fixture->desk, "n-today", &n, NULL);
  return n;
}

/* A correction that was refused waits for the person, not to be sent: nothing will send it. Thrown away, it
 * is asked for again. */
static void
test_discarded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = correct_too_late (fixture, right);
  g_autoptr (GError) error = NULL;
  gboolean gone = FALSE;

  WAIT_UNTIL (is_in_today (fixture, SIGNET_TODAY_DRAFT));
  g_assert_cmpuint (count_today (fixture), ==, 1);
  g_assert_cmpuint (signet_desk_get_n_waiting (fixture->desk), ==, 0);
  CALL (gone = signet_draft_discard_finish (draft, called, &error), signet_draft_discard_async, draft);
  g_assert_no_error (error);
  g_assert_true (gone);
  WAIT_UNTIL (is_in_today (fixture, SIGNET_TODAY_CORRECTION));
  g_assert_false (is_failed (fixture, right));
  g_assert_cmpuint (count_today (fixture), ==, 1);
}

static void
expect_row (GListModel *rows, guint position, const char *status, gboolean differs, gboolean may_edit)
{
  g_autoptr (SignetCertificationRow) row = g_list_model_get_item (rows, position);

  g_assert_nonnull (row);
  g_assert_cmpstr (signet_certification_row_get_status (row), ==, status);
  g_assert_cmpint (signet_certification_row_get_differs (row), ==, differs);
  g_assert_cmpint (signet_certification_row_get_may_edit (row), ==, may_edit);
  g_assert_cmpstr (signet_certification_row_get_platform_name (row), !=, "");
}

/* What is certified on one platform goes to another as it is on this desk; editing it sends nothing. */
static void
test_second_account (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetRight) master = signet_desk_load_right (fixture->desk, right, NULL, NULL);
  g_autofree char *party = g_strdup (signet_right_get_party_id (master));
  g_autoptr (SignetAccount) first = g_steal_pointer (&fixture->account);
  g_autoptr (SignetDraft) edit = NULL;
  g_autoptr (SignetDraft) party_draft = NULL;
  g_autoptr (SignetDraft) right_draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *party_certified = NULL;
  g_autofree char *right_certified = NULL;

  GListModel *rows = signet_desk_open_certifications (fixture->desk, right);
  g_autoptr (GListModel) differences = NULL;
  g_autoptr (GListModel) history = signet_desk_open_history (fixture->desk, first, right);

  expect_row (rows, 0, SIGNET_STATUS_NEEDS_CORRECTION, FALSE, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (history), >=, 2);
  edit = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_EDIT);
  g_assert_true (signet_draft_is_open (edit, "/number"));
  signet_right_set_owner (signet_draft_get_right (edit), NAME);
  edited = submit (edit);
  g_assert_cmpstr (edited, ==, right);
  g_assert_cmpuint (signet_desk_get_n_waiting (fixture->desk), ==, 0);
  g_assert_cmpuint (count_rights (fixture), ==, 1);
  expect_row (rows, 0, SIGNET_STATUS_NEEDS_CORRECTION, TRUE, TRUE);
  CALL (differences = signet_desk_compare_finish (fixture->desk, called, &error), signet_desk_compare_async,
        fixture->desk, first, right);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (differences), ==, 1);

  fixture->rules = "kuaishou";
  CALL (fixture->account = signet_desk_start_practice_finish (fixture->desk, called, &error),
        signet_desk_start_practice_async, fixture->desk, fixture->rules);
  g_assert_no_error (error);
  sign_in (fixture);
  bind_email (fixture);
  party_draft = revise (fixture, SIGNET_DRAFT_PARTY, party, SIGNET_DRAFT_PURPOSE_CERTIFY);
  party_certified = submit (party_draft);
  g_assert_cmpstr (party_certified, ==, party);
  right_draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_CERTIFY);
  g_assert_cmpstr (signet_right_get_owner (signet_draft_get_right (right_draft)), ==, NAME);
  right_certified = submit (right_draft);
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CERTIFY, SIGNET_DESK_ERROR_CERTIFIED);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_rights (fixture), ==, 1);
  g_assert_true (stands (fixture, right, SIGNET_STATUS_SUBMITTED));
  refuse_to_revise (fixture, right, SIGNET_DRAFT_PURPOSE_CERTIFY, SIGNET_DESK_ERROR_CERTIFIED);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  expect_row (rows, 1, SIGNET_STATUS_SUBMITTED, FALSE, FALSE);
  g_object_unref (rows);
}

/* What would be certified twice is told before it is sent. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) party_draft = begin (fixture, SIGNET_DRAFT_PARTY, NULL);
  g_autoptr (SignetDraft) right_draft = begin (fixture, SIGNET_DRAFT_RIGHT, NULL);
  SignetParty *party = signet_draft_get_party (party_draft);
  SignetRight *right = signet_draft_get_right (right_draft);
  g_autoptr (SignetNiceClass) nice_class = signet_nice_class_new ();

  g_assert_false (signet_party_get_own (party));
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  signet_party_set_document_number (party, "9111 0000 6000 3734 1l");
  WAIT_UNTIL (has_finding (party_draft, "/document/number", "certified-twice"));
  signet_party_set_document_number (party, "91350100M000100Y43");
  signet_party_set_own (party, TRUE);
  WAIT_UNTIL (has_finding (party_draft, "/own", "own-exists"));
  g_assert_false (has_finding (party_draft, "/document/number", "certified-twice"));

  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  signet_right_set_number (right, "68123457");
  signet_nice_class_set_class_number (nice_class, 29);
  g_list_store_append (signet_right_get_classes (right), nice_class);
  live_for (100);
  g_assert_false (has_finding (right_draft, "/number", "right-twice"));
  signet_nice_class_set_class_number (nice_class, 30);
  WAIT_UNTIL (has_finding (right_draft, "/number", "right-twice"));
}

static SignetDraft *
begin_foreign (Fixture *fixture, const char *country)
{
  SignetDraft *draft = begin (fixture, SIGNET_DRAFT_PARTY, NULL);
  SignetParty *party = signet_draft_get_party (draft);

  signet_party_set_own (party, FALSE);
  signet_party_set_role (party, SIGNET_ROLE_PRINCIPAL);
  signet_party_set_kind (party, SIGNET_PARTY_KIND_FOREIGN_ORGANISATION);
  signet_party_set_country (party, country);
  signet_party_set_name (party, "Sample Tea GmbH");
  signet_party_set_document_number (party, "HRB 1000");
  signet_party_set_legal_representative (party, "A. Sample");
  signet_party_set_contact_name (party, "A. Sample");
  signet_party_set_contact_email (party, "desk@example.com");
  signet_party_set_contact_phone (party, "+49 30 1234567");
  signet_party_set_contact_address (party, "Sample Street 1");
  return draft;
}

/* The registers of two countries may have given the same number. */
static void
test_other_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) first = begin_foreign (fixture, "DE");
  g_autoptr (SignetDraft) second = NULL;
  g_autofree char *id = NULL;

  attach (fixture, first, SIGNET_SLOT_EXISTENCE_PROOF);
  id = submit (first);
  second = begin_foreign (fixture, "AT");
  live_for (100);
  g_assert_false (has_finding (second, "/document/number", "certified-twice"));
  signet_party_set_country (signet_draft_get_party (second), "DE");
  WAIT_UNTIL (has_finding (second, "/document/number", "certified-twice"));
}

/* What has expired claims nothing: the same number, renewed, can be certified again. */
static void
test_renewed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetDraft) draft = NULL;
  SignetParty *party;

  meddle (fixture, "UPDATE certifications SET status = 'expired' WHERE kind = 'party'");
  draft = begin (fixture, SIGNET_DRAFT_PARTY, NULL);
  party = signet_draft_get_party (draft);
  g_assert_true (signet_party_get_own (party));
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  signet_party_set_document_number (party, "91110000600037341L");
  live_for (100);
  g_assert_false (has_finding (draft, "/document/number", "certified-twice"));
  g_assert_false (has_finding (draft, "/own", "own-exists"));
}

/* The next one is like the last, but for what is its own. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  SignetRight *copy;

  CALL (draft = signet_desk_begin_copy_finish (fixture->desk, called, &error), signet_desk_begin_copy_async,
        fixture->desk, SIGNET_DRAFT_RIGHT, right);
  g_assert_no_error (error);
  g_assert_cmpint (signet_draft_get_purpose (draft), ==, SIGNET_DRAFT_PURPOSE_NEW);
  copy = signet_draft_get_right (draft);
  g_assert_cmpstr (signet_right_get_owner (copy), ==, OLD_NAME);
  g_assert_cmpstr (signet_right_get_id (copy), ==, "");
  g_assert_cmpstr (signet_right_get_number (copy), ==, "");
  g_assert_cmpstr (signet_right_get_valid_until (copy), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (signet_right_get_evidence (copy))), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (signet_right_get_classes (copy))), ==, 1);
}

static gboolean
is_noted (Fixture *fixture)
{
  g_autofree char *noted = ask (fixture, "SELECT value FROM settings WHERE key = ?", "queued-again");

  return noted != NULL;
}

/* "Try again" is a promise: if it can't be kept the person is told, and can ask once more. */
static void
test_retry_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *right = get_right_id (fixture);
  g_autoptr (SignetDraft) draft = correct_too_late (fixture, right);
  g_autoptr (GError) told = NULL;
  gulong handler = g_signal_connect (fixture->desk, "not-kept", G_CALLBACK (not_kept_cb), &told);

  meddle (fixture, "CREATE TRIGGER full BEFORE UPDATE ON outbox BEGIN SELECT RAISE (ABORT, 'full'); END");
  signet_desk_retry_submission (fixture->desk, right);
  WAIT_UNTIL (told != NULL);
  g_assert_true (told->domain == SIGNET_DESK_ERROR);
  g_assert_true (is_failed (fixture, right));
  g_clear_error (&told);

  meddle (fixture, "DROP TRIGGER full;"
                   "CREATE TRIGGER noted AFTER UPDATE ON outbox WHEN NEW.state = 'queued' BEGIN"
                   " INSERT OR REPLACE INTO settings (key, value) VALUES ('queued-again', 'yes'); END");
  signet_desk_retry_submission (fixture->desk, right);
  signet_desk_retry_submission (fixture->desk, right); /* twice is as good as once */
  WAIT_UNTIL (is_noted (fixture));
  g_assert_no_error (told);
  g_signal_handler_disconnect (fixture->desk, handler);
}

static void
add_tests (void)
{
  g_test_add ("/correction/round-trip", Fixture, NULL, set_up_wrong, test_round_trip, tear_down);
  g_test_add ("/correction/bad-paper", Fixture, NULL, set_up_wrong, test_bad_paper, tear_down);
  g_test_add ("/correction/unreadable", Fixture, NULL, set_up_wrong, test_unreadable, tear_down);
  g_test_add ("/correction/unreadable-items", Fixture, NULL, set_up, test_unreadable_items, tear_down);
  g_test_add ("/correction/answer-lost", Fixture, NULL, set_up_wrong, test_answer_lost, tear_down);
  g_test_add ("/correction/overtaken", Fixture, NULL, set_up_wrong, test_overtaken, tear_down);
  g_test_add ("/correction/told", Fixture, NULL, set_up_wrong, test_told, tear_down);
  g_test_add ("/correction/discarded", Fixture, NULL, set_up_wrong, test_discarded, tear_down);
  g_test_add ("/correction/second-account", Fixture, NULL, set_up_wrong, test_second_account, tear_down);
  g_test_add ("/correction/twice", Fixture, NULL, set_up_wrong, test_twice, tear_down);
  g_test_add ("/correction/other-register", Fixture, NULL, set_up_wrong, test_other_register, tear_down);
  g_test_add ("/correction/renewed", Fixture, NULL, set_up_wrong, test_renewed, tear_down);
  g_test_add ("/correction/retry-not-kept", Fixture, NULL, set_up_wrong, test_retry_not_kept, tear_down);
  g_test_add ("/correction/edit-once", Fixture, NULL, set_up_wrong, test_edit_once, tear_down);
  g_test_add ("/correction/copy", Fixture, NULL, set_up_wrong, test_copy, tear_down);
}

int
main (int argc, char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
