/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-identity-wizard.h"

#include <glib/gi18n.h>

#include "app/signet-conflicts-page.h"
#include "app/signet-papers-page.h"
#include "app/signet-party-details-page.h"
#include "app/signet-party-kind-page.h"
#include "app/signet-record-review-page.h"
#include "app/signet-words.h"

/*
 * The identity wizard of an owner: kind of party, details, papers, review. A correction that met another
 * change on the platform begins with both.
 */

static char *
describe_kind (SignetDraft *draft)
{
  return g_strdup (signet_words_party_kind (signet_party_get_kind (signet_draft_get_party (draft))));
}

static char *
describe_details (SignetDraft *draft)
{
  return g_strdup (signet_party_get_name (signet_draft_get_party (draft)));
}

static const SignetWizardStep steps[] = {
  { "conflicts", N_ ("Changed Meanwhile"), signet_conflicts_page_get_type, signet_conflicts_page_applies,
    NULL, NULL },
  { "kind", N_ ("Who"), signet_party_kind_page_get_type, NULL, NULL, describe_kind },
  { "details", N_ ("Details"), signet_party_details_page_get_type, NULL, NULL, describe_details },
  { "papers", N_ ("Papers"), signet_papers_page_get_type, NULL, NULL, signet_papers_page_describe },
  { "review", N_ ("Review"), signet_record_review_page_get_type, NULL, NULL, NULL },
};

static const char *
get_title (SignetDraftPurpose purpose)
{
  switch (purpose)
    {
    case SIGNET_DRAFT_PURPOSE_RENEW:
      return _ ("Renew an Identity");
    case SIGNET_DRAFT_PURPOSE_CORRECT:
      return _ ("Correct an Identity");
    case SIGNET_DRAFT_PURPOSE_EDIT:
      return _ ("Edit an Identity");
    case SIGNET_DRAFT_PURPOSE_CERTIFY:
    case SIGNET_DRAFT_PURPOSE_NEW:
    default:
      return _ ("Certify an Identity");
    }
}

/**
 * signet_identity_wizard_new:
 * @desk: the desk
 * @draft: a party
 *
 * Returns: (transfer none): the wizard, not yet presented
 */
SignetWizard *
signet_identity_wizard_new (SignetDesk *desk, SignetDraft *draft)
{
  return signet_wizard_new (desk, draft, get_title (signet_draft_get_purpose (draft)), steps,
                            G_N_ELEMENTS (steps));
}
