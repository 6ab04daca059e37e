/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page-picture.h"

#include <math.h>

/*
 * A page as it was drawn, cut into tiles of which only those that are seen come onto the screen: GTK uploads
 * a texture, or with its Cairo renderer converts it at each frame, as a whole, and a page at a large zoom has
 * many times the pixels of the window. The tiles are made when they are first seen and share the page's
 * bytes.
 *
 * Owned by the page strip; main thread.
 */

#define TILE 256
#define BYTES_A_PIXEL 4

struct _SignetPagePicture
{
  GObject parent_instance;

  GBytes *pixels;
  int width, height;
  gsize stride;
  int columns, rows;
  GdkTexture **tiles; /* row by row; %NULL until seen */
};

G_DEFINE_FINAL_TYPE (SignetPagePicture, signet_page_picture, G_TYPE_OBJECT)

static GdkTexture *
make_tile (SignetPagePicture *self, int column, int row)
{
  int width = MIN (TILE, self->width - column * TILE), height = MIN (TILE, self->height - row * TILE);
  gsize offset = (gsize) row * TILE * self->stride + (gsize) column * TILE * BYTES_A_PIXEL;
  gsize size = (gsize) (height - 1) * self->stride + (gsize) width * BYTES_A_PIXEL;
  g_autoptr (GBytes) pixels = g_bytes_new_from_bytes (self->pixels, offset, size);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, self->stride);
}

static GdkTexture *
get_tile (SignetPagePicture *self, int column, int row)
{
  GdkTexture **tile = &self->tiles[row * self->columns + column];

  if (*tile == NULL)
    *tile = make_tile (self, column, row);
  return *tile;
}

static void
signet_page_picture_finalize (GObject *object)
{
  SignetPagePicture *self = SIGNET_PAGE_PICTURE (object);

  for (int i = 0; i < self->columns * self->rows; i++)
    g_clear_object (&self->tiles[i]);
  g_free (self->tiles);
  g_bytes_unref (self->pixels);

  G_OBJECT_CLASS (signet_page_picture_parent_class)->finalize (object);
}

static void
signet_page_picture_class_init (SignetPagePictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_page_picture_finalize;
}

static void
signet_page_picture_init (SignetPagePicture *self)
{
}

/**
 * signet_page_picture_new:
 * @pixels: a page as it was drawn; its bytes are shared
 *
 * Returns: (transfer full): the picture
 */
SignetPagePicture *
signet_page_picture_new (SignetPagePixels *pixels)
{
  SignetPagePicture *self = g_object_new (SIGNET_TYPE_PAGE_PICTURE, NULL);

  self->pixels = g_bytes_ref (pixels->pixels);
  self->width = pixels->width;
  self->height = pixels->height;
  self->stride = pixels->stride;
  self->columns = (self->width + TILE - 1) / TILE;
  self->rows = (self->height + TILE - 1) / TILE;
  self->tiles = g_new0 (GdkTexture *, (gsize) self->columns * (gsize) self->rows);

  return self;
}

/* Unturned; @seen lies in the same plane as @area. */
static void
snapshot_tiles (SignetPagePicture *self,
                GtkSnapshot *snapshot,
                const graphene_rect_t *area,
                const graphene_rect_t *seen)
{
  double across = area->size.width / self->width, down = area->size.height / self->height;
  graphene_rect_t part;
  int first_column, last_column, first_row, last_row;

  if (!graphene_rect_intersection (area, seen, &part))
    return;
  first_column = (int) ((part.origin.x - area->origin.x) / across / TILE);
  last_column = (int) ((part.origin.x + part.size.width - area->origin.x) / across / TILE);
  first_row = (int) ((part.origin.y - area->origin.y) / down / TILE);
  last_row = (int) ((part.origin.y + part.size.height - area->origin.y) / down / TILE);

  for (int row = first_row; row <= MIN (last_row, self->rows - 1); row++)
    for (int column = first_column; column <= MIN (last_column, self->columns - 1); column++)
      {
        GdkTexture *tile = get_tile (self, column, row);
        int x = column * TILE, y = row * TILE;
        /* From one whole pixel to another: between two edges smoothed away the paper would show. */
        double left = round (x * across), right = round ((x + gdk_texture_get_width (tile)) * across);
        double top = round (y * down), bottom = round ((y + gdk_texture_get_height (tile)) * down);
        graphene_rect_t place = GRAPHENE_RECT_INIT (area->origin.x + (float) left,
                                                    area->origin.y + (float) top, (float) (right - left),
                                                    (float) (bottom - top));

        gtk_snapshot_append_texture (snapshot, tile, &place);
      }
}

/**
 * signet_page_picture_snapshot:
 * @self: a picture
 * @snapshot: what it is put into
 * @area: where the whole picture lies, turned
 * @rotation: quarter turns clockwise
 * @seen: which part of the same plane is on the screen; the rest is left out
 */
void
signet_page_picture_snapshot (SignetPagePicture *self,
                              GtkSnapshot *snapshot,
                              const graphene_rect_t *area,
                              guint rotation,
                              const graphene_rect_t *seen)
{
  gboolean across = rotation % 2 == 1;
  float width = across ? area->size.height : area->size.width;
  float height = across ? area->size.width : area->size.height;
  graphene_point_t middle = GRAPHENE_POINT_INIT (area->origin.x + area->size.width / 2,
                                                 area->origin.y + area->size.height / 2);
  g_autoptr (GskTransform)
      turned = gsk_transform_rotate (gsk_transform_translate (NULL, &middle), (float) rotation * 90);
  g_autoptr (GskTransform) back = gsk_transform_invert (gsk_transform_ref (turned));
  graphene_rect_t turned_seen;

  g_return_if_fail (SIGNET_IS_PAGE_PICTURE (self));

  gsk_transform_transform_bounds (back, seen, &turned_seen);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_transform (snapshot, turned);
  snapshot_tiles (self, snapshot, &GRAPHENE_RECT_INIT (-width / 2, -height / 2, width, height), &turned_seen);
  gtk_snapshot_restore (snapshot);
}
