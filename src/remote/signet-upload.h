/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-remote.h"

G_BEGIN_DECLS

/*
 * One file on its way to the platform (tus 1.0.0), resumable over cuts and restarts.
 *
 * Properties: url (notifies when the platform has given it one: keep it, and give it to the next run),
 * offset (bytes the platform is known to have, notifies), total.
 */
#define SIGNET_TYPE_UPLOAD (signet_upload_get_type ())
G_DECLARE_FINAL_TYPE (SignetUpload, signet_upload, SIGNET, UPLOAD, GObject)

/* @file must not change any more. @sha256: 64 hexadecimal digits. @url: of an earlier run, or NULL. */
SignetUpload *signet_upload_new (SignetRemote *remote,
                                 GFile *file,
                                 const char *name,
                                 const char *media_type,
                                 const char *sha256,
                                 guint64 total,
                                 const char *url);
const char *signet_upload_get_url (SignetUpload *self);
guint64 signet_upload_get_offset (SignetUpload *self);
guint64 signet_upload_get_total (SignetUpload *self);

/* Runs to the end: cuts are resumed, with back-off for as long as the platform makes headway. */
void signet_upload_run_async (SignetUpload *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean signet_upload_run_finish (SignetUpload *self, GAsyncResult *result, GError **error);

/* Tells the platform to forget an unfinished upload. */
void signet_upload_terminate_async (SignetUpload *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean signet_upload_terminate_finish (SignetUpload *self, GAsyncResult *result, GError **error);

G_END_DECLS
