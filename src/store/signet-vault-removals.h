/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"
#include "store/signet-vault.h"

G_BEGIN_DECLS

gboolean signet_vault_removals_add (SignetTables *tables, const char *sha256, GError **error);
gint64 signet_vault_removals_count (SignetTables *tables, GError **error);
gboolean signet_vault_removals_sweep (SignetTables *tables, SignetVault *vault, GError **error);

G_END_DECLS
