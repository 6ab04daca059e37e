/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers of every kind in the page view, from the vault through the sealed viewer to the screen: each is a
 * page, or an error page, or asks for its password, and the main loop is never over 50 ms late. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/signet-page-view.h"
#include "store/signet-vault.h"

#define LATE (50 * 1000)

typedef struct
{
  char *folder;
  SignetVault *vault;
  SignetDesk *desk;
  GtkWindow *window;
  SignetPageView *view;
  gint64 worst;
} Case;

/* How long this thread was ready to run and wasn't let: the machine's fault, not ours. */
static gint64
get_waited (void)
{
  g_autofree char *text = NULL;
  char *end;

  if (!g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL))
    return 0;
  g_ascii_strtoull (text, &end, 10);
  return (gint64) g_ascii_strtoull (end, NULL, 10) / 1000;
}

/* One turn of the main loop, under watch. */
static void
turn (Case *self)
{
  gint64 waited = get_waited (), start = g_get_monotonic_time ();

  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (500);
  else
    self->worst = MAX (self->worst, g_get_monotonic_time () - start - (get_waited () - waited));
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static SignetEvidence *
import (Case *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *sha256 = NULL;
  guint64 bytes;

  sha256 = signet_vault_import (self->vault, file, &bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return signet_evidence_new ("evidence", name, "application/pdf", sha256, bytes, "");
}

static const char *
get_state (Case *self)
{
  GtkWidget *stack = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* Shows it and waits until it is known what it is. */
static const char *
show (Case *self, SignetEvidence *evidence)
{
  signet_page_view_show (self->view, self->desk, evidence);
  while (g_str_equal (get_state (self), "loading"))
    turn (self);
  return get_state (self);
}

static const char *
show_paper (Case *self, const char *name)
{
  g_autofree char *path = g_build_filename (PAPERS, name, NULL);
  g_autoptr (SignetEvidence) evidence = import (self, path);

  return show (self, evidence);
}

/* How much of the view is darker than the middle: words, not paper and not the grey around it. */
static guint
count_dark (Case *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->view));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (self->view)),
      height = gtk_widget_get_height (GTK_WIDGET (self->view));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  guint dark = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  /* Not the tools, which lie over the end of it. */
  for (int y = 0; y < height - 90; y++)
    for (int x = 0; x < width; x++)
      dark += (cairo_image_surface_get_data (
                  surface)[y * cairo_image_surface_get_stride (surface) + x * 4 + 1]) < 128;
  cairo_surface_destroy (surface);
  return dark;
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
set_up (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetClock) clock = signet_clock_new_system ();
  g_autoptr (GAsyncResult) opened = NULL;
  g_autofree char *vault = NULL;
  SignetDeskPaths paths = { 0 };

  self->folder = g_dir_make_tmp ("signet-page-view-XXXXXX", &error);
  g_assert_no_error (error);
  vault = g_build_filename (self->folder, "vault", NULL);
  paths.data_dir = self->folder;
  paths.viewer_program = SIGNET_VIEWER;
  paths.practice_program = "/nonexistent";
  self->desk = signet_desk_new (&paths, clock);
  signet_desk_open_async (self->desk, NULL, ready_cb, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (signet_desk_open_finish (self->desk, opened, &error));
  g_assert_no_error (error);
  self->vault = signet_vault_new (vault);

  self->view = g_object_new (SIGNET_TYPE_PAGE_VIEW, NULL);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 700, 800);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  /* A first frame takes its time on any machine; what is watched comes after. */
  show_paper (self, "good.pdf");
  while (count_dark (self) < 200)
    turn (self);
  self->worst = 0;
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) closed = NULL;

  g_test_message ("the main loop was at most %.1f ms late", self->worst / 1000.0);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (self->worst, <=, LATE);
#endif
  signet_page_view_show (self->view, self->desk, NULL);
  gtk_window_destroy (self->window);
  signet_desk_close_async (self->desk, ready_cb, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (signet_desk_close_finish (self->desk, closed, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->vault);
  g_clear_object (&closed);
  g_assert_finalize_object (self->desk);
  remove_folder (self->folder);
  g_free (self->folder);
}

static void
test_kinds (Case *self, gconstpointer data)
{
  static const char *const papers[][2] = {
    { "chinese.pdf", "document" },  { "picture.png", "document" },   { "turned.pdf", "document" },
    { "endless.pdf", "document" },  { "damaged.pdf", "error" },      { "no-pages.pdf", "error" },
    { "not-a-paper.pdf", "error" }, { "picture-bomb.png", "error" }, { "picture-cut.png", "error" },
    { "locked.pdf", "password" },   { "good.pdf", "document" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_test_message ("%s", papers[i][0]);
      g_assert_cmpstr (show_paper (self, papers[i][0]), ==, papers[i][1]);
    }
}

#ifndef __SANITIZE_ADDRESS__
static void
test_incomplete (Case *self, gconstpointer data)
{
  show_paper (self, "hungry.pdf");
  while (!says (GTK_WIDGET (self->view), "Part of this page"))
    turn (self);
  show_paper (self, "good.pdf");
  while (count_dark (self) < 200)
    turn (self);
  g_assert_false (says (GTK_WIDGET (self->view), "Part of this page"));
}

#endif

/* A page that can't be read is a sheet that says so, among the others. */
static void
test_one_page (Case *self, gconstpointer data)
{
  g_assert_cmpstr (show_paper (self, "last-page-damaged.pdf"), ==, "document");
  g_assert_true (says (GTK_WIDGET (self->view), "1 / 3"));

  /* Where it is the only one, there is nothing to show. */
  show_paper (self, "only-page-damaged.pdf");
  while (!g_str_equal (get_state (self), "error"))
    turn (self);
}

static void
test_corpus (Case *self, gconstpointer data)
{
  g_auto (GStrv) folders = g_strsplit (g_getenv ("SIGNET_PDF_CORPUS"), ":", -1);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folders[i], 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folders[i], name, NULL);
          g_autoptr (SignetEvidence) evidence = import (self, path);
          gint64 until;
          const char *state = show (self, evidence);

          for (until = g_get_monotonic_time () + 500000; g_get_monotonic_time () < until;)
            turn (self);
          g_test_message ("%s: %s, at most %.1f ms late", name, state, self->worst / 1000.0);
        }
    }
}

int
main (int argc, char **argv)
{
#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/page-view/kinds", test_kinds);
#ifndef __SANITIZE_ADDRESS__
  /* The sanitizer brings its own allocator, and no limit to run into. */
  ADD ("/page-view/incomplete", test_incomplete);
#endif
  ADD ("/page-view/one-page", test_one_page);
  if (g_getenv ("SIGNET_PDF_CORPUS") != NULL)
    ADD ("/page-view/corpus", test_corpus);

  return g_test_run ();
}
