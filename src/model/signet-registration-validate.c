/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-registration-validate.h"

#include "model/signet-validate-private.h"

/**
 * signet_registration_validate:
 * @self: a registration
 *
 * Checks the phone that gets the sign-in code and the e-mail address to bind; both can't be changed once
 * bound.
 *
 * Returns: (transfer full) (element-type SignetFinding): what was found, at /phone and /email
 */
GPtrArray *
signet_registration_validate (SignetRegistration *self)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (SIGNET_IS_REGISTRATION (self), findings);

  signet_validate_number (findings, "/phone", SIGNET_NUMBER_PHONE, signet_registration_get_phone (self),
                          NULL);
  signet_validate_email (findings, "/email", signet_registration_get_email (self));

  return findings;
}
