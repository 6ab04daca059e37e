/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_ACCOUNT_SWITCHER (signet_account_switcher_get_type ())
G_DECLARE_FINAL_TYPE (SignetAccountSwitcher, signet_account_switcher, SIGNET, ACCOUNT_SWITCHER, AdwBin)

void signet_account_switcher_set_desk (SignetAccountSwitcher *self, SignetDesk *desk);

G_END_DECLS
