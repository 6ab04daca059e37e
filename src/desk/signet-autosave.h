/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-draft.h"
#include "store/signet-drafts.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* Makes the record as it should be on disk now. */
typedef SignetDraftRecord *(*SignetAutosaveFunc) (gpointer data);

/*
 * For the desk's own files: brings a draft to disk.
 *
 * Properties: saving (read-only, notifies).
 */
#define SIGNET_TYPE_AUTOSAVE (signet_autosave_get_type ())
G_DECLARE_FINAL_TYPE (SignetAutosave, signet_autosave, SIGNET, AUTOSAVE, GObject)

SignetAutosave *signet_autosave_new (SignetStore *store, SignetAutosaveFunc make_record, gpointer data);
SignetDraftSaving signet_autosave_get_saving (SignetAutosave *self);
const GError *signet_autosave_get_error (SignetAutosave *self);

void signet_autosave_touch (SignetAutosave *self);
void signet_autosave_flush_async (SignetAutosave *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean signet_autosave_flush_finish (SignetAutosave *self, GAsyncResult *result, GError **error);

/* Writes nothing more, because the draft's row is about to go; and takes that back. */
void signet_autosave_end (SignetAutosave *self);
void signet_autosave_resume (SignetAutosave *self);

/* Writes at once what is not on disk, then lets go of @data: the draft is being let go of. */
void signet_autosave_close (SignetAutosave *self);

G_END_DECLS
