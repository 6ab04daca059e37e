/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-attachment.h"

#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "model/signet-words.h"

/*
 * A file on its way into the vault: looked at, refused if the platform would not take it, copied and hashed.
 * Main thread; the copying is the vault's.
 */

typedef struct
{
  SignetLimits *limits;
  char *slot;
  char *name;
  char *media_type;
  GFileProgressCallback progress;
  gpointer progress_data;
} Attachment;

static void
attachment_free (Attachment *attachment)
{
  g_clear_object (&attachment->limits);
  g_free (attachment->slot);
  g_free (attachment->name);
  g_free (attachment->media_type);
  g_free (attachment);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Attachment *attachment = g_task_get_task_data (task);
  GError *error = NULL;
  guint64 bytes = 0;
  g_autofree char *sha256 = signet_vault_import_finish (SIGNET_VAULT (source), result, &bytes, &error);

  if (sha256 == NULL)
    g_task_return_error (task, signet_explain (error));
  else
    g_task_return_pointer (
        task,
        signet_evidence_new (attachment->slot, attachment->name, attachment->media_type, sha256, bytes, NULL),
        g_object_unref);
}

static gboolean
check_file (SignetLimits *limits, goffset size, const char *media_type, GError **error)
{
  if (size == 0)
    g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FILE_EMPTY, "the file is empty");
  else if (limits != NULL && (guint64) size > signet_limits_get_bytes_per_file (limits))
    g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FILE_TOO_LARGE, "the file is too large");
  else if (limits != NULL && !g_strv_contains (signet_limits_get_media_types (limits), media_type))
    g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FILE_TYPE,
                         "this type of file is not taken");
  else
    return TRUE;
  return FALSE;
}

static void
inspected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Attachment *attachment = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  if (info == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FILE_UNREADABLE,
                               "the file cannot be looked at: %s", error->message);
      g_error_free (error);
      return;
    }
  attachment->name = g_strdup (g_file_info_get_display_name (info));
  attachment->media_type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  if (!check_file (attachment->limits, g_file_info_get_size (info), attachment->media_type, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  signet_vault_import_async (SIGNET_VAULT (g_task_get_source_object (task)), G_FILE (source),
                             attachment->progress, attachment->progress_data, g_task_get_cancellable (task),
                             imported_cb, g_object_ref (task));
}

/**
 * signet_attachment_import_async:
 * @vault: where the copy goes
 * @limits: (nullable): what the platform takes
 * @file: what the person chose
 * @slot: which paper it is
 * @progress: (nullable) (scope async): called on the main thread with bytes done and total
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the copy
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Copies the file into the vault, hashing it on the way.
 */
void
signet_attachment_import_async (SignetVault *vault,
                                SignetLimits *limits,
                                GFile *file,
                                const char *slot,
                                GFileProgressCallback progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  Attachment *attachment;

  g_return_if_fail (SIGNET_IS_VAULT (vault));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (vault, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_attachment_import_async);
  attachment = g_new0 (Attachment, 1);
  g_set_object (&attachment->limits, limits);
  attachment->slot = g_strdup (slot);
  attachment->progress = progress;
  attachment->progress_data = progress_data;
  g_task_set_task_data (task, attachment, (GDestroyNotify) attachment_free);
  g_file_query_info_async (file,
                           G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE
                                                                  "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, cancellable, inspected_cb, task);
}

/**
 * signet_attachment_import_finish:
 * @result: what the callback got
 * @error: a SIGNET_DESK_ERROR_FILE_ code, %SIGNET_DESK_ERROR_DISK_FULL or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the file as it lies in the vault
 */
SignetEvidence *
signet_attachment_import_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_attachment_put:
 * @evidence: the files of a party, right or complaint
 * @one: another one
 *
 * Adds @one. Evidence collects, each file once; every other slot is one paper, and a new one takes the old
 * one's place.
 */
void
signet_attachment_put (GListStore *evidence, SignetEvidence *one)
{
  gboolean collects = g_str_equal (signet_evidence_get_slot (one), SIGNET_SLOT_EVIDENCE);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (evidence));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetEvidence) old = g_list_model_get_item (G_LIST_MODEL (evidence), i);

      if (!g_str_equal (signet_evidence_get_slot (old), signet_evidence_get_slot (one)))
        continue;
      if (!collects || g_str_equal (signet_evidence_get_sha256 (old), signet_evidence_get_sha256 (one)))
        {
          g_list_store_splice (evidence, i, 1, (gpointer *) &one, 1);
          return;
        }
    }
  g_list_store_append (evidence, one);
}
