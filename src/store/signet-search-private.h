/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-complaints.h"
#include "store/signet-items.h"
#include "store/signet-tables-private.h"

G_BEGIN_DECLS

/* Of this room only. */
gboolean
signet_search_index_complaint (SignetTables *tables, const SignetComplaintRecord *record, GError **error);
gboolean signet_search_index_right (SignetTables *tables, const char *right_id, GError **error);
gboolean signet_search_index_item (SignetTables *tables, const SignetItemRecord *record, GError **error);
gboolean signet_search_forget_account (SignetTables *tables, const char *account, GError **error);
GArray *signet_search_find_complaints (SignetTables *tables,
                                       const char *text,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
