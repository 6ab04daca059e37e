/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-answer.h"

#include <math.h>

#include "render/signet-render-protocol.h"

/* Reads what a viewer answered, as from somebody who may lie: each reader gives back the thing itself or
 * nothing. Owned by whoever asked; one thread. */

/**
 * signet_render_answer_free:
 * @self: (transfer full): an answer
 */
void
signet_render_answer_free (SignetRenderAnswer *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/**
 * signet_render_answer_read_sizes:
 * @self: what came of opening
 *
 * Returns: (transfer full) (nullable) (element-type SignetRenderSize): the sizes of all pages, at least one,
 * or %NULL if that isn't what the answer holds
 */
GArray *
signet_render_answer_read_sizes (SignetRenderAnswer *self)
{
  g_autoptr (GVariant) sizes = NULL;
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (SignetRenderSize));
  GVariantIter iter;
  SignetRenderSize size;

  if (self->body == NULL ||
      g_bytes_get_size (self->body) > SIGNET_RENDER_PROTOCOL_MAX_PAGES * sizeof (SignetRenderSize))
    return NULL;
  sizes = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (SIGNET_RENDER_PROTOCOL_SIZES), self->body, FALSE));
  if (!g_variant_is_normal_form (sizes) || g_variant_n_children (sizes) < 1)
    return NULL;
  g_variant_iter_init (&iter, sizes);
  while (g_variant_iter_next (&iter, "(dd)", &size.width, &size.height))
    {
      if (!isfinite (size.width) || !isfinite (size.height) || size.width < 0 || size.height < 0)
        return NULL;
      g_array_append_val (taken, size);
    }
  return g_steal_pointer (&taken);
}

/**
 * signet_render_answer_read_page:
 * @self: what came of drawing
 * @size: the page's size
 * @scale: pixels per point that were asked for
 *
 * Returns: (transfer full) (nullable): the page, or %NULL if the answer isn't exactly of that size
 */
SignetRenderPage *
signet_render_answer_read_page (SignetRenderAnswer *self, const SignetRenderSize *size, double scale)
{
  SignetRenderPage *page;

  if (self->body == NULL || self->width == 0 || self->height == 0 ||
      self->width != signet_render_protocol_pixels (size->width, scale) ||
      self->height != signet_render_protocol_pixels (size->height, scale) ||
      self->stride != self->width * 4 || g_bytes_get_size (self->body) != (gsize) self->stride * self->height)
    return NULL;
  page = g_new0 (SignetRenderPage, 1);
  page->pixels = g_bytes_ref (self->body);
  page->width = self->width;
  page->height = self->height;
  page->stride = self->stride;
  page->incomplete = self->incomplete;
  return page;
}

/**
 * signet_render_answer_read_text:
 * @self: what came of reading
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if it isn't UTF-8
 */
char *
signet_render_answer_read_text (SignetRenderAnswer *self)
{
  const char *data;
  gsize length;

  if (self->body == NULL)
    return g_strdup ("");
  data = g_bytes_get_data (self->body, &length);
  if (length > SIGNET_RENDER_PROTOCOL_MAX_TEXT)
    return NULL;
  return g_utf8_validate_len (data, length, NULL) ? g_strndup (data, length) : NULL;
}

/**
 * signet_render_answer_read_hits:
 * @self: what came of a search
 *
 * Returns: (transfer full) (nullable) (element-type SignetRenderHit): the hits, or %NULL if the answer holds
 * none that could be
 */
GArray *
signet_render_answer_read_hits (SignetRenderAnswer *self)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, TRUE, sizeof (SignetRenderHit));
  g_autoptr (GVariant) found = NULL;
  GVariantIter iter;
  SignetRenderHit hit;

  if (self->body == NULL)
    return g_steal_pointer (&hits);
  if (g_bytes_get_size (self->body) > SIGNET_RENDER_PROTOCOL_MAX_HITS * sizeof (SignetRenderHit))
    return NULL;
  found = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (SIGNET_RENDER_PROTOCOL_HITS), self->body, FALSE));
  if (!g_variant_is_normal_form (found))
    return NULL;
  g_variant_iter_init (&iter, found);
  while (g_variant_iter_next (&iter, "(dddd)", &hit.x, &hit.y, &hit.width, &hit.height))
    {
      if (!isfinite (hit.x) || !isfinite (hit.y) || !isfinite (hit.width) || !isfinite (hit.height))
        return NULL;
      g_array_append_val (hits, hit);
    }
  return g_steal_pointer (&hits);
}
