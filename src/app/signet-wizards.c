/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-wizards.h"

/*
 * Which wizard edits which kind of draft.
 */

/**
 * signet_wizards_new:
 * @desk: the desk
 * @draft: a draft, new or taken up again
 *
 * Returns: (transfer none): the wizard for it, not yet presented
 */
SignetWizard *
signet_wizards_new (SignetDesk *desk, SignetDraft *draft)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (draft), NULL);

  switch (signet_draft_get_kind (draft))
    {
    case SIGNET_DRAFT_REGISTRATION:
    case SIGNET_DRAFT_PARTY:
    case SIGNET_DRAFT_RIGHT:
    case SIGNET_DRAFT_COMPLAINT:
    default:
      g_return_val_if_reached (NULL);
    }
}
