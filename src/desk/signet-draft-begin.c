/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-begin.h"

#include "api/signet-api-complaint.h"
#include "api/signet-api-party.h"
#include "api/signet-api-registration.h"
#include "api/signet-api-right.h"
#include "model/signet-words.h"
#include "store/signet-parties.h"

/*
 * What a new draft begins with, beyond nothing.
 */

/**
 * signet_draft_begin_body:
 * @kind: what is to be written
 * @subject: (nullable): for a complaint the right's local id
 * @tables: for reading
 *
 * Returns: (transfer full): the body of a new draft: what goes without saying is filled in
 */
GBytes *
signet_draft_begin_body (SignetDraftKind kind, const char *subject, SignetTables *tables)
{
  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      {
        g_autoptr (SignetParty) party = signet_party_new ();

        signet_party_set_role (party, SIGNET_ROLE_PRINCIPAL);
        return signet_api_party_to_draft (party);
      }
    case SIGNET_DRAFT_RIGHT:
      {
        g_autoptr (SignetRight) right = signet_right_new ();
        g_autoptr (GPtrArray) parties = signet_parties_list (tables, NULL);

        signet_right_set_territory (right, SIGNET_TERRITORY_CN);
        signet_right_set_standing (right, SIGNET_STANDING_OWNER);
        /* With one identity there is nothing to choose. */
        if (parties != NULL && parties->len == 1)
          signet_right_set_party_id (right, ((SignetPartyRecord *) g_ptr_array_index (parties, 0))->id);
        return signet_api_right_to_draft (right);
      }
    case SIGNET_DRAFT_COMPLAINT:
      {
        g_autoptr (SignetComplaint) complaint = signet_complaint_new ();

        signet_complaint_set_right_id (complaint, subject);
        return signet_api_complaint_to_draft (complaint);
      }
    case SIGNET_DRAFT_REGISTRATION:
    default:
      {
        g_autoptr (SignetRegistration) registration = signet_registration_new ();

        return signet_api_registration_to_draft (registration);
      }
    }
}
