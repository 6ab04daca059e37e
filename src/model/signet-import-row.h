/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_IMPORT_ROW (signet_import_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetImportRow, signet_import_row, SIGNET, IMPORT_ROW, SignetRecord)

SignetImportRow *signet_import_row_new (void);

int signet_import_row_get_line (SignetImportRow *self);
void signet_import_row_set_line (SignetImportRow *self, int line);
const char *signet_import_row_get_state (SignetImportRow *self);
void signet_import_row_set_state (SignetImportRow *self, const char *state);
const char *signet_import_row_get_title (SignetImportRow *self);
void signet_import_row_set_title (SignetImportRow *self, const char *title);
GListStore *signet_import_row_get_findings (SignetImportRow *self);
SignetRight *signet_import_row_get_right (SignetImportRow *self);
void signet_import_row_set_right (SignetImportRow *self, SignetRight *right);
gboolean signet_import_row_is_good (SignetImportRow *self);

G_END_DECLS
