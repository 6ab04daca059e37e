/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-authorisation.h"

#include "model/signet-evidence.h"
#include "model/signet-words.h"

/**
 * SignetAuthorisation:
 *
 * The paper by which a principal lets an agent act: for which rights, on which platforms, from when to when,
 * and whether the agent may pass it on. One may follow another: together they are a chain from the principal
 * to the agent who files. A local record, as #SignetParty is.
 */

struct _SignetAuthorisation
{
  SignetRecord parent_instance;

  char *id;
  char *principal_id;
  char *agent_id;
  char *follows_id;
  char *handler_name;
  char *handler_document_number;
  char **scope;
  gboolean all_rights;
  char **right_ids;
  gboolean all_platforms;
  char **platforms;
  char *valid_from;
  char *valid_until;
  gboolean sub_delegation;
  char *signed_on;
  GListStore *evidence;
};

G_DEFINE_FINAL_TYPE (SignetAuthorisation, signet_authorisation, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetAuthorisation, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id; in a decoded answer the platform's" },
  { "principal-id", SIGNET_FIELD_TEXT, OFFSET (principal_id),
    "Id of the party that gives it; in a decoded answer the platform's" },
  { "agent-id", SIGNET_FIELD_TEXT, OFFSET (agent_id),
    "Id of the party that receives it; in a decoded answer the platform's" },
  { "follows-id", SIGNET_FIELD_TEXT, OFFSET (follows_id),
    "Id of the authorisation that this one passes on; empty if the principal gave it" },
  { "handler-name", SIGNET_FIELD_TEXT, OFFSET (handler_name), "The person who acts for the agent" },
  { "handler-document-number", SIGNET_FIELD_TEXT, OFFSET (handler_document_number),
    "Number of that person's identity document" },
  { "scope", SIGNET_FIELD_TEXTS, OFFSET (scope), "What the agent may do: enforcement …" },
  { "all-rights", SIGNET_FIELD_BOOLEAN, OFFSET (all_rights),
    "Whether it is for every right of the principal" },
  { "right-ids", SIGNET_FIELD_TEXTS, OFFSET (right_ids),
    "Ids of the rights it is for; in a decoded answer the platform's" },
  { "all-platforms", SIGNET_FIELD_BOOLEAN, OFFSET (all_platforms), "Whether it is for every platform" },
  { "platforms", SIGNET_FIELD_TEXTS, OFFSET (platforms),
    "Names of the rule sets of the platforms it is for" },
  { "valid-from", SIGNET_FIELD_TEXT, OFFSET (valid_from), "First day, YYYY-MM-DD" },
  { "valid-until", SIGNET_FIELD_TEXT, OFFSET (valid_until), "Last day, YYYY-MM-DD" },
  { "sub-delegation", SIGNET_FIELD_BOOLEAN, OFFSET (sub_delegation), "Whether the agent may pass it on" },
  { "signed-on", SIGNET_FIELD_TEXT, OFFSET (signed_on), "Day of the signature, YYYY-MM-DD" },
  { "evidence", SIGNET_FIELD_LIST, OFFSET (evidence), "The papers", signet_evidence_get_type },
};

static void
signet_authorisation_class_init (SignetAuthorisationClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_authorisation_init (SignetAuthorisation *self)
{
}

/**
 * signet_authorisation_new:
 *
 * Returns: (transfer full): an empty authorisation
 */
SignetAuthorisation *
signet_authorisation_new (void)
{
  return g_object_new (SIGNET_TYPE_AUTHORISATION, NULL);
}

SIGNET_RECORD_TEXT (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, id)
SIGNET_RECORD_TEXT (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, principal_id)
SIGNET_RECORD_TEXT (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, agent_id)
SIGNET_RECORD_TEXT (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, follows_id)
SIGNET_RECORD_TEXT (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, handler_name)
SIGNET_RECORD_TEXT (SignetAuthorisation,
                    signet_authorisation,
                    SIGNET_IS_AUTHORISATION,
                    handler_document_number)
SIGNET_RECORD_TEXTS (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, scope)
SIGNET_RECORD_BOOLEAN (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, all_rights)
SIGNET_RECORD_TEXTS (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, right_ids)
SIGNET_RECORD_BOOLEAN (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, all_platforms)
SIGNET_RECORD_TEXTS (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, platforms)
SIGNET_RECORD_TEXT (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, valid_from)
SIGNET_RECORD_TEXT (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, valid_until)
SIGNET_RECORD_BOOLEAN (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, sub_delegation)
SIGNET_RECORD_TEXT (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, signed_on)
SIGNET_RECORD_LIST_GETTER (SignetAuthorisation, signet_authorisation, SIGNET_IS_AUTHORISATION, evidence)

/**
 * signet_authorisation_is_for_enforcement:
 * @self: an authorisation
 *
 * Returns: whether the agent may act against infringements
 */
gboolean
signet_authorisation_is_for_enforcement (SignetAuthorisation *self)
{
  return g_strv_contains (signet_authorisation_get_scope (self), SIGNET_SCOPE_ENFORCEMENT);
}

/**
 * signet_authorisation_is_for_right:
 * @self: an authorisation
 * @right_id: id of a right of its principal
 *
 * Returns: whether it is for that right
 */
gboolean
signet_authorisation_is_for_right (SignetAuthorisation *self, const char *right_id)
{
  g_return_val_if_fail (right_id != NULL, FALSE);

  return signet_authorisation_get_all_rights (self) ||
         g_strv_contains (signet_authorisation_get_right_ids (self), right_id);
}

/**
 * signet_authorisation_is_for_platform:
 * @self: an authorisation
 * @rules: name of a platform's rule set
 *
 * Returns: whether it is for that platform
 */
gboolean
signet_authorisation_is_for_platform (SignetAuthorisation *self, const char *rules)
{
  g_return_val_if_fail (rules != NULL, FALSE);

  return signet_authorisation_get_all_platforms (self) ||
         g_strv_contains (signet_authorisation_get_platforms (self), rules);
}
