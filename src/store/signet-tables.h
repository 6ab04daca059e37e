/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-changes.h"
#include "store/signet-store-error.h"

G_BEGIN_DECLS

/**
 * SignetTables:
 *
 * The store's tables as one connection sees them. There are two ways to hold one: signet_store_get_tables()
 * for reading on the main thread, and the argument of a #SignetStoreWrite, which may write and whose writes
 * are one transaction. The functions of each table (signet_drafts_save(), signet_outbox_add() …) take it as
 * their first argument; those that write say so.
 */
typedef struct _SignetTables SignetTables;

gboolean signet_tables_is_writable (SignetTables *self);

G_END_DECLS
