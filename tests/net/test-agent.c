/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An agent's whole way to a complaint, submitted in one go: each thing waits for what it names, the platform
 * takes all of them once, and the receipt names every paper the complaint rests on. */

#include "desk-fixture.h"

#include "model/signet-authorisation-row.h"
#include "model/signet-authorisation.h"
#include "model/signet-certification-row.h"

static char *
certify_party (Fixture *fixture, const char *role, gboolean own, const char *name, const char *number)
{
  g_autoptr (SignetDraft) draft = begin (fixture, SIGNET_DRAFT_PARTY, NULL);
  SignetParty *party = signet_draft_get_party (draft);

  g_assert_cmpint (signet_party_get_own (party), ==, own);
  signet_party_set_role (party, role);
  describe_organisation (party, name, number);
  fixture->next_link++; /* papers of their own */
  attach (fixture, draft, SIGNET_SLOT_LICENCE);
  return submit (draft);
}

static char *
certify_right (Fixture *fixture, const char *principal)
{
  g_autoptr (SignetDraft) draft = begin (fixture, SIGNET_DRAFT_RIGHT, NULL);
  SignetRight *right = signet_draft_get_right (draft);

  signet_right_set_party_id (right, principal);
  describe_trademark (right, "68123457", "杭州委托茶业有限公司");
  attach (fixture, draft, SIGNET_SLOT_CERTIFICATE);
  return submit (draft);
}

static char *
certify_authorisation (Fixture *fixture, const char *principal, const char *right)
{
  g_autoptr (SignetDraft) draft = begin (fixture, SIGNET_DRAFT_AUTHORISATION, principal);
  SignetAuthorisation *authorisation = signet_draft_get_authorisation (draft);
  const char *rights[] = { right, NULL };

  signet_authorisation_set_handler_name (authorisation, "林试");
  signet_authorisation_set_all_rights (authorisation, FALSE);
  signet_authorisation_set_right_ids (authorisation, rights);
  signet_authorisation_set_valid_from (authorisation, "2020-01-01");
  signet_authorisation_set_valid_until (authorisation, "2099-12-31");
  signet_authorisation_set_signed_on (authorisation, "2020-01-01");
  attach (fixture, draft, SIGNET_SLOT_AUTHORISATION);
  return submit (draft);
}

static gboolean
is_upheld (Fixture *fixture, const char *complaint)
{
  g_autofree char *status = get_status (fixture, complaint);

  return g_str_equal (status, SIGNET_STATUS_UPHELD);
}

static void
set_up_ready (Fixture *fixture, gconstpointer data)
{
  set_up_new (fixture, data);
  sign_in (fixture);
  bind_email (fixture);
}

static void
test_whole_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *agent = NULL;
  g_autofree char *principal = NULL;
  g_autofree char *right = NULL;
  g_autofree char *authorisation = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (SignetDraft) draft = NULL;

  /* Nothing gets through until all of it waits. */
  control (
      fixture, "PUT", "/practice/v1/faults",
      "[{\"path\":\"/v1/parties\",\"method\":\"POST\",\"phase\":\"before\",\"do\":\"status\",\"status\":503}]");
  agent = certify_party (fixture, SIGNET_ROLE_AGENT, TRUE, "上海代理事务所有限公司", "91110000600037341L");
  principal = certify_party (fixture, SIGNET_ROLE_PRINCIPAL, FALSE, "杭州委托茶业有限公司",
                             "91350100M000100Y43");
  right = certify_right (fixture, principal);
  authorisation = certify_authorisation (fixture, principal, right);
  WAIT_UNTIL (g_list_model_get_n_items (signet_desk_get_rights (fixture->desk)) == 1 &&
              g_list_model_get_n_items (signet_desk_get_authorisations (fixture->desk)) == 1);
  draft = write_complaint (fixture);
  g_assert_cmpstr (signet_complaint_get_authorisation_id (signet_draft_get_complaint (draft)), ==,
                   authorisation);
  complaint = submit (draft);
  g_assert_cmpuint (signet_desk_get_n_waiting (fixture->desk), ==, 5);

  control (fixture, "PUT", "/practice/v1/faults", "[]");
  signet_desk_sync (fixture->desk);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpuint (count_filed (fixture), ==, 1);
  g_assert_cmpint (get_receipt_state (fixture, complaint), ==, SIGNET_RECEIPT_VERIFIED);
  WAIT_UNTIL ((live_for (50), is_upheld (fixture, complaint)));
}

/* The record of this desk alone: another name and one paper more. */
static void
edit_right (Fixture *fixture, const char *right)
{
  g_autoptr (SignetDraft) draft = revise (fixture, SIGNET_DRAFT_RIGHT, right, SIGNET_DRAFT_PURPOSE_EDIT);
  g_autofree char *edited = NULL;

  signet_right_set_name (signet_draft_get_right (draft), "改过的名字");
  fixture->next_link++;
  attach (fixture, draft, SIGNET_SLOT_CERTIFICATE);
  edited = submit (draft);
}

/* A complaint rests on the papers the platform has, whatever has become of them on this desk. */
static void
test_edited_later (Fixture *fixture, gconstpointer data)
{
  g_autofree char *party = certify_party (fixture, SIGNET_ROLE_PRINCIPAL, TRUE, "杭州委托茶业有限公司",
                                          "91350100M000100Y43");
  g_autofree char *right = certify_right (fixture, party);
  g_autofree char *complaint = NULL;

  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  edit_right (fixture, right);
  complaint = file_complaint (fixture);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpint (get_receipt_state (fixture, complaint), ==, SIGNET_RECEIPT_VERIFIED);
}

/* A complaint that is being written shows its right and its principal as they are now. */
static void
test_edited_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *party = certify_party (fixture, SIGNET_ROLE_PRINCIPAL, TRUE, "杭州委托茶业有限公司",
                                          "91350100M000100Y43");
  g_autofree char *right = certify_right (fixture, party);
  g_autoptr (SignetDraft) draft = begin (fixture, SIGNET_DRAFT_COMPLAINT, right);

  g_assert_cmpstr (signet_right_get_name (signet_draft_get_chosen_right (draft)), ==, "试台 DESK");
  edit_right (fixture, right);
  WAIT_UNTIL (g_str_equal (signet_right_get_name (signet_draft_get_chosen_right (draft)), "改过的名字"));
}

/* Whose own identity a party is, each account's platform has been told: what is said for another account
 * doesn't ask for an authorisation here. */
static void
test_own_here (Fixture *fixture, gconstpointer data)
{
  g_autofree char *party = certify_party (fixture, SIGNET_ROLE_PRINCIPAL, TRUE, "杭州委托茶业有限公司",
                                          "91350100M000100Y43");
  g_autofree char *right = certify_right (fixture, party);
  g_autofree char *edited = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (SignetDraft) draft = NULL;

  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  draft = revise (fixture, SIGNET_DRAFT_PARTY, party, SIGNET_DRAFT_PURPOSE_EDIT);
  signet_party_set_own (signet_draft_get_party (draft), FALSE);
  edited = submit (draft);
  complaint = file_complaint (fixture);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  g_assert_cmpint (get_receipt_state (fixture, complaint), ==, SIGNET_RECEIPT_VERIFIED);
}

/* What was submitted goes as it was seen, even if its bytes have to wait for an id. */
static void
test_edited_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *party = NULL;
  g_autofree char *right = NULL;
  g_autofree char *complaint = NULL;
  g_autofree char *held = NULL;

  control (
      fixture, "PUT", "/practice/v1/faults",
      "[{\"path\":\"/v1/parties\",\"method\":\"POST\",\"phase\":\"before\",\"do\":\"status\",\"status\":503}]");
  party = certify_party (fixture, SIGNET_ROLE_PRINCIPAL, TRUE, "杭州委托茶业有限公司", "91350100M000100Y43");
  right = certify_right (fixture, party);
  edit_right (fixture, right);
  WAIT_UNTIL (g_list_model_get_n_items (signet_desk_get_rights (fixture->desk)) == 1);
  complaint = file_complaint (fixture);
  control (fixture, "PUT", "/practice/v1/faults", "[]");
  signet_desk_sync (fixture->desk);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  held = ask (fixture,
              "SELECT json_extract (CAST (body AS TEXT), '$.name') FROM certifications WHERE subject = ?",
              right);
  g_assert_cmpstr (held, ==, "试台 DESK");
  expect_verified (fixture, right);
  g_assert_cmpint (get_receipt_state (fixture, complaint), ==, SIGNET_RECEIPT_VERIFIED);
}

/* What is told about a second own identity: the first one's name. */
static char *
find_own_name (Fixture *fixture)
{
  g_autoptr (SignetDraft) draft = begin (fixture, SIGNET_DRAFT_PARTY, NULL);
  GListModel *findings = signet_draft_get_findings (draft);
  char *name = NULL;

  g_assert_false (signet_party_get_own (signet_draft_get_party (draft)));
  signet_party_set_own (signet_draft_get_party (draft), TRUE);
  live_for (50);
  for (guint i = 0; i < g_list_model_get_n_items (findings) && name == NULL; i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (signet_finding_get_code (finding), "own-exists"))
        name = g_strdup (signet_finding_get_param (finding, "party"));
    }
  return name;
}

static void
expect_own (Fixture *fixture, const char *brand, const char *agent)
{
  g_autofree char *brands = NULL;
  g_autofree char *agents = find_own_name (fixture);
  g_autoptr (SignetAccount) account = g_object_ref (signet_desk_get_account (fixture->desk));
  g_autoptr (SignetParty) principal = signet_desk_load_party (fixture->desk, brand, NULL, NULL);
  g_autoptr (SignetParty) own = NULL;
  g_autoptr (GListModel) rows = signet_desk_open_certifications (fixture->desk, brand);

  g_assert_cmpstr (agents, ==, agent);
  g_assert_false (signet_party_get_own (principal));
  signet_desk_choose_account (fixture->desk, fixture->account);
  brands = find_own_name (fixture);
  own = signet_desk_load_party (fixture->desk, brand, NULL, NULL);
  g_assert_cmpstr (brands, ==, signet_party_get_name (own));
  g_assert_true (signet_party_get_own (own));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SignetCertificationRow) row = g_list_model_get_item (rows, i);

      g_assert_false (signet_certification_row_get_differs (row));
    }
  signet_desk_choose_account (fixture->desk, account);
}

static gboolean
has_expired (Fixture *fixture, const char *party)
{
  g_autofree char *status = ask (fixture, "SELECT status FROM certifications WHERE subject = ? ORDER BY row",
                                 party);

  return g_str_equal (status, SIGNET_STATUS_EXPIRED);
}

/* A desk may have both the account of a brand and that of its agent. Whose own a party is each account says
 * for itself, as soon as it is submitted there. */
static void
test_two_accounts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *brand = certify_party (fixture, SIGNET_ROLE_PRINCIPAL, TRUE, "杭州委托茶业有限公司",
                                          "91350100M000100Y43");
  g_autoptr (SignetAccount) brands = g_steal_pointer (&fixture->account);
  g_autoptr (SignetDraft) principal = NULL;
  g_autoptr (SignetDraft) renewal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *agent = NULL;
  g_autofree char *submitted = NULL;
  g_autofree char *remote_id = NULL;

  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  fixture->rules = "ippro";
  CALL (fixture->account = signet_desk_start_practice_finish (fixture->desk, called, &error),
        signet_desk_start_practice_async, fixture->desk, fixture->rules);
  g_assert_no_error (error);
  sign_in (fixture);
  bind_email (fixture);
  control (
      fixture, "PUT", "/practice/v1/faults",
      "[{\"path\":\"/v1/parties\",\"method\":\"POST\",\"phase\":\"before\",\"do\":\"status\",\"status\":503}]");
  agent = certify_party (fixture, SIGNET_ROLE_AGENT, TRUE, "上海代理事务所有限公司", "91110000600037341L");
  principal = revise (fixture, SIGNET_DRAFT_PARTY, brand, SIGNET_DRAFT_PURPOSE_CERTIFY);
  signet_party_set_own (signet_draft_get_party (principal), FALSE);
  submitted = submit (principal);

  g_set_object (&fixture->account, brands);
  expect_own (fixture, brand, "上海代理事务所有限公司");
  control (fixture, "PUT", "/practice/v1/faults", "[]");
  signet_desk_sync (fixture->desk);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0);
  expect_own (fixture, brand, "上海代理事务所有限公司");

  /* It is renewed as what it was there. */
  fixture->rules = "kuaishou";
  remote_id = ask (fixture, "SELECT remote_id FROM certifications WHERE subject = ? ORDER BY row", brand);
  decide (fixture, remote_id, SIGNET_STATUS_EXPIRED);
  WAIT_UNTIL (has_expired (fixture, brand));
  renewal = revise (fixture, SIGNET_DRAFT_PARTY, brand, SIGNET_DRAFT_PURPOSE_RENEW);
  g_assert_true (signet_party_get_own (signet_draft_get_party (renewal)));
}

static void
add_tests (void)
{
  g_test_add ("/agent/edited-later", Fixture, NULL, set_up_ready, test_edited_later, tear_down);
  g_test_add ("/agent/edited-beside", Fixture, NULL, set_up_ready, test_edited_beside, tear_down);
  g_test_add ("/agent/own-here", Fixture, NULL, set_up_ready, test_own_here, tear_down);
  g_test_add ("/agent/edited-meanwhile", Fixture, NULL, set_up_ready, test_edited_meanwhile, tear_down);
  g_test_add ("/agent/two-accounts", Fixture, NULL, set_up_ready, test_two_accounts, tear_down);
  g_test_add ("/agent/whole-way", Fixture, NULL, set_up_ready, test_whole_way, tear_down);
}

int
main (int argc, char *argv[])
{
  return run_tests (argc, argv, add_tests);
}
