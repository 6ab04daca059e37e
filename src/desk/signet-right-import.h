/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/signet-finding.h"
#include "model/signet-import-row.h"

G_BEGIN_DECLS

/**
 * SignetRightImportDescribe:
 * @finding: why a row isn't imported
 * @data: what was handed over with the function
 *
 * Returns: (transfer full): a sentence of it
 */
typedef char *(*SignetRightImportDescribe) (SignetFinding *finding, gpointer data);

/*
 * A portfolio of rights out of a CSV file: read as a dry run that says of each row what is wrong with it,
 * then committed: the good rows become records of this desk in one transaction, certified nowhere yet.
 *
 * Properties (read-only, notify): rows (GListModel of SignetImportRow), n-good (ok and warning), n-bad
 * (error), n-duplicates, progress (0 to 1, of what is under way).
 */
#define SIGNET_TYPE_RIGHT_IMPORT (signet_right_import_get_type ())
G_DECLARE_FINAL_TYPE (SignetRightImport, signet_right_import, SIGNET, RIGHT_IMPORT, GObject)

/* For rows that don't say it, both may be NULL. Set before reading. */
void signet_right_import_set_defaults (SignetRightImport *self, const char *kind, const char *party);

void signet_right_import_read_async (SignetRightImport *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean signet_right_import_read_finish (SignetRightImport *self, GAsyncResult *result, GError **error);

GListModel *signet_right_import_get_rows (SignetRightImport *self);
guint signet_right_import_get_n_good (SignetRightImport *self);
guint signet_right_import_get_n_bad (SignetRightImport *self);
guint signet_right_import_get_n_duplicates (SignetRightImport *self);
double signet_right_import_get_progress (SignetRightImport *self);
const char *signet_right_import_get_encoding (SignetRightImport *self);
guint signet_right_import_get_n_known_heads (SignetRightImport *self); /* 0: no such table */
const char *const *signet_right_import_get_unknown_heads (SignetRightImport *self);

/* Once: n-good records are made, or none. */
void signet_right_import_commit_async (SignetRightImport *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean signet_right_import_commit_finish (SignetRightImport *self, GAsyncResult *result, GError **error);

/* The rows that aren't imported, as they stand in the file, with a last column that says why. */
void signet_right_import_save_bad_async (SignetRightImport *self,
                                         GFile *file,
                                         const char *reason_head,
                                         SignetRightImportDescribe describe,
                                         gpointer data,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean signet_right_import_save_bad_finish (SignetRightImport *self, GAsyncResult *result, GError **error);

G_END_DECLS
