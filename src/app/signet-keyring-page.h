/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_KEYRING_PAGE (signet_keyring_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetKeyringPage, signet_keyring_page, SIGNET, KEYRING_PAGE, SignetPage)

SignetPage *signet_keyring_page_new (SignetDesk *desk);

G_END_DECLS
