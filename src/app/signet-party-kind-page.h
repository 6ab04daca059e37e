/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PARTY_KIND_PAGE (signet_party_kind_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetPartyKindPage, signet_party_kind_page, SIGNET, PARTY_KIND_PAGE, SignetFormPage)

const char *signet_party_kind_page_name_capacity (SignetParty *party);

G_END_DECLS
