/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-page.h"

/* What a document gives back: plain records, the caller's from then on. Any thread. */

/**
 * signet_render_page_free:
 * @self: (transfer full): a page
 */
void
signet_render_page_free (SignetRenderPage *self)
{
  g_clear_pointer (&self->pixels, g_bytes_unref);
  g_free (self);
}
