/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page-thumbnail.h"

#include "app/signet-page-cache.h"

/*
 * The first page of a paper, as large as a stamp: enough to tell one paper from another. The document is
 * opened once the thumbnail is on the screen, and closed again with the page drawn; one that can't be opened
 * stays an icon, and who shows it larger says why.
 */

/* Tall, as in the pictures; a page lying down is made to fit its width. */
#define PAPER_WIDTH 52
#define PAPER_HEIGHT 72

struct _SignetPageThumbnail
{
  GtkWidget parent_instance;

  GtkWidget *icon; /* until the page is there */
  SignetDesk *desk;
  SignetEvidence *evidence;
  SignetPageCache *cache; /* while the page is drawn */
  SignetPagePicture *picture;
  double ratio; /* of the page, width to height */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SignetPageThumbnail, signet_page_thumbnail, GTK_TYPE_WIDGET)

static void
take (SignetPageThumbnail *self, SignetPagePicture *picture)
{
  g_set_object (&self->picture, picture);
  gtk_widget_set_visible (self->icon, picture == NULL);
  if (picture != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "paper-thumbnail");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "paper-thumbnail");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_cache (SignetPageThumbnail *self)
{
  if (self->cache != NULL)
    signet_page_cache_clear (self->cache);
  g_clear_object (&self->cache);
}

static void
drawn_cb (SignetPageThumbnail *self)
{
  take (self, signet_page_cache_get_picture (self->cache, 0));
  drop_cache (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPageThumbnail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDocument)
      document = signet_desk_open_document_finish (SIGNET_DESK (source), result, &error);
  double width, height, scale;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (document == NULL || signet_document_get_n_pages (document) == 0)
    {
      g_info ("a paper has no thumbnail: %s", error != NULL ? error->message : "it has no page");
      return;
    }

  signet_document_get_page_size (document, 0, &width, &height);
  self->ratio = width / height;
  scale = MIN (PAPER_WIDTH / width, PAPER_HEIGHT / height);
  self->cache = signet_page_cache_new (document);
  g_signal_connect_object (self->cache, "drawn", G_CALLBACK (drawn_cb), self, G_CONNECT_SWAPPED);
  signet_page_cache_ask (self->cache, 0, scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static void
forget (SignetPageThumbnail *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  drop_cache (self);
  take (self, NULL);
}

static void
draw (SignetPageThumbnail *self)
{
  if (self->evidence == NULL || self->cancellable != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->cancellable = g_cancellable_new ();
  signet_desk_open_document_async (self->desk, signet_evidence_get_sha256 (self->evidence), NULL,
                                   self->cancellable, opened_cb, g_object_ref (self));
}

static void
signet_page_thumbnail_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (signet_page_thumbnail_parent_class)->map (widget);

  draw (SIGNET_PAGE_THUMBNAIL (widget));
}

static void
signet_page_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SignetPageThumbnail *self = SIGNET_PAGE_THUMBNAIL (widget);
  float width, height;
  graphene_rect_t area;

  GTK_WIDGET_CLASS (signet_page_thumbnail_parent_class)->snapshot (widget, snapshot);
  if (self->picture == NULL)
    return;

  width = (float) MIN (PAPER_WIDTH, PAPER_HEIGHT * self->ratio);
  height = (float) MIN (PAPER_HEIGHT, PAPER_WIDTH / self->ratio);
  area = GRAPHENE_RECT_INIT ((float) (gtk_widget_get_width (widget) - (int) width) / 2,
                             (float) (gtk_widget_get_height (widget) - (int) height) / 2, width, height);
  signet_page_picture_snapshot (self->picture, snapshot, &area, 0, &area);
}

static void
signet_page_thumbnail_dispose (GObject *object)
{
  SignetPageThumbnail *self = SIGNET_PAGE_THUMBNAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  drop_cache (self);
  g_clear_object (&self->picture);
  g_clear_object (&self->evidence);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->icon, gtk_widget_unparent);

  G_OBJECT_CLASS (signet_page_thumbnail_parent_class)->dispose (object);
}

static void
signet_page_thumbnail_class_init (SignetPageThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_page_thumbnail_dispose;
  widget_class->map = signet_page_thumbnail_map;
  widget_class->snapshot = signet_page_thumbnail_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagethumbnail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
signet_page_thumbnail_init (SignetPageThumbnail *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "x-office-document-symbolic", "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, "halign", GTK_ALIGN_CENTER, "valign",
                             GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), PAPER_WIDTH, PAPER_HEIGHT);
}

/**
 * signet_page_thumbnail_set_evidence:
 * @self: a thumbnail
 * @desk: (nullable): what opens documents; %NULL with @evidence
 * @evidence: (nullable): the paper
 */
void
signet_page_thumbnail_set_evidence (SignetPageThumbnail *self, SignetDesk *desk, SignetEvidence *evidence)
{
  g_return_if_fail (SIGNET_IS_PAGE_THUMBNAIL (self));
  g_return_if_fail (desk != NULL || evidence == NULL);

  if (self->evidence == evidence)
    return;

  forget (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->evidence, evidence);
  draw (self);
}

/**
 * signet_page_thumbnail_get_drawn:
 * @self: a thumbnail
 *
 * Returns: whether the page is there
 */
gboolean
signet_page_thumbnail_get_drawn (SignetPageThumbnail *self)
{
  g_return_val_if_fail (SIGNET_IS_PAGE_THUMBNAIL (self), FALSE);

  return self->picture != NULL;
}
