/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <fcntl.h>
#include <math.h>
#include <poppler.h>
#include <stdlib.h>
#include <unistd.h>

#include "render/signet-renderer.h"

/* bench-render VIEWER ROUNDS FILE: all pages of one open document at 100 dpi, through the seal and by poppler
 * in this very process, turn by turn. Prints the median milliseconds of a round: sealed, then in-process. The
 * pixels of both are read once, as showing them would. */

#define SCALE (100 / 72.0)

static volatile guint sink;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

static void
look_at (const guint8 *pixels, gsize bytes)
{
  guint sum = 0;

  for (gsize i = 0; i < bytes; i += 64)
    sum += pixels[i];
  sink = sum;
}

static double
draw_sealed (SignetRenderDocument *document, guint n_pages)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (SignetRenderPage) page = NULL;

      signet_render_document_draw_async (document, i, SCALE, NULL, ready_cb, &result);
      page = signet_render_document_draw_finish (document, wait_for (&result), NULL);
      if (page == NULL)
        exit (1);
      look_at (g_bytes_get_data (page->pixels, NULL), g_bytes_get_size (page->pixels));
    }
  return (g_get_monotonic_time () - start) / 1000.0;
}

static double
draw_here (PopplerDocument *document, guint n_pages)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, (int) i);
      cairo_surface_t *surface;
      cairo_t *cr;
      double width, height;

      poppler_page_get_size (page, &width, &height);
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * SCALE),
                                            (int) ceil (height * SCALE));
      cr = cairo_create (surface);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, SCALE, SCALE);
      poppler_page_render (page, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      look_at (cairo_image_surface_get_data (surface),
               (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface));
      cairo_surface_destroy (surface);
      g_object_unref (page);
    }
  return (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare (const void *a, const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

int
main (int argc, char **argv)
{
  g_autoptr (SignetRenderer) renderer = NULL;
  g_autoptr (SignetRenderDocument) sealed = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree double *ours = NULL, *theirs = NULL;
  PopplerDocument *here;
  guint n_pages;
  int rounds, fd;

  if (argc != 4)
    {
      g_printerr ("usage: bench-render VIEWER ROUNDS FILE\n");
      return 2;
    }
  rounds = CLAMP (atoi (argv[2]), 1, 1000);
  fd = open (argv[3], O_RDONLY | O_CLOEXEC);
  renderer = signet_renderer_new (argv[1]);
  signet_renderer_open_async (renderer, fd, NULL, NULL, NULL, ready_cb, &opened);
  sealed = signet_renderer_open_finish (renderer, wait_for (&opened), &error);
  here = sealed != NULL ? poppler_document_new_from_fd (fd, NULL, &error) : NULL;
  if (here == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  n_pages = signet_render_document_get_n_pages (sealed);
  draw_sealed (sealed, n_pages);
  draw_here (here, n_pages);

  ours = g_new (double, rounds);
  theirs = g_new (double, rounds);
  for (int i = 0; i < rounds; i++)
    {
      ours[i] = draw_sealed (sealed, n_pages);
      theirs[i] = draw_here (here, n_pages);
    }
  qsort (ours, rounds, sizeof (double), compare);
  qsort (theirs, rounds, sizeof (double), compare);
  g_print ("%.2f %.2f\n", ours[rounds / 2], theirs[rounds / 2]);
  g_object_unref (here);
  return 0;
}
