/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page-picture.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAGE_CACHE (signet_page_cache_get_type ())
G_DECLARE_FINAL_TYPE (SignetPageCache, signet_page_cache, SIGNET, PAGE_CACHE, GObject)

SignetPageCache *signet_page_cache_new (SignetDocument *document);
SignetDocument *signet_page_cache_get_document (SignetPageCache *self);
void signet_page_cache_ask (SignetPageCache *self, guint page, double scale);
void signet_page_cache_forget (SignetPageCache *self, guint page);
void signet_page_cache_clear (SignetPageCache *self);
SignetPagePicture *signet_page_cache_get_picture (SignetPageCache *self, guint page);
const char *signet_page_cache_get_problem (SignetPageCache *self, guint page);
gboolean signet_page_cache_is_incomplete (SignetPageCache *self, guint page);

G_END_DECLS
