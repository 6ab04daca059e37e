/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The QR code as it is drawn: another program reads the picture, and each module is a square of whole pixels
 * with four modules of white around them, in light and in dark. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/signet-qr-code.h"

#define ADDRESS "http://127.0.0.1:45678/device?user_code=WDJB-MJHT"
#define QUIET 4

typedef struct
{
  GtkWidget *window;
  GtkWidget *code;
  char *folder;
} Fixture;

static void
let_run (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
set_up (Fixture *fixture, gconstpointer dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (dark)
                                                                            ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                            : ADW_COLOR_SCHEME_FORCE_LIGHT);
  fixture->folder = g_dir_make_tmp ("signet-qr-XXXXXX", NULL);
  fixture->code = signet_qr_code_new ();
  gtk_widget_set_halign (fixture->code, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (fixture->code, GTK_ALIGN_CENTER);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 601, 499);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->code);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer dark)
{
  g_object_ref (fixture->code);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->code);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* What the whole window looks like. */
static GdkTexture *
take_picture (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  let_run (300);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (fixture->window),
                          gtk_widget_get_height (fixture->window));
  node = gtk_snapshot_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node, NULL);
}

static char *
read_picture (Fixture *fixture, GdkTexture *picture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "screen.png", NULL);
  g_autoptr (GSubprocess) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gdk_texture_save_to_png (picture, path));
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "zbarimg", "--nodbus", "--quiet",
                             "--raw", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (reader, NULL, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  g_unlink (path);

  return g_strchomp (g_steal_pointer (&text));
}

static gboolean
is_black (const guint32 *pixels, int width, int x, int y)
{
  guint32 colour = pixels[y * width + x] & 0xffffff;

  g_assert_true (colour == 0 || colour == 0xffffff);

  return colour == 0;
}

static void
test_readable (Fixture *fixture, gconstpointer dark)
{
  g_autoptr (GdkTexture) picture = NULL;
  g_autofree char *text = NULL;

  g_assert_true (signet_qr_code_set_text (SIGNET_QR_CODE (fixture->code), ADDRESS));
  picture = take_picture (fixture);
  text = read_picture (fixture, picture);

  g_assert_cmpstr (text, ==, ADDRESS);
  gtk_test_accessible_assert_role (fixture->code, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->code, GTK_ACCESSIBLE_PROPERTY_LABEL, "QR code");
}

/* Where there is little room it is still read. */
static void
test_small (Fixture *fixture, gconstpointer dark)
{
  g_autoptr (GdkTexture) picture = NULL;
  g_autofree char *text = NULL;

  g_assert_true (signet_qr_code_set_text (SIGNET_QR_CODE (fixture->code), ADDRESS));
  g_object_set (fixture->code, "small", TRUE, NULL);
  picture = take_picture (fixture);
  text = read_picture (fixture, picture);

  g_assert_cmpstr (text, ==, ADDRESS);
  g_assert_cmpint (gtk_widget_get_width (fixture->code), <=, 210);
  g_assert_cmpint (gtk_widget_get_width (fixture->code) %
                       signet_qr_code_get_module_size (SIGNET_QR_CODE (fixture->code)),
                   ==, 0);
}

static void
test_whole_pixels (Fixture *fixture, gconstpointer dark)
{
  int size, side, width, left, top;
  g_autofree guint32 *pixels = NULL;
  g_autoptr (GdkTexture) picture = NULL;
  graphene_rect_t place;

  g_assert_true (signet_qr_code_set_text (SIGNET_QR_CODE (fixture->code), ADDRESS));
  picture = take_picture (fixture);
  width = gdk_texture_get_width (picture);
  pixels = g_new0 (guint32, width * gdk_texture_get_height (picture));
  gdk_texture_download (picture, (guchar *) pixels, width * sizeof (guint32));
  g_assert_true (gtk_widget_compute_bounds (fixture->code, fixture->window, &place));
  left = (int) place.origin.x;
  top = (int) place.origin.y;

  size = signet_qr_code_get_module_size (SIGNET_QR_CODE (fixture->code));
  side = gtk_widget_get_width (fixture->code);
  g_assert_cmpint (side, ==, gtk_widget_get_height (fixture->code));
  g_assert_cmpint (size, >=, 3);
  g_assert_cmpint (side % size, ==, 0);

  for (int y = 0; y < side / size; y++)
    for (int x = 0; x < side / size; x++)
      {
        gboolean quiet = x < QUIET || y < QUIET || x >= side / size - QUIET || y >= side / size - QUIET;
        gboolean corner = (x < QUIET || x >= side / size - QUIET) && (y < QUIET || y >= side / size - QUIET);
        gboolean black;

        if (corner) /* rounded off */
          continue;
        black = is_black (pixels, width, left + x * size, top + y * size);
        if (quiet)
          g_assert_false (black);
        for (int i = 0; i < size * size; i++)
          g_assert_true (is_black (pixels, width, left + x * size + i % size, top + y * size + i / size) ==
                         black);
      }
}

static void
test_lengths (Fixture *fixture, gconstpointer dark)
{
  g_autofree char *longest = g_strnfill (2331, 'a'); /* ISO/IEC 18004, table 7: bytes in version 40-M */
  g_autofree char *longer = g_strnfill (2332, 'a');
  g_autofree char *text = NULL;
  g_autofree char *address = g_strdup_printf ("https://platform.example/%s", longest + 2331 - 180);
  g_autoptr (GdkTexture) picture = NULL;

  g_assert_true (signet_qr_code_set_text (SIGNET_QR_CODE (fixture->code), longest));
  g_assert_true (signet_qr_code_set_text (SIGNET_QR_CODE (fixture->code), NULL));
  g_assert_false (signet_qr_code_set_text (SIGNET_QR_CODE (fixture->code), longer));

  /* a long one still fits where a narrow window has room */
  g_assert_true (signet_qr_code_set_text (SIGNET_QR_CODE (fixture->code), address));
  picture = take_picture (fixture);
  text = read_picture (fixture, picture);
  g_assert_cmpstr (text, ==, address);
  g_assert_cmpint (gtk_widget_get_width (fixture->code), <=, 336);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/gui/qr-code/readable", Fixture, GINT_TO_POINTER (FALSE), set_up, test_readable, tear_down);
  g_test_add ("/gui/qr-code/readable-dark", Fixture, GINT_TO_POINTER (TRUE), set_up, test_readable,
              tear_down);
  g_test_add ("/gui/qr-code/small", Fixture, GINT_TO_POINTER (FALSE), set_up, test_small, tear_down);
  g_test_add ("/gui/qr-code/whole-pixels", Fixture, GINT_TO_POINTER (FALSE), set_up, test_whole_pixels,
              tear_down);
  g_test_add ("/gui/qr-code/whole-pixels-dark", Fixture, GINT_TO_POINTER (TRUE), set_up, test_whole_pixels,
              tear_down);
  g_test_add ("/gui/qr-code/lengths", Fixture, GINT_TO_POINTER (FALSE), set_up, test_lengths, tear_down);

  return g_test_run ();
}
