/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-document-private.h"

#include <unistd.h>

#include "desk/signet-explain.h"

/*
 * A document of the vault as the application sees it: pages as pixels, nothing of the process that draws
 * them. Whoever shows it owns it; with the last reference the sealed viewer ends. Main thread.
 */
struct _SignetDocument
{
  GObject parent_instance;
  SignetRenderDocument *document;
};

G_DEFINE_FINAL_TYPE (SignetDocument, signet_document, G_TYPE_OBJECT)

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (SignetRenderPage) page = NULL;
  SignetPagePixels *pixels;
  GError *error = NULL;

  page = signet_render_document_draw_finish (SIGNET_RENDER_DOCUMENT (source), result, &error);
  if (page == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  pixels = g_new0 (SignetPagePixels, 1);
  pixels->pixels = g_bytes_ref (page->pixels);
  pixels->width = (int) page->width;
  pixels->height = (int) page->height;
  pixels->stride = page->stride;
  pixels->incomplete = page->incomplete;
  g_task_return_pointer (task, pixels, (GDestroyNotify) signet_page_pixels_free);
}

static void
signet_document_finalize (GObject *object)
{
  SignetDocument *self = SIGNET_DOCUMENT (object);

  g_object_unref (self->document);
  G_OBJECT_CLASS (signet_document_parent_class)->finalize (object);
}

static void
signet_document_class_init (SignetDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_document_finalize;
}

static void
signet_document_init (SignetDocument *self)
{
}

/**
 * signet_page_pixels_free:
 * @self: (transfer full): pixels
 *
 * Frees a drawn page.
 */
void
signet_page_pixels_free (SignetPagePixels *self)
{
  g_bytes_unref (self->pixels);
  g_free (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SignetRenderDocument *document = signet_renderer_open_finish (SIGNET_RENDERER (source), result, &error);
  SignetDocument *self;

  if (document == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  self = g_object_new (SIGNET_TYPE_DOCUMENT, NULL);
  self->document = document;
  g_task_return_pointer (task, self, g_object_unref);
}

/**
 * signet_document_open_async:
 * @source: whom the callback gets: the desk
 * @renderer: what opens it
 * @vault: where it lies
 * @sha256: its digest, also what a bad one is remembered by
 * @password: (nullable): of an encrypted document
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens a file of the vault in the sealed viewer, which gets nothing but a descriptor.
 */
void
signet_document_open_async (gpointer source,
                            SignetRenderer *renderer,
                            SignetVault *vault,
                            const char *sha256,
                            const char *password,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GError *error = NULL;
  int fd;

  g_task_set_source_tag (task, signet_document_open_async);
  fd = signet_vault_open (vault, sha256, NULL, &error);
  if (fd < 0)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  signet_renderer_open_async (renderer, fd, sha256, password, cancellable, opened_cb,
                              g_steal_pointer (&task));
  close (fd);
}

/**
 * signet_document_open_finish:
 * @result: what the callback got
 * @error: a SIGNET_DESK_ERROR_DOCUMENT_ code, %SIGNET_DESK_ERROR_NOT_FOUND or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the document
 */
SignetDocument *
signet_document_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** signet_document_get_n_pages: Returns: how many pages it has, at least 1 */
guint
signet_document_get_n_pages (SignetDocument *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCUMENT (self), 0);
  return signet_render_document_get_n_pages (self->document);
}

/**
 * signet_document_get_page_size:
 * @self: a document
 * @page: from 0
 * @width: (out): in points (1/72 inch), as the page is shown
 * @height: (out): likewise
 */
void
signet_document_get_page_size (SignetDocument *self, guint page, double *width, double *height)
{
  g_return_if_fail (SIGNET_IS_DOCUMENT (self));
  signet_render_document_get_page_size (self->document, page, width, height);
}

/**
 * signet_document_get_fonts_missing:
 * @self: a document
 *
 * Returns: whether the system has no Landlock, so that the sealed viewer may open no font and characters may
 *   be missing; to be said beside the document
 */
gboolean
signet_document_get_fonts_missing (SignetDocument *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCUMENT (self), FALSE);
  return signet_render_document_get_fonts_missing (self->document);
}

/**
 * signet_document_set_focus:
 * @self: a document
 * @page: from 0
 *
 * Says which page the person looks at: what is asked for and not yet drawn is drawn nearest to it first.
 */
void
signet_document_set_focus (SignetDocument *self, guint page)
{
  g_return_if_fail (SIGNET_IS_DOCUMENT (self));
  signet_render_document_set_focus (self->document, page);
}

/**
 * signet_document_render_async:
 * @self: a document
 * @page: from 0
 * @scale: pixels for each point
 * @cancellable: (nullable): takes the page out of the queue
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Draws a page in the sealed viewer.
 */
void
signet_document_render_async (SignetDocument *self,
                              guint page,
                              double scale,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_document_render_async);
  signet_render_document_draw_async (self->document, page, scale, cancellable, drawn_cb,
                                     g_steal_pointer (&task));
}

/**
 * signet_document_render_finish:
 * @self: a document
 * @result: what the callback got
 * @error: a SIGNET_DESK_ERROR_DOCUMENT_ code or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the page
 */
SignetPagePixels *
signet_document_render_finish (SignetDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
