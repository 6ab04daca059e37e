/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RIGHTS_PAGE (signet_rights_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetRightsPage, signet_rights_page, SIGNET, RIGHTS_PAGE, SignetPage)

G_END_DECLS
