/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_WIZARD_BAR (signet_wizard_bar_get_type ())
G_DECLARE_FINAL_TYPE (SignetWizardBar, signet_wizard_bar, SIGNET, WIZARD_BAR, AdwBin)

void signet_wizard_bar_show (SignetWizardBar *self, SignetWizardPage *page, gboolean applying, gboolean back);
void signet_wizard_bar_set_narrow (SignetWizardBar *self, gboolean narrow);

G_END_DECLS
