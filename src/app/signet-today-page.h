/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TODAY_PAGE (signet_today_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetTodayPage, signet_today_page, SIGNET, TODAY_PAGE, SignetPage)

G_END_DECLS
