/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard-launcher.h"

G_BEGIN_DECLS

void signet_draft_actions_add (GtkApplicationWindow *window, SignetWizardLauncher *launcher);

G_END_DECLS
