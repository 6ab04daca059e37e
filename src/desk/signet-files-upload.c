/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-files-upload.h"

#include "desk/signet-account-private.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-upload.h"
#include "store/signet-outbox-files.h"
#include "store/signet-uploads.h"
#include "store/signet-vault.h"

/*
 * The files one submission rests on, one after the other. How far each has come is kept, so that the next run
 * or the next start goes on there, and what the platform has isn't sent again. The pump owns it. Main thread;
 * writes go to the store's worker.
 */
struct _SignetFilesUpload
{
  GObject parent_instance;

  SignetAccount *account;
  SignetStore *store;
  SignetClock *clock;

  GPtrArray *files; /* SignetOutboxFile still to be uploaded, the first one now; NULL while nothing runs */
  SignetUpload *upload;
};

G_DEFINE_FINAL_TYPE (SignetFilesUpload, signet_files_upload, G_TYPE_OBJECT)

/* The end of one file begins the next. */
static void next_file (SignetFilesUpload *self, GTask *task);

/* Takes both. */
static void
end (SignetFilesUpload *self, GTask *task, GError *error)
{
  g_clear_object (&self->upload);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

static gboolean
upload_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_uploads_save (tables, data, error);
}

static void
save (SignetFilesUpload *self, gboolean complete, GAsyncReadyCallback callback, gpointer user_data)
{
  SignetOutboxFile *file = g_ptr_array_index (self->files, 0);
  SignetUploadRecord *record = signet_upload_record_new ();

  record->account = g_strdup (signet_account_get_id (self->account));
  record->sha256 = g_strdup (file->sha256);
  record->url = g_strdup (signet_upload_get_url (self->upload));
  record->offset = (gint64) signet_upload_get_offset (self->upload);
  record->bytes = file->bytes;
  record->complete = complete;
  record->updated_at = signet_clock_now (self->clock);
  signet_store_write_async (self->store, upload_write, record, (GDestroyNotify) signet_upload_record_free,
                            NULL, callback, user_data);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetFilesUpload *self = g_task_get_source_object (user_data);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->upload);
  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    g_warning ("the end of an upload could not be stored: %s", error->message);
  g_ptr_array_remove_index (self->files, 0);
  next_file (self, user_data);
}

static void
url_cb (SignetFilesUpload *self)
{
  save (self, FALSE, NULL, NULL);
}

static void
uploaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetFilesUpload *self = g_task_get_source_object (user_data);
  GError *error = NULL;

  g_signal_handlers_disconnect_by_func (source, url_cb, self);
  if (signet_upload_run_finish (SIGNET_UPLOAD (source), result, &error))
    save (self, TRUE, saved_cb, user_data);
  else
    end (self, user_data, error);
}

static void
start (SignetFilesUpload *self, SignetOutboxFile *file, const char *url, GTask *task)
{
  g_autoptr (GFile) stored = signet_vault_dup_file (signet_store_get_vault (self->store), file->sha256);

  self->upload = signet_upload_new (signet_account_get_remote (self->account), stored, file->name,
                                    file->media_type, file->sha256, (guint64) file->bytes, url);
  g_signal_connect_object (self->upload, "notify::url", G_CALLBACK (url_cb), self, G_CONNECT_SWAPPED);
  signet_upload_run_async (self->upload, g_task_get_cancellable (task), uploaded_cb, task);
}

static void
next_file (SignetFilesUpload *self, GTask *task)
{
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)) ||
      signet_account_get_state (self->account) != SIGNET_ACCOUNT_READY)
    {
      end (self, task,
           g_error_new_literal (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT, "nobody is signed in"));
      return;
    }
  while (self->files->len > 0)
    {
      SignetOutboxFile *file = g_ptr_array_index (self->files, 0);
      g_autoptr (SignetUploadRecord) record = signet_uploads_find (
          signet_store_get_tables (self->store), signet_account_get_id (self->account), file->sha256, NULL);

      if (record == NULL || !record->complete)
        {
          start (self, file, record != NULL && *record->url != '\0' ? record->url : NULL, task);
          return;
        }
      g_ptr_array_remove_index (self->files, 0);
    }
  end (self, task, NULL);
}

static void
signet_files_upload_finalize (GObject *object)
{
  SignetFilesUpload *self = SIGNET_FILES_UPLOAD (object);

  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->upload);
  g_clear_object (&self->account);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (signet_files_upload_parent_class)->finalize (object);
}

static void
signet_files_upload_class_init (SignetFilesUploadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_files_upload_finalize;
}

static void
signet_files_upload_init (SignetFilesUpload *self)
{
}

/**
 * signet_files_upload_new:
 * @account: whose platform gets the files
 * @store: where the files and how far they came are
 * @clock: the time
 *
 * Returns: (transfer full): nothing on its way yet
 */
SignetFilesUpload *
signet_files_upload_new (SignetAccount *account, SignetStore *store, SignetClock *clock)
{
  SignetFilesUpload *self = g_object_new (SIGNET_TYPE_FILES_UPLOAD, NULL);

  self->account = g_object_ref (account);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * signet_files_upload_run_async:
 * @self: nothing on its way
 * @outbox: a submission of a signed-in account
 * @cancellable: (nullable): stops it; the next run goes on there
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Uploads those files of @outbox that the platform doesn't have yet.
 */
void
signet_files_upload_run_async (SignetFilesUpload *self,
                               const SignetOutboxRecord *outbox,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_FILES_UPLOAD (self));
  g_return_if_fail (self->files == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_files_upload_run_async);
  self->files = signet_outbox_files_list (signet_store_get_tables (self->store), outbox->id, &error);
  if (self->files == NULL)
    end (self, task, error);
  else
    next_file (self, task);
}

/** signet_files_upload_run_finish: Returns: whether the platform has every file */
gboolean
signet_files_upload_run_finish (SignetFilesUpload *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
