/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-dossier-error.h"
#include "dossier/signet-watermark.h"
#include "model/signet-words.h"

#include <glib/gstdio.h>
#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Copies with a watermark, drawn again by poppler and looked at pixel by pixel. */

#define WIDTH 600
#define HEIGHT 800

/* The grey of a pixel of a new picture, 0 to 255. */
typedef guint (*Paint) (int x, int y);

static guint
paint_white (int x, int y)
{
  return 255;
}

static guint
paint_black (int x, int y)
{
  return 0;
}

static guint
paint_grey (int x, int y)
{
  return 128;
}

/* As fine as print: lines of four pixels. */
static guint
paint_lines (int x, int y)
{
  return y / 4 % 2 == 0 ? 0 : 255;
}

/* A page as `render` gives one. */
typedef struct
{
  GBytes *pixels;
  guint columns, rows;
} Picture;

static Picture
make_picture (Paint paint, guint columns, guint rows)
{
  guint32 *pixels = g_new (guint32, columns * rows);

  for (guint y = 0; y < rows; y++)
    for (guint x = 0; x < columns; x++)
      pixels[y * columns + x] = 0xff000000u | paint ((int) x, (int) y) * 0x010101u;
  return (Picture){ g_bytes_new_take (pixels, columns * rows * 4), columns, rows };
}

static gboolean
add_page (SignetWatermark *copy, const Picture *picture, GError **error)
{
  return signet_watermark_add_page (copy, picture->pixels, picture->columns, picture->rows,
                                    picture->columns * 4, WIDTH, HEIGHT, error);
}

static GDate
today (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 21, G_DATE_NOVEMBER, 2026);
  return date;
}

static SignetWatermark *
begin (GOutputStream *stream, const char *language, const char *platform)
{
  g_autoptr (GError) error = NULL;
  GDate date = today ();
  SignetWatermark *copy = signet_watermark_new (stream, language, platform, &date, NULL, &error);

  g_assert_no_error (error);
  return copy;
}

static GBytes *
copy_pages (const char *language, const char *platform, const Picture *pictures, guint n)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (SignetWatermark) copy = begin (stream, language, platform);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_assert_true (add_page (copy, &pictures[i], &error));
  g_assert_true (signet_watermark_finish (copy, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What one of poppler's tools says, run in a new folder with the PDF there as a.pdf; what the tool leaves
 * there the caller takes away, if it asks for the folder. */
static char *
run (GBytes *pdf, const char *command, char **folder)
{
  g_autofree char *place = g_dir_make_tmp ("signet-watermark-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (place, "a.pdf", NULL);
  g_auto (GStrv) argv = g_strsplit (command, " ", -1);
  g_autoptr (GError) error = NULL;
  char *out;
  int status;

  g_file_set_contents (file, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (place, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (file);
  if (folder != NULL)
    *folder = g_steal_pointer (&place);
  else
    g_assert_cmpint (g_rmdir (place), ==, 0);
  return out;
}

/* The page as a reader sees it, pixel for pixel. */
static cairo_surface_t *
draw_page (GBytes *pdf, guint page)
{
  g_autofree char *command = g_strdup_printf ("pdftoppm -r 72 -png -singlefile -f %u -l %u a.pdf page", page,
                                              page);
  g_autofree char *folder = NULL;
  g_autofree char *out = run (pdf, command, &folder);
  g_autofree char *file = g_build_filename (folder, "page.png", NULL);
  cairo_surface_t *drawn = cairo_image_surface_create_from_png (file);

  g_assert_cmpint (cairo_surface_status (drawn), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (drawn), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (drawn), ==, HEIGHT);
  g_unlink (file);
  g_rmdir (folder);
  return drawn;
}

static int
grey_at (cairo_surface_t *picture, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture);

  return (int) (((const guint32 *) row)[x] >> 8 & 0xff);
}

/* How many pixels of a field differ from what was painted, in thousandths. */
static int
count_marked (cairo_surface_t *picture, Paint paint, int left, int top, int width, int height)
{
  int n = 0;

  for (int y = top; y < top + height; y++)
    for (int x = left; x < left + width; x++)
      n += abs (grey_at (picture, x, y) - (int) paint (x, y)) > 12;
  return n * 1000 / (width * height);
}

/* The words show on every ground, in every part of the page, and leave most of it alone. */
static void
test_everywhere (void)
{
  static const Paint grounds[] = { paint_white, paint_black, paint_grey };
  static const char *const languages[] = { SIGNET_LANGUAGE_ZH_CN, SIGNET_LANGUAGE_EN };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      Picture pictures[G_N_ELEMENTS (grounds)];
      g_autoptr (GBytes) pdf = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        pictures[j] = make_picture (grounds[j], WIDTH, HEIGHT);
      pdf = copy_pages (languages[i], i == 0 ? "快手" : "Kuaishou", pictures, G_N_ELEMENTS (grounds));
      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        {
          cairo_surface_t *drawn = draw_page (pdf, j + 1);

          for (int x = 0; x < WIDTH; x += WIDTH / 3)
            for (int y = 0; y < HEIGHT; y += HEIGHT / 4)
              {
                int marked = count_marked (drawn, grounds[j], x, y, WIDTH / 3, HEIGHT / 4);

                g_assert_cmpint (marked, >, 10);
                g_assert_cmpint (marked, <, 300);
              }
          cairo_surface_destroy (drawn);
          g_bytes_unref (pictures[j].pixels);
        }
    }
}

/* Black stays far from white next to it, wherever the words lie over both. */
static void
test_readable (void)
{
  Picture picture = make_picture (paint_lines, WIDTH, HEIGHT);
  g_autoptr (GBytes) pdf = copy_pages (SIGNET_LANGUAGE_ZH_CN, "抖音电商", &picture, 1);
  cairo_surface_t *drawn = draw_page (pdf, 1);
  int least = 255;

  for (int y = 1; y + 4 < HEIGHT; y += 4)
    for (int x = 0; x < WIDTH; x++)
      least = MIN (least, abs (grey_at (drawn, x, y) - grey_at (drawn, x, y + 4)));
  g_assert_cmpint (least, >, 110);
  g_assert_cmpint (least, <, 240);
  cairo_surface_destroy (drawn);
  g_bytes_unref (picture.pixels);
}

static void
test_original_untouched (void)
{
  Picture picture = make_picture (paint_lines, WIDTH, HEIGHT);
  Picture same = make_picture (paint_lines, WIDTH, HEIGHT);
  g_autoptr (GBytes) pdf = copy_pages (SIGNET_LANGUAGE_EN, "Kuaishou", &picture, 1);
  g_autoptr (GBytes) again = copy_pages (SIGNET_LANGUAGE_EN, "Kuaishou", &picture, 1);

  g_assert_true (g_bytes_equal (picture.pixels, same.pixels));
  g_assert_true (g_bytes_equal (pdf, again));
  g_bytes_unref (same.pixels);
  g_bytes_unref (picture.pixels);
}

/* The words are part of the picture: a page is one image and has nothing that could be taken off it. */
static void
test_burned_in (void)
{
  Picture pictures[2] = { make_picture (paint_white, WIDTH, HEIGHT), make_picture (paint_white, 4000, 5333) };
  g_autoptr (GBytes) pdf = copy_pages (SIGNET_LANGUAGE_EN, "Kuaishou", pictures, 2);
  g_autofree char *fonts = run (pdf, "pdffonts a.pdf", NULL);
  g_autofree char *text = run (pdf, "pdftotext a.pdf -", NULL);
  g_autofree char *images = run (pdf, "pdfimages -list a.pdf", NULL);
  g_autofree char *info = run (pdf, "pdfinfo a.pdf", NULL);
  g_auto (GStrv) font_lines = g_strsplit (fonts, "\n", -1);
  g_auto (GStrv) lines = g_strsplit (images, "\n", -1);
  int width, height;

  g_assert_cmpstr (font_lines[2], ==, "");
  g_assert_cmpstr (g_strstrip (text), ==, "");
  g_assert_nonnull (strstr (info, "600 x 800 pts"));
  /* Two heads, a line a page. */
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_nonnull (strstr (lines[2], "image"));
  g_assert_nonnull (strstr (lines[2], "gray"));
  g_assert_cmpint (sscanf (lines[2], "%*d %*d image %d %d", &width, &height), ==, 2);
  g_assert_cmpint (width, ==, WIDTH);
  g_assert_cmpint (height, ==, HEIGHT);
  g_assert_cmpint (sscanf (lines[3], "%*d %*d image %d %d", &width, &height), ==, 2);
  g_assert_cmpint (width * height, <=, SIGNET_WATERMARK_MAX_PIXELS);
  g_assert_cmpint (width * height, >, SIGNET_WATERMARK_MAX_PIXELS * 0.99);
  g_bytes_unref (pictures[0].pixels);
  g_bytes_unref (pictures[1].pixels);
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (300, 'W');
  Picture picture = make_picture (paint_white, WIDTH, HEIGHT);
  g_autoptr (GBytes) pdf = copy_pages (SIGNET_LANGUAGE_EN, name, &picture, 1);
  cairo_surface_t *drawn = draw_page (pdf, 1);

  g_assert_cmpint (count_marked (drawn, paint_white, 0, 0, WIDTH, HEIGHT), >, 10);
  cairo_surface_destroy (drawn);
  g_bytes_unref (picture.pixels);
}

static void
test_refused (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (SignetWatermark) copy = begin (stream, SIGNET_LANGUAGE_EN, "Kuaishou");
  Picture picture = make_picture (paint_white, 10, 10);
  GDate date = today ();
  const struct
  {
    guint columns, rows;
    gsize stride;
    double width, height;
  } pages[] = {
    { 10, 10, 40, 0, 10 },
    { 10, 10, 40, 10, -1 },
    { 10, 10, 40, NAN, 10 },
    { 10, 10, 40, 10, INFINITY },
    { 10, 10, 40, 20000, 1 },
    { 0, 10, 40, 10, 10 },
    { 10, 0, 40, 10, 10 },
    { 10, 10, 36, 10, 10 },
    { 10, 10, 42, 10, 10 },
    { 10, 11, 40, 10, 10 },
    { 40000, 1, 160000, 9, 9 },
    { 10, 10, G_MAXSIZE - 3, 9, 9 },
    { G_MAXUINT, G_MAXUINT, 4, 9, 9 },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_false (signet_watermark_add_page (copy, picture.pixels, pages[i].columns, pages[i].rows,
                                                 pages[i].stride, pages[i].width, pages[i].height, &error));
      g_assert_error (error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_PAGE);
      g_clear_error (&error);
    }
  g_assert_null (signet_watermark_new (stream, "de", "Kuaishou", &date, NULL, &error));
  g_assert_error (error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_LANGUAGE);
  g_bytes_unref (picture.pixels);
}

static void
test_full_disk (void)
{
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_append_to (full, G_FILE_CREATE_NONE, NULL, &error);
  g_autoptr (SignetWatermark) copy = begin (G_OUTPUT_STREAM (stream), SIGNET_LANGUAGE_EN, "Kuaishou");
  Picture picture = make_picture (paint_lines, WIDTH, HEIGHT);
  gboolean went_on = TRUE;

  for (guint i = 0; i < 3 && went_on; i++)
    went_on = add_page (copy, &picture, &error);
  g_assert_false (went_on && signet_watermark_finish (copy, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_bytes_unref (picture.pixels);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watermark/everywhere", test_everywhere);
  g_test_add_func ("/watermark/readable", test_readable);
  g_test_add_func ("/watermark/original-untouched", test_original_untouched);
  g_test_add_func ("/watermark/burned-in", test_burned_in);
  g_test_add_func ("/watermark/long-name", test_long_name);
  g_test_add_func ("/watermark/refused", test_refused);
  g_test_add_func ("/watermark/full-disk", test_full_disk);
  return g_test_run ();
}
