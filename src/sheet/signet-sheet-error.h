/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SIGNET_SHEET_ERROR (signet_sheet_error_quark ())

/**
 * SignetSheetError:
 * @SIGNET_SHEET_ERROR_TOO_LARGE: more than SIGNET_SHEET_MAX_BYTES
 * @SIGNET_SHEET_ERROR_WORKBOOK: a spreadsheet program's own file (XLSX, XLS, ODS), no CSV
 * @SIGNET_SHEET_ERROR_ENCODING: bytes that are no text in any encoding looked for, or a damaged one
 * @SIGNET_SHEET_ERROR_NUL: a NUL character, which no text has
 */
typedef enum
{
  SIGNET_SHEET_ERROR_TOO_LARGE,
  SIGNET_SHEET_ERROR_WORKBOOK,
  SIGNET_SHEET_ERROR_ENCODING,
  SIGNET_SHEET_ERROR_NUL,
} SignetSheetError;

GQuark signet_sheet_error_quark (void);

G_END_DECLS
