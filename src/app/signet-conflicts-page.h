/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CONFLICTS_PAGE (signet_conflicts_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetConflictsPage, signet_conflicts_page, SIGNET, CONFLICTS_PAGE, SignetWizardPage)

gboolean signet_conflicts_page_applies (SignetDraft *draft);

G_END_DECLS
