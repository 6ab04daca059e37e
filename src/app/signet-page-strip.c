/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/signet-page-cache.h"
#include "app/signet-page-layout.h"

/*
 * All pages of a document under each other, as white paper. A page is drawn at the size shown times the scale
 * factor; until it is there it is a blank of the right size, so that nothing jumps. What is on screen is
 * asked for, what is far away is forgotten.
 *
 * Lives in a scrolled window's viewport. Signals: "changed" (page or zoom), "failed" (GError): not even the
 * first page could be drawn.
 */

#define KEEP_PAGES 2 /* drawn pages kept above and below what is seen */
#define SHADOW 18    /* pixels around a page that belong to it */

struct _SignetPageStrip
{
  GtkWidget parent_instance;

  SignetPageLayout *layout; /* of no pages while there is no document */
  SignetPageCache *cache;   /* NULL likewise */
  GtkAdjustment *horizontal, *vertical;
  SignetFit fit;
  double zoom; /* what is shown; chosen with SIGNET_FIT_NONE, else found */
  guint current;
  gboolean
      laid_out; /* the pages have places: before that nothing is asked for, it would be of the wrong size */
};

G_DEFINE_FINAL_TYPE (SignetPageStrip, signet_page_strip, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_n_pages (SignetPageStrip *self)
{
  return signet_page_layout_get_n_pages (self->layout);
}

static double
find_zoom (SignetPageStrip *self, int width)
{
  gboolean whole = self->fit == SIGNET_FIT_PAGE && self->vertical != NULL;

  if (self->fit == SIGNET_FIT_NONE)
    return self->zoom;

  return signet_page_layout_fit (self->layout, width,
                                 whole ? gtk_adjustment_get_page_size (self->vertical) : 0);
}

static void
ask_for (SignetPageStrip *self, guint page)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  signet_page_cache_ask (self->cache, page,
                         signet_page_layout_get_scale (self->layout, page, self->zoom, factor));
}

/* Asks for what is seen, nearest to the middle first, and forgets what is far. */
static void
update_seen (SignetPageStrip *self)
{
  double top, bottom;
  guint first, last, current;

  if (self->vertical == NULL || !self->laid_out || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  top = gtk_adjustment_get_value (self->vertical);
  bottom = top + gtk_adjustment_get_page_size (self->vertical);
  current = signet_page_layout_find_nearest (self->layout, top + (bottom - top) / 3);
  if (!signet_page_layout_find_seen (self->layout, top, bottom, &first, &last))
    first = last = current;

  signet_document_set_focus (signet_page_cache_get_document (self->cache), current);
  ask_for (self, current);
  for (guint distance = 1; distance <= last - first + KEEP_PAGES; distance++)
    {
      if (current + distance <= MIN (last + 1, get_n_pages (self) - 1))
        ask_for (self, current + distance);
      if (distance <= current && current - distance + 1 >= first)
        ask_for (self, current - distance);
    }
  for (guint i = 0; i < get_n_pages (self); i++)
    {
      if (i + KEEP_PAGES < first || i > last + KEEP_PAGES)
        signet_page_cache_forget (self->cache, i);
    }

  if (self->current != current)
    {
      self->current = current;
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
drawn_cb (SignetPageStrip *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
incomplete_cb (SignetPageStrip *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
failed_cb (SignetPageStrip *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
scrolled_cb (SignetPageStrip *self)
{
  update_seen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self)); /* only what is seen was put into the last frame */
}

static void
resized_cb (SignetPageStrip *self)
{
  if (self->fit == SIGNET_FIT_PAGE)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  scrolled_cb (self);
}

static void
watch_adjustment (SignetPageStrip *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
      g_signal_handlers_disconnect_by_func (*place, resized_cb, self);
    }
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    {
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
      g_signal_connect_swapped (adjustment, "notify::page-size", G_CALLBACK (resized_cb), self);
    }
}

static GtkSizeRequestMode
signet_page_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
signet_page_strip_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  SignetPageStrip *self = SIGNET_PAGE_STRIP (widget);
  double zoom;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int width = for_size >= 0 ? for_size : MAX (gtk_widget_get_width (widget), 100);

      zoom = find_zoom (self, width);
      *minimum = *natural = (int) ceil (signet_page_layout_get_height (self->layout, zoom));
      return;
    }

  zoom = self->fit == SIGNET_FIT_NONE ? self->zoom : 1;
  *natural = (int) signet_page_layout_get_width (self->layout, zoom);
  *minimum = self->fit == SIGNET_FIT_NONE ? *natural : 0;
}

static void
signet_page_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SignetPageStrip *self = SIGNET_PAGE_STRIP (widget);
  double zoom = find_zoom (self, width);
  gboolean changed = fabs (zoom - self->zoom) > 1e-6;

  self->zoom = zoom;
  signet_page_layout_place (self->layout, width, zoom);
  self->laid_out = get_n_pages (self) > 0;
  update_seen (self);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* A new document's pages get their places at once if it is known how wide it will be, so that the first page
 * is being drawn while the frame that allots the width is still to come. */
static void
lay_out_early (SignetPageStrip *self)
{
  int width = 0;

  for (GtkWidget *widget = GTK_WIDGET (self); widget != NULL && width == 0;
       widget = gtk_widget_get_parent (widget))
    width = gtk_widget_get_width (widget);
  if (width == 0 || self->fit != SIGNET_FIT_WIDTH)
    return;
  self->zoom = find_zoom (self, width);
  signet_page_layout_place (self->layout, width, self->zoom);
  self->laid_out = TRUE;
}

static void
snapshot_problem (SignetPageStrip *self,
                  GtkSnapshot *snapshot,
                  const graphene_rect_t *area,
                  const char *problem)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), problem);
  const GdkRGBA grey = { .4f, .4f, .4f, 1 };
  int height;

  pango_layout_set_width (layout, (int) (area->size.width - 24) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (area->origin.x + 12, area->origin.y + (area->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &grey);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_page (SignetPageStrip *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *seen)
{
  const graphene_rect_t *area = signet_page_layout_get_area (self->layout, page);
  SignetPagePicture *picture = signet_page_cache_get_picture (self->cache, page);
  const char *problem = signet_page_cache_get_problem (self->cache, page);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shade = { 0, 0, 0, .16f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 3, 0, 10);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 2);
  gtk_snapshot_append_color (snapshot, &white, area);
  if (picture != NULL)
    signet_page_picture_snapshot (picture, snapshot, area, signet_page_layout_get_rotation (self->layout),
                                  seen);
  else if (problem != NULL)
    snapshot_problem (self, snapshot, area, problem);
}

/* What of the strip is in the scrolled window. */
static graphene_rect_t
get_seen (SignetPageStrip *self)
{
  graphene_rect_t seen = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                             (float) gtk_widget_get_height (GTK_WIDGET (self)));

  if (self->horizontal != NULL)
    {
      seen.origin.x = (float) gtk_adjustment_get_value (self->horizontal);
      seen.size.width = (float) gtk_adjustment_get_page_size (self->horizontal);
    }
  if (self->vertical != NULL)
    {
      seen.origin.y = (float) gtk_adjustment_get_value (self->vertical);
      seen.size.height = (float) gtk_adjustment_get_page_size (self->vertical);
    }
  return seen;
}

static void
signet_page_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SignetPageStrip *self = SIGNET_PAGE_STRIP (widget);
  graphene_rect_t seen = get_seen (self);
  guint first, last;

  if (!signet_page_layout_find_seen (self->layout, seen.origin.y - SHADOW,
                                     seen.origin.y + seen.size.height + SHADOW, &first, &last))
    return;

  for (guint i = first; i <= last; i++)
    snapshot_page (self, snapshot, i, &seen);
}

static void
signet_page_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (signet_page_strip_parent_class)->map (widget);

  update_seen (SIGNET_PAGE_STRIP (widget));
}

static void
signet_page_strip_dispose (GObject *object)
{
  SignetPageStrip *self = SIGNET_PAGE_STRIP (object);

  signet_page_strip_set_document (self, NULL);
  signet_page_strip_set_adjustments (self, NULL, NULL);

  G_OBJECT_CLASS (signet_page_strip_parent_class)->dispose (object);
}

static void
signet_page_strip_finalize (GObject *object)
{
  g_object_unref (SIGNET_PAGE_STRIP (object)->layout);

  G_OBJECT_CLASS (signet_page_strip_parent_class)->finalize (object);
}

static void
signet_page_strip_class_init (SignetPageStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_page_strip_dispose;
  object_class->finalize = signet_page_strip_finalize;
  widget_class->get_request_mode = signet_page_strip_get_request_mode;
  widget_class->measure = signet_page_strip_measure;
  widget_class->size_allocate = signet_page_strip_size_allocate;
  widget_class->snapshot = signet_page_strip_snapshot;
  widget_class->map = signet_page_strip_map;

  signals[CHANGED] = g_signal_new ("changed", SIGNET_TYPE_PAGE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", SIGNET_TYPE_PAGE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
signet_page_strip_init (SignetPageStrip *self)
{
  self->layout = signet_page_layout_new ();
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scrolled_cb), NULL);
}

/**
 * signet_page_strip_new:
 *
 * Returns: (transfer floating): an empty strip
 */
GtkWidget *
signet_page_strip_new (void)
{
  return g_object_new (SIGNET_TYPE_PAGE_STRIP, NULL);
}

static void
forget_document (SignetPageStrip *self)
{
  if (self->cache != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->cache, self);
      signet_page_cache_clear (self->cache);
    }
  g_clear_object (&self->cache);
  g_object_unref (self->layout);
  self->layout = signet_page_layout_new ();
  self->current = 0;
  self->laid_out = FALSE;
}

static void
take_document (SignetPageStrip *self, SignetDocument *document)
{
  guint n_pages = signet_document_get_n_pages (document);
  /* Translators: for screen readers: a document shown as pictures of its pages */
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Document with %u page", "Document with %u pages", n_pages), n_pages);

  self->cache = signet_page_cache_new (document);
  g_signal_connect_swapped (self->cache, "drawn", G_CALLBACK (drawn_cb), self);
  g_signal_connect_swapped (self->cache, "incomplete", G_CALLBACK (incomplete_cb), self);
  g_signal_connect_swapped (self->cache, "failed", G_CALLBACK (failed_cb), self);
  for (guint i = 0; i < n_pages; i++)
    {
      double width, height;

      signet_document_get_page_size (document, i, &width, &height);
      signet_page_layout_add_page (self->layout, width, height);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  lay_out_early (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * signet_page_strip_set_document:
 * @self: a strip
 * @document: (nullable): what it shows from now on
 */
void
signet_page_strip_set_document (SignetPageStrip *self, SignetDocument *document)
{
  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  forget_document (self);
  if (document != NULL)
    take_document (self, document);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * signet_page_strip_is_incomplete:
 * @self: a strip
 *
 * Returns: whether something was left out of the page in view, because it took too much memory
 */
gboolean
signet_page_strip_is_incomplete (SignetPageStrip *self)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_STRIP (self), FALSE);

  return self->cache != NULL && signet_page_cache_is_incomplete (self->cache, self->current);
}

/**
 * signet_page_strip_set_adjustments:
 * @self: a strip
 * @horizontal: (nullable): of the scrolled window it lies in
 * @vertical: (nullable): likewise
 */
void
signet_page_strip_set_adjustments (SignetPageStrip *self, GtkAdjustment *horizontal, GtkAdjustment *vertical)
{
  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  watch_adjustment (self, &self->horizontal, horizontal);
  watch_adjustment (self, &self->vertical, vertical);
}

/**
 * signet_page_strip_set_fit:
 * @self: a strip
 * @fit: how the zoom is found
 */
void
signet_page_strip_set_fit (SignetPageStrip *self, SignetFit fit)
{
  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  self->fit = fit;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * signet_page_strip_get_fit:
 * @self: a strip
 *
 * Returns: how the zoom is found
 */
SignetFit
signet_page_strip_get_fit (SignetPageStrip *self)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_STRIP (self), SIGNET_FIT_WIDTH);

  return self->fit;
}

/**
 * signet_page_strip_set_zoom:
 * @self: a strip
 * @zoom: 1 is the paper's own size at 96 pixels an inch; kept between 0.25 and 4
 */
void
signet_page_strip_set_zoom (SignetPageStrip *self, double zoom)
{
  guint page = self->current;

  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  self->fit = SIGNET_FIT_NONE;
  self->zoom = CLAMP (zoom, SIGNET_PAGE_LAYOUT_LEAST_ZOOM, SIGNET_PAGE_LAYOUT_MOST_ZOOM);
  /* stay at the same place of the same page */
  if (self->vertical != NULL && get_n_pages (self) > 0)
    {
      const graphene_rect_t *area = signet_page_layout_get_area (self->layout, page);
      double part = (gtk_adjustment_get_value (self->vertical) - area->origin.y) / MAX (area->size.height, 1);

      signet_page_layout_place (self->layout, gtk_widget_get_width (GTK_WIDGET (self)), self->zoom);
      gtk_adjustment_set_upper (self->vertical, signet_page_layout_get_height (self->layout, self->zoom));
      gtk_adjustment_set_value (self->vertical, area->origin.y + part * area->size.height);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * signet_page_strip_get_zoom:
 * @self: a strip
 *
 * Returns: the zoom that is shown
 */
double
signet_page_strip_get_zoom (SignetPageStrip *self)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_STRIP (self), 1);

  return self->zoom;
}

static void
change_zoom (SignetPageStrip *self, double zoom)
{
  if (zoom != self->zoom)
    signet_page_strip_set_zoom (self, zoom);
}

/**
 * signet_page_strip_zoom_in:
 * @self: a strip
 *
 * Goes to the next larger step.
 */
void
signet_page_strip_zoom_in (SignetPageStrip *self)
{
  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  change_zoom (self, signet_page_layout_find_larger_zoom (self->zoom));
}

/**
 * signet_page_strip_zoom_out:
 * @self: a strip
 *
 * Goes to the next smaller step.
 */
void
signet_page_strip_zoom_out (SignetPageStrip *self)
{
  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  change_zoom (self, signet_page_layout_find_smaller_zoom (self->zoom));
}

/**
 * signet_page_strip_rotate:
 * @self: a strip
 *
 * Turns the pages a quarter clockwise, on screen only.
 */
void
signet_page_strip_rotate (SignetPageStrip *self)
{
  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  signet_page_layout_rotate (self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * signet_page_strip_get_page:
 * @self: a strip
 *
 * Returns: the page that is looked at, from 0
 */
guint
signet_page_strip_get_page (SignetPageStrip *self)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_STRIP (self), 0);

  return self->current;
}

/**
 * signet_page_strip_go_to:
 * @self: a strip
 * @page: from 0; beyond the end is the last one
 */
void
signet_page_strip_go_to (SignetPageStrip *self, guint page)
{
  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  if (get_n_pages (self) == 0 || self->vertical == NULL)
    return;

  page = MIN (page, get_n_pages (self) - 1);
  gtk_adjustment_set_value (self->vertical, signet_page_layout_get_area (self->layout, page)->origin.y -
                                                SIGNET_PAGE_LAYOUT_MARGIN);
}
