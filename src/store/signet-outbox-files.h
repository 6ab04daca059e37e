/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetOutboxFile:
 * @outbox: the submission
 * @position: place in the submission, from 0
 * @slot: which paper it is
 * @sha256: which file of the vault
 * @name: its name in the submission
 * @media_type: its type
 * @bytes: its size
 *
 * A file a submission rests on: it must be at the platform before the submission goes out.
 */
typedef struct
{
  char *outbox;
  gint64 position;
  char *slot;
  char *sha256;
  char *name;
  char *media_type;
  gint64 bytes;
} SignetOutboxFile;

SignetOutboxFile *signet_outbox_file_new (void);
void signet_outbox_file_free (SignetOutboxFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetOutboxFile, signet_outbox_file_free)

gboolean signet_outbox_files_save (SignetTables *tables, const SignetOutboxFile *file, GError **error);
GPtrArray *signet_outbox_files_list (SignetTables *tables, const char *outbox, GError **error);

G_END_DECLS
