/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetVaultFileRecord:
 * @sha256: its digest, which is its name in the vault
 * @bytes: its size
 * @name: what it was called when it came
 * @media_type: its type
 * @added_at: µs UTC
 *
 * What is known of a file in the vault.
 */
typedef struct
{
  char *sha256;
  gint64 bytes;
  char *name;
  char *media_type;
  gint64 added_at;
} SignetVaultFileRecord;

SignetVaultFileRecord *signet_vault_file_record_new (void);
void signet_vault_file_record_free (SignetVaultFileRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetVaultFileRecord, signet_vault_file_record_free)

gboolean signet_vault_files_add (SignetTables *tables, const SignetVaultFileRecord *record, GError **error);
SignetVaultFileRecord *signet_vault_files_find (SignetTables *tables, const char *sha256, GError **error);

G_END_DECLS
