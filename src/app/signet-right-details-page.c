/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-details-page.h"

#include <glib/gi18n.h>

#include "app/signet-document-window.h"
#include "app/signet-error-text.h"
#include "app/signet-file-choice.h"
#include "app/signet-page-view.h"
#include "app/signet-paper-row.h"
#include "app/signet-right-form.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * The fields of a right beside its certificate, so that the person types while reading; the one paper of a
 * kind without a certificate stands there in its place. In a narrow window it is a row on top that opens it
 * in a window of its own.
 */

struct _SignetRightDetailsPage
{
  SignetFormPage parent_instance;

  SignetWidthBin *width_bin;
  AdwBin *narrow_bin;
  SignetRightForm *right_form;
  SignetPageView *page_view;
  AdwStatusPage *empty_page;
  GtkButton *choose_button;

  char *slot; /* of the paper that is shown: what the kind needs first */

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SignetRightDetailsPage, signet_right_details_page, SIGNET_TYPE_FORM_PAGE)

/* Whose right it is and which kind stands on the page before, the papers on the one after this. */
static const char *const pointers[] = { "/number",
                                        "/second_number",
                                        "/name",
                                        "/version",
                                        "/work_kind",
                                        "/owner",
                                        "/author",
                                        "/author_kind",
                                        "/author_died_on",
                                        "/shot_on",
                                        "/completed_on",
                                        "/published_on",
                                        "/filed_on",
                                        "/granted_on",
                                        "/annuity_paid_until",
                                        "/registered_on",
                                        "/valid_until",
                                        "/licence_until",
                                        "/classes",
                                        "/accounts",
                                        "/territory",
                                        NULL };

/* What a kind's page is called; any other kind's: "Details". */
static const struct
{
  const char *kind;
  const char *title;
} page_titles[] = {
  { SIGNET_RIGHT_KIND_TRADEMARK, N_ ("Trademark Details") },
  { SIGNET_RIGHT_KIND_INVENTION, N_ ("Patent Details") },
  { SIGNET_RIGHT_KIND_UTILITY_MODEL, N_ ("Patent Details") },
  { SIGNET_RIGHT_KIND_DESIGN, N_ ("Patent Details") },
  { SIGNET_RIGHT_KIND_WORK, N_ ("Work Details") },
  { SIGNET_RIGHT_KIND_SOFTWARE, N_ ("Software Details") },
  { SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, N_ ("Image Details") },
  { SIGNET_RIGHT_KIND_PORTRAIT, N_ ("Portrait Details") },
};

static SignetDraft *
get_draft (SignetRightDetailsPage *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
}

static SignetEvidence *
find_paper (SignetRightDetailsPage *self)
{
  GListModel *files = G_LIST_MODEL (signet_right_get_evidence (signet_draft_get_right (get_draft (self))));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (SignetEvidence) evidence = g_list_model_get_item (files, i);

      if (g_strcmp0 (signet_evidence_get_slot (evidence), self->slot) == 0)
        return g_steal_pointer (&evidence);
    }

  return NULL;
}

/* In a correction the platform may leave it locked. */
static gboolean
is_paper_open (SignetRightDetailsPage *self)
{
  g_autofree char *pointer = g_strconcat ("/files/", self->slot, NULL);

  return signet_draft_is_open (get_draft (self), pointer);
}

static void
files_changed_cb (SignetRightDetailsPage *self)
{
  g_autoptr (SignetEvidence) paper = find_paper (self);

  signet_page_view_show (self->page_view, signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)), paper);
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
  if (signet_wizard_page_get_busy (SIGNET_WIZARD_PAGE (self)) || !is_paper_open (self))
    return;
  signet_wizard_page_set_busy (SIGNET_WIZARD_PAGE (self), TRUE);
  signet_draft_attach_async (get_draft (self), file, self->slot, NULL, NULL, self->cancellable, attached_cb,
                             g_object_ref (self));
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

  signet_file_choice_open (GTK_WIDGET (self), adw_status_page_get_title (self->empty_page), platform,
                           chosen_cb, G_OBJECT (self));
}

static void
remove_cb (SignetRightDetailsPage *self)
{
  g_autoptr (SignetEvidence) paper = find_paper (self);

  if (paper != NULL && is_paper_open (self))
    signet_draft_detach (get_draft (self), paper);
}

static void
enlarge_cb (SignetRightDetailsPage *self)
{
  g_autoptr (SignetEvidence) paper = find_paper (self);
  GtkWindow *window;

  if (paper == NULL)
    return;
  window = signet_document_window_new (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)), paper);
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

/* Where the window is narrow it is a row like any other paper. */
static void
show_narrow_row (SignetRightDetailsPage *self, const char *title)
{
  SignetDraft *draft = get_draft (self);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = signet_paper_row_new (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)), draft,
                                         self->slot, title, _ ("Choose it now and type while you read."));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  signet_paper_row_show_page (SIGNET_PAPER_ROW (row));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_bin_set_child (self->narrow_bin, list);
}

/* The kind's first slot is its certificate, or what stands in its place. */
static void
show_paper (SignetRightDetailsPage *self)
{
  SignetDraft *draft = get_draft (self);
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));
  const char *kind = signet_right_get_kind (signet_draft_get_right (draft));
  SignetRightKind *rules = platform != NULL ? signet_platform_find_right_kind (platform, kind) : NULL;
  GListModel *slots = rules != NULL ? signet_right_kind_get_papers (rules) : NULL;
  g_autoptr (SignetPaperSlot) first = slots != NULL ? g_list_model_get_item (slots, 0) : NULL;
  const char *slot = first != NULL ? signet_paper_slot_get_slot (first) : SIGNET_SLOT_CERTIFICATE;
  const char *title = first != NULL ? signet_words_label (signet_paper_slot_get_label (first))
                                    : signet_words_slot (slot);
  gboolean certificate = g_str_equal (slot, SIGNET_SLOT_CERTIFICATE);
  gboolean same = g_strcmp0 (self->slot, slot) == 0 &&
                  g_strcmp0 (adw_status_page_get_title (self->empty_page), title) == 0;

  g_free (self->slot);
  self->slot = g_strdup (slot);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose_button), is_paper_open (self));
  if (same)
    return;
  adw_status_page_set_title (self->empty_page, title);
  say (self, _ ("Choose it now and type while you read. You can also drop it here."));
  gtk_button_set_label (self->choose_button,
                        certificate ? _ ("Choose the Certificate…") : _ ("Choose a File…"));
  show_narrow_row (self, title);
  files_changed_cb (self);
}

static const char *
get_page_title (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_titles); i++)
    if (g_str_equal (page_titles[i].kind, kind))
      return _ (page_titles[i].title);

  return _ ("Details");
}

/* The kind or the standing may have been changed on the page before. */
static void
signet_right_details_page_shown (SignetWizardPage *page)
{
  SignetRightDetailsPage *self = SIGNET_RIGHT_DETAILS_PAGE (page);

  show_paper (self);
  g_object_set (page, "title",
                get_page_title (signet_right_get_kind (signet_draft_get_right (get_draft (self)))), NULL);
  signet_right_form_show (self->right_form, SIGNET_FORM_PAGE (page));

  SIGNET_WIZARD_PAGE_CLASS (signet_right_details_page_parent_class)->shown (page);
}

static void
signet_right_details_page_constructed (GObject *object)
{
  SignetRightDetailsPage *self = SIGNET_RIGHT_DETAILS_PAGE (object);
  SignetRight *right = signet_draft_get_right (get_draft (self));

  G_OBJECT_CLASS (signet_right_details_page_parent_class)->constructed (object);

  g_signal_connect_object (signet_right_get_evidence (right), "items-changed", G_CALLBACK (files_changed_cb),
                           self, G_CONNECT_SWAPPED);
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
signet_right_details_page_finalize (GObject *object)
{
  g_free (SIGNET_RIGHT_DETAILS_PAGE (object)->slot);

  G_OBJECT_CLASS (signet_right_details_page_parent_class)->finalize (object);
}

static void
signet_right_details_page_class_init (SignetRightDetailsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_right_details_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_right_details_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_right_details_page_finalize;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_right_details_page_shown;

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  g_type_ensure (SIGNET_TYPE_RIGHT_FORM);
  g_type_ensure (SIGNET_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-right-details-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetRightDetailsPage, right_form);
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
