/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-chunk.h"

#include "proof/signet-digest.h"
#include "remote/signet-remote-error.h"

/*
 * Some bytes of a file, read and hashed on a worker. For SignetUpload.
 */

/* What the worker is to read. Nobody else uses the stream meanwhile. */
typedef struct
{
  GFileInputStream *stream;
  guint64 offset;
  gsize size;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->stream);
  g_free (reading);
}

static char *
encode_hex (const char *hex)
{
  guint8 digest[SIGNET_DIGEST_SIZE];

  for (gsize i = 0; i < sizeof digest; i++)
    digest[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  return g_base64_encode (digest, sizeof digest);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  g_autofree guint8 *buffer = g_malloc (reading->size);
  g_autofree char *hex = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize got = 0;
  SignetChunk *chunk;

  if (g_seekable_seek (G_SEEKABLE (reading->stream), (goffset) reading->offset, G_SEEK_SET, cancellable,
                       &error) &&
      g_input_stream_read_all (G_INPUT_STREAM (reading->stream), buffer, reading->size, &got, cancellable,
                               &error) &&
      got != reading->size)
    g_set_error_literal (&error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE,
                         "the file has become shorter");
  if (error == NULL)
    {
      bytes = g_bytes_new_take (g_steal_pointer (&buffer), got);
      hex = signet_digest_of_bytes (bytes, &error);
    }
  if (error != NULL)
    {
      if (error->domain != SIGNET_REMOTE_ERROR && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          GError *ours = g_error_new_literal (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE, error->message);

          g_error_free (error);
          error = ours;
        }
      g_task_return_error (task, error);
      return;
    }
  chunk = g_new0 (SignetChunk, 1);
  chunk->offset = reading->offset;
  chunk->bytes = g_steal_pointer (&bytes);
  chunk->checksum = encode_hex (hex);
  g_task_return_pointer (task, chunk, (GDestroyNotify) signet_chunk_free);
}

/**
 * signet_chunk_read_async:
 * @stream: the file
 * @offset: where to begin
 * @size: how many bytes
 * @cancellable: (nullable): stops it
 * @callback: called with the chunk
 * @user_data: for @callback
 *
 * Reads and hashes. One call at a time for a stream.
 */
void
signet_chunk_read_async (GFileInputStream *stream,
                         guint64 offset,
                         gsize size,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->stream = g_object_ref (stream);
  reading->offset = offset;
  reading->size = size;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * signet_chunk_read_finish:
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_FILE if the file can't be read or has become shorter
 *
 * Returns: (transfer full) (nullable): exactly the bytes asked for
 */
SignetChunk *
signet_chunk_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_chunk_free:
 * @self: (transfer full): a chunk
 */
void
signet_chunk_free (SignetChunk *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->checksum);
  g_free (self);
}
