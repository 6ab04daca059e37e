/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-vault.h"

#include "proof/signet-digest.h"
#include "store/signet-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* The evidence: files by their SHA-256, `aa/bb/DIGEST`, each copied in once and never changed. What stands
 * under a name is complete and on the disk: a file is written under a passing name, synced and renamed, so
 * that a kill or a power cut leaves a leftover at most, which the next start removes. Owned by the store; may
 * be used on any thread.
 */

#define CHUNK (256 * 1024)
/* Progress is told to the main thread no more often than this: a gigabyte has 4,000 chunks. */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 20)

struct _SignetVault
{
  GObject parent_instance;

  char *folder;
  char *incoming; /* where files lie until they are complete */
};

G_DEFINE_FINAL_TYPE (SignetVault, signet_vault, G_TYPE_OBJECT)

typedef struct
{
  GFile *file;
  guint64 bytes;
  GFileProgressCallback progress;
  gpointer progress_data;
  gint64 told_at;
} Import;

typedef struct
{
  GTask *task;
  goffset done;
  goffset total;
} Progress;

static gboolean
fail (GError **error, const char *what)
{
  int saved_errno = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", what,
               g_strerror (saved_errno));
  return FALSE;
}

static gboolean
write_all (int fd, const guint8 *data, gsize size, GError **error)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 && (errno == EDQUOT || errno == EFBIG))
        errno = ENOSPC;
      if (n < 0)
        return fail (error, "Writing into the vault");
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

/* A rename is on the disk when its folder is. */
static gboolean
sync_folder (const char *folder, GError **error)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced;

  if (fd < 0)
    return fail (error, "Opening a folder of the vault");
  synced = fsync (fd) == 0 || fail (error, "Syncing a folder of the vault");
  close (fd);
  return synced;
}

static char *
path_of (SignetVault *self, const char *sha256)
{
  char first[] = { sha256[0], sha256[1], '\0' };
  char second[] = { sha256[2], sha256[3], '\0' };

  return g_build_filename (self->folder, first, second, sha256, NULL);
}

/* The first file makes the vault; from then on it stands in its own folder on the disk. */
static gboolean
make_folders (SignetVault *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  if (g_file_test (self->incoming, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (self->incoming, 0700) < 0)
    return fail (error, "Making the vault's folder");
  return sync_folder (parent, error);
}

/* Copies @stream into @fd and hashes what it copies, so that the digest is of the bytes that lie in the
 * vault. */
static char *
copy_and_hash (GInputStream *stream,
               int fd,
               goffset total,
               guint64 *bytes,
               GFileProgressCallback progress,
               gpointer progress_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SignetDigest) digest = signet_digest_new (error);
  g_autofree guint8 *chunk = NULL;
  gssize n;

  if (digest == NULL)
    return NULL;

  *bytes = 0;
  chunk = g_malloc (CHUNK);
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error);
      if (n < 0 || !signet_digest_update (digest, chunk, (gsize) n, error) ||
          !write_all (fd, chunk, (gsize) n, error))
        return NULL;
      *bytes += (guint64) n;
      if (n > 0 && progress != NULL)
        progress ((goffset) *bytes, total, progress_data);
    }
  while (n > 0);

  return signet_digest_finish (digest, error);
}

/* Moves a complete file to its place. The same bytes may be there already, then the new copy is dropped. */
static gboolean
put_in_place (SignetVault *self, const char *incoming, const char *sha256, GError **error)
{
  g_autofree char *path = path_of (self, sha256);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *upper = g_path_get_dirname (folder);

  if (g_mkdir_with_parents (folder, 0700) < 0)
    return fail (error, "Making a folder of the vault");
  if (g_rename (incoming, path) < 0)
    return fail (error, "Putting a file in its place in the vault");
  return sync_folder (folder, error) && sync_folder (upper, error) && sync_folder (self->folder, error);
}

static char *
import_stream (SignetVault *self,
               GInputStream *stream,
               goffset total,
               guint64 *bytes,
               GFileProgressCallback progress,
               gpointer progress_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *incoming = g_build_filename (self->incoming, "XXXXXX", NULL);
  g_autofree char *sha256 = NULL;
  gboolean kept;
  int fd;

  if (!make_folders (self, error))
    return NULL;
  fd = g_mkstemp_full (incoming, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      fail (error, "Making a file in the vault");
      return NULL;
    }

  sha256 = copy_and_hash (stream, fd, total, bytes, progress, progress_data, cancellable, error);
  kept = sha256 != NULL && (fsync (fd) == 0 || fail (error, "Syncing a file of the vault"));
  close (fd);
  kept = kept && put_in_place (self, incoming, sha256, error);
  if (!kept)
    {
      g_unlink (incoming);
      return NULL;
    }
  return g_steal_pointer (&sha256);
}

/* Leftovers of a kill. Nobody else writes here: the store's lock keeps other processes out. */
static void
sweep (SignetVault *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->incoming, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->incoming, name, NULL);

      if (g_unlink (path) < 0)
        g_warning ("Removing a leftover in the vault: %s", g_strerror (errno));
    }
}

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->file);
  g_free (import);
}

static gboolean
tell_progress_cb (gpointer data)
{
  Progress *progress = data;
  Import *import = g_task_get_task_data (progress->task);

  if (!g_task_get_completed (progress->task))
    import->progress (progress->done, progress->total, import->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

/* On the import's thread. */
static void
import_progress_cb (goffset done, goffset total, gpointer data)
{
  GTask *task = data;
  Import *import = g_task_get_task_data (task);
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Progress *progress;

  if (now - import->told_at < PROGRESS_INTERVAL && done != total)
    return;

  import->told_at = now;
  progress = g_new (Progress, 1);
  progress->task = g_object_ref (task);
  progress->done = done;
  progress->total = total;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_progress_cb, progress, progress_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
import_thread_cb (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Import *import = task_data;
  GError *error = NULL;
  char *sha256 = signet_vault_import (source_object, import->file, &import->bytes,
                                      import->progress != NULL ? import_progress_cb : NULL, task, cancellable,
                                      &error);

  if (sha256 != NULL)
    g_task_return_pointer (task, sha256, g_free);
  else
    g_task_return_error (task, error);
}

static void
signet_vault_finalize (GObject *object)
{
  SignetVault *self = SIGNET_VAULT (object);

  g_free (self->folder);
  g_free (self->incoming);

  G_OBJECT_CLASS (signet_vault_parent_class)->finalize (object);
}

static void
signet_vault_class_init (SignetVaultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_vault_finalize;
}

static void
signet_vault_init (SignetVault *self)
{
}

/**
 * signet_vault_new:
 * @folder: (type filename): where the files lie; made when the first one comes
 *
 * Opens the vault and removes what an interrupted import left behind. Only the process that owns the store
 * may.
 *
 * Returns: (transfer full): the vault
 */
SignetVault *
signet_vault_new (const char *folder)
{
  SignetVault *self = g_object_new (SIGNET_TYPE_VAULT, NULL);

  self->folder = g_strdup (folder);
  self->incoming = g_build_filename (folder, "incoming", NULL);
  sweep (self);
  return self;
}

/**
 * signet_vault_import:
 * @self: the vault
 * @file: any file; it is only read
 * @bytes: (out): its size
 * @progress: (nullable) (scope call): told on the calling thread after each chunk
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it; nothing is left behind
 * @error: return location; %G_IO_ERROR_NO_SPACE if the disk is full
 *
 * Copies a file into the vault, hashing on the way. Blocks.
 *
 * Returns: (transfer full) (nullable): its SHA-256 as 64 hex digits, which is its name from now on
 */
char *
signet_vault_import (SignetVault *self,
                     GFile *file,
                     guint64 *bytes,
                     GFileProgressCallback progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  goffset total = -1;

  g_return_val_if_fail (SIGNET_IS_VAULT (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  /* Only for the progress. */
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL)
    total = g_file_info_get_size (info);
  return import_stream (self, G_INPUT_STREAM (stream), total, bytes, progress, progress_data, cancellable,
                        error);
}

/**
 * signet_vault_import_async:
 * @self: the vault
 * @file: any file; it is only read
 * @progress: (nullable) (scope notified): told on the calling thread, about 20 times a second
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it; nothing is left behind
 * @callback: called when done
 * @user_data: for @callback
 *
 * signet_vault_import() on a thread of its own.
 */
void
signet_vault_import_async (SignetVault *self,
                           GFile *file,
                           GFileProgressCallback progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Import *import;

  g_return_if_fail (SIGNET_IS_VAULT (self));

  import = g_new0 (Import, 1);
  import->file = g_object_ref (file);
  import->progress = progress;
  import->progress_data = progress_data;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_vault_import_async);
  g_task_set_task_data (task, import, import_free);
  g_task_run_in_thread (task, import_thread_cb);
}

/**
 * signet_vault_import_finish:
 * @self: the vault
 * @result: from the callback
 * @bytes: (out) (optional): the file's size
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its SHA-256 as 64 hex digits
 */
char *
signet_vault_import_finish (SignetVault *self, GAsyncResult *result, guint64 *bytes, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (bytes != NULL)
    *bytes = ((Import *) g_task_get_task_data (G_TASK (result)))->bytes;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_vault_dup_file:
 * @self: a vault
 * @sha256: digest of a file in it, 64 hexadecimal digits
 *
 * For those who read a file more than once, such as a resumed upload. It must only be read.
 *
 * Returns: (transfer full): where the file lies; nothing says that it does
 */
GFile *
signet_vault_dup_file (SignetVault *self, const char *sha256)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (SIGNET_IS_VAULT (self), NULL);
  g_return_val_if_fail (signet_digest_is_hex (sha256), NULL);

  path = path_of (self, sha256);
  return g_file_new_for_path (path);
}

/**
 * signet_vault_open:
 * @self: the vault
 * @sha256: a file's digest
 * @bytes: (out) (optional): its size
 * @error: return location; %SIGNET_STORE_ERROR_NOT_FOUND if it isn't here
 *
 * Opens a file for reading. Who uploads it or shows it reads from the descriptor; nobody gets a path.
 *
 * Returns: a descriptor to close, -1 on failure
 */
int
signet_vault_open (SignetVault *self, const char *sha256, guint64 *bytes, GError **error)
{
  g_autofree char *path = NULL;
  struct stat st;
  int fd;

  g_return_val_if_fail (SIGNET_IS_VAULT (self), -1);
  g_return_val_if_fail (signet_digest_is_hex (sha256), -1);

  path = path_of (self, sha256);
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (fd < 0 && errno == ENOENT)
    {
      g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND,
                           "No such file in the vault");
      return -1;
    }
  if (fd < 0 || fstat (fd, &st) < 0)
    {
      fail (error, "Opening a file of the vault");
      if (fd >= 0)
        close (fd);
      return -1;
    }
  if (bytes != NULL)
    *bytes = (guint64) st.st_size;
  return fd;
}

/**
 * signet_vault_verify:
 * @self: the vault
 * @sha256: a file's digest
 * @cancellable: (nullable): stops it
 * @error: return location; %SIGNET_STORE_ERROR_DAMAGED_FILE if it is another file now
 *
 * Reads a file and compares its digest with its name. Blocks.
 *
 * Returns: %TRUE if it is what was put there
 */
gboolean
signet_vault_verify (SignetVault *self, const char *sha256, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *found = NULL;
  int fd = signet_vault_open (self, sha256, NULL, error);

  if (fd < 0)
    return FALSE;
  stream = g_unix_input_stream_new (fd, TRUE);
  found = signet_digest_of_stream (stream, NULL, NULL, -1, cancellable, error);
  if (found == NULL)
    return FALSE;
  if (g_strcmp0 (found, sha256) != 0)
    {
      g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_DAMAGED_FILE,
                           "A file in the vault isn't what was put there");
      return FALSE;
    }
  return TRUE;
}

/**
 * signet_vault_remove:
 * @self: the vault
 * @sha256: a file
 * @error: return location
 *
 * Takes a file away, for good. Nobody but signet_vault_removals_sweep() knows that nothing rests on it.
 * Blocks; any thread.
 *
 * Returns: whether it isn't there any more
 */
gboolean
signet_vault_remove (SignetVault *self, const char *sha256, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (SIGNET_IS_VAULT (self), FALSE);
  g_return_val_if_fail (sha256 != NULL && strlen (sha256) == 64, FALSE);

  path = path_of (self, sha256);
  return g_unlink (path) == 0 || errno == ENOENT || fail (error, "Taking a file out of the vault");
}
