/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-watermark-copy.h"

#include <gio/gunixoutputstream.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "desk/signet-desk-error.h"
#include "desk/signet-document-private.h"
#include "desk/signet-explain.h"
#include "dossier/signet-watermark.h"

/*
 * A watermarked copy of a paper: its pages are drawn by the sealed viewer, one at a time, and written into a
 * new PDF that only memory holds until the vault takes it: no identity paper lies in a file anywhere else,
 * whenever this is killed. Pages come on the main thread, each is written on a worker.
 */

/* Dots for a point: 200 an inch. */
#define SCALE (200.0 / 72.0)

typedef struct
{
  SignetVault *vault;
  SignetEvidence *original;
  char *language;
  char *platform;
  GDate today;

  SignetDocument *document;
  guint page; /* the one that is drawn or written */
  double width;
  double height;
  SignetPagePixels *pixels;
  SignetWatermark *watermark;
  GOutputStream *stream;
  int memory;
} Copy;

static void draw_page (GTask *task);

static void
copy_free (Copy *copy)
{
  g_clear_pointer (&copy->watermark, signet_watermark_free);
  g_clear_pointer (&copy->pixels, signet_page_pixels_free);
  g_clear_object (&copy->stream);
  g_clear_object (&copy->document);
  g_clear_object (&copy->original);
  g_clear_object (&copy->vault);
  if (copy->memory >= 0)
    close (copy->memory);
  g_free (copy->language);
  g_free (copy->platform);
  g_free (copy);
}

static char *
make_name (SignetEvidence *original)
{
  const char *name = signet_evidence_get_name (original);
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name))
                                                    : g_strdup (name);

  return g_strconcat (stem, SIGNET_EVIDENCE_WATERMARK, NULL);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Copy *copy = g_task_get_task_data (task);
  GError *error = NULL;
  guint64 bytes = 0;
  g_autofree char *sha256 = signet_vault_import_finish (SIGNET_VAULT (source), result, &bytes, &error);
  g_autofree char *name = make_name (copy->original);

  if (sha256 == NULL)
    g_task_return_error (task, signet_explain (error));
  else
    g_task_return_pointer (task,
                           signet_evidence_new_copy (copy->original, name, "application/pdf", sha256, bytes),
                           g_object_unref);
}

static gboolean
begin (Copy *copy, GCancellable *cancellable, GError **error)
{
  if (copy->watermark != NULL)
    return TRUE;
  copy->memory = memfd_create ("signet-watermark", MFD_CLOEXEC);
  if (copy->memory < 0)
    {
      g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "no memory for a copy");
      return FALSE;
    }
  copy->stream = g_unix_output_stream_new (copy->memory, FALSE);
  copy->watermark = signet_watermark_new (copy->stream, copy->language, copy->platform, &copy->today,
                                          cancellable, error);
  return copy->watermark != NULL;
}

/* On the worker: nobody else touches @copy meanwhile. */
static void
write_page (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;
  gboolean last = copy->page + 1 == signet_document_get_n_pages (copy->document);

  if (begin (copy, cancellable, &error) &&
      signet_watermark_add_page (copy->watermark, copy->pixels->pixels, (guint) copy->pixels->width,
                                 (guint) copy->pixels->height, copy->pixels->stride, copy->width,
                                 copy->height, &error) &&
      (!last || (signet_watermark_finish (copy->watermark, &error) &&
                 g_output_stream_flush (copy->stream, cancellable, &error))))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Copy *copy = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&copy->pixels, signet_page_pixels_free);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  copy->page++;
  if (copy->page < signet_document_get_n_pages (copy->document))
    draw_page (g_steal_pointer (&task));
  else
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", copy->memory);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      signet_vault_import_async (copy->vault, file, NULL, NULL, g_task_get_cancellable (task), kept_cb,
                                 g_object_ref (task));
    }
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) writing = NULL;
  Copy *copy = g_task_get_task_data (task);
  GError *error = NULL;

  copy->pixels = signet_document_render_finish (SIGNET_DOCUMENT (source), result, &error);
  if (copy->pixels == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  writing = g_task_new (NULL, g_task_get_cancellable (task), written_cb, g_object_ref (task));
  g_task_set_source_tag (writing, drawn_cb);
  g_task_set_task_data (writing, copy, NULL);
  g_task_run_in_thread (writing, write_page);
}

/* Takes @task. */
static void
draw_page (GTask *task)
{
  Copy *copy = g_task_get_task_data (task);
  double scale;

  signet_document_get_page_size (copy->document, copy->page, &copy->width, &copy->height);
  scale = MIN (SCALE, sqrt (SIGNET_WATERMARK_MAX_PIXELS / MAX (copy->width * copy->height, 1.0)));
  signet_document_render_async (copy->document, copy->page, scale, g_task_get_cancellable (task), drawn_cb,
                                task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Copy *copy = g_task_get_task_data (task);
  GError *error = NULL;

  copy->document = signet_document_open_finish (result, &error);
  if (copy->document == NULL)
    g_task_return_error (task, error);
  else
    draw_page (g_steal_pointer (&task));
}

/**
 * signet_watermark_copy_async:
 * @renderer: what draws pages
 * @vault: where the original is and the copy goes
 * @original: a paper in the vault
 * @language: "zh-CN" or "en": of the words on it
 * @platform: for which platform the copy is, as a person calls it
 * @today: the day it is made
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes the copy. The original stays in the vault as it is.
 */
void
signet_watermark_copy_async (SignetRenderer *renderer,
                             SignetVault *vault,
                             SignetEvidence *original,
                             const char *language,
                             const char *platform,
                             const GDate *today,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (vault, cancellable, callback, user_data);
  Copy *copy = g_new0 (Copy, 1);

  g_task_set_source_tag (task, signet_watermark_copy_async);
  copy->vault = g_object_ref (vault);
  copy->original = g_object_ref (original);
  copy->language = g_strdup (language);
  copy->platform = g_strdup (platform);
  copy->today = *today;
  copy->memory = -1;
  g_task_set_task_data (task, copy, (GDestroyNotify) copy_free);
  signet_document_open_async (vault, renderer, vault, signet_evidence_get_sha256 (original), NULL,
                              cancellable, opened_cb, task);
}

/**
 * signet_watermark_copy_finish:
 * @result: what the callback got
 * @error: a SIGNET_DESK_ERROR_DOCUMENT_ code, %SIGNET_DESK_ERROR_DISK_FULL, %G_IO_ERROR_CANCELLED …
 *
 * Returns: (transfer full) (nullable): the copy in the same slot, as it lies in the vault
 */
SignetEvidence *
signet_watermark_copy_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
