/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/signet-evidence.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_FILE_ROW (signet_file_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetFileRow, signet_file_row, SIGNET, FILE_ROW, GtkListBoxRow)

GtkWidget *signet_file_row_new (SignetEvidence *evidence);
GtkWidget *signet_file_row_new_pending (const char *name);
SignetEvidence *signet_file_row_get_evidence (SignetFileRow *self);
void signet_file_row_set_progress (SignetFileRow *self, guint64 done, guint64 total);
void signet_file_row_set_error (SignetFileRow *self, const GError *error);

G_END_DECLS
