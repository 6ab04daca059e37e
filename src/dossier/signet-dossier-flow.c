/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-dossier-flow.h"

#include "dossier/signet-dossier-error.h"

/* Text flowing over pages of A4: each line goes where it fits, a page ends when none does, so that neither a
 * long name nor a long list is ever cut. Without an output it only measures, which is how the number of pages
 * is known before the first one is written. The first error stays and is told at the end. Private to the
 * room, one thread.
 */

/* Faces with serifs for print; whatever the system has for a character none of them knows. A Chinese face
 * draws Latin quotation marks as wide as a Han character, so English asks for a Latin one first. */
#define CHINESE_FAMILIES "Noto Serif CJK SC, Source Han Serif SC, serif"
#define LATIN_FAMILIES \
  "Source Serif 4, Noto Serif, Liberation Serif, Nimbus Roman, DejaVu Serif, " CHINESE_FAMILIES
#define FOOTER_SIZE 8.5
#define HAIRLINE 0.5
/* Of a letter's size: what a Chinese face needs. */
#define ASCENT 1.16
#define LEADING 1.5

struct _SignetDossierFlow
{
  SignetDossierOutput *output;
  PangoFontMap *fonts;
  PangoContext *context;
  PangoFontDescription *font;
  cairo_t *cr;
  double y;
  guint page;
  SignetDossierFooter footer;
  gpointer footer_data;
  const SignetDossierCell *head;
  guint n_head;
  GError *error;
};

/* A cell while it is laid out: what of it is still to come, and how far down on this page it is. */
typedef struct
{
  PangoLayout *layout;
  PangoLayoutIter *iter; /* NULL once nothing is left */
  double y;
} Column;

static double
bottom (void)
{
  return SIGNET_DOSSIER_PAGE_HEIGHT - SIGNET_DOSSIER_MARGIN;
}

/* Which character has no glyph; only asked where one is known to be missing. */
static void
refuse_glyphs (SignetDossierFlow *self, const char *text)
{
  g_autoptr (PangoLayout) one = pango_layout_new (self->context);

  pango_layout_set_font_description (one, self->font);
  for (const char *c = text; *c != '\0' && self->error == NULL; c = g_utf8_next_char (c))
    {
      pango_layout_set_text (one, c, (int) (g_utf8_next_char (c) - c));
      if (pango_layout_get_unknown_glyphs_count (one) > 0)
        g_set_error (&self->error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_FONT, "No font has U+%04X",
                     g_utf8_get_char (c));
    }
  if (self->error == NULL)
    g_set_error_literal (&self->error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_FONT,
                         "No font has a combination of characters");
}

/* Pango lifts Latin letters beside Han characters of another face, by what that face says of its baselines: a
 * point and a half too high. On a form all stand on one line. */
static void
level_runs (PangoLayout *layout)
{
  for (GSList *line = pango_layout_get_lines (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      ((PangoLayoutRun *) run->data)->y_offset = 0;
}

static PangoLayout *
lay_out (SignetDossierFlow *self, const SignetDossierCell *cell)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->font);

  pango_font_description_set_size (font, (int) (cell->size * PANGO_SCALE));
  pango_font_description_set_weight (font, cell->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (cell->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, cell->centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, cell->text, -1);
  if (pango_layout_get_unknown_glyphs_count (layout) > 0 && self->error == NULL)
    refuse_glyphs (self, cell->text);
  level_runs (layout);
  return layout;
}

static void
draw_footer (SignetDossierFlow *self)
{
  g_autofree char *text = self->footer (self->page, self->footer_data);
  SignetDossierCell cell = { text, 0, SIGNET_DOSSIER_TEXT_WIDTH, FOOTER_SIZE, FALSE, TRUE };
  g_autoptr (PangoLayout) layout = lay_out (self, &cell);

  cairo_move_to (self->cr, SIGNET_DOSSIER_MARGIN, bottom () + SIGNET_DOSSIER_MARGIN / 2.5);
  pango_cairo_show_layout (self->cr, layout);
}

static void
begin_page (SignetDossierFlow *self)
{
  self->page++;
  self->y = SIGNET_DOSSIER_MARGIN;
  if (self->output != NULL)
    self->cr = signet_dossier_output_begin_page (self->output, SIGNET_DOSSIER_PAGE_WIDTH,
                                                 SIGNET_DOSSIER_PAGE_HEIGHT);
}

static void
end_page (SignetDossierFlow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->cr == NULL)
    return;
  draw_footer (self);
  if (!signet_dossier_output_end_page (self->output, g_steal_pointer (&self->cr), &error) &&
      self->error == NULL)
    self->error = g_steal_pointer (&error);
}

static void
break_page (SignetDossierFlow *self)
{
  end_page (self);
  begin_page (self);
  if (self->n_head > 0)
    {
      guint n = self->n_head;

      /* A head that fills the page would repeat itself for ever. */
      self->n_head = 0;
      signet_dossier_flow_add_cells (self, self->head, n);
      signet_dossier_flow_add_space (self, 3);
      signet_dossier_flow_add_rule (self, 0, SIGNET_DOSSIER_TEXT_WIDTH);
      self->n_head = n;
    }
}

/* Lines are evenly apart whichever face their characters come from, and those of cells beside each other
 * level. */
static double
measure_line (PangoLayoutLine *line, const SignetDossierCell *cell, double *ascent)
{
  PangoRectangle own;

  pango_layout_line_get_extents (line, NULL, &own);
  *ascent = MAX (cell->size * ASCENT, (double) PANGO_ASCENT (own) / PANGO_SCALE);
  return MAX (cell->size * LEADING, *ascent + (double) PANGO_DESCENT (own) / PANGO_SCALE);
}

/* Draws the lines of a column that fit on this page; %FALSE once none is left. */
static gboolean
fill_column (SignetDossierFlow *self, Column *column, const SignetDossierCell *cell)
{
  for (;;)
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (column->iter);
      PangoRectangle placed;
      double ascent;
      double height = measure_line (line, cell, &ascent);

      pango_layout_iter_get_line_extents (column->iter, NULL, &placed);
      if (column->y + height > bottom () && column->y > SIGNET_DOSSIER_MARGIN)
        return TRUE;
      if (self->cr != NULL)
        {
          cairo_move_to (self->cr, SIGNET_DOSSIER_MARGIN + cell->x + (double) placed.x / PANGO_SCALE,
                         column->y + ascent);
          pango_cairo_show_layout_line (self->cr, line);
        }
      column->y += height;
      if (!pango_layout_iter_next_line (column->iter))
        return FALSE;
    }
}

/* Without @output nothing is drawn: the pages are only counted. */
SignetDossierFlow *
signet_dossier_flow_new (SignetDossierOutput *output, const char *language)
{
  SignetDossierFlow *self = g_new0 (SignetDossierFlow, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A map of its own: the default one belongs to the thread and would stay in every worker there ever was. */
  self->fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->fonts), 72);
  self->context = pango_font_map_create_context (self->fonts);
  self->font = pango_font_description_from_string (g_str_has_prefix (language, "zh") ? CHINESE_FAMILIES
                                                                                     : LATIN_FAMILIES);
  pango_context_set_language (self->context, pango_language_from_string (language));
  /* On paper nothing is rounded to pixels. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  self->output = output;
  begin_page (self);
  return self;
}

void
signet_dossier_flow_free (SignetDossierFlow *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_error (&self->error);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  g_object_unref (self->fonts);
  g_free (self);
}

/* What stands below each page, asked for when the page ends. */
void
signet_dossier_flow_set_footer (SignetDossierFlow *self, SignetDossierFooter footer, gpointer data)
{
  self->footer = footer;
  self->footer_data = data;
}

/* What is repeated on top of each new page, until it is set to nothing; the cells stay the caller's. */
void
signet_dossier_flow_set_head (SignetDossierFlow *self, const SignetDossierCell *cells, guint n_cells)
{
  self->head = cells;
  self->n_head = n_cells;
}

/* How high these cells are beside each other on one endless page. */
double
signet_dossier_flow_measure (SignetDossierFlow *self, const SignetDossierCell *cells, guint n_cells)
{
  double most = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      g_autoptr (PangoLayout) layout = lay_out (self, &cells[i]);
      double height = 0, ascent;

      for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
        height += measure_line (line->data, &cells[i], &ascent);
      most = MAX (most, height);
    }
  return most;
}

/* Puts cells beside each other; what doesn't fit goes on on the next page, each cell below itself. */
void
signet_dossier_flow_add_cells (SignetDossierFlow *self, const SignetDossierCell *cells, guint n_cells)
{
  g_autofree Column *columns = g_new0 (Column, n_cells);
  gboolean more = TRUE;

  for (guint i = 0; i < n_cells; i++)
    {
      columns[i].layout = lay_out (self, &cells[i]);
      columns[i].iter = pango_layout_get_iter (columns[i].layout);
    }

  while (more)
    {
      double lowest = self->y;

      more = FALSE;
      for (guint i = 0; i < n_cells; i++)
        {
          if (columns[i].iter == NULL)
            continue;
          columns[i].y = self->y;
          if (fill_column (self, &columns[i], &cells[i]))
            more = TRUE;
          else
            g_clear_pointer (&columns[i].iter, pango_layout_iter_free);
          lowest = MAX (lowest, columns[i].y);
        }
      if (more)
        break_page (self);
      else
        self->y = lowest;
    }

  for (guint i = 0; i < n_cells; i++)
    g_object_unref (columns[i].layout);
}

void
signet_dossier_flow_add_space (SignetDossierFlow *self, double height)
{
  self->y += height;
}

/* A fine line across; it takes no room. */
void
signet_dossier_flow_add_rule (SignetDossierFlow *self, double x, double width)
{
  if (self->cr == NULL)
    return;
  cairo_set_line_width (self->cr, HAIRLINE);
  cairo_move_to (self->cr, SIGNET_DOSSIER_MARGIN + x, self->y);
  cairo_rel_line_to (self->cr, width, 0);
  cairo_stroke (self->cr);
}

/* Begins a new page if less than @height is left on this one and something stands on it. */
void
signet_dossier_flow_keep (SignetDossierFlow *self, double height)
{
  if (self->y + height > bottom () && self->y > SIGNET_DOSSIER_MARGIN)
    break_page (self);
}

gboolean
signet_dossier_flow_finish (SignetDossierFlow *self, guint *n_pages, GError **error)
{
  end_page (self);
  *n_pages = self->page;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
