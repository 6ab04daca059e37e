/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-right-import.h"
#include "sheet/signet-sheet-row.h"

G_BEGIN_DECLS

/* For the import: the rows that aren't imported, on their way into a file of their own. */
typedef struct _SignetImportRejects SignetImportRejects;

SignetImportRejects *signet_import_rejects_new (const SignetSheetRow *heads,
                                                const char *reason_head,
                                                SignetRightImportDescribe describe,
                                                gpointer data);
void signet_import_rejects_free (SignetImportRejects *self);
void signet_import_rejects_add (SignetImportRejects *self, const SignetSheetRow *cells, SignetImportRow *row);

/* Takes it: once only. */
void signet_import_rejects_save_async (SignetImportRejects *self,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean signet_import_rejects_save_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetImportRejects, signet_import_rejects_free)

G_END_DECLS
