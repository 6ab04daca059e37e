/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-certification.h"

/* What a platform adds to a party, right or authorisation it reviews: id, status, findings and times. It
 * stands in the same object as what is reviewed. Any thread. */

static const SignetMember members[] = {
  { "/id", "remote-id", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/status", "status", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/findings", "findings", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &signet_finding_mapping },
  { "/due_at", "due-at", SIGNET_IN_ANSWER },
  { "/due_rule", "due-rule", SIGNET_IN_ANSWER },
  { "/created_at", "submitted-at", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/updated_at", "updated-at", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
};

const SignetMapping signet_certification_mapping = { signet_certification_get_type, members,
                                                     G_N_ELEMENTS (members) };

/**
 * signet_api_certification_from_answer:
 * @node: a party or right as a platform answers it
 * @error: return location for an error
 *
 * The account isn't known here: account-id stays empty.
 *
 * Returns: (transfer full): what the platform thinks of it; NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING
 */
SignetCertification *
signet_api_certification_from_answer (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&signet_certification_mapping, node, SIGNET_IN_ANSWER, error);
}

/**
 * signet_certified_to_answer:
 * @mapping: of @subject
 * @subject: a party, right or authorisation
 * @certification: what the platform thinks of it
 *
 * Returns: (transfer full): the resource as a platform answers it
 */
JsonNode *
signet_certified_to_answer (const SignetMapping *mapping,
                            gpointer subject,
                            SignetCertification *certification)
{
  JsonNode *node = signet_mapping_encode (mapping, subject, SIGNET_IN_ANSWER);

  signet_mapping_encode_into (&signet_certification_mapping, certification, SIGNET_IN_ANSWER,
                              json_node_get_object (node));
  return node;
}

/**
 * signet_certified_from_answer:
 * @mapping: of what is read
 * @node: what a platform answered
 * @certification: (out) (optional) (transfer full): what the platform thinks of it
 * @error: return location for an error
 *
 * Returns: (transfer full): the party, right or authorisation, with the platform's ids; NULL with
 *   %SIGNET_API_ERROR_MISTYPED or %SIGNET_API_ERROR_MISSING
 */
gpointer
signet_certified_from_answer (const SignetMapping *mapping,
                              JsonNode *node,
                              SignetCertification **certification,
                              GError **error)
{
  g_autoptr (SignetCertification) reviewed = signet_api_certification_from_answer (node, error);
  gpointer subject;

  if (reviewed == NULL)
    return NULL;
  subject = signet_mapping_decode (mapping, node, SIGNET_IN_ANSWER, error);
  if (subject != NULL && certification != NULL)
    *certification = g_steal_pointer (&reviewed);
  return subject;
}
