/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-authorisation.h"

#include "api/signet-api-certification.h"
#include "api/signet-api-draft.h"
#include "api/signet-json.h"
#include "api/signet-mapping.h"

/* Authorisations on the wire and as drafts. Called on the thread that owns the authorisation. */

static const SignetMember members[] = {
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_IN_DRAFT },
  { "/principal", "principal-id", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/agent", "agent-id", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/follows", "follows-id", SIGNET_EVERYWHERE },
  { "/handler/name", "handler-name", SIGNET_EVERYWHERE },
  { "/handler/document_number", "handler-document-number", SIGNET_EVERYWHERE },
  { "/scope", "scope", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/all_rights", "all-rights", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/rights", "right-ids", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/all_platforms", "all-platforms", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/platforms", "platforms", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/valid_from", "valid-from", SIGNET_EVERYWHERE },
  { "/valid_until", "valid-until", SIGNET_EVERYWHERE },
  { "/sub_delegation", "sub-delegation", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/signed_on", "signed-on", SIGNET_EVERYWHERE },
  { "/files", "evidence", SIGNET_EVERYWHERE | SIGNET_ALWAYS, &signet_evidence_mapping },
};

static const SignetMapping mapping = { signet_authorisation_get_type, members, G_N_ELEMENTS (members) };

/**
 * signet_api_authorisation_to_request:
 * @self: an authorisation
 * @principal_id: the platform's id of the party that gives it; the authorisation itself knows the local ones
 * @agent_id: the platform's id of the party that receives it
 * @follows_id: (nullable): the platform's id of the authorisation that it passes on
 * @right_ids: (array zero-terminated=1): the platform's ids of the rights it is for
 *
 * Returns: (transfer full): the exact bytes of the request; the same authorisation always gives the same
 */
GBytes *
signet_api_authorisation_to_request (SignetAuthorisation *self,
                                     const char *principal_id,
                                     const char *agent_id,
                                     const char *follows_id,
                                     const char *const *right_ids)
{
  g_autoptr (JsonNode) node = signet_mapping_encode (&mapping, self, SIGNET_IN_REQUEST);
  JsonObject *object = json_node_get_object (node);
  JsonArray *rights = json_array_new ();

  json_object_set_string_member (object, "principal", principal_id);
  json_object_set_string_member (object, "agent", agent_id);
  if (follows_id != NULL && *follows_id != '\0')
    json_object_set_string_member (object, "follows", follows_id);
  else
    json_object_remove_member (object, "follows");
  for (guint i = 0; right_ids[i] != NULL; i++)
    json_array_add_string_element (rights, right_ids[i]);
  json_object_set_array_member (object, "rights", rights);
  return signet_json_to_bytes (node);
}

/**
 * signet_api_authorisation_from_request:
 * @node: what a client sent
 * @error: return location for an error
 *
 * What is missing is empty: saying so is the validator's business.
 *
 * Returns: (transfer full): the authorisation; NULL with %SIGNET_API_ERROR_MISTYPED
 */
SignetAuthorisation *
signet_api_authorisation_from_request (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&mapping, node, SIGNET_IN_REQUEST, error);
}

/**
 * signet_api_authorisation_to_answer:
 * @self: an authorisation
 * @certification: what the platform thinks of it
 *
 * Returns: (transfer full): the resource as a platform answers it
 */
JsonNode *
signet_api_authorisation_to_answer (SignetAuthorisation *self, SignetCertification *certification)
{
  return signet_certified_to_answer (&mapping, self, certification);
}

/**
 * signet_api_authorisation_from_answer:
 * @node: what a platform answered
 * @certification: (out) (optional) (transfer full): what the platform thinks of it
 * @error: return location for an error
 *
 * Returns: (transfer full): the authorisation, with the platform's ids; NULL with
 *   %SIGNET_API_ERROR_MISTYPED or %SIGNET_API_ERROR_MISSING
 */
SignetAuthorisation *
signet_api_authorisation_from_answer (JsonNode *node, SignetCertification **certification, GError **error)
{
  return signet_certified_from_answer (&mapping, node, certification, error);
}

/**
 * signet_api_authorisation_to_draft:
 * @self: an authorisation
 *
 * Returns: (transfer full): everything in it, for the store
 */
GBytes *
signet_api_authorisation_to_draft (SignetAuthorisation *self)
{
  return signet_api_draft_write (&mapping, self);
}

/**
 * signet_api_authorisation_from_draft:
 * @bytes: what signet_api_authorisation_to_draft() gave
 * @error: return location for an error
 *
 * Returns: (transfer full): the same authorisation; NULL with an error of %SIGNET_API_ERROR
 */
SignetAuthorisation *
signet_api_authorisation_from_draft (GBytes *bytes, GError **error)
{
  return signet_api_draft_read (&mapping, bytes, error);
}
