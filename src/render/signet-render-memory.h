/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SIGNET_RENDER_MEMORY_WHOLE G_MAXUINT

#define SIGNET_TYPE_RENDER_MEMORY (signet_render_memory_get_type ())
G_DECLARE_FINAL_TYPE (SignetRenderMemory, signet_render_memory, SIGNET, RENDER_MEMORY, GObject)

SignetRenderMemory *signet_render_memory_new (void);
void signet_render_memory_add (SignetRenderMemory *self, const char *key, guint page, const GError *reason);
GError *signet_render_memory_find (SignetRenderMemory *self, const char *key, guint page);

G_END_DECLS
