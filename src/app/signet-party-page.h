/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-holding-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PARTY_PAGE (signet_party_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetPartyPage, signet_party_page, SIGNET, PARTY_PAGE, SignetHoldingPage)

SignetPage *signet_party_page_new (SignetDesk *desk, const char *id);

G_END_DECLS
