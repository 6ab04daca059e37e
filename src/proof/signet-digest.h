/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Hex digits of a SHA-256, without the NUL. */
#define SIGNET_DIGEST_HEX_LENGTH 64
#define SIGNET_DIGEST_SIZE 32

typedef struct _SignetDigest SignetDigest;

SignetDigest *signet_digest_new (GError **error);
void signet_digest_free (SignetDigest *self);
gboolean signet_digest_update (SignetDigest *self, const void *data, gsize size, GError **error);
char *signet_digest_finish (SignetDigest *self, GError **error);

char *signet_digest_of_bytes (GBytes *bytes, GError **error);
char *signet_digest_of_text (const char *text, GError **error);
char *signet_digest_of_stream (GInputStream *stream,
                               GFileProgressCallback progress,
                               gpointer progress_data,
                               goffset total,
                               GCancellable *cancellable,
                               GError **error);
char *signet_digest_of_file (GFile *file,
                             GFileProgressCallback progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error);

gboolean signet_digest_is_hex (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetDigest, signet_digest_free)

G_END_DECLS
