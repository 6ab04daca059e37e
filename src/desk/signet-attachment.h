/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/signet-evidence.h"
#include "model/signet-limits.h"
#include "store/signet-vault.h"

G_BEGIN_DECLS

/* For the desk's own files: brings a file a person chose into the vault. */
void signet_attachment_import_async (SignetVault *vault,
                                     SignetLimits *limits,
                                     GFile *file,
                                     const char *slot,
                                     GFileProgressCallback progress,
                                     gpointer progress_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SignetEvidence *signet_attachment_import_finish (GAsyncResult *result, GError **error);

/* Evidence collects; every other slot is one paper, and a new one takes the old one's place. */
void signet_attachment_put (GListStore *evidence, SignetEvidence *one);

G_END_DECLS
