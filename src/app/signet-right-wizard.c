/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-wizard.h"

#include <glib/gi18n.h>

#include "app/signet-conflicts-page.h"
#include "app/signet-papers-page.h"
#include "app/signet-record-review-page.h"
#include "app/signet-right-details-page.h"
#include "app/signet-right-fields.h"
#include "app/signet-right-kind-page.h"

/*
 * The right wizard: kind, details beside the certificate, papers, review. A correction that met another
 * change on the platform begins with both.
 */

static char *
describe_kind (SignetDraft *draft)
{
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));
  const char *kind = signet_right_get_kind (signet_draft_get_right (draft));

  return g_strdup (signet_right_fields_get_kind_name (platform, kind));
}

static char *
describe_details (SignetDraft *draft)
{
  return g_strdup (signet_right_get_name (signet_draft_get_right (draft)));
}

static const SignetWizardStep steps[] = {
  { "conflicts", N_ ("Changed Meanwhile"), signet_conflicts_page_get_type, signet_conflicts_page_applies,
    NULL, NULL },
  { "kind", N_ ("Kind"), signet_right_kind_page_get_type, NULL, NULL, describe_kind },
  { "details", N_ ("Details"), signet_right_details_page_get_type, NULL, NULL, describe_details },
  { "papers", N_ ("Papers"), signet_papers_page_get_type, NULL, NULL, signet_papers_page_describe },
  { "review", N_ ("Review"), signet_record_review_page_get_type, NULL, NULL, NULL },
};

static const char *
get_title (SignetDraftPurpose purpose)
{
  switch (purpose)
    {
    case SIGNET_DRAFT_PURPOSE_CERTIFY:
      return _ ("Certify a Right");
    case SIGNET_DRAFT_PURPOSE_RENEW:
      return _ ("Renew a Right");
    case SIGNET_DRAFT_PURPOSE_CORRECT:
      return _ ("Correct a Right");
    case SIGNET_DRAFT_PURPOSE_EDIT:
      return _ ("Edit a Right");
    case SIGNET_DRAFT_PURPOSE_NEW:
    default:
      return _ ("Add a Right");
    }
}

/**
 * signet_right_wizard_new:
 * @desk: the desk
 * @draft: a right
 *
 * Returns: (transfer none): the wizard, not yet presented
 */
SignetWizard *
signet_right_wizard_new (SignetDesk *desk, SignetDraft *draft)
{
  return signet_wizard_new (desk, draft, get_title (signet_draft_get_purpose (draft)), steps,
                            G_N_ELEMENTS (steps));
}
