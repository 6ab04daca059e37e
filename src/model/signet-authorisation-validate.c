/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-authorisation-validate.h"

#include "model/signet-finding-codes.h"
#include "model/signet-identity.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/* What an authorisation must say (Civil Code 165: the agent, the matters, the scope, the period, the
 * signature), and how it joins the one it follows. Pure; any thread, as long as nobody changes the records
 * meanwhile. */

static void
add (GPtrArray *findings, const char *pointer, SignetSeverity severity, const char *code)
{
  g_ptr_array_add (findings, signet_finding_new (pointer, severity, code, NULL));
}

static void
add_date (GPtrArray *findings,
          const char *pointer,
          SignetSeverity severity,
          const char *code,
          const char *date)
{
  g_ptr_array_add (findings, signet_finding_new (pointer, severity, code, "date", date, NULL));
}

static void
validate_parties (GPtrArray *findings, SignetAuthorisation *self, SignetAuthorisation *follows)
{
  const char *principal = signet_authorisation_get_principal_id (self);
  const char *agent = signet_authorisation_get_agent_id (self);

  signet_validate_required (findings, "/principal", principal);
  if (!signet_validate_required (findings, "/agent", agent))
    return;
  /* nobody authorises themselves, nor an agent itself once more */
  if (strcmp (principal, agent) == 0 ||
      (follows != NULL && strcmp (signet_authorisation_get_agent_id (follows), agent) == 0))
    add (findings, "/agent", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_SAME_PARTY);
}

static void
validate_follows (GPtrArray *findings, SignetAuthorisation *self, SignetAuthorisation *follows)
{
  const char *id = signet_authorisation_get_id (self);
  const char *follows_id = signet_authorisation_get_follows_id (self);

  if (*follows_id == '\0')
    return;
  if (*id != '\0' && (strcmp (follows_id, id) == 0 ||
                      (follows != NULL && strcmp (signet_authorisation_get_follows_id (follows), id) == 0)))
    add (findings, "/follows", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_CHAIN_LOOP);
  if (follows == NULL)
    return;
  if (strcmp (signet_authorisation_get_principal_id (follows),
              signet_authorisation_get_principal_id (self)) != 0)
    add (findings, "/follows", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_CHAIN_PRINCIPAL);
  if (!signet_authorisation_get_sub_delegation (follows))
    add (findings, "/follows", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_NO_SUB_DELEGATION);
}

/* An agent that is a person may act itself. Whoever acts for it is who their paper says; which paper that is
 * isn't asked for. */
static void
validate_handler (GPtrArray *findings, SignetAuthorisation *self, SignetParty *agent, const GDate *today)
{
  const char *number = signet_authorisation_get_handler_document_number (self);

  if (agent == NULL || signet_identity_is_organisation (signet_party_get_kind (agent)))
    signet_validate_required (findings, "/handler/name", signet_authorisation_get_handler_name (self));
  if (!signet_validate_is_empty (number))
    signet_validate_number (findings, "/handler/document_number", SIGNET_NUMBER_PERSON, number, today);
}

static void
validate_scope (GPtrArray *findings, SignetAuthorisation *self, SignetPlatform *platform)
{
  if (!signet_authorisation_is_for_enforcement (self))
    add (findings, "/scope", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_SCOPE_ENFORCEMENT);
  if (!signet_authorisation_get_all_rights (self) && *signet_authorisation_get_right_ids (self) == NULL)
    add (findings, "/rights", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REQUIRED);
  if (!signet_authorisation_get_all_platforms (self) && *signet_authorisation_get_platforms (self) == NULL)
    add (findings, "/platforms", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REQUIRED);
  else if (platform != NULL &&
           !signet_authorisation_is_for_platform (self, signet_platform_get_rules (platform)))
    g_ptr_array_add (findings, signet_finding_new ("/platforms", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_AUTHORISATION_PLATFORM, "platform",
                                                   signet_platform_get_rules (platform), NULL));
}

static void
validate_period (GPtrArray *findings, SignetAuthorisation *self, const GDate *today)
{
  const char *from_text = signet_authorisation_get_valid_from (self);
  const char *until_text = signet_authorisation_get_valid_until (self);
  const char *signed_text = signet_authorisation_get_signed_on (self);
  GDate from, until, signed_on;
  gboolean have_from = signet_validate_required (findings, "/valid_from", from_text) &&
                       signet_validate_date (findings, "/valid_from", from_text, &from);
  gboolean have_until = signet_validate_required (findings, "/valid_until", until_text) &&
                        signet_validate_date (findings, "/valid_until", until_text, &until);

  if (have_from && have_until && g_date_compare (&until, &from) < 0)
    g_ptr_array_add (findings,
                     signet_finding_new ("/valid_until", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_DATE_ORDER,
                                         "valid_from", from_text, "valid_until", until_text, NULL));
  else if (have_until && today != NULL && g_date_compare (&until, today) < 0)
    add_date (findings, "/valid_until", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_EXPIRED, until_text);
  else if (have_from && today != NULL && g_date_compare (&from, today) > 0)
    add_date (findings, "/valid_from", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_NOT_BEGUN, from_text);

  if (!signet_validate_is_empty (signed_text) &&
      signet_validate_date (findings, "/signed_on", signed_text, &signed_on) && today != NULL &&
      g_date_compare (&signed_on, today) > 0)
    add_date (findings, "/signed_on", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_DATE_FUTURE, signed_text);
}

static void
validate_papers (GPtrArray *findings, SignetAuthorisation *self, SignetParty *giver, SignetPlatform *platform)
{
  GListModel *files = G_LIST_MODEL (signet_authorisation_get_evidence (self));
  GListModel *papers = platform != NULL ? signet_platform_get_authorisation_papers (platform) : NULL;

  /* whatever a rule set says, an authorisation without its paper is none */
  if (papers == NULL && !signet_validate_has_file (files, SIGNET_SLOT_AUTHORISATION))
    g_ptr_array_add (findings,
                     signet_finding_new ("/files", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_PAPER_MISSING,
                                         "slot", SIGNET_SLOT_AUTHORISATION, NULL));
  if (giver != NULL && signet_identity_is_foreign (signet_party_get_kind (giver)))
    signet_validate_legalisation (findings, files, signet_party_get_country (giver));
  signet_validate_files (findings, files, papers,
                         platform != NULL ? signet_platform_get_limits (platform) : NULL);
}

/**
 * signet_authorisation_get_giver_id:
 * @self: an authorisation
 * @follows: (nullable): the authorisation that it passes on
 *
 * Returns: (transfer none): the id of the party that signs it: the principal, or the agent that passes on
 * what it was given; "" if that isn't known
 */
const char *
signet_authorisation_get_giver_id (SignetAuthorisation *self, SignetAuthorisation *follows)
{
  g_return_val_if_fail (SIGNET_IS_AUTHORISATION (self), "");

  if (*signet_authorisation_get_follows_id (self) == '\0')
    return signet_authorisation_get_principal_id (self);

  return follows != NULL ? signet_authorisation_get_agent_id (follows) : "";
}

/**
 * signet_authorisation_validate:
 * @self: an authorisation
 * @giver: (nullable): the party that signs it, see signet_authorisation_get_giver_id(): where it is from says
 * whether its signature wants a legalisation
 * @agent: (nullable): the party that receives it
 * @follows: (nullable): the authorisation that it passes on
 * @platform: (nullable): the platform that will certify it, for its papers and limits
 * @today: (nullable): the day in Asia/Shanghai, or %NULL to leave out what depends on it
 *
 * Checks an authorisation as a reviewer would. A whole chain is signet_authorisation_check_chain()'s
 * business.
 *
 * Returns: (transfer full) (element-type SignetFinding): what was found, with pointers into the authorisation
 * as it goes over the wire
 */
GPtrArray *
signet_authorisation_validate (SignetAuthorisation *self,
                               SignetParty *giver,
                               SignetParty *agent,
                               SignetAuthorisation *follows,
                               SignetPlatform *platform,
                               const GDate *today)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (SIGNET_IS_AUTHORISATION (self), findings);
  g_return_val_if_fail (platform == NULL || SIGNET_IS_PLATFORM (platform), findings);

  validate_parties (findings, self, follows);
  validate_follows (findings, self, follows);
  validate_handler (findings, self, agent, today);
  validate_scope (findings, self, platform);
  validate_period (findings, self, today);
  validate_papers (findings, self, giver, platform);

  return findings;
}
