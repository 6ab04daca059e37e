/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/signet-wizard-route.h"
#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_WIZARD (signet_wizard_get_type ())
G_DECLARE_FINAL_TYPE (SignetWizard, signet_wizard, SIGNET, WIZARD, AdwWindow)

SignetWizard *signet_wizard_new (SignetDesk *desk,
                                 SignetDraft *draft,
                                 const char *title,
                                 const SignetWizardStep *steps,
                                 guint n_steps);
SignetDraft *signet_wizard_get_draft (SignetWizard *self);
gboolean signet_wizard_wants_another (SignetWizard *self);

G_END_DECLS
