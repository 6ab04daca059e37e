/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-party.h"

#include "api/signet-api-certification.h"
#include "api/signet-api-draft.h"
#include "api/signet-json.h"
#include "api/signet-mapping.h"

/* Parties on the wire and as drafts. Called on the thread that owns the party. */

static const SignetMember members[] = {
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_IN_DRAFT },
  { "/role", "role", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/own", "own", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  /* before the document: where none is named, as of old, the kind's first is meant */
  { "/kind", "kind", SIGNET_EVERYWHERE | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/name", "name", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/other_name", "other-name", SIGNET_EVERYWHERE },
  { "/country", "country", SIGNET_EVERYWHERE },
  { "/document/kind", "document-kind", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/document/number", "document-number", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/document/valid_until", "document-valid-until", SIGNET_EVERYWHERE },
  { "/legal_representative", "legal-representative", SIGNET_EVERYWHERE },
  { "/contact/name", "contact-name", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/contact/email", "contact-email", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/contact/phone", "contact-phone", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/contact/address", "contact-address", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/private_contact/name", "private-contact-name", SIGNET_EVERYWHERE },
  { "/private_contact/email", "private-contact-email", SIGNET_EVERYWHERE },
  { "/private_contact/phone", "private-contact-phone", SIGNET_EVERYWHERE },
  { "/files", "evidence", SIGNET_EVERYWHERE | SIGNET_ALWAYS, &signet_evidence_mapping },
};

static const SignetMapping mapping = { signet_party_get_type, members, G_N_ELEMENTS (members) };

/**
 * signet_api_party_to_request:
 * @self: a party
 *
 * Returns: (transfer full): the exact bytes of the request; the same party always gives the same
 */
GBytes *
signet_api_party_to_request (SignetParty *self)
{
  g_autoptr (JsonNode) node = signet_mapping_encode (&mapping, self, SIGNET_IN_REQUEST);

  return signet_json_to_bytes (node);
}

/**
 * signet_api_party_from_request:
 * @node: what a client sent
 * @error: return location for an error
 *
 * What is missing is empty: saying so is the validator's business.
 *
 * Returns: (transfer full): the party; NULL with %SIGNET_API_ERROR_MISTYPED
 */
SignetParty *
signet_api_party_from_request (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&mapping, node, SIGNET_IN_REQUEST, error);
}

/**
 * signet_api_party_to_answer:
 * @self: a party
 * @certification: what the platform thinks of it
 *
 * Returns: (transfer full): the resource as a platform answers it
 */
JsonNode *
signet_api_party_to_answer (SignetParty *self, SignetCertification *certification)
{
  return signet_certified_to_answer (&mapping, self, certification);
}

/**
 * signet_api_party_from_answer:
 * @node: what a platform answered
 * @certification: (out) (optional) (transfer full): what the platform thinks of it
 * @error: return location for an error
 *
 * Returns: (transfer full): the party, with the platform's id; NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING
 */
SignetParty *
signet_api_party_from_answer (JsonNode *node, SignetCertification **certification, GError **error)
{
  return signet_certified_from_answer (&mapping, node, certification, error);
}

/**
 * signet_api_party_to_draft:
 * @self: a party
 *
 * Returns: (transfer full): everything in it, for the store
 */
GBytes *
signet_api_party_to_draft (SignetParty *self)
{
  return signet_api_draft_write (&mapping, self);
}

/**
 * signet_api_party_from_draft:
 * @bytes: what signet_api_party_to_draft() gave
 * @error: return location for an error
 *
 * Returns: (transfer full): the same party; NULL with an error of %SIGNET_API_ERROR
 */
SignetParty *
signet_api_party_from_draft (GBytes *bytes, GError **error)
{
  return signet_api_draft_read (&mapping, bytes, error);
}
