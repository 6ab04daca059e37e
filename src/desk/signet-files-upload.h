/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account.h"
#include "model/signet-clock.h"
#include "store/signet-outbox.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files: the files one submission rests on, on their way to its platform before it. */
#define SIGNET_TYPE_FILES_UPLOAD (signet_files_upload_get_type ())
G_DECLARE_FINAL_TYPE (SignetFilesUpload, signet_files_upload, SIGNET, FILES_UPLOAD, GObject)

SignetFilesUpload *signet_files_upload_new (SignetAccount *account, SignetStore *store, SignetClock *clock);

/* Uploads what the platform doesn't have yet, one submission at a time. Fails with what remote says of the
 * file that could not get there. */
void signet_files_upload_run_async (SignetFilesUpload *self,
                                    const SignetOutboxRecord *outbox,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean signet_files_upload_run_finish (SignetFilesUpload *self, GAsyncResult *result, GError **error);

G_END_DECLS
