/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-watermark.h"

#include "dossier/signet-dossier-error.h"
#include "dossier/signet-dossier-output.h"
#include "dossier/signet-dossier-text.h"
#include "model/signet-date.h"

#include <math.h>
#include <pango/pangocairo.h>

/* A copy of a paper that is good for one purpose: each page a picture with what it is for, for which platform
 * and when it was made written across it many times. The words are part of the picture, since what merely
 * lies over it can be taken off. One page is in memory at a time; the original is only looked at. Owned by
 * who made it, one thread at a time.
 */

/* The face of print that isn't confused with the paper's own; see also signet-dossier-flow.c. */
#define FAMILIES "Noto Sans CJK SC, Source Han Sans SC, Noto Sans, sans-serif"
/* Middle grey darkens white and lightens black alike and leaves most of the contrast of what it covers; on
 * grey itself the edge shows. A grey scan stays grey, in a third of the bytes. */
#define INK 0.5
#define INK_ALPHA 0.28
#define EDGE_ALPHA 0.20
#define ANGLE (-G_PI / 6)
/* Letters of a page's shorter side, rows of a tile's height. */
#define LETTERS_ACROSS 26.0
#define ROWS_APART 2.7
/* What a PDF and cairo can have at most. */
#define LARGEST_PAGE 14400.0
#define LARGEST_PICTURE 32767

struct _SignetWatermark
{
  SignetDossierOutput *output;
  PangoFontMap *fonts;
  PangoLayout *layout;
};

static char *
write_words (const char *language, const char *platform, const GDate *today, GError **error)
{
  g_autoptr (SignetDossierText) text = signet_dossier_text_new ("watermark", language, error);
  g_autofree char *day = NULL;
  g_autofree char *where = NULL;

  if (text == NULL)
    return NULL;
  day = signet_date_to_text (today);
  where = signet_dossier_text_format (text, "where", "platform", platform, "date", day, NULL);
  return g_strdup_printf ("%s\n%s", signet_dossier_text_get (text, "purpose"), where);
}

static void
set_size (SignetWatermark *self, double width, double height)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILIES);

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, MIN (width, height) / LETTERS_ACROSS * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  /* A long name of a platform goes on below instead of out of the page. */
  pango_layout_set_width (self->layout, (int) (MIN (width, height) * 0.7 * PANGO_SCALE));
}

/* In points, on a page of this size: rows of the words, every other one shifted by half, over all of the
 * page. */
static void
draw_words (SignetWatermark *self, cairo_t *cr, double width, double height)
{
  double reach = hypot (width, height) / 2;
  PangoRectangle tile;
  double across, down, letter;
  int row = 0;

  set_size (self, width, height);
  pango_layout_get_pixel_extents (self->layout, NULL, &tile);
  letter = MIN (width, height) / LETTERS_ACROSS;
  across = tile.width + 3 * letter;
  down = MAX (tile.height * ROWS_APART / 2, tile.height + 2 * letter);

  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, ANGLE);
  cairo_set_line_width (cr, letter / 16);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (double y = -reach; y < reach; y += down, row++)
    for (double x = -reach - (row % 2) * across / 2; x < reach; x += across)
      {
        cairo_move_to (cr, x - tile.x, y);
        pango_cairo_layout_path (cr, self->layout);
        cairo_set_source_rgba (cr, 1, 1, 1, EDGE_ALPHA);
        cairo_stroke_preserve (cr);
        cairo_set_source_rgba (cr, INK, INK, INK, INK_ALPHA);
        cairo_fill (cr);
      }
}

/* The page's picture with the words in it, no larger than it may be. */
static cairo_surface_t *
mark_picture (SignetWatermark *self, cairo_surface_t *picture, double width, double height)
{
  double columns = cairo_image_surface_get_width (picture);
  double rows = cairo_image_surface_get_height (picture);
  double scale = MIN (1, sqrt (SIGNET_WATERMARK_MAX_PIXELS / (columns * rows)));
  int marked_columns = (int) MAX (1, floor (columns * scale));
  int marked_rows = (int) MAX (1, floor (rows * scale));
  cairo_surface_t *marked = cairo_image_surface_create (CAIRO_FORMAT_RGB24, marked_columns, marked_rows);
  cairo_t *cr = cairo_create (marked);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_scale (cr, marked_columns / columns, marked_rows / rows);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), scale < 1 ? CAIRO_FILTER_BEST : CAIRO_FILTER_NEAREST);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);

  cairo_scale (cr, marked_columns / width, marked_rows / height);
  draw_words (self, cr, width, height);
  cairo_destroy (cr);
  return marked;
}

static gboolean
is_page (GBytes *pixels, guint columns, guint rows, gsize stride, double width, double height)
{
  return columns > 0 && columns <= LARGEST_PICTURE && rows > 0 && rows <= LARGEST_PICTURE &&
         stride >= columns * 4 && stride % 4 == 0 && stride <= G_MAXINT32 &&
         g_bytes_get_size (pixels) >= stride * (rows - 1) + columns * 4 && width >= 1 &&
         width <= LARGEST_PAGE && height >= 1 && height <= LARGEST_PAGE;
}

/**
 * signet_watermark_new:
 * @stream: where the PDF goes; the caller closes it, and throws away what is in it if anything fails
 * @language: "zh-CN" or "en": of the words
 * @platform: the platform's name, as it is to stand there
 * @today: the day the copy is made
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Begins a copy that says on each page what it is for.
 *
 * Returns: (transfer full) (nullable): a copy without pages; %SIGNET_DOSSIER_ERROR_LANGUAGE, and
 *   %SIGNET_DOSSIER_ERROR_FONT if the words can't be written on this system
 */
SignetWatermark *
signet_watermark_new (GOutputStream *stream,
                      const char *language,
                      const char *platform,
                      const GDate *today,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (SignetWatermark) self = g_new0 (SignetWatermark, 1);
  g_autofree char *words = write_words (language, platform, today, error);
  PangoContext *context;

  if (words == NULL)
    return NULL;
  self->fonts = pango_cairo_font_map_new ();
  context = pango_font_map_create_context (self->fonts);
  pango_context_set_language (context, pango_language_from_string (language));
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->layout, words, -1);
  /* Of any size, to see whether its characters can be had. */
  set_size (self, 600, 600);
  if (pango_layout_get_unknown_glyphs_count (self->layout) > 0)
    {
      g_set_error_literal (error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_FONT,
                           "No font for the words of a watermark");
      return NULL;
    }
  self->output = signet_dossier_output_new (stream, g_strdelimit (words, "\n", ' '), today, cancellable);
  return g_steal_pointer (&self);
}

/**
 * signet_watermark_free:
 * @self: (transfer full) (nullable): a copy
 *
 * Frees the copy, finished or not.
 */
void
signet_watermark_free (SignetWatermark *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->output, signet_dossier_output_free);
  g_clear_object (&self->layout);
  g_clear_object (&self->fonts);
  g_free (self);
}

/**
 * signet_watermark_add_page:
 * @self: a copy
 * @pixels: the page drawn: premultiplied ARGB32 in native byte order, as `render` gives it; not changed
 * @columns: pixels in a row
 * @rows: rows
 * @stride: bytes from a row to the next
 * @width: the page's width in points
 * @height: its height in points
 * @error: return location
 *
 * Adds a page, and brings it to at most SIGNET_WATERMARK_MAX_PIXELS; blocks.
 *
 * Returns: %TRUE on success; %SIGNET_DOSSIER_ERROR_PAGE for what can't be a page
 */
gboolean
signet_watermark_add_page (SignetWatermark *self,
                           GBytes *pixels,
                           guint columns,
                           guint rows,
                           gsize stride,
                           double width,
                           double height,
                           GError **error)
{
  cairo_surface_t *picture, *marked;
  cairo_t *cr;

  if (!is_page (pixels, columns, rows, stride, width, height))
    {
      g_set_error_literal (error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_PAGE, "Not a page");
      return FALSE;
    }

  /* Only ever a source, so that what isn't to be written stays as it is. */
  picture = cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (pixels, NULL),
                                                 CAIRO_FORMAT_ARGB32, (int) columns, (int) rows,
                                                 (int) stride);
  marked = mark_picture (self, picture, width, height);
  cairo_surface_destroy (picture);

  cr = signet_dossier_output_begin_page (self->output, width, height);
  cairo_scale (cr, width / cairo_image_surface_get_width (marked),
               height / cairo_image_surface_get_height (marked));
  cairo_set_source_surface (cr, marked, 0, 0);
  cairo_surface_destroy (marked);
  cairo_paint (cr);
  return signet_dossier_output_end_page (self->output, cr, error);
}

/**
 * signet_watermark_finish:
 * @self: a copy with at least one page
 * @error: return location
 *
 * Ends the PDF; only signet_watermark_free() may follow.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_watermark_finish (SignetWatermark *self, GError **error)
{
  return signet_dossier_output_finish (self->output, error);
}
