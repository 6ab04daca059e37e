/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof/signet-digest.h"

#include "proof/signet-proof-private.h"

#include <string.h>

/* SHA-256 (FIPS 180-4) by libcrypto, which uses the processor's own instructions; GChecksum is several times
 * slower. Digests are 64 lower-case hex digits everywhere in Signet. A SignetDigest belongs to one thread at
 * a time, the functions may be called on any.
 */

/* Large enough that system calls don't show, small enough to stay in the processor's cache. */
#define CHUNK (256 * 1024)

struct _SignetDigest
{
  EVP_MD_CTX *context;
};

static char *
to_hex (const guint8 *raw, gsize size)
{
  static const char digits[] = "0123456789abcdef";
  char *hex = g_malloc (size * 2 + 1);

  for (gsize i = 0; i < size; i++)
    {
      hex[i * 2] = digits[raw[i] >> 4];
      hex[i * 2 + 1] = digits[raw[i] & 15];
    }
  hex[size * 2] = '\0';
  return hex;
}

static char *
digest_of_memory (const void *data, gsize size, GError **error)
{
  g_autoptr (SignetDigest) digest = signet_digest_new (error);

  if (digest == NULL || !signet_digest_update (digest, data, size, error))
    return NULL;
  return signet_digest_finish (digest, error);
}

/**
 * signet_digest_new:
 * @error: return location
 *
 * Begins a SHA-256.
 *
 * Returns: (transfer full) (nullable): the digest
 */
SignetDigest *
signet_digest_new (GError **error)
{
  g_autoptr (SignetDigest) self = g_new0 (SignetDigest, 1);

  self->context = EVP_MD_CTX_new ();
  if (self->context == NULL || EVP_DigestInit_ex (self->context, EVP_sha256 (), NULL) != 1)
    {
      signet_proof_set_crypto_error (error, "Beginning a SHA-256");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * signet_digest_free:
 * @self: (transfer full) (nullable): a digest
 *
 * Frees the digest, finished or not.
 */
void
signet_digest_free (SignetDigest *self)
{
  if (self == NULL)
    return;
  EVP_MD_CTX_free (self->context);
  g_free (self);
}

/**
 * signet_digest_update:
 * @self: a digest that isn't finished
 * @data: (array length=size): the next bytes
 * @size: how many
 * @error: return location
 *
 * Adds bytes.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_digest_update (SignetDigest *self, const void *data, gsize size, GError **error)
{
  if (EVP_DigestUpdate (self->context, data, size) != 1)
    {
      signet_proof_set_crypto_error (error, "Adding to a SHA-256");
      return FALSE;
    }
  return TRUE;
}

/**
 * signet_digest_finish:
 * @self: a digest that isn't finished
 * @error: return location
 *
 * Ends the digest; only signet_digest_free() may follow.
 *
 * Returns: (transfer full) (nullable): 64 lower-case hex digits
 */
char *
signet_digest_finish (SignetDigest *self, GError **error)
{
  guint8 raw[SIGNET_DIGEST_SIZE];
  unsigned int size = 0;

  if (EVP_DigestFinal_ex (self->context, raw, &size) != 1 || size != sizeof raw)
    {
      signet_proof_set_crypto_error (error, "Ending a SHA-256");
      return NULL;
    }
  return to_hex (raw, sizeof raw);
}

/**
 * signet_digest_of_bytes:
 * @bytes: bytes
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the SHA-256 of @bytes as 64 lower-case hex digits
 */
char *
signet_digest_of_bytes (GBytes *bytes, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return digest_of_memory (data, size, error);
}

/**
 * signet_digest_of_text:
 * @text: a text; its UTF-8 bytes without the NUL are hashed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the SHA-256 of @text as 64 lower-case hex digits
 */
char *
signet_digest_of_text (const char *text, GError **error)
{
  return digest_of_memory (text, strlen (text), error);
}

/**
 * signet_digest_of_stream:
 * @stream: a stream, read to its end and not closed
 * @progress: (nullable) (scope call): told after each chunk, on the calling thread
 * @progress_data: data for @progress
 * @total: the bytes @progress shall name as the total, -1 if unknown
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads and hashes a stream; blocks.
 *
 * Returns: (transfer full) (nullable): 64 lower-case hex digits
 */
char *
signet_digest_of_stream (GInputStream *stream,
                         GFileProgressCallback progress,
                         gpointer progress_data,
                         goffset total,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SignetDigest) digest = signet_digest_new (error);
  g_autofree guint8 *chunk = NULL;
  goffset done = 0;
  gssize n;

  if (digest == NULL)
    return NULL;

  chunk = g_malloc (CHUNK);
  do
    {
      /* Not every stream looks at its cancellable. */
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error);
      if (n < 0 || (n > 0 && !signet_digest_update (digest, chunk, (gsize) n, error)))
        return NULL;
      done += n;
      if (n > 0 && progress != NULL)
        progress (done, total, progress_data);
    }
  while (n > 0);

  return signet_digest_finish (digest, error);
}

/**
 * signet_digest_of_file:
 * @file: a file
 * @progress: (nullable) (scope call): told after each chunk, on the calling thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads and hashes a file; blocks.
 *
 * Returns: (transfer full) (nullable): 64 lower-case hex digits
 */
char *
signet_digest_of_file (GFile *file,
                       GFileProgressCallback progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  goffset total = -1;

  if (stream == NULL)
    return NULL;

  /* Only for the progress: a file that can't tell its size is hashed all the same. */
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL)
    total = g_file_info_get_size (info);
  return signet_digest_of_stream (G_INPUT_STREAM (stream), progress, progress_data, total, cancellable,
                                  error);
}

/**
 * signet_digest_is_hex:
 * @text: (nullable): a text
 *
 * Returns: %TRUE if @text is 64 lower-case hex digits, so that it may also name a file
 */
gboolean
signet_digest_is_hex (const char *text)
{
  return text != NULL && strspn (text, "0123456789abcdef") == SIGNET_DIGEST_HEX_LENGTH &&
         text[SIGNET_DIGEST_HEX_LENGTH] == '\0';
}
