/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-memory.h"

#include <gio/gio.h>

#include "render/signet-render-error.h"

/* Which files, and which pages of them, came to nothing and why, so that a hang or a crash is gone through
 * once and not at each look. Shared by a renderer and its documents for as long as the program runs; one
 * thread. */

struct _SignetRenderMemory
{
  GObject parent_instance;

  GHashTable *bad; /* key → (page → GError) */
};

G_DEFINE_FINAL_TYPE (SignetRenderMemory, signet_render_memory, G_TYPE_OBJECT)

static void
signet_render_memory_finalize (GObject *object)
{
  SignetRenderMemory *self = SIGNET_RENDER_MEMORY (object);

  g_hash_table_unref (self->bad);
  G_OBJECT_CLASS (signet_render_memory_parent_class)->finalize (object);
}

static void
signet_render_memory_class_init (SignetRenderMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_render_memory_finalize;
}

static void
signet_render_memory_init (SignetRenderMemory *self)
{
  self->bad = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
}

/**
 * signet_render_memory_new:
 *
 * Returns: (transfer full): a memory of nothing bad
 */
SignetRenderMemory *
signet_render_memory_new (void)
{
  return g_object_new (SIGNET_TYPE_RENDER_MEMORY, NULL);
}

/**
 * signet_render_memory_add:
 * @self: a memory
 * @key: (nullable): what names the file's content, such as its SHA-256; %NULL is never remembered
 * @page: which page, or %SIGNET_RENDER_MEMORY_WHOLE
 * @reason: why; only a #SignetRenderError that is the file's own is kept: not a password, not a missing
 * viewer
 */
void
signet_render_memory_add (SignetRenderMemory *self, const char *key, guint page, const GError *reason)
{
  GHashTable *pages;

  if (key == NULL || reason->domain != SIGNET_RENDER_ERROR || reason->code == SIGNET_RENDER_ERROR_ENCRYPTED ||
      reason->code == SIGNET_RENDER_ERROR_WRONG_PASSWORD || reason->code == SIGNET_RENDER_ERROR_SEAL)
    return;
  /* A page too big at one scale may well be drawn at another. */
  if (page != SIGNET_RENDER_MEMORY_WHOLE && reason->code == SIGNET_RENDER_ERROR_TOO_BIG)
    return;
  pages = g_hash_table_lookup (self->bad, key);
  if (pages == NULL)
    {
      pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_error_free);
      g_hash_table_insert (self->bad, g_strdup (key), pages);
    }
  g_hash_table_insert (pages, GUINT_TO_POINTER (page), g_error_copy (reason));
}

/**
 * signet_render_memory_find:
 * @self: a memory
 * @key: (nullable): the file
 * @page: which page, or %SIGNET_RENDER_MEMORY_WHOLE
 *
 * Returns: (transfer full) (nullable): why it is known to come to nothing
 */
GError *
signet_render_memory_find (SignetRenderMemory *self, const char *key, guint page)
{
  GHashTable *pages = key != NULL ? g_hash_table_lookup (self->bad, key) : NULL;
  const GError *reason = pages != NULL ? g_hash_table_lookup (pages, GUINT_TO_POINTER (page)) : NULL;

  return reason != NULL ? g_error_copy (reason) : NULL;
}
