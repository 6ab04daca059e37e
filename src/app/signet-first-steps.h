/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

/**
 * SignetFirstStep:
 * @SIGNET_FIRST_STEP_ACCOUNT: sign in and bind the e-mail
 * @SIGNET_FIRST_STEP_IDENTITY: certify who one is
 * @SIGNET_FIRST_STEP_PRINCIPAL: of an agent: certify the owner one acts for
 * @SIGNET_FIRST_STEP_AUTHORISATION: of an agent: certify what the owner lets one do
 * @SIGNET_FIRST_STEP_RIGHT: certify what one owns
 * @SIGNET_FIRST_STEP_COMPLAINT: file the first complaint
 * @SIGNET_FIRST_STEP_NONE: all is done
 *
 * The next of the platform's steps that the person hasn't taken yet.
 */
typedef enum
{
  SIGNET_FIRST_STEP_ACCOUNT,
  SIGNET_FIRST_STEP_IDENTITY,
  SIGNET_FIRST_STEP_PRINCIPAL,
  SIGNET_FIRST_STEP_AUTHORISATION,
  SIGNET_FIRST_STEP_RIGHT,
  SIGNET_FIRST_STEP_COMPLAINT,
  SIGNET_FIRST_STEP_NONE,
} SignetFirstStep;

#define SIGNET_TYPE_FIRST_STEPS (signet_first_steps_get_type ())
G_DECLARE_FINAL_TYPE (SignetFirstSteps, signet_first_steps, SIGNET, FIRST_STEPS, GtkWidget)

void signet_first_steps_set_desk (SignetFirstSteps *self, SignetDesk *desk);
SignetFirstStep signet_first_steps_get_next (SignetFirstSteps *self);

G_END_DECLS
