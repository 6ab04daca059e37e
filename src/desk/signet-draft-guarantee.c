/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-private.h"

#include "desk/signet-local-check.h"
#include "desk/signet-records.h"

/*
 * Who gives the guarantee of a complaint, and for which text. Main thread.
 */

/**
 * signet_draft_find_giver:
 * @self: a complaint
 *
 * A guarantee is given by whoever files the notice: the principal itself, or the agent in its name.
 *
 * Returns: (transfer full) (nullable): whose guarantee it is: the account's own identity, and without one the
 * principal; %NULL before that is known
 */
SignetParty *
signet_draft_find_giver (SignetDraft *self)
{
  SignetParty *holder;
  SignetTables *tables;
  g_autofree char *own = NULL;
  SignetParty *giver = NULL;

  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);

  holder = signet_draft_get_holder (self);
  if (holder == NULL || signet_party_get_own (holder))
    return holder != NULL ? g_object_ref (holder) : NULL;

  tables = signet_store_get_tables (signet_draft_get_store (self));
  if (tables != NULL && signet_draft_get_account (self) != NULL)
    own = signet_local_check_find_own (tables, signet_account_get_id (signet_draft_get_account (self)));
  if (own != NULL)
    giver = signet_records_find_party (tables, own, NULL);

  return giver != NULL ? giver : g_object_ref (holder);
}

/** signet_draft_write_guarantee: @self: a complaint. What is guaranteed is the text as the platform has it at
 * this moment, by whoever files it. */
void
signet_draft_write_guarantee (SignetDraft *self)
{
  SignetComplaint *complaint = signet_draft_get_complaint (self);
  SignetAccount *account = signet_draft_get_account (self);
  SignetPlatform *platform = account != NULL ? signet_account_get_platform (account) : NULL;
  g_autoptr (SignetParty) giver = signet_draft_find_giver (self);
  g_autofree char *now = NULL;

  if (platform == NULL || !signet_complaint_get_guarantee_given (complaint))
    return;
  now = signet_clock_now_text (signet_draft_get_clock (self));
  signet_complaint_set_guarantee_version (complaint, signet_platform_get_guarantee_version (platform));
  signet_complaint_set_guarantee_name (complaint, giver != NULL ? signet_party_get_name (giver) : "");
  signet_complaint_set_guarantee_given_at (complaint, now);
}
