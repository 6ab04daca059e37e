/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-registration-validate.h"

#include "model/signet-validate-private.h"

/*
 * What is wrong with what a person types to come in. Pointers are "/phone" and "/email".
 */

/**
 * signet_registration_validate:
 * @self: a registration
 *
 * Returns: (transfer full) (element-type SignetFinding): what is wrong, empty if nothing is
 */
GPtrArray *
signet_registration_validate (SignetRegistration *self)
{
  GPtrArray *findings;

  g_return_val_if_fail (SIGNET_IS_REGISTRATION (self), NULL);

  findings = g_ptr_array_new_with_free_func (g_object_unref);
  signet_validate_number (findings, "/phone", SIGNET_NUMBER_PHONE, signet_registration_get_phone (self),
                          NULL);
  signet_validate_email (findings, "/email", signet_registration_get_email (self));
  return findings;
}
