/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "viewer/signet-viewer-image.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* PNG and JPEG files as cairo surfaces. Only these two loaders are ever asked for, by name, so that none of
 * the others gdk-pixbuf may have is reached by a file's content. One thread. */

static const struct
{
  const char *type;
  const char *magic;
  gsize length;
} TYPES[] = {
  { "png", "\x89PNG\r\n\x1a\n", 8 },
  { "jpeg", "\xff\xd8\xff", 3 },
};

/* gdk-pixbuf takes a file that was cut off for a whole one: which rows came tells. */
typedef struct
{
  gsize max_pixels;
  gboolean shrunk;
  int rows;
} Progress;

/* A phone's photograph may have more pixels than a page may: it is decoded smaller right away. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  Progress *progress = user_data;
  double pixels = (double) width * height;

  if (pixels > progress->max_pixels)
    {
      double shrink = sqrt (progress->max_pixels / pixels);

      progress->shrunk = TRUE;
      gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * shrink)), MAX (1, (int) (height * shrink)));
    }
}

static void
area_updated_cb (GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer user_data)
{
  Progress *progress = user_data;

  progress->rows = MAX (progress->rows, y + height);
}

static gboolean
feed (GdkPixbufLoader *loader, int fd, GError **error)
{
  guint8 buffer[65536];
  ssize_t length;
  off_t position = 0;

  while ((length = pread (fd, buffer, sizeof buffer, position)) != 0)
    {
      if (length < 0 && errno == EINTR)
        continue;
      if (length < 0)
        {
          g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
          return FALSE;
        }
      if (!gdk_pixbuf_loader_write (loader, buffer, length, error))
        return FALSE;
      position += length;
    }
  return TRUE;
}

static cairo_surface_t *
to_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (cairo_image_surface_get_data (surface) +
                                 (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += channels)
        {
          guint32 a = channels == 4 ? from[3] : 255;

          to[x] = a << 24 | (from[0] * a + 127) / 255 << 16 | (from[1] * a + 127) / 255 << 8 |
                  (from[2] * a + 127) / 255;
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/**
 * signet_viewer_image_type:
 * @head: a file's first bytes
 * @length: how many
 *
 * Returns: (nullable): gdk-pixbuf's name for the kind of image it is, or %NULL for anything else
 */
const char *
signet_viewer_image_type (const guint8 *head, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (length >= TYPES[i].length && memcmp (head, TYPES[i].magic, TYPES[i].length) == 0)
      return TYPES[i].type;
  return NULL;
}

/**
 * signet_viewer_image_load:
 * @fd: the file, read from its beginning
 * @type: what signet_viewer_image_type() said
 * @max_pixels: more than these are scaled down
 * @error: #GdkPixbufError or #GFileError
 *
 * The way up that a camera noted (EXIF) is applied.
 *
 * Returns: (transfer full) (nullable): the picture, premultiplied ARGB
 */
cairo_surface_t *
signet_viewer_image_load (int fd, const char *type, gsize max_pixels, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, error);
  g_autoptr (GdkPixbuf) upright = NULL;
  Progress progress = { .max_pixels = max_pixels };
  cairo_surface_t *surface;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &progress);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated_cb), &progress);
  if (!feed (loader, fd, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  /* While scaling the loader reports no rows. */
  if (pixbuf != NULL && !progress.shrunk && progress.rows < gdk_pixbuf_get_height (pixbuf))
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE, "It was cut off");
      return NULL;
    }
  if (pixbuf != NULL)
    upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (upright == NULL)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY,
                           "No picture came out");
      return NULL;
    }
  g_clear_object (&loader);

  surface = to_surface (upright);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY, "No memory for it");
      return NULL;
    }
  return surface;
}

/**
 * signet_viewer_image_preload:
 *
 * Has gdk-pixbuf load the code of its loaders, which may lie in modules, while that is still allowed.
 */
void
signet_viewer_image_preload (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TYPES); i++)
    {
      g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (TYPES[i].type, NULL);

      if (loader != NULL)
        gdk_pixbuf_loader_close (loader, NULL);
    }
}
