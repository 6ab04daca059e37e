/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_OVERVIEW_PAGE (signet_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetOverviewPage, signet_overview_page, SIGNET, OVERVIEW_PAGE, SignetPage)

SignetPage *signet_overview_page_new (SignetDesk *desk);

G_END_DECLS
