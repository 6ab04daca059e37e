/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-certified-list.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_AUTHORISATION_LIST (signet_authorisation_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetAuthorisationList,
                      signet_authorisation_list,
                      SIGNET,
                      AUTHORISATION_LIST,
                      SignetCertifiedList)

SignetCertifiedList *signet_authorisation_list_new (SignetStore *store);

G_END_DECLS
