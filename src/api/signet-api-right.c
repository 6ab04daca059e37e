/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-right.h"

#include "api/signet-api-certification.h"
#include "api/signet-api-draft.h"
#include "api/signet-json.h"
#include "api/signet-mapping.h"
#include "model/signet-nice-class.h"

/* Rights on the wire and as drafts. Called on the thread that owns the right. */

static const SignetMember class_members[] = {
  { "/class", "class-number", SIGNET_EVERYWHERE },
  { "/goods", "goods", SIGNET_EVERYWHERE },
};

static const SignetMapping class_mapping = { signet_nice_class_get_type, class_members,
                                             G_N_ELEMENTS (class_members) };

static const SignetMember members[] = {
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_IN_DRAFT },
  { "/kind", "kind", SIGNET_EVERYWHERE | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/number", "number", SIGNET_EVERYWHERE },
  { "/second_number", "second-number", SIGNET_EVERYWHERE },
  { "/version", "version", SIGNET_EVERYWHERE },
  { "/name", "name", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/owner", "owner", SIGNET_EVERYWHERE },
  { "/classes", "classes", SIGNET_EVERYWHERE, &class_mapping },
  { "/registered_on", "registered-on", SIGNET_EVERYWHERE },
  { "/filed_on", "filed-on", SIGNET_EVERYWHERE },
  { "/granted_on", "granted-on", SIGNET_EVERYWHERE },
  { "/annuity_paid_until", "annuity-paid-until", SIGNET_EVERYWHERE },
  { "/work_kind", "work-kind", SIGNET_EVERYWHERE },
  { "/author", "author", SIGNET_EVERYWHERE },
  { "/author_kind", "author-kind", SIGNET_EVERYWHERE },
  { "/author_died_on", "author-died-on", SIGNET_EVERYWHERE },
  { "/completed_on", "completed-on", SIGNET_EVERYWHERE },
  { "/published_on", "published-on", SIGNET_EVERYWHERE },
  { "/shot_on", "shot-on", SIGNET_EVERYWHERE },
  { "/valid_until", "valid-until", SIGNET_EVERYWHERE },
  { "/territory", "territory", SIGNET_EVERYWHERE },
  { "/holders", "party-id", SIGNET_EVERYWHERE | SIGNET_ALWAYS, NULL, SIGNET_SHAPE_FIRST },
  { "/holders", "co-holder-ids", SIGNET_ON_WIRE, NULL, SIGNET_SHAPE_REST },
  /* a draft may have the others before the first */
  { "/co_holders", "co-holder-ids", SIGNET_IN_DRAFT },
  { "/standing", "standing", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/licence_until", "licence-until", SIGNET_EVERYWHERE },
  { "/accounts", "accounts", SIGNET_EVERYWHERE },
  { "/files", "evidence", SIGNET_EVERYWHERE | SIGNET_ALWAYS, &signet_evidence_mapping },
};

static const SignetMapping mapping = { signet_right_get_type, members, G_N_ELEMENTS (members) };

/**
 * signet_api_right_to_request:
 * @self: a right
 * @holder_ids: (array zero-terminated=1): the platform's ids of the parties that hold it, the first one
 * first; the right itself knows the local ones
 *
 * Returns: (transfer full): the exact bytes of the request; the same right always gives the same
 */
GBytes *
signet_api_right_to_request (SignetRight *self, const char *const *holder_ids)
{
  g_autoptr (JsonNode) node = signet_mapping_encode (&mapping, self, SIGNET_IN_REQUEST);
  JsonArray *holders = json_array_new ();

  for (guint i = 0; holder_ids[i] != NULL; i++)
    json_array_add_string_element (holders, holder_ids[i]);
  json_object_set_array_member (json_node_get_object (node), "holders", holders);

  return signet_json_to_bytes (node);
}

/**
 * signet_api_right_from_request:
 * @node: what a client sent
 * @error: return location for an error
 *
 * What is missing is empty: saying so is the validator's business.
 *
 * Returns: (transfer full): the right; NULL with %SIGNET_API_ERROR_MISTYPED
 */
SignetRight *
signet_api_right_from_request (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&mapping, node, SIGNET_IN_REQUEST, error);
}

/**
 * signet_api_right_to_answer:
 * @self: a right
 * @certification: what the platform thinks of it
 *
 * Returns: (transfer full): the resource as a platform answers it
 */
JsonNode *
signet_api_right_to_answer (SignetRight *self, SignetCertification *certification)
{
  return signet_certified_to_answer (&mapping, self, certification);
}

/**
 * signet_api_right_from_answer:
 * @node: what a platform answered
 * @certification: (out) (optional) (transfer full): what the platform thinks of it
 * @error: return location for an error
 *
 * Returns: (transfer full): the right, with the platform's ids; NULL with
 *   %SIGNET_API_ERROR_MISTYPED or %SIGNET_API_ERROR_MISSING
 */
SignetRight *
signet_api_right_from_answer (JsonNode *node, SignetCertification **certification, GError **error)
{
  return signet_certified_from_answer (&mapping, node, certification, error);
}

/**
 * signet_api_right_to_draft:
 * @self: a right
 *
 * Returns: (transfer full): everything in it, for the store
 */
GBytes *
signet_api_right_to_draft (SignetRight *self)
{
  return signet_api_draft_write (&mapping, self);
}

/**
 * signet_api_right_from_draft:
 * @bytes: what signet_api_right_to_draft() gave
 * @error: return location for an error
 *
 * Returns: (transfer full): the same right; NULL with an error of %SIGNET_API_ERROR
 */
SignetRight *
signet_api_right_from_draft (GBytes *bytes, GError **error)
{
  return signet_api_draft_read (&mapping, bytes, error);
}
