/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page-cache.h"

#include <math.h>

#include "app/signet-error-text.h"

/*
 * The pictures of a document's pages: asked of its viewer at a scale, kept until they are forgotten. A page
 * that is asked for at another scale keeps its old picture until the new one is there.
 *
 * Signals: "drawn": a page has a picture, or a problem; "incomplete": a page's picture lacks something, or no
 * longer; "failed" (GError): not even the first page could be drawn.
 */

typedef struct
{
  SignetPagePicture *picture;
  double drawn_scale; /* of the picture, pixels a point */
  double asked_scale;
  gboolean incomplete;       /* something was left out */
  GCancellable *cancellable; /* while it is being drawn */
  char *problem;             /* why it can't be drawn */
} Page;

struct _SignetPageCache
{
  GObject parent_instance;

  SignetDocument *document;
  GArray *pages;
  gboolean any_drawn;
};

G_DEFINE_FINAL_TYPE (SignetPageCache, signet_page_cache, G_TYPE_OBJECT)

enum
{
  DRAWN,
  INCOMPLETE,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SignetPageCache *self; /* with a reference */
  guint page;
  double scale;
} Request;

static Page *
get_page (SignetPageCache *self, guint page)
{
  return &g_array_index (self->pages, Page, page);
}

static void
forget (Page *page)
{
  if (page->cancellable != NULL)
    g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  g_clear_object (&page->picture);
}

static void
page_clear (gpointer data)
{
  Page *page = data;

  forget (page);
  g_clear_pointer (&page->problem, g_free);
}

static void
take_picture (SignetPageCache *self, Page *page, SignetPagePixels *pixels, double scale)
{
  g_clear_object (&page->picture);
  page->picture = signet_page_picture_new (pixels);
  page->drawn_scale = scale;
  self->any_drawn = TRUE;
  if (page->incomplete != pixels->incomplete)
    {
      page->incomplete = pixels->incomplete;
      g_signal_emit (self, signals[INCOMPLETE], 0);
    }
}

static void
take_problem (SignetPageCache *self, Page *page, const GError *error)
{
  g_info ("a page could not be drawn: %s", error->message);
  g_free (page->problem);
  page->problem = signet_error_text_title (error);
  if (!self->any_drawn)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (SignetPageCache) self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetPagePixels)
      pixels = signet_document_render_finish (SIGNET_DOCUMENT (source), result, &error);
  Page *page;

  if (request->page >= self->pages->len || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  page = get_page (self, request->page);
  g_clear_object (&page->cancellable);
  if (pixels != NULL)
    take_picture (self, page, pixels, request->scale);
  else
    take_problem (self, page, error);
  g_signal_emit (self, signals[DRAWN], 0);
}

static void
signet_page_cache_dispose (GObject *object)
{
  SignetPageCache *self = SIGNET_PAGE_CACHE (object);

  signet_page_cache_clear (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (signet_page_cache_parent_class)->dispose (object);
}

static void
signet_page_cache_finalize (GObject *object)
{
  g_array_unref (SIGNET_PAGE_CACHE (object)->pages);

  G_OBJECT_CLASS (signet_page_cache_parent_class)->finalize (object);
}

static void
signet_page_cache_class_init (SignetPageCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = signet_page_cache_dispose;
  object_class->finalize = signet_page_cache_finalize;

  signals[DRAWN] = g_signal_new ("drawn", SIGNET_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[INCOMPLETE] = g_signal_new ("incomplete", SIGNET_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", SIGNET_TYPE_PAGE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
signet_page_cache_init (SignetPageCache *self)
{
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_array_set_clear_func (self->pages, page_clear);
}

/**
 * signet_page_cache_new:
 * @document: an open document
 *
 * Returns: (transfer full): a cache without a picture yet
 */
SignetPageCache *
signet_page_cache_new (SignetDocument *document)
{
  SignetPageCache *self;

  g_return_val_if_fail (SIGNET_IS_DOCUMENT (document), NULL);

  self = g_object_new (SIGNET_TYPE_PAGE_CACHE, NULL);
  self->document = g_object_ref (document);
  g_array_set_size (self->pages, signet_document_get_n_pages (document));

  return self;
}

/**
 * signet_page_cache_get_document:
 * @self: a cache
 *
 * Returns: (transfer none): whose pages these are
 */
SignetDocument *
signet_page_cache_get_document (SignetPageCache *self)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_CACHE (self), NULL);

  return self->document;
}

/**
 * signet_page_cache_ask:
 * @self: a cache
 * @page: from 0
 * @scale: pixels a point
 *
 * Has the page drawn, unless it is at this scale already, or is being drawn, or can't be.
 */
void
signet_page_cache_ask (SignetPageCache *self, guint page, double scale)
{
  Page *asked;
  Request *request;

  g_return_if_fail (SIGNET_IS_PAGE_CACHE (self));
  g_return_if_fail (page < self->pages->len);

  asked = get_page (self, page);
  if (asked->problem != NULL)
    return;
  if (asked->picture != NULL && fabs (asked->drawn_scale - scale) < 1e-6)
    return;
  if (asked->cancellable != NULL && fabs (asked->asked_scale - scale) < 1e-6)
    return;

  if (asked->cancellable != NULL)
    g_cancellable_cancel (asked->cancellable);
  g_clear_object (&asked->cancellable);
  asked->cancellable = g_cancellable_new ();
  asked->asked_scale = scale;

  request = g_new0 (Request, 1);
  request->self = g_object_ref (self);
  request->page = page;
  request->scale = scale;
  signet_document_render_async (self->document, page, scale, asked->cancellable, drawn_cb, request);
}

/**
 * signet_page_cache_forget:
 * @self: a cache
 * @page: from 0, which scrolled away
 */
void
signet_page_cache_forget (SignetPageCache *self, guint page)
{
  g_return_if_fail (SIGNET_IS_PAGE_CACHE (self));
  g_return_if_fail (page < self->pages->len);

  forget (get_page (self, page));
}

/**
 * signet_page_cache_clear:
 * @self: a cache nobody looks at any more
 *
 * Takes back what was asked for: from now on it says nothing and keeps nothing.
 */
void
signet_page_cache_clear (SignetPageCache *self)
{
  g_return_if_fail (SIGNET_IS_PAGE_CACHE (self));

  g_array_set_size (self->pages, 0);
}

/**
 * signet_page_cache_get_picture:
 * @self: a cache
 * @page: from 0
 *
 * Returns: (transfer none) (nullable): the page, maybe at another scale than was asked for last
 */
SignetPagePicture *
signet_page_cache_get_picture (SignetPageCache *self, guint page)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_CACHE (self), NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  return get_page (self, page)->picture;
}

/**
 * signet_page_cache_get_problem:
 * @self: a cache
 * @page: from 0
 *
 * Returns: (transfer none) (nullable): why it can't be drawn, in words
 */
const char *
signet_page_cache_get_problem (SignetPageCache *self, guint page)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_CACHE (self), NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  return get_page (self, page)->problem;
}

/**
 * signet_page_cache_is_incomplete:
 * @self: a cache
 * @page: from 0
 *
 * Returns: whether something was left out of the page, because it took too much memory
 */
gboolean
signet_page_cache_is_incomplete (SignetPageCache *self, guint page)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_CACHE (self), FALSE);
  g_return_val_if_fail (page < self->pages->len, FALSE);

  return get_page (self, page)->incomplete;
}
