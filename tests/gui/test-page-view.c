/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers of every kind in the page view, from the vault through the sealed viewer to the screen: each is a
 * page, or an error page, or asks for its password, and the main loop is never over 50 ms late.
 *
 * A busy machine makes a main loop late too: time in which this thread was ready and wasn't let run doesn't
 * count, and what is late (it may have waited for the display) is tried again from the start. What the
 * program itself does too slowly is late each time. */

#include <adwaita.h>
#include <string.h>

#include "app/signet-page-strip.h"
#include "app/signet-page-view.h"
#include "store/signet-vault.h"

#include "remove-folder.h"

#define LATE (50 * 1000)
#define ATTEMPTS 5

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
set_up (Case *self)
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
tear_down (Case *self)
{
  g_autoptr (GAsyncResult) closed = NULL;

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

typedef struct
{
  void (*run) (Case *self, const char *paper, const char *state);
  char *paper;
  const char *state;
} Watched;

static void
watch (gconstpointer data)
{
  const Watched *test = data;

  for (guint attempt = 1;; attempt++)
    {
      Case self = { 0 };

      set_up (&self);
      test->run (&self, test->paper, test->state);
      tear_down (&self);
      g_test_message ("the main loop was at most %.1f ms late", (double) self.worst / 1000);
#ifdef __SANITIZE_ADDRESS__
      return;
#endif
      if (self.worst <= LATE)
        return;
      if (attempt == ATTEMPTS)
        {
          g_test_fail_printf ("the main loop was over 50 ms late %d times of %d", ATTEMPTS, ATTEMPTS);
          return;
        }
    }
}

static void
watched_free (gpointer data)
{
  Watched *test = data;

  g_free (test->paper);
  g_free (test);
}

static void
add (const char *path,
     void (*run) (Case *self, const char *paper, const char *state),
     const char *paper,
     const char *state)
{
  Watched *test = g_new (Watched, 1);

  *test = (Watched){ run, g_strdup (paper), state };
  g_test_add_data_func_full (path, test, watch, watched_free);
}

static void
test_kind (Case *self, const char *paper, const char *state)
{
  g_assert_cmpstr (show_paper (self, paper), ==, state);
}

#ifndef __SANITIZE_ADDRESS__
static void
test_incomplete (Case *self, const char *paper, const char *state)
{
  show_paper (self, paper);
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
test_one_page (Case *self, const char *paper, const char *state)
{
  g_assert_cmpstr (show_paper (self, paper), ==, "document");
  g_assert_true (says (GTK_WIDGET (self->view), "1 / 3"));

  /* Where it is the only one, there is nothing to show. */
  show_paper (self, "only-page-damaged.pdf");
  while (!g_str_equal (get_state (self), "error"))
    turn (self);
}

/* Whether a page is on its sheet, or the words why it isn't. */
static gboolean
has_ink (GskRenderNode *node)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);

  if (type == GSK_TEXTURE_NODE || type == GSK_TEXT_NODE)
    return TRUE;
  if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      if (has_ink (gsk_container_node_get_child (node, i)))
        return TRUE;
  if (type == GSK_CLIP_NODE)
    return has_ink (gsk_clip_node_get_child (node));
  return type == GSK_TRANSFORM_NODE && has_ink (gsk_transform_node_get_child (node));
}

static GtkWidget *
find_strip (GtkWidget *widget)
{
  GtkWidget *found = SIGNET_IS_PAGE_STRIP (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_strip (child);
  return found;
}

static gboolean
is_drawn (Case *self)
{
  GtkWidget *strip = find_strip (GTK_WIDGET (self->view));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (strip);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  gboolean drawn;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (strip), gtk_widget_get_height (strip));
  node = gtk_snapshot_free_to_node (snapshot);
  drawn = node != NULL && has_ink (node);
  g_clear_pointer (&node, gsk_render_node_unref);
  return drawn;
}

/* Until the document's first page is on the screen, or what is there in its place; and a little longer, in
 * which the pages after it come. */
static const char *
wait_until_drawn (Case *self)
{
  gint64 until;

  while (g_str_equal (get_state (self), "document") && !is_drawn (self))
    turn (self);
  for (until = g_get_monotonic_time () + 200 * 1000; g_get_monotonic_time () < until;)
    turn (self);
  return get_state (self);
}

/* Read to its end at the largest zoom, too. */
static void
test_reading (Case *self, const char *paper, const char *state)
{
  g_autoptr (SignetEvidence) evidence = import (self, paper);
  SignetPageStrip *strip = SIGNET_PAGE_STRIP (find_strip (GTK_WIDGET (self->view)));

  show (self, evidence);
  state = wait_until_drawn (self);
  g_test_message ("%s, at most %.1f ms late until then", state, (double) self->worst / 1000);
  if (!g_str_equal (state, "document"))
    return;
  signet_page_strip_set_zoom (strip, 4);
  wait_until_drawn (self);
  signet_page_strip_go_to (strip, G_MAXUINT);
  wait_until_drawn (self);
}

/* Every paper of the folders in SIGNET_PDF_CORPUS. */
static void
add_corpus (void)
{
  const char *corpus = g_getenv ("SIGNET_PDF_CORPUS");
  g_auto (GStrv) folders = g_strsplit (corpus != NULL ? corpus : "", ":", -1);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) dir = g_dir_open (folders[i], 0, &error);
      const char *name;

      g_assert_no_error (error);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_strdup_printf ("/page-view/corpus/%u/%s", i, name);
          g_autofree char *paper = g_build_filename (folders[i], name, NULL);

          add (path, test_reading, paper, NULL);
        }
    }
}

int
main (int argc, char **argv)
{
  static const char *const papers[][2] = {
    { "chinese.pdf", "document" },  { "picture.png", "document" },   { "turned.pdf", "document" },
    { "endless.pdf", "document" },  { "damaged.pdf", "error" },      { "no-pages.pdf", "error" },
    { "not-a-paper.pdf", "error" }, { "picture-bomb.png", "error" }, { "picture-cut.png", "error" },
    { "locked.pdf", "password" },   { "good.pdf", "document" },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page-view/kind/%s", papers[i][0]);

      add (path, test_kind, papers[i][0], papers[i][1]);
    }
  add ("/page-view/reading", test_reading, PAPERS "/words.pdf", NULL);
#ifndef __SANITIZE_ADDRESS__
  /* The sanitizer brings its own allocator, and no limit to run into. */
  add ("/page-view/incomplete", test_incomplete, "hungry.pdf", NULL);
#endif
  add ("/page-view/one-page", test_one_page, "last-page-damaged.pdf", NULL);
  add_corpus ();

  return g_test_run ();
}
