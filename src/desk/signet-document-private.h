/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-document.h"
#include "render/signet-renderer.h"
#include "store/signet-vault.h"

G_BEGIN_DECLS

/* For the desk's own files: opens a file of the vault in the sealed viewer. */
void signet_document_open_async (gpointer source,
                                 SignetRenderer *renderer,
                                 SignetVault *vault,
                                 const char *sha256,
                                 const char *password,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
SignetDocument *signet_document_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
