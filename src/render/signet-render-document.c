/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-document.h"

#include <string.h>
#include <unistd.h>

#include "render/signet-render-document-private.h"
#include "render/signet-render-error.h"
#include "render/signet-render-process.h"
#include "render/signet-render-queue.h"

/* One open document and its one viewer, which is asked one thing at a time. A viewer that dies or hangs takes
 * the request it was at with it and is started again once for the rest; after the second time the document is
 * given up. Made by the renderer, owned by whoever opened it; lives on the main context it was made on. */

struct _SignetRenderDocument
{
  GObject parent_instance;

  char *viewer;
  guint time_limit;
  SignetRenderMemory *memory;
  int fd;
  char *key;
  char *password;
  SignetRenderProcess *process;
  gboolean opened; /* by this process */
  gboolean restarted;
  GError *given_up;
  GArray *sizes;
  guint focus;
  SignetRenderQueue *queue;
  SignetRenderRequest *running;
  guint64 peak;
  char *layers;
};

G_DEFINE_FINAL_TYPE (SignetRenderDocument, signet_render_document, G_TYPE_OBJECT)

static void pump (SignetRenderDocument *self);

static void
give_up (SignetRenderDocument *self, const GError *error)
{
  if (self->given_up == NULL)
    self->given_up = g_error_copy (error);
  signet_render_queue_fail_all (self->queue, self->given_up);
}

/* A restarted viewer must see the same document. */
static gboolean
take_sizes (SignetRenderDocument *self, SignetRenderAnswer *answer)
{
  g_autoptr (GArray) sizes = signet_render_answer_read_sizes (answer);

  if (sizes == NULL || (self->sizes != NULL && self->sizes->len != sizes->len))
    return FALSE;
  g_clear_pointer (&self->sizes, g_array_unref);
  self->sizes = g_steal_pointer (&sizes);
  self->opened = TRUE;
  return TRUE;
}

/* Hands the answer on; FALSE where it is none that a viewer gives. */
static gboolean
deliver (SignetRenderDocument *self, SignetRenderRequest *request, SignetRenderAnswer *answer)
{
  g_autoptr (GTask) task = g_steal_pointer (&request->task);
  gpointer result = NULL;
  GDestroyNotify destroy = NULL;

  switch (request->kind)
    {
    case SIGNET_RENDER_PROTOCOL_OPEN:
      result = GINT_TO_POINTER (take_sizes (self, answer));
      break;
    case SIGNET_RENDER_PROTOCOL_PAGE:
      result = signet_render_answer_read_page (
          answer, &g_array_index (self->sizes, SignetRenderSize, request->page), request->scale);
      destroy = (GDestroyNotify) signet_render_page_free;
      break;
    case SIGNET_RENDER_PROTOCOL_TEXT:
      result = signet_render_answer_read_text (answer);
      destroy = g_free;
      break;
    case SIGNET_RENDER_PROTOCOL_SEARCH:
      result = signet_render_answer_read_hits (answer);
      destroy = (GDestroyNotify) g_array_unref;
      break;
    default:
      g_assert_not_reached ();
    }
  if (result == NULL)
    {
      request->task = g_steal_pointer (&task);
      return FALSE;
    }
  if (task != NULL)
    g_task_return_pointer (task, result, destroy);
  else if (destroy != NULL)
    destroy (result);
  return TRUE;
}

/* What a request that came to nothing means for the document. */
static void
lose (SignetRenderDocument *self, const SignetRenderRequest *request, const GError *error)
{
  gboolean gone = !signet_render_process_is_alive (self->process);

  if (gone)
    {
      self->peak = MAX (self->peak, signet_render_process_get_peak (self->process));
      g_clear_object (&self->process);
      self->opened = FALSE;
    }
  if (request->kind == SIGNET_RENDER_PROTOCOL_OPEN || (gone && self->restarted))
    {
      signet_render_memory_add (self->memory, self->key, SIGNET_RENDER_MEMORY_WHOLE, error);
      give_up (self, error);
    }
  else if (request->kind == SIGNET_RENDER_PROTOCOL_PAGE || gone)
    signet_render_memory_add (self->memory, self->key, request->page, error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree GWeakRef *weak = user_data;
  g_autoptr (SignetRenderDocument) self = g_weak_ref_get (weak);
  g_autoptr (SignetRenderAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  SignetRenderRequest *request;

  answer = signet_render_process_ask_finish (SIGNET_RENDER_PROCESS (source), result, &error);
  g_weak_ref_clear (weak);
  if (self == NULL || self->running == NULL)
    return;
  request = g_steal_pointer (&self->running);
  if (self->layers == NULL)
    self->layers = g_strdup (signet_render_process_get_layers (self->process));
  if (answer != NULL && !deliver (self, request, answer))
    {
      g_set_error_literal (&error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED,
                           "The viewer answered what no viewer answers");
      signet_render_process_stop (self->process);
    }
  if (error != NULL)
    {
      lose (self, request, error);
      signet_render_request_fail (request, error);
    }
  signet_render_request_free (request);
  pump (self);
}

static void
ask (SignetRenderDocument *self, SignetRenderRequest *request)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  gboolean opens = request->kind == SIGNET_RENDER_PROTOCOL_OPEN;

  g_weak_ref_init (weak, self);
  self->running = request;
  signet_render_process_ask_async (self->process, request->kind, request->page, request->scale,
                                   opens ? self->password : (request->text != NULL ? request->text : ""),
                                   opens ? self->fd : -1, self->time_limit, answered_cb, weak);
}

/* The viewer is gone and somebody wants something: once more. */
static gboolean
restart (SignetRenderDocument *self)
{
  g_autoptr (GError) error = NULL;

  self->restarted = TRUE;
  self->process = signet_render_process_new (self->viewer, &error);
  if (self->process == NULL)
    give_up (self, error);
  return self->process != NULL;
}

static void
pump (SignetRenderDocument *self)
{
  g_autoptr (GError) known = NULL;
  const SignetRenderRequest *first = signet_render_queue_peek_first (self->queue);
  SignetRenderRequest *request;

  if (self->running != NULL || first == NULL)
    return;
  if (self->process == NULL && !restart (self))
    return;
  if (!self->opened && first->kind != SIGNET_RENDER_PROTOCOL_OPEN)
    {
      ask (self, g_new0 (SignetRenderRequest, 1));
      return;
    }
  request = signet_render_queue_take_nearest (self->queue, self->focus);
  /* It may have become known while this one waited. */
  known = signet_render_memory_find (self->memory, self->key, request->page);
  if (known != NULL && request->kind != SIGNET_RENDER_PROTOCOL_OPEN)
    {
      signet_render_request_fail (request, known);
      signet_render_request_free (request);
      pump (self);
      return;
    }
  ask (self, request);
}

/* Takes the task; refuses what can't be answered before it costs anything. */
static void
queue_request (SignetRenderDocument *self,
               SignetRenderProtocolKind kind,
               guint page,
               double scale,
               const char *text,
               GTask *owned)
{
  g_autoptr (GTask) task = owned;
  g_autoptr (GError) known = NULL;
  SignetRenderRequest *request;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (kind != SIGNET_RENDER_PROTOCOL_OPEN && page >= self->sizes->len)
    {
      g_task_return_new_error (task, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_DAMAGED,
                               "There is no such page");
      return;
    }
  if (text != NULL && strlen (text) > SIGNET_RENDER_PROTOCOL_MAX_STRING)
    {
      g_task_return_new_error (task, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_TOO_BIG, "Text too long");
      return;
    }
  known = self->given_up != NULL ? g_error_copy (self->given_up)
                                 : signet_render_memory_find (self->memory, self->key, page);
  if (known != NULL && kind != SIGNET_RENDER_PROTOCOL_OPEN)
    {
      g_task_return_error (task, g_steal_pointer (&known));
      return;
    }

  request = g_new0 (SignetRenderRequest, 1);
  request->kind = kind;
  request->page = page;
  request->scale = scale;
  request->text = g_strdup (text);
  request->task = g_steal_pointer (&task);
  signet_render_queue_add (self->queue, request);
  pump (self);
}

static void
signet_render_document_finalize (GObject *object)
{
  SignetRenderDocument *self = SIGNET_RENDER_DOCUMENT (object);

  if (self->process != NULL)
    signet_render_process_stop (self->process);
  g_clear_object (&self->process);
  g_clear_pointer (&self->running, signet_render_request_free);
  signet_render_queue_free (self->queue);
  g_clear_pointer (&self->sizes, g_array_unref);
  g_clear_error (&self->given_up);
  g_clear_object (&self->memory);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->viewer);
  g_free (self->key);
  g_free (self->password);
  g_free (self->layers);
  G_OBJECT_CLASS (signet_render_document_parent_class)->finalize (object);
}

static void
signet_render_document_class_init (SignetRenderDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_render_document_finalize;
}

static void
signet_render_document_init (SignetRenderDocument *self)
{
  self->fd = -1;
  self->queue = signet_render_queue_new ();
}

/*
 * signet_render_document_new:
 * @viewer: the path of `signet-viewer`
 * @time_limit: milliseconds for each request
 * @memory: what is known to be bad
 * @fd: (transfer full): the document, open for reading only
 * @key: (nullable): what names its content
 * @password: (nullable): UTF-8
 *
 * Returns: (transfer full): a document that has to be opened first
 */
SignetRenderDocument *
signet_render_document_new (const char *viewer,
                            guint time_limit,
                            SignetRenderMemory *memory,
                            int fd,
                            const char *key,
                            const char *password)
{
  SignetRenderDocument *self = g_object_new (SIGNET_TYPE_RENDER_DOCUMENT, NULL);

  self->viewer = g_strdup (viewer);
  self->time_limit = time_limit;
  self->memory = g_object_ref (memory);
  self->fd = fd;
  self->key = g_strdup (key);
  self->password = g_strdup (password != NULL ? password : "");
  return self;
}

/*
 * signet_render_document_open_async:
 * @self: a new document
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is open, or isn't
 * @user_data: for @callback
 */
void
signet_render_document_open_async (SignetRenderDocument *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, signet_render_document_open_async);
  self->process = signet_render_process_new (self->viewer, &error);
  if (self->process == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  queue_request (self, SIGNET_RENDER_PROTOCOL_OPEN, 0, 0, self->password, task);
}

/*
 * signet_render_document_open_finish:
 * @self: the document
 * @result: what the callback got
 * @error: #SignetRenderError
 *
 * Returns: whether it is open
 */
gboolean
signet_render_document_open_finish (SignetRenderDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * signet_render_document_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages it has, at least one
 */
guint
signet_render_document_get_n_pages (SignetRenderDocument *self)
{
  return self->sizes->len;
}

/**
 * signet_render_document_get_page_size:
 * @self: a document
 * @page: which page, from 0
 * @width: (out): in points of 1/72 inch, as shown, its rotation applied
 * @height: (out): likewise
 *
 * A page that can't be read has size 0 × 0.
 */
void
signet_render_document_get_page_size (SignetRenderDocument *self, guint page, double *width, double *height)
{
  SignetRenderSize size = { 0, 0 };

  if (page < self->sizes->len)
    size = g_array_index (self->sizes, SignetRenderSize, page);
  *width = size.width;
  *height = size.height;
}

/**
 * signet_render_document_get_layers:
 * @self: a document
 *
 * Returns: the layers of its viewer's seal, comma-separated
 */
const char *
signet_render_document_get_layers (SignetRenderDocument *self)
{
  return self->layers;
}

/**
 * signet_render_document_get_fonts_missing:
 * @self: a document
 *
 * Returns: whether the viewer may open no fonts on this system, so that characters may be missing
 */
gboolean
signet_render_document_get_fonts_missing (SignetRenderDocument *self)
{
  return self->layers == NULL || strstr (self->layers, "landlock") == NULL;
}

/**
 * signet_render_document_get_peak:
 * @self: a document
 *
 * Returns: the most memory a viewer of it had, in KiB, as the kernel counts it
 */
guint64
signet_render_document_get_peak (SignetRenderDocument *self)
{
  return self->process != NULL ? MAX (self->peak, signet_render_process_get_peak (self->process))
                               : self->peak;
}

/**
 * signet_render_document_set_focus:
 * @self: a document
 * @page: the page the person looks at, from 0
 *
 * What waits is done in the order of its distance from there.
 */
void
signet_render_document_set_focus (SignetRenderDocument *self, guint page)
{
  self->focus = page;
}

/**
 * signet_render_document_draw_async:
 * @self: a document
 * @page: which page, from 0
 * @scale: pixels per point
 * @cancellable: (nullable): to take it back, if it scrolled away
 * @callback: called on this thread's main context
 * @user_data: for @callback
 */
void
signet_render_document_draw_async (SignetRenderDocument *self,
                                   guint page,
                                   double scale,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, signet_render_document_draw_async);
  queue_request (self, SIGNET_RENDER_PROTOCOL_PAGE, page, scale, NULL, task);
}

/**
 * signet_render_document_draw_finish:
 * @self: a document
 * @result: what the callback got
 * @error: #SignetRenderError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the page
 */
SignetRenderPage *
signet_render_document_draw_finish (SignetRenderDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, signet_render_document_draw_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_render_document_read_text_async:
 * @self: a document
 * @page: which page, from 0
 * @cancellable: (nullable): to take it back
 * @callback: called on this thread's main context
 * @user_data: for @callback
 */
void
signet_render_document_read_text_async (SignetRenderDocument *self,
                                        guint page,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, signet_render_document_read_text_async);
  queue_request (self, SIGNET_RENDER_PROTOCOL_TEXT, page, 0, NULL, task);
}

/**
 * signet_render_document_read_text_finish:
 * @self: a document
 * @result: what the callback got
 * @error: #SignetRenderError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the page's text in reading order, "" for a picture
 */
char *
signet_render_document_read_text_finish (SignetRenderDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, signet_render_document_read_text_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_render_document_search_async:
 * @self: a document
 * @page: which page, from 0
 * @text: what to look for; case doesn't count
 * @cancellable: (nullable): to take it back
 * @callback: called on this thread's main context
 * @user_data: for @callback
 */
void
signet_render_document_search_async (SignetRenderDocument *self,
                                     guint page,
                                     const char *text,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, signet_render_document_search_async);
  queue_request (self, SIGNET_RENDER_PROTOCOL_SEARCH, page, 0, text, task);
}

/**
 * signet_render_document_search_finish:
 * @self: a document
 * @result: what the callback got
 * @error: #SignetRenderError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type SignetRenderHit): where it stands, maybe nowhere
 */
GArray *
signet_render_document_search_finish (SignetRenderDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, signet_render_document_search_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
