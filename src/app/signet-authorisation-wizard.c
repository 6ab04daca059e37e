/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-authorisation-wizard.h"

#include <glib/gi18n.h>

#include "app/signet-authorisation-paper-page.h"
#include "app/signet-authorisation-parties-page.h"
#include "app/signet-authorisation-scope-page.h"
#include "app/signet-conflicts-page.h"
#include "app/signet-format.h"
#include "app/signet-papers-page.h"
#include "app/signet-record-review-page.h"

/*
 * The authorisation wizard: between whom, what for, the form to sign, papers, review. A correction that met
 * another change on the platform begins with both.
 */

static char *
describe_parties (SignetDraft *draft)
{
  return g_strdup (signet_authorisation_get_handler_name (signet_draft_get_authorisation (draft)));
}

static char *
describe_scope (SignetDraft *draft)
{
  SignetAuthorisation *authorisation = signet_draft_get_authorisation (draft);
  g_autofree char *until = signet_format_date_text (signet_authorisation_get_valid_until (authorisation));

  /* Translators: %s is the last day of an authorisation */
  return g_strdup_printf (_ ("Until %s"), until);
}

static const SignetWizardStep steps[] = {
  { "conflicts", N_ ("Changed Meanwhile"), signet_conflicts_page_get_type, signet_conflicts_page_applies,
    NULL, NULL },
  { "parties", N_ ("Between Whom"), signet_authorisation_parties_page_get_type, NULL, NULL,
    describe_parties },
  { "scope", N_ ("What For"), signet_authorisation_scope_page_get_type, NULL, NULL, describe_scope },
  { "form", N_ ("Form to Sign"), signet_authorisation_paper_page_get_type, NULL, NULL, NULL },
  { "papers", N_ ("Papers"), signet_papers_page_get_type, NULL, NULL, signet_papers_page_describe },
  { "review", N_ ("Review"), signet_record_review_page_get_type, NULL, NULL, NULL },
};

static const char *
get_title (SignetDraftPurpose purpose)
{
  switch (purpose)
    {
    case SIGNET_DRAFT_PURPOSE_CERTIFY:
      return _ ("Certify an Authorisation");
    case SIGNET_DRAFT_PURPOSE_RENEW:
      return _ ("Renew an Authorisation");
    case SIGNET_DRAFT_PURPOSE_CORRECT:
      return _ ("Correct an Authorisation");
    case SIGNET_DRAFT_PURPOSE_EDIT:
      return _ ("Edit an Authorisation");
    case SIGNET_DRAFT_PURPOSE_NEW:
    default:
      return _ ("Add an Authorisation");
    }
}

/**
 * signet_authorisation_wizard_new:
 * @desk: the desk
 * @draft: an authorisation
 *
 * Returns: (transfer none): the wizard, not yet presented
 */
SignetWizard *
signet_authorisation_wizard_new (SignetDesk *desk, SignetDraft *draft)
{
  return signet_wizard_new (desk, draft, get_title (signet_draft_get_purpose (draft)), steps,
                            G_N_ELEMENTS (steps));
}
