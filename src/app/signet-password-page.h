/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-account-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PASSWORD_PAGE (signet_password_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetPasswordPage, signet_password_page, SIGNET, PASSWORD_PAGE, SignetAccountPage)

G_END_DECLS
