/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What has expired on a platform is renewed from its own record: another certification takes the old one's
 * place there, and this desk goes on with one record. */

#include "desk-fixture.h"

#include "api/signet-json.h"
#include "desk/signet-account-private.h"
#include "model/signet-certification-row.h"
#include "model/signet-milestone.h"

typedef struct
{
  char *party;
  char *right;
  char *old_party; /* as the platform calls them */
  char *old_right;
} Names;

static void
names_clear (Names *names)
{
  g_free (names->party);
  g_free (names->right);
  g_free (names->old_party);
  g_free (names->old_right);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static char *
get_remote_id (Fixture *fixture, const char *subject)
{
  return ask (fixture, "SELECT remote_id FROM certifications WHERE subject = ?", subject);
}

static gboolean
stands (Fixture *fixture, const char *subject, const char *status)
{
  g_autofree char *now = ask (fixture, "SELECT status FROM certifications WHERE subject = ?", subject);

  return g_strcmp0 (now, status) == 0;
}

/* A party and a right that have both expired. */
static void
expire (Fixture *fixture, Names *names)
{
  g_autoptr (SignetRightRow) right = NULL;

  right = g_list_model_get_item (signet_desk_get_rights (fixture->desk), 0);
  names->right = g_strdup (signet_right_row_get_id (right));
  names->party = ask (fixture, "SELECT party FROM rights WHERE id = ?", names->right);
  names->old_right = get_remote_id (fixture, names->right);
  names->old_party = get_remote_id (fixture, names->party);
  decide (fixture, names->old_right, SIGNET_STATUS_EXPIRED);
  decide (fixture, names->old_party, SIGNET_STATUS_EXPIRED);
  WAIT_UNTIL (stands (fixture, names->right, SIGNET_STATUS_EXPIRED) &&
              stands (fixture, names->party, SIGNET_STATUS_EXPIRED));
}

/* The platform's oldest entry of that kind that renews one. */
static JsonObject *
find_renewal (JsonNode *ledger, const char *kind)
{
  JsonArray *entries = json_object_get_array_member (json_node_get_object (ledger), "entries");

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      JsonObject *body = json_object_get_object_member (entry, "body");

      if (g_str_equal (json_object_get_string_member (entry, "kind"), kind) &&
          json_object_has_member (body, "renews"))
        return body;
    }
  return NULL;
}

static void
expect_row (Fixture *fixture, const char *subject, const char *status, gboolean differs, gboolean may_renew)
{
  g_autoptr (GListModel) rows = signet_desk_open_certifications (fixture->desk, subject);
  g_autoptr (SignetCertificationRow) row = g_list_model_get_item (rows, 0);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  g_assert_cmpstr (signet_certification_row_get_status (row), ==, status);
  g_assert_cmpint (signet_certification_row_get_differs (row), ==, differs);
  g_assert_cmpint (signet_certification_row_get_may_renew (row), ==, may_renew);
}

/* Both are in the history, the newest first. */
static void
expect_history (Fixture *fixture, const char *subject, const char *const *statuses)
{
  g_autoptr (GListModel) history = signet_desk_open_history (fixture->desk, fixture->account, subject);

  for (guint i = 0; statuses[i] != NULL; i++)
    {
      g_autoptr (SignetMilestone) milestone = g_list_model_get_item (history, i);

      g_assert_nonnull (milestone);
      g_assert_cmpstr (signet_milestone_get_status (milestone), ==, statuses[i]);
    }
}

/* With a paper in the place of the one that ran out. */
static void
renew_party (Fixture *fixture, const char *party)
{
  g_autoptr (SignetDraft) draft = revise (fixture, SIGNET_DRAFT_PARTY, party, SIGNET_DRAFT_PURPOSE_RENEW);
  GListModel *papers = G_LIST_MODEL (signet_party_get_evidence (signet_draft_get_party (draft)));
  g_autoptr (SignetEvidence) old = g_list_model_get_item (papers, 0);
  g_autofree char *submitted = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "renewed.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SignetEvidence) renewed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (signet_party_get_name (signet_draft_get_party (draft)), ==, "杭州试台茶业有限公司");
  g_assert_true (has_finding (draft, "/files/0", "paper-stale"));
  signet_draft_detach (draft, old);
  g_assert_true (g_file_set_contents (path, "%PDF-1.4\n%renewed\n%%EOF\n", -1, NULL));
  CALL (renewed = signet_draft_attach_finish (draft, called, &error), signet_draft_attach_async, draft, file,
        SIGNET_SLOT_LICENCE, NULL, NULL);
  g_assert_no_error (error);
  WAIT_UNTIL (!has_finding (draft, "/files/0", "paper-stale"));
  submitted = submit (draft);
  g_assert_cmpstr (submitted, ==, party);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
}

/* The right is renewed in the name of a holder that is renewed itself, and a complaint rests on both. */
static void
test_renewed (Fixture *fixture, gconstpointer data)
{
  g_auto (Names) names = { NULL };
  g_autoptr (SignetDraft) draft = NULL;
  g_autoptr (SignetDraft) again = NULL;
  g_autoptr (JsonNode) ledger = NULL;
  g_autofree char *new_party = NULL;
  g_autofree char *new_right = NULL;
  g_autofree char *submitted = NULL;
  g_autofree char *complaint = NULL;
  g_autofree char *filed_for = NULL;
  JsonObject *renewal;

  expire (fixture, &names);
  expect_row (fixture, names.right, SIGNET_STATUS_EXPIRED, FALSE, TRUE);
  refuse_to_revise (fixture, names.right, SIGNET_DRAFT_PURPOSE_CERTIFY, SIGNET_DESK_ERROR_CERTIFIED);
  refuse_to_revise (fixture, names.right, SIGNET_DRAFT_PURPOSE_CORRECT, SIGNET_DESK_ERROR_NOT_OPEN);

  renew_party (fixture, names.party);
  new_party = get_remote_id (fixture, names.party);
  g_assert_cmpstr (new_party, !=, names.old_party);
  g_assert_true (stands (fixture, names.party, SIGNET_STATUS_SUBMITTED));
  expect_row (fixture, names.party, SIGNET_STATUS_SUBMITTED, FALSE, FALSE);
  expect_history (fixture, names.party,
                  (const char *const[]){ SIGNET_STATUS_SUBMITTED, SIGNET_STATUS_EXPIRED, NULL });
  expect_verified (fixture, names.party);
  /* The right names its holder on the platform as it was called before. */
  expect_row (fixture, names.right, SIGNET_STATUS_EXPIRED, FALSE, TRUE);

  draft = revise (fixture, SIGNET_DRAFT_RIGHT, names.right, SIGNET_DRAFT_PURPOSE_RENEW);
  g_assert_cmpint (signet_draft_get_purpose (draft), ==, SIGNET_DRAFT_PURPOSE_RENEW);
  g_assert_true (signet_draft_is_open (draft, "/number"));
  again = revise (fixture, SIGNET_DRAFT_RIGHT, names.right, SIGNET_DRAFT_PURPOSE_RENEW);
  g_assert_cmpstr (signet_draft_get_id (again), ==, signet_draft_get_id (draft));
  signet_right_set_valid_until (signet_draft_get_right (draft), "2043-03-27");
  WAIT_UNTIL (has_finding (draft, "/files", "renewal-paper"));
  g_assert_false (has_finding (draft, "/files/0", "paper-stale")); /* the certificate stays what it is */
  attach (fixture, draft, SIGNET_SLOT_RENEWAL);
  submitted = submit (draft);
  g_assert_cmpstr (submitted, ==, names.right);
  refuse_to_revise (fixture, names.right, SIGNET_DRAFT_PURPOSE_RENEW, SIGNET_DESK_ERROR_NOT_OPEN);
  complaint = file_complaint (fixture);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  new_right = get_remote_id (fixture, names.right);

  ledger = call_platform (fixture, "GET", "/practice/v1/ledger", NULL, NULL);
  renewal = find_renewal (ledger, SIGNET_KIND_PARTY);
  g_assert_cmpstr (json_object_get_string_member (renewal, "renews"), ==, names.old_party);
  renewal = find_renewal (ledger, SIGNET_KIND_RIGHT);
  g_assert_cmpstr (json_object_get_string_member (renewal, "renews"), ==, names.old_right);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (renewal, "holders"), 0), ==,
                   new_party);

  filed_for = ask (fixture, "SELECT json_extract (body, '$.right') FROM complaints WHERE id = ?", complaint);
  g_assert_cmpstr (filed_for, ==, new_right);
  WAIT_UNTIL (stands (fixture, names.right, SIGNET_STATUS_APPROVED) &&
              stands (fixture, names.party, SIGNET_STATUS_APPROVED));
  expect_verified (fixture, complaint);
  expect_row (fixture, names.right, SIGNET_STATUS_APPROVED, FALSE, FALSE);
  expect_history (fixture, names.right,
                  (const char *const[]){ SIGNET_STATUS_APPROVED, SIGNET_STATUS_IN_REVIEW,
                                         SIGNET_STATUS_SUBMITTED, SIGNET_STATUS_EXPIRED, NULL });

  /* What becomes of the old one is nobody's business any more. */
  decide (fixture, names.old_right, SIGNET_STATUS_REJECTED);
  decide (fixture, new_party, SIGNET_STATUS_EXPIRED);
  WAIT_UNTIL (stands (fixture, names.party, SIGNET_STATUS_EXPIRED));
  g_assert_true (stands (fixture, names.right, SIGNET_STATUS_APPROVED));
}

/* A renewal that the platform refuses loses neither what had expired nor what was typed. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_auto (Names) names = { NULL };
  g_autoptr (SignetDraft) draft = NULL;
  g_autoptr (SignetDraft) second = NULL;
  g_autofree char *first_submitted = NULL;
  g_autofree char *submitted = NULL;
  g_autofree char *new_right = NULL;

  expire (fixture, &names);
  renew_party (fixture, names.party);
  draft = revise (fixture, SIGNET_DRAFT_RIGHT, names.right, SIGNET_DRAFT_PURPOSE_RENEW);
  signet_right_set_valid_until (signet_draft_get_right (draft), "2043-03-27");
  attach (fixture, draft, SIGNET_SLOT_RENEWAL);
  /* Nobody has told this desk that the platform has thought better of it. */
  control (fixture, "PUT", "/practice/v1/faults",
           "[{\"path\":\"/v1/changes\",\"do\":\"status\",\"count\":1000}]");
  decide (fixture, names.old_right, SIGNET_STATUS_APPROVED);
  first_submitted = submit (draft);
  WAIT_UNTIL (stands (fixture, names.right, SIGNET_STATUS_FAILED));
  expect_row (fixture, names.right, SIGNET_STATUS_FAILED, TRUE, TRUE);

  decide (fixture, names.old_right, SIGNET_STATUS_EXPIRED);
  control (fixture, "PUT", "/practice/v1/faults", "[]");
  second = revise (fixture, SIGNET_DRAFT_RIGHT, names.right, SIGNET_DRAFT_PURPOSE_RENEW);
  g_assert_cmpstr (signet_right_get_valid_until (signet_draft_get_right (second)), ==, "2043-03-27");
  submitted = submit (second);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_true (stands (fixture, names.right, SIGNET_STATUS_SUBMITTED));
  new_right = get_remote_id (fixture, names.right);
  g_assert_cmpstr (new_right, !=, names.old_right);
}

static void
add_tests (void)
{
  g_test_add ("/renewal/renewed", Fixture, NULL, set_up, test_renewed, tear_down);
  g_test_add ("/renewal/refused", Fixture, NULL, set_up, test_refused, tear_down);
}

int
main (int argc, char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
