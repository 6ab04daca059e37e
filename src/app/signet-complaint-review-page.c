/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaint-review-page.h"

#include <glib/gi18n.h>

#include "app/signet-check-button.h"
#include "app/signet-complaint-summary.h"
#include "app/signet-files-group.h"
#include "app/signet-finding-text.h"
#include "app/signet-target-row.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-finding-codes.h"
#include "model/signet-words.h"

/*
 * The last page: everything that will be sent, each file with its digest, and the guarantee. The guarantee is
 * never given beforehand, and is taken back when anything it was given for changes. The button names how many
 * links are filed and can't be pressed before the guarantee is given.
 */

/* The second column's width, while there are two. */
#define BEFORE_WIDTH 320

struct _SignetComplaintReviewPage
{
  SignetFormPage parent_instance;

  AdwToastOverlay *toast_overlay;
  SignetWidthBin *width_bin;
  AdwClamp *before_clamp;
  GtkLabel *right_title;
  GtkLabel *right_text;
  GtkLabel *links_title;
  GtkLabel *links_text;
  GtkLabel *links_list;
  GtkLabel *reason_title;
  GtkLabel *reason_text;
  GtkLabel *statement_text;
  GtkLabel *evidence_title;
  GtkLabel *evidence_text;
  SignetFilesGroup *files_group;
  GtkLabel *check_title;
  GtkLabel *check_text;
  GtkImage *check_icon;
  GtkCheckButton *guarantee_check;
  GtkLabel *guarantee_text;
  GtkLabel *giver_label;
  GtkWidget *changed_label;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SignetComplaintReviewPage, signet_complaint_review_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/guarantee", NULL };

static SignetDraft *
get_draft (SignetComplaintReviewPage *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
}

static SignetComplaint *
get_complaint (SignetComplaintReviewPage *self)
{
  return signet_draft_get_complaint (get_draft (self));
}

static SignetPlatform *
get_platform (SignetComplaintReviewPage *self)
{
  return signet_account_get_platform (signet_draft_get_account (get_draft (self)));
}

static void
show_right (SignetComplaintReviewPage *self)
{
  SignetRight *right = signet_draft_get_chosen_right (get_draft (self));
  SignetParty *holder = signet_draft_get_holder (get_draft (self));
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (right == NULL)
    return;

  title = g_strdup_printf (C_ ("right", "%s %s"), signet_words_right_kind (signet_right_get_kind (right)),
                           signet_right_get_name (right));
  text = signet_complaint_summary_right (right);
  if (holder != NULL && !signet_party_get_own (holder))
    {
      /* Translators: %s is the owner for whom an agent files a complaint */
      g_autofree char *principal = g_strdup_printf (_ ("For %s"), signet_party_get_name (holder));
      g_autofree char *own_text = g_steal_pointer (&text);

      text = g_strconcat (own_text, "\n", principal, NULL);
    }
  gtk_label_set_label (self->right_title, title);
  gtk_label_set_label (self->right_text, text);
}

static void
show_links (SignetComplaintReviewPage *self)
{
  SignetComplaint *complaint = get_complaint (self);
  GListModel *items = G_LIST_MODEL (signet_complaint_get_items (complaint));
  g_autofree char *title = signet_complaint_summary_links (complaint);
  g_autofree char *text = signet_complaint_summary_kinds (complaint);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);
      g_autofree char *link = NULL;

      if (!g_str_equal (signet_item_get_check (item), SIGNET_CHECK_NEW))
        continue;
      link = signet_target_row_describe_link (item);
      g_string_append_printf (list, "%s%s", list->len > 0 ? "\n" : "", link);
    }
  gtk_label_set_label (self->links_title, title);
  gtk_label_set_label (self->links_text, text);
  gtk_label_set_label (self->links_list, list->str);
}

static void
show_reason (SignetComplaintReviewPage *self)
{
  SignetComplaint *complaint = get_complaint (self);
  SignetReason *reason = signet_platform_find_reason (get_platform (self),
                                                      signet_complaint_get_reason (complaint));
  g_autofree char *length = signet_complaint_summary_statement (complaint);
  g_autofree char *text = NULL;

  /* Translators: %s is a number of characters: "Statement of 842 characters" */
  text = g_strdup_printf (_ ("Statement of %s"), length);
  gtk_label_set_label (self->reason_title,
                       reason != NULL ? signet_words_label (signet_reason_get_label (reason)) : "");
  gtk_label_set_label (self->reason_text, text);
  gtk_label_set_label (self->statement_text, signet_complaint_get_statement (complaint));
}

static void
show_evidence (SignetComplaintReviewPage *self)
{
  g_autofree char *files = signet_complaint_summary_files (get_complaint (self));

  gtk_label_set_label (self->evidence_title, _ ("Evidence"));
  gtk_label_set_label (self->evidence_text, files);
}

/* What the self-check has to say, without the guarantee, which is asked here. */
static void
show_check (SignetComplaintReviewPage *self)
{
  GListModel *findings = signet_draft_get_findings (get_draft (self));
  guint n_errors = 0, n_warnings = 0;
  gboolean changed = FALSE;
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (signet_finding_get_code (finding), SIGNET_FINDING_GUARANTEE_CHANGED))
        changed = TRUE;
      if (signet_finding_text_is_under (finding, "/guarantee"))
        continue;
      n_errors += signet_finding_get_severity (finding) == SIGNET_SEVERITY_ERROR;
      n_warnings += signet_finding_get_severity (finding) == SIGNET_SEVERITY_WARNING;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self->check_icon), "success-text");
  gtk_widget_remove_css_class (GTK_WIDGET (self->check_icon), "error-text");
  gtk_widget_add_css_class (GTK_WIDGET (self->check_icon), n_errors > 0 ? "error-text" : "success-text");
  gtk_image_set_from_icon_name (self->check_icon,
                                n_errors > 0 ? "dialog-error-symbolic" : "object-select-symbolic");
  gtk_label_set_label (self->check_title,
                       n_errors > 0 ? _ ("Something must be mended") : _ ("Self-check passed"));
  if (n_errors > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u error to mend", "%u errors to mend", n_errors),
                            n_errors);
  else if (n_warnings > 0)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "No errors, %u warning", "No errors, %u warnings", n_warnings),
        n_warnings);
  else
    text = g_strdup (_ ("No errors"));
  gtk_label_set_label (self->check_text, text);
  gtk_widget_set_visible (self->changed_label, changed);
  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), n_errors == 0);
}

static void
show_button (SignetComplaintReviewPage *self)
{
  gboolean given = signet_complaint_get_guarantee_given (get_complaint (self));
  guint n_links = signet_complaint_summary_count_filed (get_complaint (self));
  g_autofree char *label = NULL;

  if (signet_width_bin_get_narrow (self->width_bin))
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "File %'u Link", "File %'u Links", n_links),
                             n_links);
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "File Complaint About %'u Link",
                                          "File Complaint About %'u Links", n_links),
                             n_links);
  signet_wizard_page_set_next_label (SIGNET_WIZARD_PAGE (self), label);
  /* Translators: why the button that files the complaint can't be pressed yet */
  signet_wizard_page_set_blocked (SIGNET_WIZARD_PAGE (self), given ? NULL : _ ("Give your guarantee first"));
  signet_wizard_page_set_status (SIGNET_WIZARD_PAGE (self),
                                 given ? _ ("What is filed can’t be unsent.") : NULL, NULL);
}

/* One's own guarantee needs no name. */
static void
show_giver (SignetComplaintReviewPage *self)
{
  SignetParty *holder = signet_draft_get_holder (get_draft (self));
  gboolean for_another = holder != NULL && !signet_party_get_own (holder);
  g_autoptr (SignetParty) giver = for_another ? signet_draft_find_giver (get_draft (self)) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->giver_label), giver != NULL);
  if (giver != NULL)
    {
      /* Translators: the agent who gives a guarantee, and the owner in whose name. Chinese: 由%s代表%s作出 */
      g_autofree char *text = g_strdup_printf (_ ("Given by %s for %s"), signet_party_get_name (giver),
                                               signet_party_get_name (holder));

      gtk_label_set_label (self->giver_label, text);
    }
}

static void
show_guarantee (SignetComplaintReviewPage *self)
{
  show_giver (self);
  self->updating = TRUE;
  gtk_check_button_set_active (self->guarantee_check,
                               signet_complaint_get_guarantee_given (get_complaint (self)));
  self->updating = FALSE;
  show_button (self);
}

static void
show_all (SignetComplaintReviewPage *self)
{
  show_right (self);
  show_links (self);
  show_reason (self);
  show_evidence (self);
  show_check (self);
  show_guarantee (self);
}

static void
take_guarantee_back (SignetComplaintReviewPage *self)
{
  SignetComplaint *complaint = get_complaint (self);

  signet_complaint_set_guarantee_given (complaint, FALSE);
  signet_complaint_set_guarantee_version (complaint, "");
  signet_complaint_set_guarantee_language (complaint, "");
  signet_complaint_set_guarantee_name (complaint, "");
  signet_complaint_set_guarantee_given_at (complaint, "");
}

/* Its text, giver and time are the draft's business. */
static void
give_guarantee (SignetComplaintReviewPage *self)
{
  SignetComplaint *complaint = get_complaint (self);

  signet_complaint_set_guarantee_language (complaint, signet_words_language ());
  signet_complaint_set_guarantee_given (complaint, TRUE);
}

static void
guarantee_toggled_cb (SignetComplaintReviewPage *self)
{
  if (self->updating)
    return;

  if (gtk_check_button_get_active (self->guarantee_check))
    give_guarantee (self);
  else
    take_guarantee_back (self);
  show_button (self);
}

/* While another page is in front the complaint is being edited, and the guarantee was for what it was. */
static void
complaint_changed_cb (SignetComplaintReviewPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->updating &&
      signet_complaint_get_guarantee_given (get_complaint (self)))
    {
      self->updating = TRUE;
      take_guarantee_back (self);
      self->updating = FALSE;
    }
}

static void
findings_changed_cb (SignetComplaintReviewPage *self)
{
  show_check (self);
}

static void
narrow_changed_cb (SignetComplaintReviewPage *self)
{
  int width = signet_width_bin_get_narrow (self->width_bin) ? G_MAXINT16 : BEFORE_WIDTH;

  adw_clamp_set_maximum_size (self->before_clamp, width);
  adw_clamp_set_tightening_threshold (self->before_clamp, width);
  show_button (self);
}

static void
edit_right_cb (SignetComplaintReviewPage *self)
{
  signet_wizard_page_go (SIGNET_WIZARD_PAGE (self), "right", NULL);
}

static void
edit_links_cb (SignetComplaintReviewPage *self)
{
  signet_wizard_page_go (SIGNET_WIZARD_PAGE (self), "links", NULL);
}

static void
edit_reason_cb (SignetComplaintReviewPage *self)
{
  signet_wizard_page_go (SIGNET_WIZARD_PAGE (self), "reason", NULL);
}

static void
edit_statement_cb (SignetComplaintReviewPage *self)
{
  signet_wizard_page_go (SIGNET_WIZARD_PAGE (self), "statement", NULL);
}

static void
edit_files_cb (SignetComplaintReviewPage *self)
{
  signet_wizard_page_go (SIGNET_WIZARD_PAGE (self), "evidence", NULL);
}

static void
open_check_cb (SignetComplaintReviewPage *self)
{
  signet_wizard_page_go (SIGNET_WIZARD_PAGE (self), "self-check", NULL);
}

static void
submitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetWizardPage *page = g_task_get_source_object (task);
  GError *error = NULL;
  g_autofree char *id = signet_draft_submit_finish (SIGNET_DRAFT (source), result, &error);

  if (id == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  signet_wizard_page_set_outcome (page, id);
  g_task_return_boolean (task, TRUE);
}

static void
signet_complaint_review_page_apply_async (SignetWizardPage *page,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GTask *task = g_task_new (page, cancellable, callback, user_data);

  g_task_set_source_tag (task, signet_complaint_review_page_apply_async);
  /* Once it is frozen it is filed, whatever the person presses meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  signet_draft_submit_async (signet_wizard_page_get_draft (page), cancellable, submitted_cb, task);
}

static gboolean
signet_complaint_review_page_apply_finish (SignetWizardPage *page, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
signet_complaint_review_page_shown (SignetWizardPage *page)
{
  show_all (SIGNET_COMPLAINT_REVIEW_PAGE (page));
}

static void
signet_complaint_review_page_constructed (GObject *object)
{
  SignetComplaintReviewPage *self = SIGNET_COMPLAINT_REVIEW_PAGE (object);

  G_OBJECT_CLASS (signet_complaint_review_page_parent_class)->constructed (object);

  gtk_label_set_label (self->guarantee_text,
                       signet_words_label (signet_platform_get_guarantee_text (get_platform (self))));
  signet_files_group_set_files (self->files_group,
                                G_LIST_MODEL (signet_complaint_get_evidence (get_complaint (self))));
  g_signal_connect_object (self->width_bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_complaint (self), "changed", G_CALLBACK (complaint_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (signet_draft_get_findings (get_draft (self)), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  show_all (self);
}

static void
signet_complaint_review_page_class_init (SignetComplaintReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SignetWizardPageClass *page_class = SIGNET_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_complaint_review_page_constructed;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  page_class->shown = signet_complaint_review_page_shown;
  page_class->apply_async = signet_complaint_review_page_apply_async;
  page_class->apply_finish = signet_complaint_review_page_apply_finish;

  g_type_ensure (SIGNET_TYPE_CHECK_BUTTON);
  g_type_ensure (SIGNET_TYPE_FILES_GROUP);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-complaint-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, before_clamp);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, right_title);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, right_text);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, links_title);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, links_text);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, links_list);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, reason_title);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, reason_text);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, statement_text);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, evidence_title);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, evidence_text);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, files_group);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, check_title);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, check_text);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, check_icon);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, guarantee_check);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, guarantee_text);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, giver_label);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintReviewPage, changed_label);
  gtk_widget_class_bind_template_callback (widget_class, edit_right_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_links_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_reason_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_statement_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_files_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_check_cb);
  gtk_widget_class_bind_template_callback (widget_class, guarantee_toggled_cb);
}

static void
signet_complaint_review_page_init (SignetComplaintReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
