/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-evidence-list.h"

#include <glib/gi18n.h>

#include "app/signet-document-window.h"
#include "app/signet-format.h"
#include "app/signet-tile-row.h"
#include "model/signet-evidence.h"

/*
 * Files that were sent, each with size and digest; a row opens its file in a window of its own.
 */

struct _SignetEvidenceList
{
  GtkWidget parent_instance;

  GtkWidget *list_box;
  SignetDesk *desk;
  GListModel *files;
};

G_DEFINE_FINAL_TYPE (SignetEvidenceList, signet_evidence_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  SignetEvidence *evidence = item;
  SignetTileRow *row = SIGNET_TILE_ROW (signet_tile_row_new ());
  g_autofree char *size = signet_format_size (signet_evidence_get_bytes (evidence));
  g_autofree char *digest = signet_format_digest (signet_evidence_get_sha256 (evidence));
  g_autofree char *subtitle = g_strdup_printf ("%s · SHA-256 %s", size, digest);

  signet_tile_row_set_icon (row, "x-office-document-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_link (row, signet_evidence_get_name (evidence));
  signet_tile_row_set_subtitle (row, subtitle);
  signet_tile_row_set_action (row, "files.open", signet_evidence_get_sha256 (evidence));

  return GTK_WIDGET (row);
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetEvidenceList *self = SIGNET_EVIDENCE_LIST (widget);
  const char *sha256 = g_variant_get_string (parameter, NULL);
  SignetAccount *account = signet_desk_get_account (self->desk);

  for (guint i = 0; self->files != NULL && i < g_list_model_get_n_items (self->files); i++)
    {
      g_autoptr (SignetEvidence) evidence = g_list_model_get_item (self->files, i);
      GtkWindow *window;

      if (!g_str_equal (signet_evidence_get_sha256 (evidence), sha256))
        continue;
      window = signet_document_window_new (self->desk, evidence);
      if (account != NULL)
        g_object_bind_property (account, "practice", window, "practice", G_BINDING_SYNC_CREATE);
      gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (widget)));
      gtk_window_present (window);
      return;
    }
}

static void
signet_evidence_list_dispose (GObject *object)
{
  SignetEvidenceList *self = SIGNET_EVIDENCE_LIST (object);

  g_clear_pointer (&self->list_box, gtk_widget_unparent);
  g_clear_object (&self->files);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_evidence_list_parent_class)->dispose (object);
}

static void
signet_evidence_list_class_init (SignetEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_evidence_list_dispose;

  gtk_widget_class_install_action (widget_class, "files.open", "s", open_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
signet_evidence_list_init (SignetEvidenceList *self)
{
  self->list_box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list_box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list_box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Files"),
                                  -1);
  gtk_widget_set_parent (self->list_box, GTK_WIDGET (self));
}

/**
 * signet_evidence_list_show:
 * @self: a list
 * @desk: the desk, which opens documents
 * @files: a list of #SignetEvidence
 *
 * What was sent doesn't change: shown again with the same files, the rows stay.
 */
void
signet_evidence_list_show (SignetEvidenceList *self, SignetDesk *desk, GListModel *files)
{
  guint n_files = g_list_model_get_n_items (files);
  gboolean same = self->files != NULL && g_list_model_get_n_items (self->files) == n_files;

  g_return_if_fail (SIGNET_IS_EVIDENCE_LIST (self));

  for (guint i = 0; same && i < n_files; i++)
    {
      g_autoptr (SignetEvidence) before = g_list_model_get_item (self->files, i);
      g_autoptr (SignetEvidence) after = g_list_model_get_item (files, i);

      same = g_str_equal (signet_evidence_get_sha256 (before), signet_evidence_get_sha256 (after)) &&
             g_str_equal (signet_evidence_get_name (before), signet_evidence_get_name (after));
    }
  if (same)
    return;

  g_set_object (&self->desk, desk);
  g_set_object (&self->files, files);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list_box), files, make_row, NULL, NULL);
}
