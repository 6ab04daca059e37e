/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables-private.h"

G_BEGIN_DECLS

/* Of this room only: the digests of files on which records rest; of @account's alone, or (NULL) of all. */
GHashTable *signet_references_collect (SignetTables *tables, const char *account, GError **error);

G_END_DECLS
