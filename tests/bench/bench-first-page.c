/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "app/signet-document-window.h"
#include "store/signet-vault.h"

/* bench-first-page VIEWER FOLDER FILE: a desk in FOLDER with the file in its vault and a window on the
 * screen, as when somebody has been working for a while; then the click that opens the document. Prints the
 * milliseconds from there until a frame with its first page was painted. */

#define QUIET_MS 1500

typedef struct
{
  const char *viewer;
  const char *file;
  char *folder;
  GtkApplication *application;
  SignetDesk *desk;
  SignetEvidence *evidence;
  GtkWidget *window;
  gint64 clicked;
} Bench;

static gboolean
has_texture (GskRenderNode *node)
{
  guint n_children = 0;
  GskRenderNode *child = NULL;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_TEXTURE_NODE:
      {
        graphene_rect_t bounds;

        /* The page, not an icon. */
        gsk_render_node_get_bounds (node, &bounds);
        return bounds.size.width > 200;
      }
    case GSK_CONTAINER_NODE:
      n_children = gsk_container_node_get_n_children (node);
      for (guint i = 0; i < n_children; i++)
        if (has_texture (gsk_container_node_get_child (node, i)))
          return TRUE;
      return FALSE;
    case GSK_TRANSFORM_NODE:
      child = gsk_transform_node_get_child (node);
      break;
    case GSK_CLIP_NODE:
      child = gsk_clip_node_get_child (node);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      child = gsk_rounded_clip_node_get_child (node);
      break;
    case GSK_OPACITY_NODE:
      child = gsk_opacity_node_get_child (node);
      break;
    case GSK_SHADOW_NODE:
      child = gsk_shadow_node_get_child (node);
      break;
    case GSK_DEBUG_NODE:
      child = gsk_debug_node_get_child (node);
      break;
    default:
      return FALSE;
    }
  return child != NULL && has_texture (child);
}

static void
painted_cb (Bench *self)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (self->window),
                          gtk_widget_get_height (self->window));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL && has_texture (node))
    {
      g_print ("%.1f\n", (now - self->clicked) / 1000.0);
      g_application_quit (G_APPLICATION (self->application));
    }
  g_clear_pointer (&node, gsk_render_node_unref);
}

static gboolean
click_cb (gpointer user_data)
{
  Bench *self = user_data;

  self->clicked = g_get_monotonic_time ();
  self->window = GTK_WIDGET (signet_document_window_new (self->desk, self->evidence));
  gtk_window_set_application (GTK_WINDOW (self->window), self->application);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->window), "after-paint", G_CALLBACK (painted_cb),
                            self);
  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bench *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *vault_folder = g_build_filename (self->folder, "vault", NULL);
  g_autoptr (SignetVault) vault = signet_vault_new (vault_folder);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->file);
  g_autofree char *sha256 = NULL;
  guint64 bytes;

  if (signet_desk_open_finish (self->desk, result, &error))
    sha256 = signet_vault_import (vault, file, &bytes, NULL, NULL, NULL, &error);
  if (sha256 == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }
  self->evidence = signet_evidence_new ("evidence", "paper.pdf", "application/pdf", sha256, bytes, "");
  g_timeout_add (QUIET_MS, click_cb, self);
}

static void
activate_cb (Bench *self)
{
  GtkWidget *window = adw_application_window_new (self->application);
  g_autoptr (SignetClock) clock = signet_clock_new_system ();
  SignetDeskPaths paths = { self->folder, self->viewer, "/nonexistent" };

  gtk_window_present (GTK_WINDOW (window));
  self->desk = signet_desk_new (&paths, clock);
  signet_desk_open_async (self->desk, NULL, opened_cb, self);
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };

  if (argc != 4)
    {
      g_printerr ("usage: bench-first-page VIEWER FOLDER FILE\n");
      return 2;
    }
  self.viewer = argv[1];
  self.folder = argv[2];
  self.file = argv[3];
  self.application = GTK_APPLICATION (adw_application_new (APP_ID, G_APPLICATION_NON_UNIQUE));
  g_signal_connect_swapped (self.application, "activate", G_CALLBACK (activate_cb), &self);
  return g_application_run (G_APPLICATION (self.application), 0, NULL);
}
