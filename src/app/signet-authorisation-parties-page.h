/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_AUTHORISATION_PARTIES_PAGE (signet_authorisation_parties_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetAuthorisationPartiesPage,
                      signet_authorisation_parties_page,
                      SIGNET,
                      AUTHORISATION_PARTIES_PAGE,
                      SignetFormPage)

G_END_DECLS
