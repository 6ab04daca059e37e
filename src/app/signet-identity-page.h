/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_IDENTITY_PAGE (signet_identity_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetIdentityPage, signet_identity_page, SIGNET, IDENTITY_PAGE, SignetPage)

G_END_DECLS
