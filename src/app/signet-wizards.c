/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-wizards.h"

#include "app/signet-account-wizard.h"
#include "app/signet-authorisation-wizard.h"
#include "app/signet-complaint-wizard.h"
#include "app/signet-conflicts-page.h"
#include "app/signet-identity-wizard.h"
#include "app/signet-right-wizard.h"

/*
 * Which wizard edits which kind of draft.
 */

/**
 * signet_wizards_new:
 * @desk: the desk
 * @draft: a draft, new or taken up again
 *
 * A correction that met another change on the platform opens where both stand, wherever it was left.
 *
 * Returns: (transfer none): the wizard for it, not yet presented
 */
SignetWizard *
signet_wizards_new (SignetDesk *desk, SignetDraft *draft)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (draft), NULL);

  if (signet_conflicts_page_applies (draft))
    signet_draft_set_page (draft, "conflicts");

  switch (signet_draft_get_kind (draft))
    {
    case SIGNET_DRAFT_REGISTRATION:
      return signet_account_wizard_new (desk, draft);
    case SIGNET_DRAFT_PARTY:
      return signet_identity_wizard_new (desk, draft);
    case SIGNET_DRAFT_RIGHT:
      return signet_right_wizard_new (desk, draft);
    case SIGNET_DRAFT_COMPLAINT:
      return signet_complaint_wizard_new (desk, draft);
    case SIGNET_DRAFT_AUTHORISATION:
      return signet_authorisation_wizard_new (desk, draft);
    default:
      g_return_val_if_reached (NULL);
    }
}
