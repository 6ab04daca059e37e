/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_COMPLAINTS_PAGE (signet_complaints_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetComplaintsPage, signet_complaints_page, SIGNET, COMPLAINTS_PAGE, SignetPage)

G_END_DECLS
