/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/signet-sheet-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a reader takes: bytes of a file, cells of a row, characters of a cell (as in a spreadsheet). */
#define SIGNET_SHEET_MAX_BYTES (64 * 1024 * 1024)
#define SIGNET_SHEET_MAX_CELLS 1024
#define SIGNET_SHEET_MAX_CELL 32767

typedef struct _SignetSheetReader SignetSheetReader;

SignetSheetReader *
signet_sheet_reader_open (GFile *file, guint *line, GCancellable *cancellable, GError **error);
SignetSheetReader *signet_sheet_reader_new (GBytes *bytes, guint *line, GError **error);
void signet_sheet_reader_free (SignetSheetReader *self);

const char *signet_sheet_reader_get_encoding (SignetSheetReader *self);
char signet_sheet_reader_get_separator (SignetSheetReader *self);
SignetSheetRow *signet_sheet_reader_next (SignetSheetReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetSheetReader, signet_sheet_reader_free)

G_END_DECLS
