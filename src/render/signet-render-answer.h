/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "render/signet-render-page.h"

G_BEGIN_DECLS

/* One answer as it came: its body is mapped and sealed, what stands in it isn't checked yet. */
typedef struct
{
  GBytes *body; /* (nullable) */
  guint width;
  guint height;
  guint stride;
  gboolean incomplete;
} SignetRenderAnswer;

void signet_render_answer_free (SignetRenderAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetRenderAnswer, signet_render_answer_free)

/* A page's size in points. */
typedef struct
{
  double width;
  double height;
} SignetRenderSize;

GArray *signet_render_answer_read_sizes (SignetRenderAnswer *self);
SignetRenderPage *
signet_render_answer_read_page (SignetRenderAnswer *self, const SignetRenderSize *size, double scale);
char *signet_render_answer_read_text (SignetRenderAnswer *self);
GArray *signet_render_answer_read_hits (SignetRenderAnswer *self);

G_END_DECLS
