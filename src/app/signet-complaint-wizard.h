/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard.h"
#include "model/signet-finding.h"

G_BEGIN_DECLS

SignetWizard *signet_complaint_wizard_new (SignetDesk *desk, SignetDraft *draft);
const SignetWizardStep *signet_complaint_wizard_find_step (SignetFinding *finding);

G_END_DECLS
