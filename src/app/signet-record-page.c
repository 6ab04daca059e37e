/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-record-page.h"

#include <glib/gi18n.h>

#include "app/signet-certifications-group.h"
#include "app/signet-evidence-list.h"
#include "app/signet-finding-tile.h"
#include "app/signet-new-button.h"
#include "app/signet-page-view.h"
#include "app/signet-property-rows.h"
#include "app/signet-right-fields.h"
#include "app/signet-right-use.h"
#include "app/signet-tile-row.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

/*
 * One right: where it stands with the platform and what was found, its fields and papers, with the
 * certificate beside them. What is to be changed is changed in its wizard.
 */

struct _SignetRecordPage
{
  SignetPage parent_instance;

  GtkWidget *complain_button;
  GtkWidget *reason_box;
  GtkLabel *reason_label;
  SignetCertificationsGroup *certifications_group;
  SignetWidthBin *bin;
  GtkWidget *content;
  SignetTileRow *status_row;
  GtkWidget *findings_box;
  GtkListBox *findings_list;
  AdwPreferencesGroup *details_group;
  GtkWidget *papers_box;
  SignetEvidenceList *papers_list;
  SignetPageView *page_view;

  char *id;
  GListModel *list;
  SignetRightRow *row; /* of the list; changes when the record does */
  GPtrArray *rows;     /* of the details */
  SignetEvidence *certificate;
};

G_DEFINE_FINAL_TYPE (SignetRecordPage, signet_record_page, SIGNET_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add (SignetRecordPage *self, const char *name, const char *value)
{
  GtkWidget *row = signet_property_rows_add (self->details_group, name, value);

  if (row != NULL)
    g_ptr_array_add (self->rows, row);
}

static void
show_right (SignetRecordPage *self, SignetRight *right)
{
  SignetAccount *account = signet_desk_get_account (signet_page_get_desk (SIGNET_PAGE (self)));
  SignetPlatform *platform = account != NULL ? signet_account_get_platform (account) : NULL;
  const char *kind = signet_right_get_kind (right);
  const char *kind_name = signet_right_fields_get_kind_name (platform, kind);
  g_autofree char *number = signet_words_number (signet_right_get_number (right), kind_name);
  g_autofree char *holders = signet_right_fields_list_holders (right,
                                                               signet_page_get_desk (SIGNET_PAGE (self)));
  guint n_fields;
  const SignetRightField *fields = signet_right_fields_get_all (&n_fields);

  signet_page_set_title (SIGNET_PAGE (self), signet_right_get_name (right));
  signet_page_set_subtitle (SIGNET_PAGE (self), kind_name);
  signet_tile_row_set_icon (self->status_row, signet_words_right_kind_icon (kind), SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (self->status_row, signet_right_get_name (right));
  signet_tile_row_set_subtitle (self->status_row, number);
  add (self, _ ("Holder"), holders);
  add (self, _ ("Held as"), signet_words_standing (signet_right_get_standing (right)));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = signet_right_fields_describe (&fields[i], right);

      add (self, signet_right_fields_get_title (&fields[i], kind), value);
    }
}

static SignetEvidence *
find_certificate (GListModel *papers)
{
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetEvidence) paper = g_list_model_get_item (papers, i);

      if (g_str_equal (signet_evidence_get_slot (paper), SIGNET_SLOT_CERTIFICATE))
        return g_steal_pointer (&paper);
    }

  return NULL;
}

static void
show_findings (SignetRecordPage *self, GListModel *findings, const char *kind)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->findings_list, 0)) != NULL)
    gtk_list_box_remove (self->findings_list, GTK_WIDGET (row));

  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      gtk_list_box_append (self->findings_list, GTK_WIDGET (signet_finding_tile_new (finding, kind)));
    }
  gtk_widget_set_visible (self->findings_box, gtk_list_box_get_row_at_index (self->findings_list, 0) != NULL);
}

static void
update_preview (SignetRecordPage *self)
{
  gboolean shown = self->certificate != NULL && !signet_width_bin_get_narrow (self->bin);

  gtk_widget_set_visible (GTK_WIDGET (self->page_view), shown);
  if (signet_width_bin_get_narrow (self->bin))
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
}

static void
show_record (SignetRecordPage *self, SignetRight *right)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  GListModel *papers = G_LIST_MODEL (signet_right_get_evidence (right));
  g_autoptr (SignetEvidence) certificate = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->details_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  show_right (self, right);
  signet_evidence_list_show (self->papers_list, desk, papers);
  gtk_widget_set_visible (self->papers_box, g_list_model_get_n_items (papers) > 0);
  certificate = find_certificate (papers);
  /* The same page needn't be rendered again. */
  if (certificate != NULL &&
      (self->certificate == NULL || !g_str_equal (signet_evidence_get_sha256 (certificate),
                                                  signet_evidence_get_sha256 (self->certificate))))
    signet_page_view_show (self->page_view, desk, certificate);
  g_set_object (&self->certificate, certificate);
  update_preview (self);
}

/* A complaint starts from a right that can carry one; else it says why not. */
static void
update_complain (SignetRecordPage *self)
{
  const char *reason = self->row != NULL
                           ? signet_right_use_explain (self->row, signet_page_get_desk (SIGNET_PAGE (self)))
                           : NULL;

  gtk_widget_set_visible (self->complain_button, self->row != NULL && reason == NULL);
  gtk_label_set_label (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason_box, reason != NULL);
}

/* Where it stands can change at any time, and the rest by an edit. */
static void
update (SignetRecordPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRight) right = signet_desk_load_right (desk, self->id, &certification, &error);
  const char *status;

  if (right == NULL)
    {
      g_warning ("a record cannot be read: %s", error->message);
      return;
    }

  show_record (self, right);
  status = self->row != NULL ? signet_right_row_get_status (self->row) : NULL;
  signet_tile_row_set_status (self->status_row, status);
  update_complain (self);
  if (g_strcmp0 (status, SIGNET_STATUS_NEEDS_CORRECTION) == 0)
    signet_tile_row_set_button (self->status_row, _ ("Correct…"), "page.correct", NULL);
  else
    signet_tile_row_set_button (self->status_row,
                                g_strcmp0 (status, SIGNET_STATUS_FAILED) == 0 ? _ ("Try Again") : NULL,
                                "page.retry", NULL);
  show_findings (
      self, certification != NULL ? G_LIST_MODEL (signet_certification_get_findings (certification)) : NULL,
      signet_right_get_kind (right));
}

/* The pages' lists may be filtered. */
static GListModel *
open_list (SignetRecordPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  g_autoptr (SignetRight) right = signet_desk_load_right (desk, self->id, NULL, NULL);

  return signet_desk_open_rights (desk, right != NULL ? signet_right_get_party_id (right) : NULL);
}

/* The row that stands for this right. */
static SignetRightRow *
find_row (SignetRecordPage *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->list); i++)
    {
      g_autoptr (SignetRightRow) row = g_list_model_get_item (self->list, i);

      if (g_strcmp0 (signet_right_row_get_id (row), self->id) == 0)
        return g_steal_pointer (&row);
    }

  return NULL;
}

/* A list comes when its rows are known. */
static void
list_changed_cb (SignetRecordPage *self)
{
  if (self->row != NULL)
    return;
  self->row = find_row (self);
  if (self->row == NULL)
    return;
  g_signal_connect_object (self->row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
retry_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  signet_desk_retry_submission (signet_page_get_desk (SIGNET_PAGE (widget)), SIGNET_RECORD_PAGE (widget)->id);
}

static void
correct_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetRecordPage *self = SIGNET_RECORD_PAGE (widget);

  gtk_widget_activate_action (widget, "draft.revise", "(ssss)", "", SIGNET_KIND_RIGHT, self->id, "correct");
}

static void
use_as_template_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetRecordPage *self = SIGNET_RECORD_PAGE (widget);

  gtk_widget_activate_action (widget, "draft.copy", "(ss)", SIGNET_KIND_RIGHT, self->id);
}

static void
signet_record_page_constructed (GObject *object)
{
  SignetRecordPage *self = SIGNET_RECORD_PAGE (object);

  G_OBJECT_CLASS (signet_record_page_parent_class)->constructed (object);

  self->list = open_list (self);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  signet_certifications_group_show (self->certifications_group, signet_page_get_desk (SIGNET_PAGE (self)),
                                    SIGNET_KIND_RIGHT, self->id, G_OBJECT (self->bin));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->complain_button), "s", self->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->complain_button), "win.complain-about");
  update (self);
  list_changed_cb (self);
}

static void
signet_record_page_dispose (GObject *object)
{
  SignetRecordPage *self = SIGNET_RECORD_PAGE (object);

  g_clear_object (&self->row);
  g_clear_object (&self->list);
  g_clear_object (&self->certificate);

  G_OBJECT_CLASS (signet_record_page_parent_class)->dispose (object);
}

static void
signet_record_page_finalize (GObject *object)
{
  SignetRecordPage *self = SIGNET_RECORD_PAGE (object);

  g_free (self->id);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (signet_record_page_parent_class)->finalize (object);
}

static void
signet_record_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetRecordPage *self = SIGNET_RECORD_PAGE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_record_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetRecordPage *self = SIGNET_RECORD_PAGE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_record_page_class_init (SignetRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = signet_record_page_constructed;
  object_class->dispose = signet_record_page_dispose;
  object_class->finalize = signet_record_page_finalize;
  object_class->get_property = signet_record_page_get_property;
  object_class->set_property = signet_record_page_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_CERTIFICATIONS_GROUP);
  g_type_ensure (SIGNET_TYPE_EVIDENCE_LIST);
  g_type_ensure (SIGNET_TYPE_NEW_BUTTON);
  g_type_ensure (SIGNET_TYPE_PAGE_VIEW);
  g_type_ensure (SIGNET_TYPE_TILE_ROW);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_install_action (widget_class, "page.correct", NULL, correct_cb);
  gtk_widget_class_install_action (widget_class, "page.retry", NULL, retry_cb);
  gtk_widget_class_install_action (widget_class, "page.use-as-template", NULL, use_as_template_cb);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, complain_button);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, reason_box);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, certifications_group);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, content);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, status_row);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, findings_box);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, findings_list);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, details_group);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, papers_box);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, papers_list);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordPage, page_view);
}

static void
signet_record_page_init (SignetRecordPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (update_preview), self);
}

/**
 * signet_record_page_new:
 * @desk: an open desk
 * @id: local id of a right
 *
 * Returns: (transfer floating): its page
 */
SignetPage *
signet_record_page_new (SignetDesk *desk, const char *id)
{
  return g_object_new (SIGNET_TYPE_RECORD_PAGE, "desk", desk, "id", id, NULL);
}
