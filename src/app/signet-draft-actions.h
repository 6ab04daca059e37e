/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard-launcher.h"

G_BEGIN_DECLS

GActionGroup *signet_draft_actions_new (SignetWizardLauncher *launcher, SignetDesk *desk);

G_END_DECLS
