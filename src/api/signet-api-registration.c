/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-registration.h"

#include "api/signet-api-draft.h"

/* Registrations as drafts; they never go over the wire as such. Called on the thread that owns it. */

static const SignetMember members[] = {
  { "/way", "way", SIGNET_IN_DRAFT },
  { "/phone", "phone", SIGNET_IN_DRAFT },
  { "/login", "login", SIGNET_IN_DRAFT },
  { "/email", "email", SIGNET_IN_DRAFT },
};

static const SignetMapping mapping = { signet_registration_get_type, members, G_N_ELEMENTS (members) };

/**
 * signet_api_registration_to_draft:
 * @self: a registration
 *
 * Returns: (transfer full): everything in it, for the store
 */
GBytes *
signet_api_registration_to_draft (SignetRegistration *self)
{
  return signet_api_draft_write (&mapping, self);
}

/**
 * signet_api_registration_from_draft:
 * @bytes: what signet_api_registration_to_draft() gave
 * @error: return location for an error
 *
 * Returns: (transfer full): the same registration; NULL with an error of %SIGNET_API_ERROR
 */
SignetRegistration *
signet_api_registration_from_draft (GBytes *bytes, GError **error)
{
  return signet_api_draft_read (&mapping, bytes, error);
}
