/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard.h"

G_BEGIN_DECLS

SignetWizard *signet_authorisation_wizard_new (SignetDesk *desk, SignetDraft *draft);

G_END_DECLS
