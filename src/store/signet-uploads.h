/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetUploadRecord:
 * @account: local id of the account
 * @sha256: which file of the vault
 * @url: where the upload goes on
 * @offset: bytes the platform has confirmed
 * @bytes: size of the file
 * @remote_id: the platform's id of the stored file, "" before
 * @complete: the platform has all of it
 * @updated_at: µs UTC
 *
 * How far a file is on its way to one account's platform.
 */
typedef struct
{
  char *account;
  char *sha256;
  char *url;
  gint64 offset;
  gint64 bytes;
  char *remote_id;
  gboolean complete;
  gint64 updated_at;
} SignetUploadRecord;

SignetUploadRecord *signet_upload_record_new (void);
void signet_upload_record_free (SignetUploadRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetUploadRecord, signet_upload_record_free)

gboolean signet_uploads_save (SignetTables *tables, const SignetUploadRecord *record, GError **error);
gboolean
signet_uploads_delete (SignetTables *tables, const char *account, const char *sha256, GError **error);
SignetUploadRecord *
signet_uploads_find (SignetTables *tables, const char *account, const char *sha256, GError **error);

G_END_DECLS
