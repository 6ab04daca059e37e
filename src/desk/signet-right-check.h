/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-right-columns.h"
#include "model/signet-import-row.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the import: what becomes of one row after another. */
typedef struct _SignetRightCheck SignetRightCheck;

SignetRightCheck *signet_right_check_new (SignetTables *tables,
                                          const GDate *today,
                                          const char *default_kind,
                                          const char *default_party,
                                          GError **error);
void signet_right_check_free (SignetRightCheck *self);
SignetImportRow *
signet_right_check_row (SignetRightCheck *self, const SignetSheetRow *cells, SignetRightColumns *columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetRightCheck, signet_right_check_free)

G_END_DECLS
