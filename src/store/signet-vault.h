/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_VAULT (signet_vault_get_type ())
G_DECLARE_FINAL_TYPE (SignetVault, signet_vault, SIGNET, VAULT, GObject)

SignetVault *signet_vault_new (const char *folder);

char *signet_vault_import (SignetVault *self,
                           GFile *file,
                           guint64 *bytes,
                           GFileProgressCallback progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GError **error);
void signet_vault_import_async (SignetVault *self,
                                GFile *file,
                                GFileProgressCallback progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *signet_vault_import_finish (SignetVault *self, GAsyncResult *result, guint64 *bytes, GError **error);

GFile *signet_vault_dup_file (SignetVault *self, const char *sha256);
int signet_vault_open (SignetVault *self, const char *sha256, guint64 *bytes, GError **error);
gboolean
signet_vault_verify (SignetVault *self, const char *sha256, GCancellable *cancellable, GError **error);
gboolean signet_vault_remove (SignetVault *self, const char *sha256, GError **error);

G_END_DECLS
