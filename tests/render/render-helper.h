/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/signet-renderer.h"

G_BEGIN_DECLS

SignetRenderDocument *open_document (SignetRenderer *renderer,
                                     const char *path,
                                     const char *key,
                                     const char *password,
                                     GError **error);
SignetRenderDocument *open_paper (SignetRenderer *renderer, const char *name);
SignetRenderPage *draw (SignetRenderDocument *document, guint page, double scale, GError **error);
char *read_text (SignetRenderDocument *document, guint page, GError **error);
GArray *search (SignetRenderDocument *document, guint page, const char *text, GError **error);
gsize count_dark (const SignetRenderPage *page);

G_END_DECLS
