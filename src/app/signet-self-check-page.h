/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_SELF_CHECK_PAGE (signet_self_check_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetSelfCheckPage, signet_self_check_page, SIGNET, SELF_CHECK_PAGE, SignetWizardPage)

G_END_DECLS
