/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page-layout.h"

#include <math.h>

/*
 * Where the pages of a document lie when they stand under each other, turned and zoomed: a page strip's
 * arithmetic, which knows no widget. Lengths are pixels of the screen's own size, which a scale factor
 * multiplies, but for the pages' own in points.
 */

#define GAP 18
#define PIXELS_PER_POINT (96.0 / 72.0)
/* A page asked for is never larger than this, it is scaled instead; a little less than the sealed viewer
   draws, which rounds up. */
#define MOST_PIXELS (39.0 * 1000 * 1000)
#define MOST_EDGE 31000.0
/* A page that can't be read has no size: the place where it says so is one of A4. */
#define BLANK_WIDTH 595
#define BLANK_HEIGHT 842

typedef struct
{
  double width, height; /* points, unturned */
  graphene_rect_t area; /* turned */
} Place;

struct _SignetPageLayout
{
  GObject parent_instance;

  GArray *places;
  guint rotation; /* quarter turns clockwise */
};

static const double zoom_steps[] = { .25, .33, .5, .67, .75, .9, 1, 1.25, 1.5, 2, 2.5, 3, 4 };

G_DEFINE_FINAL_TYPE (SignetPageLayout, signet_page_layout, G_TYPE_OBJECT)

static Place *
get_place (SignetPageLayout *self, guint page)
{
  return &g_array_index (self->places, Place, page);
}

static double
get_turned_width (SignetPageLayout *self, guint page)
{
  const Place *place = get_place (self, page);

  return (self->rotation % 2 == 1 ? place->height : place->width) * PIXELS_PER_POINT;
}

static double
get_turned_height (SignetPageLayout *self, guint page)
{
  const Place *place = get_place (self, page);

  return (self->rotation % 2 == 1 ? place->width : place->height) * PIXELS_PER_POINT;
}

static void
signet_page_layout_finalize (GObject *object)
{
  g_array_unref (SIGNET_PAGE_LAYOUT (object)->places);

  G_OBJECT_CLASS (signet_page_layout_parent_class)->finalize (object);
}

static void
signet_page_layout_class_init (SignetPageLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_page_layout_finalize;
}

static void
signet_page_layout_init (SignetPageLayout *self)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
}

/**
 * signet_page_layout_new:
 *
 * Returns: (transfer full): a layout of no pages
 */
SignetPageLayout *
signet_page_layout_new (void)
{
  return g_object_new (SIGNET_TYPE_PAGE_LAYOUT, NULL);
}

/**
 * signet_page_layout_add_page:
 * @self: a layout
 * @width: of the page, in points
 * @height: likewise; one without a size gets that of A4
 */
void
signet_page_layout_add_page (SignetPageLayout *self, double width, double height)
{
  gboolean blank = width <= 0 || height <= 0;
  const Place place = { .width = blank ? BLANK_WIDTH : width, .height = blank ? BLANK_HEIGHT : height };

  g_return_if_fail (SIGNET_IS_PAGE_LAYOUT (self));

  g_array_append_val (self->places, place);
}

/**
 * signet_page_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages it has
 */
guint
signet_page_layout_get_n_pages (SignetPageLayout *self)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), 0);

  return self->places->len;
}

/**
 * signet_page_layout_rotate:
 * @self: a layout
 *
 * Turns the pages a quarter clockwise; they must be placed anew.
 */
void
signet_page_layout_rotate (SignetPageLayout *self)
{
  g_return_if_fail (SIGNET_IS_PAGE_LAYOUT (self));

  self->rotation = (self->rotation + 1) % 4;
}

/**
 * signet_page_layout_get_rotation:
 * @self: a layout
 *
 * Returns: quarter turns clockwise
 */
guint
signet_page_layout_get_rotation (SignetPageLayout *self)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), 0);

  return self->rotation;
}

/**
 * signet_page_layout_fit:
 * @self: a layout
 * @width: there is
 * @height: there is; 0: as much as it takes
 *
 * Returns: the zoom with which the largest page fits into this, margins included; it may be smaller than what
 * one can choose, for thumbnails
 */
double
signet_page_layout_fit (SignetPageLayout *self, double width, double height)
{
  double widest = 1, highest = 1, zoom;

  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), 1);

  for (guint i = 0; i < self->places->len; i++)
    {
      widest = MAX (widest, get_turned_width (self, i));
      highest = MAX (highest, get_turned_height (self, i));
    }

  zoom = (width - 2 * SIGNET_PAGE_LAYOUT_MARGIN) / widest;
  if (height > 0)
    zoom = MIN (zoom, (height - 2 * SIGNET_PAGE_LAYOUT_MARGIN) / highest);

  return CLAMP (zoom, SIGNET_PAGE_LAYOUT_LEAST_ZOOM / 5, SIGNET_PAGE_LAYOUT_MOST_ZOOM);
}

/**
 * signet_page_layout_get_width:
 * @self: a layout
 * @zoom: 1 is the paper's own size
 *
 * Returns: the width the widest page needs, margins included
 */
double
signet_page_layout_get_width (SignetPageLayout *self, double zoom)
{
  double widest = 0;

  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), 0);

  for (guint i = 0; i < self->places->len; i++)
    widest = MAX (widest, get_turned_width (self, i));

  return ceil (widest * zoom) + 2 * SIGNET_PAGE_LAYOUT_MARGIN;
}

/**
 * signet_page_layout_get_height:
 * @self: a layout
 * @zoom: 1 is the paper's own size
 *
 * Returns: the height all pages need, margins included
 */
double
signet_page_layout_get_height (SignetPageLayout *self, double zoom)
{
  double height = 2 * SIGNET_PAGE_LAYOUT_MARGIN - GAP;

  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), 0);

  for (guint i = 0; i < self->places->len; i++)
    height += round (get_turned_height (self, i) * zoom) + GAP;

  return height;
}

/**
 * signet_page_layout_get_scale:
 * @self: a layout
 * @page: from 0
 * @zoom: 1 is the paper's own size
 * @pixels_per_unit: the screen's scale factor
 *
 * Returns: pixels a point the page is to be drawn with, at most what the viewer draws
 */
double
signet_page_layout_get_scale (SignetPageLayout *self, guint page, double zoom, double pixels_per_unit)
{
  const Place *place;
  double scale, pixels;

  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), 1);
  g_return_val_if_fail (page < self->places->len, 1);

  place = get_place (self, page);
  scale = zoom * PIXELS_PER_POINT * pixels_per_unit;
  pixels = place->width * place->height * scale * scale;
  if (pixels > MOST_PIXELS)
    scale *= sqrt (MOST_PIXELS / pixels);

  return MIN (scale, MOST_EDGE / MAX (place->width, place->height));
}

/**
 * signet_page_layout_place:
 * @self: a layout
 * @width: there is
 * @zoom: 1 is the paper's own size
 *
 * Gives each page its place, in the middle of the width or, where that is too little, from the margin on.
 */
void
signet_page_layout_place (SignetPageLayout *self, double width, double zoom)
{
  double y = SIGNET_PAGE_LAYOUT_MARGIN;

  g_return_if_fail (SIGNET_IS_PAGE_LAYOUT (self));

  for (guint i = 0; i < self->places->len; i++)
    {
      double page_width = round (get_turned_width (self, i) * zoom);
      double page_height = round (get_turned_height (self, i) * zoom);
      double x = MAX (SIGNET_PAGE_LAYOUT_MARGIN, floor ((width - page_width) / 2));

      graphene_rect_init (&get_place (self, i)->area, (float) x, (float) y, (float) page_width,
                          (float) page_height);
      y += page_height + GAP;
    }
}

/**
 * signet_page_layout_get_area:
 * @self: a layout
 * @page: from 0
 *
 * Returns: (transfer none): where it was placed
 */
const graphene_rect_t *
signet_page_layout_get_area (SignetPageLayout *self, guint page)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), NULL);
  g_return_val_if_fail (page < self->places->len, NULL);

  return &get_place (self, page)->area;
}

/**
 * signet_page_layout_find_nearest:
 * @self: a layout with pages
 * @y: from the top
 *
 * Returns: the page at this height, or nearest to it
 */
guint
signet_page_layout_find_nearest (SignetPageLayout *self, double y)
{
  double nearest = G_MAXDOUBLE;
  guint found = 0;

  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), 0);

  for (guint i = 0; i < self->places->len; i++)
    {
      const graphene_rect_t *area = &get_place (self, i)->area;
      double top = area->origin.y, bottom = top + area->size.height;
      double distance = y < top ? top - y : y > bottom ? y - bottom : 0;

      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }

  return found;
}

/**
 * signet_page_layout_find_seen:
 * @self: a layout
 * @top: of what is seen
 * @bottom: likewise
 * @first: (out): the first page of which something is seen
 * @last: (out): the last one
 *
 * Returns: whether there is any; between two pages there may be none
 */
gboolean
signet_page_layout_find_seen (SignetPageLayout *self, double top, double bottom, guint *first, guint *last)
{
  gboolean found = FALSE;

  g_return_val_if_fail (SIGNET_IS_PAGE_LAYOUT (self), FALSE);

  for (guint i = 0; i < self->places->len; i++)
    {
      const graphene_rect_t *area = &get_place (self, i)->area;

      if (area->origin.y + area->size.height < top || area->origin.y > bottom)
        continue;
      if (!found)
        *first = i;
      *last = i;
      found = TRUE;
    }

  return found;
}

/**
 * signet_page_layout_find_larger_zoom:
 * @zoom: what is shown
 *
 * Returns: the next step one can zoom in to; @zoom if there is none
 */
double
signet_page_layout_find_larger_zoom (double zoom)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zoom_steps); i++)
    {
      if (zoom_steps[i] > zoom + .005)
        return zoom_steps[i];
    }

  return zoom;
}

/**
 * signet_page_layout_find_smaller_zoom:
 * @zoom: what is shown
 *
 * Returns: the next step one can zoom out to; @zoom if there is none
 */
double
signet_page_layout_find_smaller_zoom (double zoom)
{
  for (gsize i = G_N_ELEMENTS (zoom_steps); i > 0; i--)
    {
      if (zoom_steps[i - 1] < zoom - .005)
        return zoom_steps[i - 1];
    }

  return zoom;
}
