/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-receipts.h"

G_BEGIN_DECLS

/* Of this room only: signet_outbox_mark_sent() calls it. */
gboolean signet_receipts_add (SignetTables *tables, const SignetReceiptRecord *record, GError **error);

G_END_DECLS
