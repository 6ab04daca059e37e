/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "render-helper.h"

/* The real sealed viewer over papers of every kind. Looks are compared with what pdftocairo, which has no
 * seal, makes of the same file. */

typedef struct
{
  SignetRenderer *renderer;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->renderer = signet_renderer_new (SIGNET_VIEWER);
  /* The tests' machine may be busy; only what must not end is given less. */
  signet_renderer_set_time_limit (self->renderer, 60000);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_assert_finalize_object (self->renderer);
}

/* The same page without a seal. */
static GdkPixbuf *
draw_unsealed (const char *name, guint page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("signet-unsealed-XXXXXX", &error);
  g_autofree char *out = g_build_filename (folder, "page", NULL);
  g_autofree char *png = g_strconcat (out, ".png", NULL);
  g_autofree char *paper = g_build_filename (PAPERS, name, NULL);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autoptr (GSubprocess) process = NULL;
  GdkPixbuf *pixbuf;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "pdftocairo", "-png", "-singlefile", "-r",
                              "100", "-f", number, "-l", number, paper, out, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  pixbuf = gdk_pixbuf_new_from_file (png, &error);
  g_assert_no_error (error);
  g_unlink (png);
  g_rmdir (folder);
  return pixbuf;
}

/* Of a thousand, how many pixels differ by more than a tenth. */
static double
per_mille_different (const SignetRenderPage *page, GdkPixbuf *other)
{
  const guint8 *pixels = g_bytes_get_data (page->pixels, NULL);
  const guint8 *others = gdk_pixbuf_read_pixels (other);
  int channels = gdk_pixbuf_get_n_channels (other);
  gsize different = 0;

  g_assert_cmpuint (page->width, ==, gdk_pixbuf_get_width (other));
  g_assert_cmpuint (page->height, ==, gdk_pixbuf_get_height (other));
  for (guint y = 0; y < page->height; y++)
    for (guint x = 0; x < page->width; x++)
      {
        guint32 argb;
        const guint8 *rgb = others + y * gdk_pixbuf_get_rowstride (other) + x * channels;

        memcpy (&argb, pixels + y * page->stride + x * 4, 4);
        different += ABS ((int) (argb >> 16 & 255) - rgb[0]) > 25 ||
                     ABS ((int) (argb >> 8 & 255) - rgb[1]) > 25 || ABS ((int) (argb & 255) - rgb[2]) > 25;
      }
  return different * 1000.0 / page->width / page->height;
}

static void
test_looks_the_same (Case *self, gconstpointer name)
{
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, name);

  for (guint i = 0; i < signet_render_document_get_n_pages (document); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetRenderPage) page = draw (document, i, 100 / 72.0, &error);
      g_autoptr (GdkPixbuf) unsealed = NULL;

      g_assert_no_error (error);
      g_assert_false (page->incomplete);
      unsealed = draw_unsealed (name, i);
      g_assert_cmpfloat (per_mille_different (page, unsealed), <=, 1);
      /* Blank pages would be alike too. */
      g_assert_cmpuint (count_dark (page), >, 1000);
    }
}

/* The comparison above sees a difference where there is one. */
static void
test_looks_different (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, "chinese.pdf");
  g_autoptr (SignetRenderPage) page = draw (document, 0, 100 / 72.0, &error);
  g_autoptr (GdkPixbuf) other = draw_unsealed ("good.pdf", 0);

  g_assert_no_error (error);
  g_assert_cmpfloat (per_mille_different (page, other), >, 1);
}

static void
test_good (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, "good.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GArray) hits = NULL, none = NULL;
  const SignetRenderHit *hit;
  double width, height;

  g_assert_cmpuint (signet_render_document_get_n_pages (document), ==, 3);
  signet_render_document_get_page_size (document, 2, &width, &height);
  g_assert_cmpfloat (width, ==, 595);
  g_assert_cmpfloat (height, ==, 842);
  g_assert_cmpstr (signet_render_document_get_layers (document), ==,
                   LAYERS "core,privileges,dump,landlock,seccomp");
  g_assert_false (signet_render_document_get_fonts_missing (document));
  g_assert_cmpuint (signet_render_document_get_peak (document), >, 1024);

  text = read_text (document, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_strstrip (text), ==, "Certificate of registration\nPage 2 of three");

  hits = search (document, 2, "PAGE 3", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = &g_array_index (hits, SignetRenderHit, 0);
  /* Its base line is 28 points under the one that begins at (60, 842 − 650). */
  g_assert_cmpfloat_with_epsilon (hit->x, 60, 3);
  g_assert_cmpfloat (hit->y, <, 842 - 622);
  g_assert_cmpfloat (hit->y + hit->height, >, 842 - 622);
  none = search (document, 0, "Page 3", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_chinese (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, "chinese.pdf");
  g_autofree char *text = read_text (document, 0, &error);
  g_autoptr (GArray) hits = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "商标注册证"));
  hits = search (document, 0, "北京市", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
}

static void
test_locked (Case *self, gconstpointer data)
{
  static const char *const papers[][2] = {
    { "locked.pdf", "signet" },
    { "locked-latin1.pdf", "clé" },
    { "locked-utf8.pdf", "密码" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_build_filename (PAPERS, papers[i][0], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetRenderDocument) document = NULL;
      g_autofree char *text = NULL;

      g_assert_null (open_document (self->renderer, path, path, NULL, &error));
      g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_ENCRYPTED);
      g_clear_error (&error);
      g_assert_null (open_document (self->renderer, path, path, "another", &error));
      g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_WRONG_PASSWORD);
      g_clear_error (&error);
      document = open_document (self->renderer, path, path, papers[i][1], &error);
      g_assert_no_error (error);
      text = read_text (document, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (g_strstrip (text), ==, "Only with a password");
    }
}

static void
test_refused (Case *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int code;
  } papers[] = {
    { "damaged.pdf", SIGNET_RENDER_ERROR_DAMAGED },
    { "no-pages.pdf", SIGNET_RENDER_ERROR_DAMAGED },
    { "picture-cut.png", SIGNET_RENDER_ERROR_DAMAGED },
    { "empty.pdf", SIGNET_RENDER_ERROR_UNSUPPORTED },
    { "not-a-paper.pdf", SIGNET_RENDER_ERROR_UNSUPPORTED },
    { "picture-bomb.png", SIGNET_RENDER_ERROR_TOO_BIG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_build_filename (PAPERS, papers[i].name, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (open_document (self->renderer, path, NULL, NULL, &error));
      g_assert_error (error, SIGNET_RENDER_ERROR, papers[i].code);
    }
}

static void
test_one_damaged_page (Case *self, gconstpointer data)
{
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, "last-page-damaged.pdf");
  double width, height;

  g_assert_cmpuint (signet_render_document_get_n_pages (document), ==, 3);
  signet_render_document_get_page_size (document, 2, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetRenderPage) page = draw (document, i, 1, &error);

      if (i == 2)
        g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_DAMAGED);
      else
        g_assert_no_error (error);
    }
}

static void
test_endless (Case *self, gconstpointer data)
{
  g_autoptr (SignetRenderDocument) document = NULL;

  signet_renderer_set_time_limit (self->renderer, 2000);
  document = open_paper (self->renderer, "endless.pdf");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SignetRenderPage) page = draw (document, i, 1, &error);

      if (i == 1)
        g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_TOO_SLOW);
      else
        g_assert_no_error (error);
    }
}

/* Should the program itself not get to look at its clock, the kernel ends the viewer after ten seconds' work.
 */
static void
test_cpu_limit (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = NULL;
  g_autoptr (SignetRenderPage) page = NULL;

  signet_renderer_set_time_limit (self->renderer, 150 * 1000);
  document = open_paper (self->renderer, "endless.pdf");
  page = draw (document, 1, 1, &error);
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_TOO_SLOW);
  g_assert_cmpstr (error->message, ==, "CPU time used up");
}

static void
test_huge (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, "huge.pdf");
  g_autoptr (SignetRenderPage) page = draw (document, 0, 2, &error);

  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_TOO_BIG);
  g_clear_error (&error);
  page = draw (document, 0, 0.1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->width, ==, 1440);
}

/* What no memory was given for is missing, and the answer says so. */
static void
test_hungry (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, "hungry.pdf");
  g_autoptr (SignetRenderPage) page = draw (document, 0, 1, &error);

  g_assert_no_error (error);
  if (*LAYERS != '\0')
    g_assert_true (page->incomplete);
  g_assert_cmpuint (count_dark (page), >, 500);
  g_assert_cmpuint (signet_render_document_get_peak (document), <, 512 * 1024);
}

static void
test_picture (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, "picture.png");
  g_autoptr (SignetRenderPage) page = draw (document, 0, 96 / 72.0, &error);
  g_autofree char *text = NULL;
  guint32 opaque, through;

  g_assert_no_error (error);
  g_assert_cmpuint (page->width, ==, 301);
  g_assert_cmpuint (page->height, ==, 203);
  memcpy (&opaque, (const guint8 *) g_bytes_get_data (page->pixels, NULL) + 20 * page->stride + 150 * 4, 4);
  g_assert_cmphex (opaque, ==, 0xff961480);
  /* 50, 20, 128 at 90 of 255 over white. */
  memcpy (&through, (const guint8 *) g_bytes_get_data (page->pixels, NULL) + 20 * page->stride + 50 * 4, 4);
  g_assert_cmpint (ABS ((int) (through >> 16 & 255) - 183), <=, 2);
  g_assert_cmphex (through >> 24, ==, 0xff);
  text = read_text (document, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "");
}

/* A photograph as a telephone takes it: on its side, with a note (EXIF, orientation 6) that up is to the
 * right. */
static void
test_photograph (Case *self, gconstpointer data)
{
  static const guint8 note[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0,    0,    'I', 'I',
                                 '*',  0,    8, 0,  0,   0,   1,   0,   0x12, 0x01, 3,   0,
                                 1,    0,    0, 0,  6,   0,   0,   0,   0,    0,    0,   0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 300, 200);
  g_autofree char *folder = g_dir_make_tmp ("signet-photograph-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "photograph.jpeg", NULL);
  g_autofree char *jpeg = NULL;
  g_autoptr (GByteArray) file = g_byte_array_new ();
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &length, "jpeg", &error, "quality", "90", NULL);
  g_assert_no_error (error);
  for (int upright = 0; upright < 2; upright++)
    {
      g_autoptr (SignetRenderDocument) document = NULL;
      g_autoptr (SignetRenderPage) page = NULL;
      guint32 blue;

      /* The note comes right after the two bytes that begin the file. */
      g_byte_array_set_size (file, 0);
      g_byte_array_append (file, (const guint8 *) jpeg, 2);
      if (upright)
        g_byte_array_append (file, note, sizeof note);
      g_byte_array_append (file, (const guint8 *) jpeg + 2, length - 2);
      g_file_set_contents (path, (const char *) file->data, file->len, &error);
      g_assert_no_error (error);
      document = open_document (self->renderer, path, NULL, NULL, &error);
      g_assert_no_error (error);
      page = draw (document, 0, 96 / 72.0, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (page->width, ==, upright ? 200 : 300);
      g_assert_cmpuint (page->height, ==, upright ? 300 : 200);
      memcpy (&blue, (const guint8 *) g_bytes_get_data (page->pixels, NULL) + 100 * page->stride + 400, 4);
      g_assert_cmpint (ABS ((int) (blue & 255) - 0x99), <=, 3);
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GString *order = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderPage)
      page = signet_render_document_draw_finish (SIGNET_RENDER_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_string_append_c (order, 'x');
  else
    {
      g_assert_no_error (error);
      g_string_append_printf (order, "%u", page->width);
    }
}

/* Widths tell the requests apart: 6, 12, 18 … pixels. */
static void
test_nearest_first (Case *self, gconstpointer data)
{
  g_autoptr (SignetRenderDocument) document = open_paper (self->renderer, "good.pdf");
  g_autoptr (GCancellable) stale = g_cancellable_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  signet_render_document_draw_async (document, 0, 0.01, NULL, count_cb, order);
  signet_render_document_draw_async (document, 0, 0.02, stale, count_cb, order);
  signet_render_document_draw_async (document, 1, 0.03, NULL, count_cb, order);
  signet_render_document_draw_async (document, 2, 0.05, NULL, count_cb, order);
  signet_render_document_set_focus (document, 2);
  g_cancellable_cancel (stale);
  while (order->len < strlen ("x6"
                              "30"
                              "18"))
    g_main_context_iteration (NULL, TRUE);
  /* The first was under way already; of the rest the one in view goes first, the stale one never. */
  g_assert_cmpint (strchr (order->str, 'x') - order->str, >=, 0);
  g_string_erase (order, strchr (order->str, 'x') - order->str, 1);
  g_assert_cmpstr (order->str, ==, "63018");
}

/* Closing while the viewer is at work leaves nothing behind. */
static void
test_closed_early (Case *self, gconstpointer data)
{
  SignetRenderDocument *document = open_paper (self->renderer, "endless.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  signet_render_document_draw_async (document, 1, 1, cancellable, count_cb, order);
  g_cancellable_cancel (cancellable);
  while (order->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (order->str, ==, "x");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (document);
}

static void
test_without_landlock (Case *self, gconstpointer data)
{
  g_autoptr (SignetRenderer) renderer = signet_renderer_new (WITHOUT_LANDLOCK);
  g_autoptr (SignetRenderDocument) document = open_paper (renderer, "chinese.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderPage) page = draw (document, 0, 1, &error);

  g_assert_no_error (error);
  g_assert_true (signet_render_document_get_fonts_missing (document));
  g_assert_cmpstr (signet_render_document_get_layers (document), ==, LAYERS "core,privileges,dump,seccomp");
}

static void
test_without_seccomp (Case *self, gconstpointer data)
{
  g_autoptr (SignetRenderer) renderer = signet_renderer_new (WITHOUT_SECCOMP);
  g_autoptr (GError) error = NULL;

  g_assert_null (open_document (renderer, PAPERS "/good.pdf", NULL, NULL, &error));
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_SEAL);
}

static void
test_no_viewer (Case *self, gconstpointer data)
{
  g_autoptr (SignetRenderer) renderer = signet_renderer_new ("/nonexistent/signet-viewer");
  g_autoptr (GError) error = NULL;

  g_assert_null (open_document (renderer, PAPERS "/good.pdf", NULL, NULL, &error));
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_SEAL);
}

int
main (int argc, char **argv)
{
#define ADD(path, data, test) g_test_add (path, Case, data, set_up, test, tear_down)
  g_test_init (&argc, &argv, NULL);

  ADD ("/render/good", NULL, test_good);
  ADD ("/render/same/good", "good.pdf", test_looks_the_same);
  ADD ("/render/same/turned", "turned.pdf", test_looks_the_same);
  ADD ("/render/same/chinese", "chinese.pdf", test_looks_the_same);
  ADD ("/render/same/scan", "scan.pdf", test_looks_the_same);
  ADD ("/render/same/words", "words.pdf", test_looks_the_same);
  ADD ("/render/different", NULL, test_looks_different);
  ADD ("/render/chinese", NULL, test_chinese);
  ADD ("/render/locked", NULL, test_locked);
  ADD ("/render/refused", NULL, test_refused);
  ADD ("/render/one-damaged-page", NULL, test_one_damaged_page);
  ADD ("/render/endless", NULL, test_endless);
  ADD ("/render/cpu-limit", NULL, test_cpu_limit);
  ADD ("/render/huge", NULL, test_huge);
  ADD ("/render/hungry", NULL, test_hungry);
  ADD ("/render/picture", NULL, test_picture);
  ADD ("/render/photograph", NULL, test_photograph);
  ADD ("/render/nearest-first", NULL, test_nearest_first);
  ADD ("/render/closed-early", NULL, test_closed_early);
  ADD ("/render/without-landlock", NULL, test_without_landlock);
  ADD ("/render/without-seccomp", NULL, test_without_seccomp);
  ADD ("/render/no-viewer", NULL, test_no_viewer);

  return g_test_run ();
}
