/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-certified-list.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PARTY_LIST (signet_party_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetPartyList, signet_party_list, SIGNET, PARTY_LIST, SignetCertifiedList)

SignetCertifiedList *signet_party_list_new (SignetStore *store);

G_END_DECLS
