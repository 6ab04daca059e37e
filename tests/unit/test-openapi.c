/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* test-openapi EXAMPLES: every example of the OpenAPI document is decoded and encoded unchanged. EXAMPLES is
 * what openapi-examples.py made of the document. A schema that no row below knows fails the test. */

#include "api/signet-account-info.h"
#include "api/signet-api-authorisation.h"
#include "api/signet-api-certification.h"
#include "api/signet-api-complaint.h"
#include "api/signet-api-finding.h"
#include "api/signet-api-party.h"
#include "api/signet-api-platform.h"
#include "api/signet-api-right.h"
#include "api/signet-binding.h"
#include "api/signet-change.h"
#include "api/signet-json.h"
#include "api/signet-jwk.h"
#include "api/signet-problem.h"
#include "api/signet-receipt.h"

#include <string.h>

typedef JsonNode *(*Recode) (JsonNode *node, GError **error);

static JsonNode *
parse_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = signet_json_parse (bytes, &error);

  g_assert_no_error (error);
  return node;
}

static JsonNode *
recode_party_request (JsonNode *node, GError **error)
{
  g_autoptr (SignetParty) party = signet_api_party_from_request (node, error);
  g_autoptr (GBytes) bytes = party != NULL ? signet_api_party_to_request (party) : NULL;

  return bytes != NULL ? parse_bytes (bytes) : NULL;
}

static JsonNode *
recode_party (JsonNode *node, GError **error)
{
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (SignetParty) party = signet_api_party_from_answer (node, &certification, error);

  return party != NULL ? signet_api_party_to_answer (party, certification) : NULL;
}

static GBytes *
encode_right (SignetRight *right)
{
  g_autoptr (GPtrArray) holders = g_ptr_array_new ();
  const char *const *others = signet_right_get_co_holder_ids (right);

  g_ptr_array_add (holders, (char *) signet_right_get_party_id (right));
  for (guint i = 0; others[i] != NULL; i++)
    g_ptr_array_add (holders, (char *) others[i]);
  g_ptr_array_add (holders, NULL);
  return signet_api_right_to_request (right, (const char *const *) holders->pdata);
}

static JsonNode *
recode_right_request (JsonNode *node, GError **error)
{
  g_autoptr (SignetRight) right = signet_api_right_from_request (node, error);
  g_autoptr (GBytes) bytes = right != NULL ? encode_right (right) : NULL;

  return bytes != NULL ? parse_bytes (bytes) : NULL;
}

static JsonNode *
recode_right (JsonNode *node, GError **error)
{
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (SignetRight) right = signet_api_right_from_answer (node, &certification, error);

  return right != NULL ? signet_api_right_to_answer (right, certification) : NULL;
}

static JsonNode *
recode_authorisation_request (JsonNode *node, GError **error)
{
  g_autoptr (SignetAuthorisation) authorisation = signet_api_authorisation_from_request (node, error);
  g_autoptr (GBytes) bytes = authorisation != NULL
                                 ? signet_api_authorisation_to_request (
                                       authorisation, signet_authorisation_get_principal_id (authorisation),
                                       signet_authorisation_get_agent_id (authorisation),
                                       signet_authorisation_get_follows_id (authorisation),
                                       signet_authorisation_get_right_ids (authorisation))
                                 : NULL;

  return bytes != NULL ? parse_bytes (bytes) : NULL;
}

static JsonNode *
recode_authorisation (JsonNode *node, GError **error)
{
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (SignetAuthorisation)
      authorisation = signet_api_authorisation_from_answer (node, &certification, error);

  return authorisation != NULL ? signet_api_authorisation_to_answer (authorisation, certification) : NULL;
}

static JsonNode *
recode_complaint_request (JsonNode *node, GError **error)
{
  g_autoptr (SignetComplaint) complaint = signet_api_complaint_from_request (node, error);
  g_autoptr (GBytes)
      bytes = complaint != NULL
                  ? signet_api_complaint_to_request (complaint, signet_complaint_get_right_id (complaint),
                                                     signet_complaint_get_party_id (complaint),
                                                     signet_complaint_get_authorisation_id (complaint))
                  : NULL;

  return bytes != NULL ? parse_bytes (bytes) : NULL;
}

/* What every form of a complaint has: a request without its items. */
static JsonNode *
recode_complaint_base (JsonNode *node, GError **error)
{
  JsonNode *again = recode_complaint_request (node, error);

  if (again != NULL)
    json_object_remove_member (json_node_get_object (again), "items");
  return again;
}

static JsonNode *
recode_complaint (JsonNode *node, GError **error)
{
  g_autoptr (SignetComplaint) complaint = signet_api_complaint_from_answer (node, error);

  return complaint != NULL ? signet_api_complaint_to_answer (complaint) : NULL;
}

static JsonNode *
recode_item (JsonNode *node, GError **error)
{
  g_autoptr (SignetItem) item = signet_api_item_from_answer (node, error);

  return item != NULL ? signet_api_item_to_answer (item) : NULL;
}

static JsonNode *
recode_reviewed (JsonNode *node, GError **error)
{
  g_autoptr (SignetCertification) certification = signet_api_certification_from_answer (node, error);

  return certification != NULL
             ? signet_mapping_encode (&signet_certification_mapping, certification, SIGNET_IN_ANSWER)
             : NULL;
}

static JsonNode *
recode_finding (JsonNode *node, GError **error)
{
  g_autoptr (SignetFinding) finding = signet_api_finding_from_node (node, error);

  return finding != NULL ? signet_api_finding_to_node (finding) : NULL;
}

static JsonNode *
recode_problem (JsonNode *node, GError **error)
{
  g_autoptr (SignetProblem) problem = signet_problem_new_from_node (node, error);

  return problem != NULL ? signet_problem_to_node (problem) : NULL;
}

static JsonNode *
recode_platform (JsonNode *node, GError **error)
{
  g_autoptr (SignetPlatform) platform = signet_api_platform_from_node (node, error);

  return platform != NULL ? signet_api_platform_to_node (platform) : NULL;
}

static JsonNode *
recode_binding (JsonNode *node, GError **error)
{
  g_autoptr (SignetBinding) binding = signet_binding_new_from_node (node, error);

  return binding != NULL ? signet_binding_to_node (binding) : NULL;
}

static JsonNode *
recode_account (JsonNode *node, GError **error)
{
  g_autoptr (SignetAccountInfo) account = signet_account_info_new_from_node (node, error);

  return account != NULL ? signet_account_info_to_node (account) : NULL;
}

static JsonNode *
recode_receipt (JsonNode *node, GError **error)
{
  g_autoptr (SignetReceipt) receipt = signet_receipt_new_from_node (node, error);

  return receipt != NULL ? signet_receipt_to_node (receipt) : NULL;
}

static JsonNode *
recode_keys (JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) keys = signet_jwk_set_from_node (node, error);

  return keys != NULL ? signet_jwk_set_to_node (keys) : NULL;
}

static JsonNode *
recode_changes (JsonNode *node, GError **error)
{
  g_autofree char *cursor = NULL;
  g_autoptr (GPtrArray) changes = signet_change_list_from_node (node, &cursor, NULL, error);

  return changes != NULL ? signet_change_list_to_node (changes, cursor) : NULL;
}

/* What is read member by member where it is needed has no class: that it is JSON is all there is to see. */
static JsonNode *
recode_plain (JsonNode *node, GError **error)
{
  g_autoptr (GBytes) bytes = signet_json_to_bytes (node);

  return signet_json_parse (bytes, error);
}

#define REVIEWED "\"id\":\"i\",\"kind\":\"mainland_organisation\",\"status\":\"s\""

static const struct
{
  const char *schema;
  Recode recode;
  const char
      *host; /* the resource the example stands in, @ where it stands; NULL: the example is the resource */
  const char *pointer; /* where it is found again */
} rows[] = {
  { "Date", recode_plain },
  { "Time", recode_plain },
  { "Sha256", recode_plain },
  { "Label", recode_platform, "{\"rules\":\"r\",\"name\":@}", "/name" },
  { "AuthorizationServer", recode_plain },
  { "Key", recode_keys, "{\"keys\":[@]}", "/keys/0" },
  { "KeySet", recode_keys },
  { "ChallengeRequest", recode_plain },
  { "DeviceLabel", recode_plain },
  { "DeviceRequest", recode_plain },
  { "DeviceCodes", recode_plain },
  { "ChallengeAnswer", recode_plain },
  { "OAuthError", recode_plain },
  { "TokenRequest", recode_plain },
  { "Tokens", recode_plain },
  { "RevokeRequest", recode_plain },
  { "Finding", recode_finding },
  { "Problem", recode_problem },
  { "Paper", recode_platform, "{\"rules\":\"r\",\"right_kinds\":[{\"kind\":\"k\",\"papers\":[@]}]}",
    "/right_kinds/0/papers/0" },
  { "DocumentKind", recode_platform, "{\"rules\":\"r\",\"party_kinds\":[{\"kind\":\"k\",\"documents\":[@]}]}",
    "/party_kinds/0/documents/0" },
  { "PartyKind", recode_platform, "{\"rules\":\"r\",\"party_kinds\":[@]}", "/party_kinds/0" },
  { "RightKind", recode_platform, "{\"rules\":\"r\",\"right_kinds\":[@]}", "/right_kinds/0" },
  { "LinkShape", recode_platform, "{\"rules\":\"r\",\"target_kinds\":[{\"kind\":\"k\",\"links\":[@]}]}",
    "/target_kinds/0/links/0" },
  { "TargetKind", recode_platform, "{\"rules\":\"r\",\"target_kinds\":[@]}", "/target_kinds/0" },
  { "Reason", recode_platform, "{\"rules\":\"r\",\"reasons\":[@]}", "/reasons/0" },
  { "Limits", recode_platform, "{\"rules\":\"r\",\"limits\":@}", "/limits" },
  { "Review", recode_platform, "{\"rules\":\"r\",\"review\":@}", "/review" },
  { "Regime", recode_platform, "{\"rules\":\"r\",\"regimes\":[@]}", "/regimes/0" },
  { "Scope", recode_platform, "{\"rules\":\"r\",\"authorisations\":{\"scopes\":[@]}}",
    "/authorisations/scopes/0" },
  { "AuthorisationRules", recode_platform, "{\"rules\":\"r\",\"authorisations\":@}", "/authorisations" },
  { "GuaranteeText", recode_platform, "{\"rules\":\"r\",\"guarantee\":@}", "/guarantee" },
  { "Platform", recode_platform },
  { "Binding", recode_binding },
  { "BindingRequest", recode_plain },
  { "ConfirmationRequest", recode_plain },
  { "Account", recode_account },
  { "PasswordRequest", recode_plain },
  { "Session", recode_plain },
  { "SessionList", recode_plain },
  { "FileReference", recode_party, "{" REVIEWED ",\"files\":[@]}", "/files/0" },
  { "Document", recode_party, "{" REVIEWED ",\"document\":@}", "/document" },
  { "Contact", recode_party, "{" REVIEWED ",\"contact\":@}", "/contact" },
  { "PrivateContact", recode_party, "{" REVIEWED ",\"private_contact\":@}", "/private_contact" },
  { "PartyRequest", recode_party_request },
  { "Party", recode_party },
  { "Reviewed", recode_reviewed },
  { "PartyList", recode_plain },
  { "PartyReceipted", recode_party, "", "/resource" },
  { "MergePatch", recode_plain },
  { "Receipt", recode_plain },
  { "ReceiptPayload", recode_receipt },
  { "RightClass", recode_right_request, "{\"classes\":[@]}", "/classes/0" },
  { "RightRequest", recode_right_request },
  { "Right", recode_right },
  { "RightList", recode_plain },
  { "RightReceipted", recode_right, "", "/resource" },
  { "Handler", recode_authorisation_request, "{\"handler\":@}", "/handler" },
  { "AuthorisationRequest", recode_authorisation_request },
  { "Authorisation", recode_authorisation },
  { "AuthorisationList", recode_plain },
  { "AuthorisationReceipted", recode_authorisation, "", "/resource" },
  { "Guarantee", recode_complaint_request, "{\"guarantee\":@}", "/guarantee" },
  { "ItemRequest", recode_complaint_request, "{\"items\":[@]}", "/items/0" },
  { "Measure", recode_item, "{\"id\":\"i\",\"status\":\"s\",\"measures\":[@]}", "/measures/0" },
  { "Item", recode_item },
  { "ItemList", recode_plain },
  { "ComplaintBase", recode_complaint_base },
  { "ComplaintRequest", recode_complaint_request },
  { "HistoryEntry", recode_complaint, "{\"id\":\"i\",\"status\":\"s\",\"history\":[@]}", "/history/0" },
  { "Complaint", recode_complaint },
  { "ComplaintList", recode_plain },
  { "ComplaintReceipted", recode_complaint, "", "/resource" },
  { "Change", recode_changes, "{\"changes\":[@],\"cursor\":\"1\"}", "/changes/0" },
  { "ChangeList", recode_changes },
};

/* Missing and null are the same on the wire. */
static void
drop_nulls (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (object);

      for (GList *l = names; l != NULL; l = l->next)
        if (json_object_get_null_member (object, l->data))
          json_object_remove_member (object, l->data);
        else
          drop_nulls (json_object_get_member (object, l->data));
    }
}

static JsonNode *
parse_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
check_example (gconstpointer row, JsonNode *example)
{
  gsize i = GPOINTER_TO_SIZE (row);
  g_autofree char *text = json_to_string (example, FALSE);
  g_autoptr (GString)
      host = g_string_new (rows[i].host != NULL && *rows[i].host != '\0' ? rows[i].host : "@");
  g_autoptr (JsonNode) whole = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *expected;
  JsonNode *found;

  g_string_replace (host, "@", text, 1);
  whole = parse_text (host->str);
  drop_nulls (whole);
  if (rows[i].host != NULL && *rows[i].host == '\0')
    {
      /* one resource among others: only it has a codec */
      expected = signet_json_find (whole, rows[i].pointer);
      again = rows[i].recode (expected, &error);
      found = again;
    }
  else
    {
      const char *pointer = rows[i].pointer != NULL ? rows[i].pointer : "";

      expected = signet_json_find (whole, pointer);
      again = rows[i].recode (whole, &error);
      found = again != NULL ? signet_json_find (again, pointer) : NULL;
    }
  g_assert_no_error (error);

  if (found == NULL || !json_node_equal (expected, found))
    {
      g_autofree char *was = json_to_string (expected, TRUE);
      g_autofree char *is = found != NULL ? json_to_string (found, TRUE) : g_strdup ("nothing");

      g_error ("%s: %s\nbecame %s", rows[i].schema, was, is);
    }
}

static JsonNode *examples;

static void
test_schema (gconstpointer row)
{
  JsonArray *array = json_object_get_array_member (json_node_get_object (examples),
                                                   rows[GPOINTER_TO_SIZE (row)].schema);

  g_assert_cmpuint (json_array_get_length (array), >, 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    check_example (row, json_array_get_element (array, i));
}

static void
test_complete (void)
{
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (examples));

  for (GList *l = names; l != NULL; l = l->next)
    {
      gboolean known = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        known = known || strcmp (rows[i].schema, l->data) == 0;
      if (!known)
        g_error ("no row for the schema %s", (const char *) l->data);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int result;

  g_test_init (&argc, &argv, NULL);

  if (argc != 2 || !g_file_get_contents (argv[1], &data, &length, &error))
    g_error ("no examples: %s", error != NULL ? error->message : "usage: test-openapi EXAMPLES");
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  examples = parse_bytes (bytes);

  g_test_add_func ("/openapi/complete", test_complete);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/openapi/", rows[i].schema, NULL);

      if (json_object_has_member (json_node_get_object (examples), rows[i].schema))
        g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_schema);
    }

  result = g_test_run ();
  json_node_unref (examples);
  return result;
}
