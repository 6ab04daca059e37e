/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-authorisation.h"
#include "api/signet-api-complaint.h"
#include "api/signet-api-party.h"
#include "api/signet-api-platform.h"
#include "api/signet-api-right.h"
#include "api/signet-change.h"
#include "api/signet-json.h"
#include "model/signet-finding.h"
#include "model/signet-words.h"

#include <string.h>

/* Parties of every kind, rights of every kind and authorisations: a request, an answer and a draft of each
 * comes back as it was. What isn't known to this version stays: kinds and statuses as words, members in the
 * resource itself. */

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *node = signet_json_parse (bytes, &error);

  g_assert_no_error (error);
  return node;
}

static JsonNode *
parse_bytes (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return parse (text);
}

static void
assert_same (JsonNode *expected, JsonNode *found)
{
  if (!json_node_equal (expected, found))
    {
      g_autofree char *was = json_to_string (expected, TRUE);
      g_autofree char *is = json_to_string (found, TRUE);

      g_error ("%s\nbecame %s", was, is);
    }
}

#define FINDINGS                                                                              \
  "\"findings\":[{\"pointer\":\"/moon\",\"code\":\"phase-unclear\",\"severity\":\"warning\"," \
  "\"params\":{\"region\":\"杭州\"}}],"
#define CERTIFICATION \
  ",\"id\":\"i_1\",\"status\":\"pondered\"," FINDINGS "\"created_at\":\"t\",\"updated_at\":\"t\"}"

/* What a request says, in an answer. */
static char *
make_answer (const char *request)
{
  g_autofree char *open = g_strndup (request, strlen (request) - 1);

  return g_strconcat (open, CERTIFICATION, NULL);
}

static void
assert_says (SignetCertification *certification)
{
  g_autoptr (SignetFinding)
      finding = g_list_model_get_item (G_LIST_MODEL (signet_certification_get_findings (certification)), 0);

  g_assert_cmpstr (signet_certification_get_status (certification), ==, "pondered");
  g_assert_cmpstr (signet_finding_get_pointer (finding), ==, "/moon");
  g_assert_cmpstr (signet_finding_get_code (finding), ==, "phase-unclear");
  g_assert_cmpstr (signet_finding_get_param (finding, "region"), ==, "杭州");
}

#define CONTACT                                                                                 \
  "\"contact\":{\"name\":\"林小满\",\"email\":\"lin@example.cn\",\"phone\":\"13800001234\"," \
  "\"address\":\"福建省\"},"
#define FILES                                                                                \
  "\"files\":[{\"slot\":\"passport_page\",\"sha256\":"                                       \
  "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\",\"name\":\"a.pdf\"," \
  "\"media_type\":\"application/pdf\",\"bytes\":7}]}"

static const char *const parties[] = {
  "{\"role\":\"principal\",\"own\":true,\"kind\":\"mainland_person\",\"name\":\"林小满\","
  "\"document\":{\"kind\":\"resident_id\",\"number\":\"11010519491231002X\"}," CONTACT FILES,
  "{\"role\":\"agent\",\"own\":true,\"kind\":\"mainland_organisation\",\"name\":\"甲律师事务所\","
  "\"document\":{\"kind\":\"credit_code\",\"number\":\"91350100M000100Y43\",\"valid_until\":\"2036-03-01\"},"
  "\"legal_representative\":\"林小满\"," CONTACT
  "\"private_contact\":{\"name\":\"王\",\"email\":\"w@example.cn\",\"phone\":\"13900001234\"}," FILES,
  "{\"role\":\"principal\",\"own\":false,\"kind\":\"hmt_person\",\"name\":\"陈大文\",\"other_name\":\"CHAN Tai Man\","
  "\"document\":{\"kind\":\"travel_permit_hk_macau\",\"number\":\"H12345678\",\"valid_until\":\"2030-01-01\"}," CONTACT
      FILES,
  "{\"role\":\"principal\",\"own\":false,\"kind\":\"hong_kong_organisation\",\"name\":\"Foo Limited\","
  "\"document\":{\"kind\":\"business_registration\",\"number\":\"12345678\",\"valid_until\":\"2027-01-01\"}," CONTACT
      FILES,
  "{\"role\":\"principal\",\"own\":false,\"kind\":\"macau_organisation\",\"name\":\"Foo Lda\","
  "\"document\":{\"kind\":\"registration\",\"number\":\"SO 12345\"}," CONTACT FILES,
  "{\"role\":\"principal\",\"own\":false,\"kind\":\"taiwan_organisation\",\"name\":\"甲公司\","
  "\"document\":{\"kind\":\"registration\",\"number\":\"12345678\"}," CONTACT FILES,
  "{\"role\":\"principal\",\"own\":false,\"kind\":\"foreign_person\",\"name\":\"Ann Bee\",\"country\":\"GB\","
  "\"document\":{\"kind\":\"passport\",\"number\":\"X1234567\",\"valid_until\":\"2030-01-01\"}," CONTACT
      FILES,
  "{\"role\":\"principal\",\"own\":false,\"kind\":\"foreign_organisation\",\"name\":\"Foo GmbH\","
  "\"other_name\":\"福有限公司\",\"country\":\"DE\",\"document\":{\"kind\":\"registration\",\"number\":\"HRB 1\"}," CONTACT
      FILES,
  "{\"role\":\"guardian\",\"own\":false,\"kind\":\"martian_person\",\"name\":\"Zork\",\"country\":\"XM\","
  "\"document\":{\"kind\":\"crater_card\",\"number\":\"7\"}," CONTACT FILES,
};

static void
test_parties (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      g_autofree char *answer_text = make_answer (parties[i]);
      g_autoptr (JsonNode) request = parse (parties[i]);
      g_autoptr (JsonNode) answer = parse (answer_text);
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetCertification) certification = NULL;
      g_autoptr (SignetParty) asked = signet_api_party_from_request (request, &error);
      g_autoptr (SignetParty) answered = signet_api_party_from_answer (answer, &certification, &error);
      g_autoptr (GBytes) bytes = signet_api_party_to_request (asked);
      g_autoptr (GBytes) draft = signet_api_party_to_draft (answered);
      g_autoptr (SignetParty) drafted = signet_api_party_from_draft (draft, &error);
      g_autoptr (JsonNode) request_again = parse_bytes (bytes);
      g_autoptr (JsonNode) answer_again = signet_api_party_to_answer (drafted, certification);

      g_assert_no_error (error);
      assert_same (request, request_again);
      assert_same (answer, answer_again);
      assert_says (certification);
    }
}

#define OWNED "\"name\":\"青云\",\"owner\":\"林小满\","
#define HELD \
  "\"holders\":[\"pty_1\",\"pty_2\",\"pty_3\"],\"standing\":\"sole_licensee\",\"licence_until\":\"2027-01-01\","

static const char *const rights[] = {
  "{\"kind\":\"trademark\",\"number\":\"1\"," OWNED
  "\"classes\":[{\"class\":30,\"goods\":\"茶\"},{\"class\":35}],"
  "\"registered_on\":\"2020-01-07\",\"valid_until\":\"2030-01-06\",\"territory\":\"CN\"," HELD FILES,
  "{\"kind\":\"invention\",\"number\":\"95115608.X\"," OWNED
  "\"filed_on\":\"2010-01-01\",\"granted_on\":\"2012-01-01\","
  "\"annuity_paid_until\":\"2027-01-01\",\"territory\":\"CN\"," HELD FILES,
  "{\"kind\":\"utility_model\",\"number\":\"200820009767.0\"," OWNED
  "\"filed_on\":\"2020-01-01\"," HELD FILES,
  "{\"kind\":\"design\",\"number\":\"201730033448.8\"," OWNED "\"filed_on\":\"2017-01-01\"," HELD FILES,
  "{\"kind\":\"work\"," OWNED "\"work_kind\":\"art\",\"author\":\"林\",\"author_kind\":\"person\","
  "\"author_died_on\":\"2001-01-01\",\"completed_on\":\"1999-01-01\",\"published_on\":\"2000-01-01\"," HELD
      FILES,
  "{\"kind\":\"software\",\"number\":\"软著登字第1号\",\"second_number\":\"2020SR123456\",\"version\":\"V1.0\"," OWNED
  "\"completed_on\":\"2019-01-01\"," HELD FILES,
  "{\"kind\":\"original_image\"," OWNED "\"author\":\"林\",\"shot_on\":\"2024-01-01\"," HELD FILES,
  "{\"kind\":\"portrait\",\"name\":\"林小满\",\"holders\":[\"pty_1\"],"
  "\"standing\":\"owner\",\"accounts\":[\"a\",\"b\"]," FILES,
  "{\"kind\":\"plant_variety\",\"number\":\"CNA1\"," OWNED "\"holders\":[],\"standing\":\"breeder\"," FILES,
};

static GBytes *
encode_right (SignetRight *right)
{
  g_autoptr (GPtrArray) holders = g_ptr_array_new ();
  const char *const *others = signet_right_get_co_holder_ids (right);

  if (*signet_right_get_party_id (right) != '\0')
    g_ptr_array_add (holders, (char *) signet_right_get_party_id (right));
  for (; *others != NULL; others++)
    g_ptr_array_add (holders, (char *) *others);
  g_ptr_array_add (holders, NULL);
  return signet_api_right_to_request (right, (const char *const *) holders->pdata);
}

static void
test_rights (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      g_autofree char *answer_text = make_answer (rights[i]);
      g_autoptr (JsonNode) request = parse (rights[i]);
      g_autoptr (JsonNode) answer = parse (answer_text);
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetCertification) certification = NULL;
      g_autoptr (SignetRight) asked = signet_api_right_from_request (request, &error);
      g_autoptr (SignetRight) answered = signet_api_right_from_answer (answer, &certification, &error);
      g_autoptr (GBytes) bytes = encode_right (asked);
      g_autoptr (GBytes) draft = signet_api_right_to_draft (answered);
      g_autoptr (SignetRight) drafted = signet_api_right_from_draft (draft, &error);
      g_autoptr (JsonNode) request_again = parse_bytes (bytes);
      g_autoptr (JsonNode) answer_again = signet_api_right_to_answer (drafted, certification);

      g_assert_no_error (error);
      assert_same (request, request_again);
      assert_same (answer, answer_again);
      assert_says (certification);
    }
}

/* The others of a draft may be there before the first. */
static void
test_holders (void)
{
  const char *others[] = { "b", "c", NULL };
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (GBytes) draft = NULL;
  g_autoptr (SignetRight) again = NULL;

  signet_right_set_co_holder_ids (right, others);
  draft = signet_api_right_to_draft (right);
  again = signet_api_right_from_draft (draft, NULL);
  g_assert_cmpstr (signet_right_get_party_id (again), ==, "");
  g_assert_true (g_strv_equal (signet_right_get_co_holder_ids (again), others));
}

static const char *const authorisations[] = {
  "{\"principal\":\"pty_1\",\"agent\":\"pty_2\",\"handler\":{\"name\":\"王\",\"document_number\":\"1\"},"
  "\"scope\":[\"enforcement\",\"litigation\"],\"all_rights\":false,\"rights\":[\"rgt_1\",\"rgt_2\"],"
  "\"all_platforms\":false,\"platforms\":[\"kuaishou\"],\"valid_from\":\"2026-01-01\",\"valid_until\":\"2026-12-31\","
  "\"sub_delegation\":true,\"signed_on\":\"2025-12-24\"," FILES,
  "{\"principal\":\"pty_1\",\"agent\":\"pty_3\",\"follows\":\"aut_1\",\"scope\":[],"
  "\"all_rights\":true,\"rights\":[],\"all_platforms\":true,\"platforms\":[],\"sub_delegation\":false," FILES,
  "{\"principal\":\"pty_1\",\"agent\":\"pty_2\",\"scope\":[\"haunting\"],\"all_rights\":true,\"rights\":[],"
  "\"all_platforms\":false,\"platforms\":[\"mars\"],\"sub_delegation\":true," FILES,
};

static void
test_authorisations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (authorisations); i++)
    {
      g_autofree char *answer_text = make_answer (authorisations[i]);
      g_autoptr (JsonNode) request = parse (authorisations[i]);
      g_autoptr (JsonNode) answer = parse (answer_text);
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetCertification) certification = NULL;
      g_autoptr (SignetAuthorisation) asked = signet_api_authorisation_from_request (request, &error);
      g_autoptr (SignetAuthorisation)
          answered = signet_api_authorisation_from_answer (answer, &certification, &error);
      g_autoptr (GBytes) bytes = signet_api_authorisation_to_request (
          asked, signet_authorisation_get_principal_id (asked), signet_authorisation_get_agent_id (asked),
          signet_authorisation_get_follows_id (asked), signet_authorisation_get_right_ids (asked));
      g_autoptr (GBytes)
          local = signet_api_authorisation_to_request (asked, "x", "y", NULL, signet_record_no_texts ());
      g_autoptr (GBytes) draft = signet_api_authorisation_to_draft (answered);
      g_autoptr (SignetAuthorisation) drafted = signet_api_authorisation_from_draft (draft, &error);
      g_autoptr (JsonNode) request_again = parse_bytes (bytes);
      g_autoptr (JsonNode) local_node = parse_bytes (local);
      g_autoptr (JsonNode) answer_again = signet_api_authorisation_to_answer (drafted, certification);

      g_assert_no_error (error);
      assert_same (request, request_again);
      assert_same (answer, answer_again);
      assert_says (certification);
      /* no local id goes out */
      g_assert_cmpstr (signet_json_get_text (local_node, "/principal", &error), ==, "x");
      g_assert_cmpstr (signet_json_get_text (local_node, "/agent", &error), ==, "y");
      g_assert_null (signet_json_find (local_node, "/follows"));
      g_assert_cmpuint (json_array_get_length (signet_json_get_array (local_node, "/rights", &error)), ==, 0);
    }
}

/* Drafts as versions before this one wrote them. */
static void
test_old_drafts (void)
{
  const char *old_party =
      "{\"id\":\"p\",\"role\":\"principal\",\"kind\":\"mainland_organisation\",\"name\":\"甲\","
      "\"document\":{\"number\":\"91350100M000100Y43\"},\"contact\":{\"name\":\"\",\"email\":\"\","
      "\"phone\":\"\",\"address\":\"\"},\"files\":[]}";
  const char *old_right =
      "{\"id\":\"r\",\"kind\":\"trademark\",\"number\":\"1\",\"name\":\"\",\"owner\":\"\","
      "\"holders\":[\"p\"],\"standing\":\"owner\",\"files\":[]}";
  g_autoptr (GBytes) party_bytes = g_bytes_new_static (old_party, strlen (old_party));
  g_autoptr (GBytes) right_bytes = g_bytes_new_static (old_right, strlen (old_right));
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetParty) party = signet_api_party_from_draft (party_bytes, &error);
  g_autoptr (SignetRight) right = signet_api_right_from_draft (right_bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, SIGNET_DOCUMENT_KIND_CREDIT_CODE);
  g_assert_true (signet_party_get_own (party));
  g_assert_cmpstr (signet_right_get_party_id (right), ==, "p");
  g_assert_null (signet_right_get_co_holder_ids (right)[0]);
}

/* Members that nobody here knows neither disturb nor get lost: a change keeps its resource as it came. */
static void
test_unknown_members (void)
{
  g_autoptr (JsonNode) node = parse (
      "{\"changes\":[{\"cursor\":\"1\",\"at\":\"t\",\"kind\":\"authorisation\",\"id\":\"i_1\","
      "\"resource\":{\"principal\":\"pty_1\",\"agent\":\"pty_2\",\"moon\":{\"phase\":[1,2.5,null]},"
      "\"scope\":[\"enforcement\",\"haunting\"]" CERTIFICATION "}],\"cursor\":\"1\"}");
  g_autofree char *cursor = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = signet_change_list_from_node (node, &cursor, NULL, &error);
  g_autoptr (SignetAuthorisation) authorisation = NULL;
  g_autoptr (JsonNode) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (signet_change_get_kind (changes->pdata[0]), ==, SIGNET_KIND_AUTHORISATION);
  authorisation = signet_api_authorisation_from_answer (signet_change_get_resource (changes->pdata[0]), NULL,
                                                        &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_authorisation_get_scope (authorisation)[1], ==, "haunting");
  again = signet_change_list_to_node (changes, cursor);
  assert_same (node, again);
}

static void
test_complaint (void)
{
  g_autoptr (SignetComplaint) complaint = signet_complaint_new ();
  g_autoptr (GBytes) own = NULL;
  g_autoptr (GBytes) by_agent = NULL;
  g_autoptr (JsonNode) own_node = NULL;
  g_autoptr (JsonNode) agent_node = NULL;

  signet_complaint_set_authorisation_id (complaint, "local");
  own = signet_api_complaint_to_request (complaint, "rgt_1", "pty_1", NULL);
  by_agent = signet_api_complaint_to_request (complaint, "rgt_1", "pty_1", "aut_1");
  own_node = parse_bytes (own);
  agent_node = parse_bytes (by_agent);
  g_assert_null (signet_json_find (own_node, "/authorisation"));
  g_assert_cmpstr (signet_json_get_text (agent_node, "/authorisation", NULL), ==, "aut_1");
}

/* A status, reason, count, rule and finding that nobody here knows stay with the complaint. */
static void
test_complaint_words (void)
{
  g_autoptr (JsonNode) answer = parse (
      "{\"id\":\"cmp_1\",\"number\":\"2026-0001\",\"right\":\"rgt_1\",\"principal\":\"pty_1\",\"reason\":\"hexed\","
      "\"statement\":\"s\",\"language\":\"zh-CN\",\"guarantee\":{\"version\":\"v\",\"language\":\"en\","
      "\"name\":\"n\",\"given_at\":\"t\"},\"status\":\"mediated\",\"item_count\":3,"
      "\"counts\":{\"removed\":1,\"exorcised\":2}," FINDINGS
      "\"history\":[{\"status\":\"submitted\",\"at\":\"t\"},"
      "{\"status\":\"mediated\",\"at\":\"t\"}],\"due_at\":\"d\",\"due_rule\":\"full-moon\","
      "\"created_at\":\"c\",\"updated_at\":\"u\"," FILES);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetComplaint) complaint = signet_api_complaint_from_answer (answer, &error);
  g_autoptr (JsonNode) again = NULL;

  g_assert_no_error (error);
  again = signet_api_complaint_to_answer (complaint);
  assert_same (answer, again);
  g_assert_cmpstr (signet_complaint_get_status (complaint), ==, "mediated");
  g_assert_cmpstr (signet_complaint_get_reason (complaint), ==, "hexed");
  g_assert_cmpint (signet_complaint_get_count (complaint, "exorcised"), ==, 2);
}

/* Documents, conditions and authorisations of a rule set. */
static void
test_platform (void)
{
  g_autoptr (JsonNode) node = parse (
      "{\"rules\":\"r\",\"party_kinds\":[{\"kind\":\"foreign_person\",\"documents\":[{\"kind\":\"passport\","
      "\"label\":{\"zh-CN\":\"护照\",\"en\":\"Passport\"},\"expires\":true},{\"kind\":\"other\","
      "\"expires\":false,\"assumed\":true}],\"papers\":[{\"slot\":\"passport_page\",\"required\":true,"
      "\"when\":{\"documents\":[\"passport\"]}}]}],\"right_kinds\":[{\"kind\":\"work\",\"fields\":[],"
      "\"papers\":[{\"slot\":\"licence_contract\",\"required\":true,\"when\":{\"standings\":"
      "[\"licensee\",\"sole_licensee\"]}}]}],\"authorisations\":{\"papers\":[{\"slot\":\"authorisation\","
      "\"required\":true}]},\"review\":{\"parties\":\"submission\",\"authorisations\":\"submission\"}}");
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetPlatform) platform = signet_api_platform_from_node (node, &error);
  g_autoptr (JsonNode) again = NULL;
  SignetPartyKind *kind;

  g_assert_no_error (error);
  again = signet_api_platform_to_node (platform);
  assert_same (node, again);
  kind = signet_platform_find_party_kind (platform, "foreign_person");
  g_assert_true (signet_document_kind_get_expires (signet_party_kind_find_document (kind, "passport")));
  g_assert_null (signet_party_kind_find_document (kind, "resident_id"));
  g_assert_cmpuint (g_list_model_get_n_items (signet_platform_get_authorisation_papers (platform)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kinds/parties", test_parties);
  g_test_add_func ("/kinds/rights", test_rights);
  g_test_add_func ("/kinds/holders", test_holders);
  g_test_add_func ("/kinds/authorisations", test_authorisations);
  g_test_add_func ("/kinds/old-drafts", test_old_drafts);
  g_test_add_func ("/kinds/unknown-members", test_unknown_members);
  g_test_add_func ("/kinds/complaint", test_complaint);
  g_test_add_func ("/kinds/complaint-words", test_complaint_words);
  g_test_add_func ("/kinds/platform", test_platform);

  return g_test_run ();
}
