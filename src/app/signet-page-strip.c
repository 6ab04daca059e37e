/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/signet-error-text.h"
#include "app/signet-page-picture.h"

/*
 * All pages of a document under each other, as white paper. A page is drawn at the size shown times the scale
 * factor; until it is there it is a blank of the right size, so that nothing jumps. What is on screen is
 * asked for, what is far away is forgotten.
 *
 * Lives in a scrolled window's viewport. Signals: "changed" (page or zoom), "failed" (GError): not even the
 * first page could be drawn.
 */

#define PAGE_MARGIN 16
#define PAGE_GAP 18
#define KEEP_PAGES 2 /* drawn pages kept above and below what is seen */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define LEAST_ZOOM 0.25
#define MOST_ZOOM 4.0
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
  graphene_rect_t area; /* where it lies in the strip, turned */
  SignetPagePicture *picture;
  double drawn_scale; /* of the picture, pixels a point */
  double asked_scale;
  gboolean incomplete;       /* something was left out */
  GCancellable *cancellable; /* while it is being drawn */
  char *problem;             /* why it can't be drawn */
} Page;

struct _SignetPageStrip
{
  GtkWidget parent_instance;

  SignetDocument *document;
  GArray *pages;
  GtkAdjustment *horizontal, *vertical;
  SignetFit fit;
  double zoom;    /* what is shown; chosen with SIGNET_FIT_NONE, else found */
  guint rotation; /* quarter turns clockwise */
  guint current;
  double total_height;
  gboolean
      laid_out; /* the pages have places: before that nothing is asked for, it would be of the wrong size */
  gboolean any_drawn;
};

G_DEFINE_FINAL_TYPE (SignetPageStrip, signet_page_strip, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const double zoom_steps[] = { .25, .33, .5, .67, .75, .9, 1, 1.25, 1.5, 2, 2.5, 3, 4 };

static void
page_clear (gpointer data)
{
  Page *page = data;

  if (page->cancellable != NULL)
    g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  g_clear_object (&page->picture);
  g_clear_pointer (&page->problem, g_free);
}

static Page *
get_page (SignetPageStrip *self, guint index)
{
  return &g_array_index (self->pages, Page, index);
}

static void
get_turned_size (SignetPageStrip *self, Page *page, double *width, double *height)
{
  gboolean across = self->rotation % 2 == 1;

  *width = (across ? page->height : page->width) * PIXELS_PER_POINT;
  *height = (across ? page->width : page->height) * PIXELS_PER_POINT;
}

static double
find_zoom (SignetPageStrip *self, int width)
{
  double widest = 1, highest = 1, zoom;

  if (self->fit == SIGNET_FIT_NONE)
    return self->zoom;

  for (guint i = 0; i < self->pages->len; i++)
    {
      double page_width, page_height;

      get_turned_size (self, get_page (self, i), &page_width, &page_height);
      widest = MAX (widest, page_width);
      highest = MAX (highest, page_height);
    }

  zoom = (width - 2 * PAGE_MARGIN) / widest;
  if (self->fit == SIGNET_FIT_PAGE && self->vertical != NULL)
    zoom = MIN (zoom, (gtk_adjustment_get_page_size (self->vertical) - 2 * PAGE_MARGIN) / highest);

  return CLAMP (zoom, LEAST_ZOOM / 5, MOST_ZOOM); /* a thumbnail may be smaller than what one can choose */
}

static double
lay_out (SignetPageStrip *self, int width, double zoom)
{
  double y = PAGE_MARGIN;

  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = get_page (self, i);
      double page_width, page_height;

      get_turned_size (self, page, &page_width, &page_height);
      page_width = round (page_width * zoom);
      page_height = round (page_height * zoom);
      graphene_rect_init (&page->area, (float) MAX (PAGE_MARGIN, floor ((width - page_width) / 2)), (float) y,
                          (float) page_width, (float) page_height);
      y += page_height + PAGE_GAP;
    }

  return y - PAGE_GAP + PAGE_MARGIN;
}

static double
get_wanted_scale (SignetPageStrip *self, Page *page)
{
  double scale = self->zoom * PIXELS_PER_POINT * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double pixels = page->width * page->height * scale * scale;

  if (pixels > MOST_PIXELS)
    scale *= sqrt (MOST_PIXELS / pixels);

  return MIN (scale, MOST_EDGE / MAX (page->width, page->height));
}

typedef struct
{
  SignetPageStrip *self; /* with a reference */
  SignetDocument *document;
  guint page;
  double scale;
} Request;

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (SignetPageStrip) self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetPagePixels)
      pixels = signet_document_render_finish (SIGNET_DOCUMENT (source), result, &error);
  gboolean current = self->document == request->document && request->page < self->pages->len;
  Page *page = current ? get_page (self, request->page) : NULL;
  double scale = request->scale;

  g_free (request);
  if (page == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&page->cancellable);
  if (pixels == NULL)
    {
      g_info ("a page could not be drawn: %s", error->message);
      g_free (page->problem);
      page->problem = signet_error_text_title (error);
      if (!self->any_drawn)
        g_signal_emit (self, signals[FAILED], 0, error);
    }
  else
    {
      g_clear_object (&page->picture);
      page->picture = signet_page_picture_new (pixels);
      page->drawn_scale = scale;
      self->any_drawn = TRUE;
      if (page->incomplete != pixels->incomplete)
        {
          page->incomplete = pixels->incomplete;
          g_signal_emit (self, signals[CHANGED], 0);
        }
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ask_for (SignetPageStrip *self, guint index)
{
  Page *page = get_page (self, index);
  double scale = get_wanted_scale (self, page);
  Request *request;

  if (page->problem != NULL)
    return;
  if (page->picture != NULL && fabs (page->drawn_scale - scale) < 1e-6)
    return;
  if (page->cancellable != NULL && fabs (page->asked_scale - scale) < 1e-6)
    return;

  if (page->cancellable != NULL)
    g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  page->cancellable = g_cancellable_new ();
  page->asked_scale = scale;

  request = g_new0 (Request, 1);
  request->self = g_object_ref (self);
  request->document = self->document;
  request->page = index;
  request->scale = scale;
  signet_document_render_async (self->document, index, scale, page->cancellable, drawn_cb, request);
}

static void
forget (Page *page)
{
  if (page->cancellable != NULL)
    g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
  g_clear_object (&page->picture);
}

/* Asks for what is seen, nearest to the middle first, and forgets what is far. */
static void
update_seen (SignetPageStrip *self)
{
  double top, bottom, middle;
  guint first = G_MAXUINT, last = 0, current = self->current;
  double nearest = G_MAXDOUBLE;

  if (self->vertical == NULL || !self->laid_out || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  top = gtk_adjustment_get_value (self->vertical);
  bottom = top + gtk_adjustment_get_page_size (self->vertical);
  middle = top + (bottom - top) / 3;
  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = get_page (self, i);
      double page_top = page->area.origin.y, page_bottom = page_top + page->area.size.height;
      double distance = middle < page_top      ? page_top - middle
                        : middle > page_bottom ? middle - page_bottom
                                               : 0;

      if (page_bottom >= top && page_top <= bottom)
        {
          first = MIN (first, i);
          last = i;
        }
      if (distance < nearest)
        {
          nearest = distance;
          current = i;
        }
    }
  if (first == G_MAXUINT)
    first = last = current;

  signet_document_set_focus (self->document, current);
  ask_for (self, current);
  for (guint distance = 1; distance <= last - first + KEEP_PAGES; distance++)
    {
      if (current + distance <= MIN (last + 1, self->pages->len - 1))
        ask_for (self, current + distance);
      if (distance <= current && current - distance + 1 >= first)
        ask_for (self, current - distance);
    }
  for (guint i = 0; i < self->pages->len; i++)
    {
      if (i + KEEP_PAGES < first || i > last + KEEP_PAGES)
        forget (get_page (self, i));
    }

  if (self->current != current)
    {
      self->current = current;
      g_signal_emit (self, signals[CHANGED], 0);
    }
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
  double widest = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int width = for_size >= 0 ? for_size : MAX (gtk_widget_get_width (widget), 100);

      *minimum = *natural = (int) ceil (lay_out (self, width, find_zoom (self, width)));
      return;
    }

  for (guint i = 0; i < self->pages->len; i++)
    {
      double page_width, page_height;

      get_turned_size (self, get_page (self, i), &page_width, &page_height);
      widest = MAX (widest, page_width);
    }
  *natural = (int) ceil (widest * (self->fit == SIGNET_FIT_NONE ? self->zoom : 1)) + 2 * PAGE_MARGIN;
  *minimum = self->fit == SIGNET_FIT_NONE ? *natural : 0;
}

static void
signet_page_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SignetPageStrip *self = SIGNET_PAGE_STRIP (widget);
  double zoom = find_zoom (self, width);
  gboolean changed = fabs (zoom - self->zoom) > 1e-6;

  self->zoom = zoom;
  self->total_height = lay_out (self, width, zoom);
  self->laid_out = self->pages->len > 0;
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
  self->total_height = lay_out (self, width, self->zoom);
  self->laid_out = TRUE;
}

static void
snapshot_problem (SignetPageStrip *self, GtkSnapshot *snapshot, Page *page)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), page->problem);
  const GdkRGBA grey = { .4f, .4f, .4f, 1 };
  int height;

  pango_layout_set_width (layout, (int) (page->area.size.width - 24) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (page->area.origin.x + 12,
                                      page->area.origin.y + (page->area.size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &grey);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_picture (SignetPageStrip *self, GtkSnapshot *snapshot, Page *page, const graphene_rect_t *seen)
{
  gboolean across = self->rotation % 2 == 1;
  float width = across ? page->area.size.height : page->area.size.width;
  float height = across ? page->area.size.width : page->area.size.height;
  graphene_point_t middle = GRAPHENE_POINT_INIT (page->area.origin.x + page->area.size.width / 2,
                                                 page->area.origin.y + page->area.size.height / 2);
  g_autoptr (GskTransform)
      turned = gsk_transform_rotate (gsk_transform_translate (NULL, &middle), (float) self->rotation * 90);
  g_autoptr (GskTransform) back = gsk_transform_invert (gsk_transform_ref (turned));
  graphene_rect_t turned_seen;

  gsk_transform_transform_bounds (back, seen, &turned_seen);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_transform (snapshot, turned);
  signet_page_picture_snapshot (page->picture, snapshot,
                                &GRAPHENE_RECT_INIT (-width / 2, -height / 2, width, height), &turned_seen);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_page (SignetPageStrip *self, GtkSnapshot *snapshot, Page *page, const graphene_rect_t *seen)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shade = { 0, 0, 0, .16f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &page->area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 3, 0, 10);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 2);
  gtk_snapshot_append_color (snapshot, &white, &page->area);
  if (page->picture != NULL)
    snapshot_picture (self, snapshot, page, seen);
  else if (page->problem != NULL)
    snapshot_problem (self, snapshot, page);
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
  float top = seen.origin.y, bottom = seen.origin.y + seen.size.height;

  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = get_page (self, i);

      if (page->area.origin.y + page->area.size.height + PAGE_GAP >= top &&
          page->area.origin.y - PAGE_GAP <= bottom)
        snapshot_page (self, snapshot, page, &seen);
    }
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
  g_array_unref (SIGNET_PAGE_STRIP (object)->pages);

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
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_array_set_clear_func (self->pages, page_clear);
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

/**
 * signet_page_strip_set_document:
 * @self: a strip
 * @document: (nullable): what it shows from now on
 */
void
signet_page_strip_set_document (SignetPageStrip *self, SignetDocument *document)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SIGNET_IS_PAGE_STRIP (self));

  g_array_set_size (self->pages, 0);
  g_set_object (&self->document, document);
  self->rotation = 0;
  self->current = 0;
  self->laid_out = FALSE;
  self->any_drawn = FALSE;
  if (document != NULL)
    {
      guint n_pages = signet_document_get_n_pages (document);

      g_array_set_size (self->pages, n_pages);
      for (guint i = 0; i < n_pages; i++)
        {
          Page *page = get_page (self, i);

          signet_document_get_page_size (document, i, &page->width, &page->height);
          if (page->width <= 0 || page->height <= 0)
            {
              page->width = BLANK_WIDTH;
              page->height = BLANK_HEIGHT;
            }
        }
      /* Translators: for screen readers: a document shown as pictures of its pages */
      label = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Document with %u page", "Document with %u pages", n_pages), n_pages);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      lay_out_early (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
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

  return self->current < self->pages->len && get_page (self, self->current)->incomplete;
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
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  /* stay at the same place of the same page */
  if (self->vertical != NULL && self->pages->len > 0)
    {
      Page *at = get_page (self, page);
      double part = (gtk_adjustment_get_value (self->vertical) - at->area.origin.y) /
                    MAX (at->area.size.height, 1);

      self->total_height = lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), self->zoom);
      gtk_adjustment_set_upper (self->vertical, self->total_height);
      gtk_adjustment_set_value (self->vertical, at->area.origin.y + part * at->area.size.height);
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

  for (gsize i = 0; i < G_N_ELEMENTS (zoom_steps); i++)
    {
      if (zoom_steps[i] > self->zoom + .005)
        {
          signet_page_strip_set_zoom (self, zoom_steps[i]);
          return;
        }
    }
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

  for (gsize i = G_N_ELEMENTS (zoom_steps); i > 0; i--)
    {
      if (zoom_steps[i - 1] < self->zoom - .005)
        {
          signet_page_strip_set_zoom (self, zoom_steps[i - 1]);
          return;
        }
    }
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

  self->rotation = (self->rotation + 1) % 4;
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

  if (self->pages->len == 0 || self->vertical == NULL)
    return;

  page = MIN (page, self->pages->len - 1);
  gtk_adjustment_set_value (self->vertical, get_page (self, page)->area.origin.y - PAGE_MARGIN);
}
