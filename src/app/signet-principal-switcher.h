/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PRINCIPAL_SWITCHER (signet_principal_switcher_get_type ())
G_DECLARE_FINAL_TYPE (SignetPrincipalSwitcher, signet_principal_switcher, SIGNET, PRINCIPAL_SWITCHER, AdwBin)

void signet_principal_switcher_set_desk (SignetPrincipalSwitcher *self, SignetDesk *desk);

G_END_DECLS
