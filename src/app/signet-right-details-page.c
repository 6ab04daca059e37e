/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-details-page.h"

#include <glib/gi18n.h>

#include "app/signet-classes-group.h"
#include "app/signet-date-row.h"
#include "app/signet-document-window.h"
#include "app/signet-error-text.h"
#include "app/signet-file-choice.h"
#include "app/signet-page-view.h"
#include "app/signet-paper-row.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * The fields of a trademark beside its certificate, so that the person types while reading. In a narrow
 * window the certificate is a row on top that opens it in a window of its own.
 */

struct _SignetRightDetailsPage
{
  SignetFormPage parent_instance;

  SignetWidthBin *width_bin;
  AdwBin *narrow_bin;
  GtkWidget *number_row;
  GtkWidget *name_row;
  GtkWidget *owner_row;
  GtkWidget *registered_row;
  GtkWidget *valid_row;
  SignetClassesGroup *classes_group;
  SignetPageView *page_view;
  AdwStatusPage *empty_page;
  GtkButton *choose_button;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SignetRightDetailsPage, signet_right_details_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/number",      "/name",    "/owner",     "/registered_on",
                                        "/valid_until", "/classes", "/territory", NULL };

static SignetDraft *
get_draft (SignetRightDetailsPage *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
}

static SignetEvidence *
find_certificate (SignetRightDetailsPage *self)
{
  GListModel *files = G_LIST_MODEL (signet_right_get_evidence (signet_draft_get_right (get_draft (self))));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (SignetEvidence) evidence = g_list_model_get_item (files, i);

      if (g_str_equal (signet_evidence_get_slot (evidence), SIGNET_SLOT_CERTIFICATE))
        return g_steal_pointer (&evidence);
    }

  return NULL;
}

static void
files_changed_cb (SignetRightDetailsPage *self)
{
  g_autoptr (SignetEvidence) certificate = find_certificate (self);

  signet_page_view_show (self->page_view, signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)),
                         certificate);
}

static void
say (SignetRightDetailsPage *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1); /* the description is markup */

  adw_status_page_set_description (self->empty_page, escaped);
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetRightDetailsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetEvidence) evidence = signet_draft_attach_finish (SIGNET_DRAFT (source), result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  signet_wizard_page_set_busy (SIGNET_WIZARD_PAGE (self), FALSE);
  if (evidence != NULL)
    return;

  sentence = signet_error_text_sentence (error);
  say (self, sentence);
}

static void
attach (SignetRightDetailsPage *self, GFile *file)
{
  if (signet_wizard_page_get_busy (SIGNET_WIZARD_PAGE (self)))
    return;
  signet_wizard_page_set_busy (SIGNET_WIZARD_PAGE (self), TRUE);
  signet_draft_attach_async (get_draft (self), file, SIGNET_SLOT_CERTIFICATE, NULL, NULL, self->cancellable,
                             attached_cb, g_object_ref (self));
}

static void
chosen_cb (GFile *file, gpointer user_data)
{
  attach (SIGNET_RIGHT_DETAILS_PAGE (user_data), file);
}

static void
choose_cb (SignetRightDetailsPage *self)
{
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (get_draft (self)));

  signet_file_choice_open (GTK_WIDGET (self), _ ("Choose the Certificate"), platform, chosen_cb,
                           G_OBJECT (self));
}

static void
remove_cb (SignetRightDetailsPage *self)
{
  g_autoptr (SignetEvidence) certificate = find_certificate (self);

  if (certificate != NULL)
    signet_draft_detach (get_draft (self), certificate);
}

static void
enlarge_cb (SignetRightDetailsPage *self)
{
  g_autoptr (SignetEvidence) certificate = find_certificate (self);
  GtkWindow *window;

  if (certificate == NULL)
    return;
  window = signet_document_window_new (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)), certificate);
  g_object_bind_property (signet_draft_get_account (get_draft (self)), "practice", window, "practice",
                          G_BINDING_SYNC_CREATE);
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (window);
}

static gboolean
dropped_cb (SignetRightDetailsPage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  attach (self, files->data);

  return TRUE;
}

static void
bind (GObject *subject, const char *property, GtkWidget *row)
{
  g_object_bind_property (subject, property, row, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

/* Where the window is narrow the certificate is a row like any other paper. */
static void
add_narrow_row (SignetRightDetailsPage *self)
{
  SignetDraft *draft = get_draft (self);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = signet_paper_row_new (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)), draft,
                                         SIGNET_SLOT_CERTIFICATE, _ ("Certificate"),
                                         _ ("Choose it now and type while you read."));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  signet_paper_row_show_page (SIGNET_PAPER_ROW (row));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_bin_set_child (self->narrow_bin, list);
}

static void
signet_right_details_page_constructed (GObject *object)
{
  SignetRightDetailsPage *self = SIGNET_RIGHT_DETAILS_PAGE (object);
  SignetRight *right = signet_draft_get_right (get_draft (self));

  G_OBJECT_CLASS (signet_right_details_page_parent_class)->constructed (object);

  bind (G_OBJECT (right), "number", self->number_row);
  bind (G_OBJECT (right), "name", self->name_row);
  bind (G_OBJECT (right), "owner", self->owner_row);
  bind (G_OBJECT (right), "registered-on", self->registered_row);
  bind (G_OBJECT (right), "valid-until", self->valid_row);
  signet_classes_group_set_right (self->classes_group, right, SIGNET_WIZARD_PAGE (self));
  add_narrow_row (self);

  g_signal_connect_object (signet_right_get_evidence (right), "items-changed", G_CALLBACK (files_changed_cb),
                           self, G_CONNECT_SWAPPED);
  files_changed_cb (self);
}

static void
signet_right_details_page_dispose (GObject *object)
{
  SignetRightDetailsPage *self = SIGNET_RIGHT_DETAILS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (signet_right_details_page_parent_class)->dispose (object);
}

static void
signet_right_details_page_class_init (SignetRightDetailsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_right_details_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_right_details_page_dispose;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  g_type_ensure (SIGNET_TYPE_DATE_ROW);
  g_type_ensure (SIGNET_TYPE_CLASSES_GROUP);
  g_type_ensure (SIGNET_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-right-details-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, owner_row);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, registered_row);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, valid_row);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, classes_group);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, page_view);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, choose_button);
}

static void
signet_right_details_page_init (SignetRightDetailsPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->choose_button, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->page_view, "choose-another", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->page_view, "remove", G_CALLBACK (remove_cb), self);
  g_signal_connect_swapped (self->page_view, "enlarge", G_CALLBACK (enlarge_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->page_view), GTK_EVENT_CONTROLLER (target));
}
