/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-renderer.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "render/signet-render-document-private.h"

/* Opens documents, each with a sealed viewer of its own, and remembers which came to nothing. Owned by the
 * desk; lives on the main context it is used from and never blocks it. */

/* Of the wall's clock, a little under the ten seconds of CPU time a viewer may have. */
#define TIME_LIMIT 9000

struct _SignetRenderer
{
  GObject parent_instance;

  char *viewer;
  guint time_limit;
  SignetRenderMemory *memory;
};

G_DEFINE_FINAL_TYPE (SignetRenderer, signet_renderer, G_TYPE_OBJECT)

/* The viewer gets a descriptor that cannot write, whatever the caller's can. */
static int
reopen_for_reading (int fd, GError **error)
{
  int flags = fcntl (fd, F_GETFL), copy;

  if (flags >= 0 && (flags & O_ACCMODE) == O_RDONLY && (flags & O_PATH) == 0)
    copy = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  else
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

      copy = open (path, O_RDONLY | O_CLOEXEC);
    }
  if (copy < 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "The document can't be read: %s",
                 g_strerror (errno));
  return copy;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetRenderDocument *document = SIGNET_RENDER_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_render_document_open_finish (document, result, &error))
    g_task_return_pointer (task, g_object_ref (document), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
signet_renderer_finalize (GObject *object)
{
  SignetRenderer *self = SIGNET_RENDERER (object);

  g_clear_object (&self->memory);
  g_free (self->viewer);
  G_OBJECT_CLASS (signet_renderer_parent_class)->finalize (object);
}

static void
signet_renderer_class_init (SignetRendererClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_renderer_finalize;
}

static void
signet_renderer_init (SignetRenderer *self)
{
  self->time_limit = TIME_LIMIT;
  self->memory = signet_render_memory_new ();
}

/**
 * signet_renderer_new:
 * @viewer: the path of `signet-viewer`
 *
 * Returns: (transfer full): a renderer that has started nothing yet
 */
SignetRenderer *
signet_renderer_new (const char *viewer)
{
  SignetRenderer *self = g_object_new (SIGNET_TYPE_RENDERER, NULL);

  self->viewer = g_strdup (viewer);
  return self;
}

/**
 * signet_renderer_set_time_limit:
 * @self: a renderer
 * @milliseconds: how long documents opened from now on may work on one request; 9,000 unless set
 */
void
signet_renderer_set_time_limit (SignetRenderer *self, guint milliseconds)
{
  self->time_limit = milliseconds;
}

/**
 * signet_renderer_open_async:
 * @self: a renderer
 * @document: a descriptor of a PDF, PNG or JPEG file; stays the caller's
 * @key: (nullable): what names its content, such as its SHA-256: under this what came of it is remembered
 * @password: (nullable): the document's password, UTF-8
 * @cancellable: (nullable): to stop waiting
 * @callback: called on this thread's main context
 * @user_data: for @callback
 */
void
signet_renderer_open_async (SignetRenderer *self,
                            int document,
                            const char *key,
                            const char *password,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (SignetRenderDocument) opening = NULL;
  GError *error = NULL;
  int fd;

  g_task_set_source_tag (task, signet_renderer_open_async);
  error = signet_render_memory_find (self->memory, key, SIGNET_RENDER_MEMORY_WHOLE);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  fd = reopen_for_reading (document, &error);
  if (fd < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  opening = signet_render_document_new (self->viewer, self->time_limit, self->memory, fd, key, password);
  signet_render_document_open_async (opening, cancellable, opened_cb, g_steal_pointer (&task));
}

/**
 * signet_renderer_open_finish:
 * @self: a renderer
 * @result: what the callback got
 * @error: #SignetRenderError, #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the open document
 */
SignetRenderDocument *
signet_renderer_open_finish (SignetRenderer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
