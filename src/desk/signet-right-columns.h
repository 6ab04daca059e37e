/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-right.h"
#include "sheet/signet-sheet-row.h"

G_BEGIN_DECLS

/* For the import: which column of a sheet is which field of a right, and what its cells mean. */
typedef struct _SignetRightColumns SignetRightColumns;

SignetRightColumns *signet_right_columns_new (const SignetSheetRow *heads);
void signet_right_columns_free (SignetRightColumns *self);
guint signet_right_columns_get_n_known (SignetRightColumns *self);
const char *const *signet_right_columns_get_unknown (SignetRightColumns *self);

void signet_right_columns_fill (SignetRightColumns *self, const SignetSheetRow *row, SignetRight *right);
const char *signet_right_columns_get_principal (SignetRightColumns *self, const SignetSheetRow *row);
char **signet_right_columns_split_co_holders (SignetRightColumns *self, const SignetSheetRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetRightColumns, signet_right_columns_free)

G_END_DECLS
