/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <poppler.h>
#include <stdlib.h>

/*
 * Opens a document and draws one page with poppler in this very process, unsealed, on white as the viewer
 * does, and prints `open_ms render_ms`: what the seal is measured against.
 *
 * usage: bench-poppler FILE PAGE DPI
 */
int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  PopplerPage *page;
  cairo_surface_t *surface;
  cairo_t *cr;
  gint64 start, opened, drawn;
  double width, height, scale;

  if (argc != 4)
    {
      g_printerr ("usage: bench-poppler FILE PAGE DPI\n");
      return 2;
    }
  start = g_get_monotonic_time ();
  file = g_file_new_for_commandline_arg (argv[1]);
  document = poppler_document_new_from_gfile (file, NULL, NULL, &error);
  if (document == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  page = poppler_document_get_page (document, atoi (argv[2]) - 1);
  opened = g_get_monotonic_time ();

  scale = atof (argv[3]) / 72;
  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * scale), (int) (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_surface_flush (surface);
  drawn = g_get_monotonic_time ();

  g_print ("%.1f %.1f\n", (opened - start) / 1000.0, (drawn - opened) / 1000.0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  g_object_unref (document);
  return 0;
}
