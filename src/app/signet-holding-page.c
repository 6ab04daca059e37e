/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-holding-page.h"

#include <glib/gi18n.h>

#include "app/signet-certifications-group.h"
#include "app/signet-evidence-list.h"
#include "app/signet-finding-tile.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * The page of one party or one authorisation: where it stands and what was found, groups of fields that the
 * class adds, and the papers. It follows the row of the desk's list that stands for the record.
 */

typedef struct
{
  SignetWidthBin *bin;
  GtkWidget *content;
  SignetTileRow *status_row;
  GtkWidget *findings_box;
  GtkListBox *findings_list;
  SignetCertificationsGroup *certifications_group;
  GtkBox *groups_box;
  GtkWidget *papers_box;
  SignetEvidenceList *papers_list;

  char *id;
  GListModel *list; /* where the record's row is */
  GObject *row;     /* held, or the next who asks gets another object and this page hears of no change */
} SignetHoldingPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetHoldingPage, signet_holding_page, SIGNET_TYPE_PAGE)

#define PRIVATE(self) ((SignetHoldingPagePrivate *) signet_holding_page_get_instance_private (self))

static void
row_changed_cb (SignetHoldingPage *self)
{
  SIGNET_HOLDING_PAGE_GET_CLASS (self)->fill (self);
}

static GObject *
find_row (SignetHoldingPage *self)
{
  SignetHoldingPagePrivate *priv = PRIVATE (self);

  for (guint i = 0; i < g_list_model_get_n_items (priv->list); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (priv->list, i);
      g_autofree char *id = NULL;

      g_object_get (row, "id", &id, NULL);
      if (g_strcmp0 (id, priv->id) == 0)
        return g_steal_pointer (&row);
    }

  return NULL;
}

static void
list_changed_cb (SignetHoldingPage *self)
{
  SignetHoldingPagePrivate *priv = PRIVATE (self);

  if (priv->row != NULL)
    return;
  priv->row = find_row (self);
  if (priv->row == NULL)
    return;
  g_signal_connect_object (priv->row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  row_changed_cb (self);
}

static void
narrow_changed_cb (SignetHoldingPage *self)
{
  SignetHoldingPagePrivate *priv = PRIVATE (self);

  if (signet_width_bin_get_narrow (priv->bin))
    gtk_widget_add_css_class (priv->content, "narrow");
  else
    gtk_widget_remove_css_class (priv->content, "narrow");
}

static void
retry_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetHoldingPage *self = SIGNET_HOLDING_PAGE (widget);

  signet_desk_retry_submission (signet_page_get_desk (SIGNET_PAGE (self)), PRIVATE (self)->id);
}

static void
signet_holding_page_dispose (GObject *object)
{
  SignetHoldingPagePrivate *priv = PRIVATE (SIGNET_HOLDING_PAGE (object));

  g_clear_object (&priv->row);
  g_clear_object (&priv->list);

  G_OBJECT_CLASS (signet_holding_page_parent_class)->dispose (object);
}

static void
signet_holding_page_finalize (GObject *object)
{
  g_free (PRIVATE (SIGNET_HOLDING_PAGE (object))->id);

  G_OBJECT_CLASS (signet_holding_page_parent_class)->finalize (object);
}

static void
signet_holding_page_class_init (SignetHoldingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_holding_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_holding_page_finalize;

  g_type_ensure (SIGNET_TYPE_CERTIFICATIONS_GROUP);
  g_type_ensure (SIGNET_TYPE_EVIDENCE_LIST);
  g_type_ensure (SIGNET_TYPE_TILE_ROW);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_install_action (widget_class, "page.retry", NULL, retry_cb);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-holding-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, bin);
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, status_row);
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, findings_box);
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, findings_list);
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, certifications_group);
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, groups_box);
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, papers_box);
  gtk_widget_class_bind_template_child_private (widget_class, SignetHoldingPage, papers_list);
}

static void
signet_holding_page_init (SignetHoldingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (PRIVATE (self)->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}

/**
 * signet_holding_page_watch:
 * @self: a page
 * @kind: kind of the record, such as %SIGNET_KIND_PARTY
 * @list: the list in which the record has its row
 * @id: local id of the record
 *
 * Shows the record from now on. To be called once.
 */
void
signet_holding_page_watch (SignetHoldingPage *self, const char *kind, GListModel *list, const char *id)
{
  SignetHoldingPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_IS_HOLDING_PAGE (self));

  priv->id = g_strdup (id);
  priv->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  signet_certifications_group_show (priv->certifications_group, signet_page_get_desk (SIGNET_PAGE (self)),
                                    kind, id, G_OBJECT (priv->bin));
  list_changed_cb (self);
  if (priv->row == NULL)
    row_changed_cb (self);
}

/** signet_holding_page_get_id: Returns: (transfer none): local id of the record */
const char *
signet_holding_page_get_id (SignetHoldingPage *self)
{
  g_return_val_if_fail (SIGNET_IS_HOLDING_PAGE (self), NULL);

  return PRIVATE (self)->id;
}

/** signet_holding_page_get_width_bin: Returns: (transfer none): what rows follow the width of */
GObject *
signet_holding_page_get_width_bin (SignetHoldingPage *self)
{
  g_return_val_if_fail (SIGNET_IS_HOLDING_PAGE (self), NULL);

  return G_OBJECT (PRIVATE (self)->bin);
}

/** signet_holding_page_get_status_row: Returns: (transfer none): the first row, for name and icon */
SignetTileRow *
signet_holding_page_get_status_row (SignetHoldingPage *self)
{
  g_return_val_if_fail (SIGNET_IS_HOLDING_PAGE (self), NULL);

  return PRIVATE (self)->status_row;
}

/** signet_holding_page_clear: Removes what signet_holding_page_add_group() and _add_list() added */
void
signet_holding_page_clear (SignetHoldingPage *self)
{
  GtkWidget *child;

  g_return_if_fail (SIGNET_IS_HOLDING_PAGE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (PRIVATE (self)->groups_box))) != NULL)
    gtk_box_remove (PRIVATE (self)->groups_box, child);
}

/**
 * signet_holding_page_add_group:
 * @self: a page
 * @title: heading
 * @description: (nullable): a sentence under it
 *
 * Returns: (transfer none): a new group at the end
 */
AdwPreferencesGroup *
signet_holding_page_add_group (SignetHoldingPage *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_return_val_if_fail (SIGNET_IS_HOLDING_PAGE (self), NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (PRIVATE (self)->groups_box, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
follow_list (GListModel *list, guint position, guint removed, guint added, GtkWidget *box)
{
  gtk_widget_set_visible (box, g_list_model_get_n_items (list) > 0);
}

/**
 * signet_holding_page_add_list:
 * @self: a page
 * @title: heading
 * @list: (transfer full): what has a row each
 * @create: makes a #SignetTileRow of one
 * @data: for @create
 *
 * A list at the end, gone while it is empty.
 */
void
signet_holding_page_add_list (SignetHoldingPage *self,
                              const char *title,
                              GListModel *list,
                              GtkListBoxCreateWidgetFunc create,
                              gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *rows = gtk_list_box_new ();

  g_return_if_fail (SIGNET_IS_HOLDING_PAGE (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), rows);
  gtk_box_append (PRIVATE (self)->groups_box, box);
  gtk_list_box_bind_model (GTK_LIST_BOX (rows), list, create, data, NULL);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (follow_list), box, 0);
  follow_list (list, 0, 0, 0, box);
  g_object_unref (list);
}

/**
 * signet_holding_page_show_status:
 * @self: a page
 * @correct_action: the window's action that opens its correction
 * @certification: (nullable): what was found
 */
void
signet_holding_page_show_status (SignetHoldingPage *self,
                                 const char *correct_action,
                                 SignetCertification *certification)
{
  SignetHoldingPagePrivate *priv = PRIVATE (self);
  GListModel *findings = certification != NULL
                             ? G_LIST_MODEL (signet_certification_get_findings (certification))
                             : NULL;
  guint n = findings != NULL ? g_list_model_get_n_items (findings) : 0;
  g_autofree char *status = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (SIGNET_IS_HOLDING_PAGE (self));

  if (priv->row != NULL)
    g_object_get (priv->row, "status", &status, NULL);
  signet_tile_row_set_status (priv->status_row, status);
  if (g_strcmp0 (status, SIGNET_STATUS_NEEDS_CORRECTION) == 0)
    signet_tile_row_set_button (priv->status_row, _ ("Correct…"), correct_action, priv->id);
  else if (g_strcmp0 (status, SIGNET_STATUS_FAILED) == 0)
    signet_tile_row_set_button (priv->status_row, _ ("Try Again"), "page.retry", NULL);
  else
    signet_tile_row_set_button (priv->status_row, NULL, NULL, NULL);

  while ((row = gtk_list_box_get_row_at_index (priv->findings_list, 0)) != NULL)
    gtk_list_box_remove (priv->findings_list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      gtk_list_box_append (priv->findings_list, GTK_WIDGET (signet_finding_tile_new (finding, NULL)));
    }
  gtk_widget_set_visible (priv->findings_box, n > 0);
}

/**
 * signet_holding_page_show_papers:
 * @self: a page
 * @papers: of #SignetEvidence
 */
void
signet_holding_page_show_papers (SignetHoldingPage *self, GListModel *papers)
{
  SignetHoldingPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_IS_HOLDING_PAGE (self));

  signet_evidence_list_show (priv->papers_list, signet_page_get_desk (SIGNET_PAGE (self)), papers);
  gtk_widget_set_visible (priv->papers_box, g_list_model_get_n_items (papers) > 0);
}
