/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-evidence.h"
#include "render/signet-renderer.h"
#include "store/signet-vault.h"

G_BEGIN_DECLS

/* For the desk's own files: a copy of a paper in the vault that says on each page what it is for. */
void signet_watermark_copy_async (SignetRenderer *renderer,
                                  SignetVault *vault,
                                  SignetEvidence *original,
                                  const char *language,
                                  const char *platform,
                                  const GDate *today,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SignetEvidence *signet_watermark_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
