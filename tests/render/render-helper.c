/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render-helper.h"

#include <fcntl.h>
#include <unistd.h>

/* The asynchronous calls of render as calls that wait, for tests. */

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

SignetRenderDocument *
open_document (SignetRenderer *renderer,
               const char *path,
               const char *key,
               const char *password,
               GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  signet_renderer_open_async (renderer, fd, key, password, NULL, ready_cb, &result);
  close (fd);
  return signet_renderer_open_finish (renderer, wait_for (&result), error);
}

SignetRenderDocument *
open_paper (SignetRenderer *renderer, const char *name)
{
  g_autofree char *path = g_build_filename (PAPERS, name, NULL);
  g_autoptr (GError) error = NULL;
  SignetRenderDocument *document = open_document (renderer, path, NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

SignetRenderPage *
draw (SignetRenderDocument *document, guint page, double scale, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_render_document_draw_async (document, page, scale, NULL, ready_cb, &result);
  return signet_render_document_draw_finish (document, wait_for (&result), error);
}

char *
read_text (SignetRenderDocument *document, guint page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_render_document_read_text_async (document, page, NULL, ready_cb, &result);
  return signet_render_document_read_text_finish (document, wait_for (&result), error);
}

GArray *
search (SignetRenderDocument *document, guint page, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_render_document_search_async (document, page, text, NULL, ready_cb, &result);
  return signet_render_document_search_finish (document, wait_for (&result), error);
}

/* How many pixels are darker than the middle. */
gsize
count_dark (const SignetRenderPage *page)
{
  const guint8 *pixels = g_bytes_get_data (page->pixels, NULL);
  gsize dark = 0;

  for (guint y = 0; y < page->height; y++)
    for (guint x = 0; x < page->width; x++)
      dark += pixels[y * page->stride + x * 4 + 1] < 128;
  return dark;
}
