/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For SignetUpload: some bytes of a file, read and hashed. */
typedef struct
{
  guint64 offset;
  GBytes *bytes;
  char *checksum; /* SHA-256 in base64 */
} SignetChunk;

void signet_chunk_read_async (GFileInputStream *stream,
                              guint64 offset,
                              gsize size,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
SignetChunk *signet_chunk_read_finish (GAsyncResult *result, GError **error);
void signet_chunk_free (SignetChunk *self);

G_END_DECLS
