/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-record-review-page.h"

#include <glib/gi18n.h>

#include "app/signet-authorisation-text.h"
#include "app/signet-files-group.h"
#include "app/signet-format.h"
#include "app/signet-party-kind-page.h"
#include "app/signet-right-fields.h"
#include "app/signet-property-rows.h"
#include "app/signet-words.h"
#include "model/signet-country.h"
#include "model/signet-identity.h"
#include "model/signet-words.h"

/*
 * The last page of the identity and right wizards: everything that will be sent, each file with its digest,
 * and what happens next. Next freezes it.
 */

struct _SignetRecordReviewPage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  AdwPreferencesGroup *group;
  GtkWidget *edit_button;
  GtkWidget *what_next_group;
  AdwActionRow *review_row;
  GtkWidget *another_button;
  SignetFilesGroup *files_group;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (SignetRecordReviewPage, signet_record_review_page, SIGNET_TYPE_FORM_PAGE)

/* Whatever is wrong anywhere keeps it from being submitted. */
static const char *const pointers[] = { "", NULL };

static void
keep_row (SignetRecordReviewPage *self, GtkWidget *row)
{
  if (row != NULL)
    g_ptr_array_add (self->rows, row);
}

static void
add_row (SignetRecordReviewPage *self, const char *name, const char *value)
{
  keep_row (self, signet_property_rows_add (self->group, name, value));
}

/* Whoever looks over the shoulder at the last page needn't read it. */
static void
add_secret (SignetRecordReviewPage *self, const char *name, const char *value)
{
  keep_row (self, signet_property_rows_add_secret (self->group, name, value));
}

static void
add_party (SignetRecordReviewPage *self, SignetParty *party)
{
  g_autofree char *until = signet_format_date_text (signet_party_get_document_valid_until (party));
  gboolean organisation = signet_identity_is_organisation (signet_party_get_kind (party));

  /* Translators: in what capacity somebody is certified: "An owner you act for" */
  add_row (self, _ ("Certified as"), signet_party_kind_page_name_capacity (party));
  add_row (self, _ ("Kind"), signet_words_party_kind (signet_party_get_kind (party)));
  add_row (self, organisation ? _ ("Name of the organisation") : _ ("Name"), signet_party_get_name (party));
  add_row (self, _ ("Other name on certificates"), signet_party_get_other_name (party));
  add_row (self, _ ("Country or region"),
           signet_country_get_name (signet_party_get_country (party), signet_words_language ()));
  add_row (self, _ ("Document"), signet_words_document_kind (signet_party_get_document_kind (party)));
  add_secret (self, _ ("Number"), signet_party_get_document_number (party));
  add_row (self, _ ("Valid until"), until);
  add_row (self, _ ("Legal representative"), signet_party_get_legal_representative (party));
  add_row (self, _ ("Contact person"), signet_party_get_contact_name (party));
  add_row (self, _ ("E-mail"), signet_party_get_contact_email (party));
  add_row (self, _ ("Mobile number"), signet_party_get_contact_phone (party));
  add_row (self, _ ("Address"), signet_party_get_contact_address (party));
  add_row (self, _ ("Private contact person"), signet_party_get_private_contact_name (party));
  add_row (self, _ ("Private e-mail"), signet_party_get_private_contact_email (party));
  add_row (self, _ ("Private mobile number"), signet_party_get_private_contact_phone (party));
}

static void
add_right (SignetRecordReviewPage *self, SignetRight *right)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));
  g_autofree char *holders =
      signet_right_fields_list_holders (right, signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));
  guint n_fields;
  const SignetRightField *fields = signet_right_fields_get_all (&n_fields);

  add_row (self, _ ("Kind"), signet_right_fields_get_kind_name (platform, signet_right_get_kind (right)));
  add_row (self, _ ("Holder"), holders);
  add_row (self, _ ("Held as"), signet_words_standing (signet_right_get_standing (right)));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = signet_right_fields_describe (&fields[i], right);

      add_row (self, signet_right_fields_get_title (&fields[i], signet_right_get_kind (right)), value);
    }
}

/* When the rule set says that what the draft is about is reviewed. */
static const char *
get_review (SignetDraft *draft, SignetPlatform *platform)
{
  switch (signet_draft_get_kind (draft))
    {
    case SIGNET_DRAFT_PARTY:
      return signet_platform_get_review_parties (platform);
    case SIGNET_DRAFT_RIGHT:
      return signet_platform_get_review_rights (platform);
    case SIGNET_DRAFT_AUTHORISATION:
      return signet_platform_get_review_authorisations (platform);
    case SIGNET_DRAFT_REGISTRATION:
    case SIGNET_DRAFT_COMPLAINT:
    default:
      return "";
    }
}

static char *
describe_review (SignetDraft *draft)
{
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));
  const char *review = platform != NULL ? get_review (draft, platform) : "";
  const char *expected = platform != NULL
                             ? signet_words_label (signet_platform_get_review_expected (platform))
                             : "";

  if (signet_draft_get_purpose (draft) == SIGNET_DRAFT_PURPOSE_CORRECT)
    return g_strdup (_ ("The platform reviews it again. Until then it can’t be changed."));
  if (g_str_equal (review, "first_complaint"))
    return g_strdup (
        _ ("The platform reviews it when a complaint first uses it. Until then it can’t be changed."));
  if (g_str_equal (review, "submission") && *expected != '\0')
    /* Translators: %s is a time: "1–3 working days" */
    return g_strdup_printf (_ ("The platform reviews it at once: %s. Until then it can’t be changed."),
                            expected);

  return g_strdup (_ ("The platform reviews it. Until then it can’t be changed."));
}

/* What Next does, and what follows from it. */
static void
show_purpose (SignetRecordReviewPage *self, SignetDraftPurpose purpose)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  gboolean edit = purpose == SIGNET_DRAFT_PURPOSE_EDIT;
  g_autofree char *review = describe_review (draft);

  gtk_widget_set_visible (self->another_button, signet_draft_get_kind (draft) == SIGNET_DRAFT_RIGHT &&
                                                    !edit && purpose != SIGNET_DRAFT_PURPOSE_CORRECT);
  gtk_widget_set_visible (self->what_next_group, !edit);
  adw_action_row_set_subtitle (self->review_row, review);
  if (!edit)
    return;
  adw_preferences_group_set_title (self->group, _ ("This Will Stand on This Computer"));
  adw_preferences_group_set_description (self->group, _ ("What a platform holds stays as it is."));
  signet_wizard_page_set_next_label (SIGNET_WIZARD_PAGE (self), _ ("Save"));
}

static void
add_named (SignetRecordReviewPage *self, const char *name, const char *id)
{
  SignetDesk *desk = signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self));
  g_autoptr (SignetParty) party = *id != '\0' ? signet_desk_load_party (desk, id, NULL, NULL) : NULL;

  add_row (self, name, party != NULL ? signet_party_get_name (party) : NULL);
}

static void
add_authorisation (SignetRecordReviewPage *self, SignetAuthorisation *authorisation)
{
  SignetDesk *desk = signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self));
  g_autofree char *scope = signet_authorisation_text_scope (authorisation);
  g_autofree char *rights = signet_authorisation_text_rights (authorisation, desk);
  g_autofree char *platforms = signet_authorisation_text_platforms (authorisation, desk);
  g_autofree char *from = signet_format_date_text (signet_authorisation_get_valid_from (authorisation));
  g_autofree char *until = signet_format_date_text (signet_authorisation_get_valid_until (authorisation));
  g_autofree char *signed_on = signet_format_date_text (signet_authorisation_get_signed_on (authorisation));
  g_autofree char *follows = signet_authorisation_text_follows (authorisation, desk);

  add_named (self, C_ ("authorisation", "Principal"), signet_authorisation_get_principal_id (authorisation));
  add_named (self, C_ ("authorisation", "Agent"), signet_authorisation_get_agent_id (authorisation));
  add_row (self, _ ("Passed on by"), follows);
  add_row (self, _ ("Name of the person"), signet_authorisation_get_handler_name (authorisation));
  add_secret (self, _ ("ID card number of the person"),
              signet_authorisation_get_handler_document_number (authorisation));
  add_row (self, _ ("What the agent may do"), scope);
  add_row (self, _ ("Rights"), rights);
  add_row (self, _ ("Platforms"), platforms);
  add_row (self, _ ("Valid from"), from);
  add_row (self, _ ("Valid until"), until);
  add_row (self, _ ("May be passed on"),
           signet_authorisation_get_sub_delegation (authorisation) ? _ ("Yes") : _ ("No"));
  add_row (self, _ ("Signed on"), signed_on);
}

static void
signet_record_review_page_shown (SignetWizardPage *page)
{
  SignetRecordReviewPage *self = SIGNET_RECORD_REVIEW_PAGE (page);
  SignetDraft *draft = signet_wizard_page_get_draft (page);
  g_autoptr (GListModel) files = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  show_purpose (self, signet_draft_get_purpose (draft));

  if (signet_draft_get_kind (draft) == SIGNET_DRAFT_PARTY)
    add_party (self, signet_draft_get_party (draft));
  else if (signet_draft_get_kind (draft) == SIGNET_DRAFT_AUTHORISATION)
    add_authorisation (self, signet_draft_get_authorisation (draft));
  else
    add_right (self, signet_draft_get_right (draft));

  g_object_get (signet_draft_get_subject (draft), "evidence", &files, NULL);
  signet_files_group_set_files (self->files_group, files);
}

static void
complete_changed_cb (SignetRecordReviewPage *self)
{
  guint n_errors = signet_form_page_count_findings (SIGNET_FORM_PAGE (self), SIGNET_SEVERITY_ERROR);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  g_autofree char *reason = NULL;

  /* What is only kept on this computer may be unfinished. */
  if (n_errors > 0 && signet_draft_get_purpose (draft) != SIGNET_DRAFT_PURPOSE_EDIT)
    reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is still missing on the pages before",
                                           "%u things are still missing on the pages before", n_errors),
                              n_errors);
  signet_wizard_page_set_blocked (SIGNET_WIZARD_PAGE (self), reason);
  gtk_widget_set_sensitive (self->another_button, reason == NULL);
}

static void
edit_clicked_cb (SignetRecordReviewPage *self)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));

  signet_wizard_page_go (SIGNET_WIZARD_PAGE (self),
                         signet_draft_get_kind (draft) == SIGNET_DRAFT_AUTHORISATION ? "parties" : "details",
                         NULL);
}

/* The same as Next, and then the next one, which begins with what they have in common. */
static void
another_clicked_cb (SignetRecordReviewPage *self)
{
  signet_wizard_page_set_another (SIGNET_WIZARD_PAGE (self), TRUE);
  signet_wizard_page_advance (SIGNET_WIZARD_PAGE (self));
}

static void
submitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autofree char *id = signet_draft_submit_finish (SIGNET_DRAFT (source), result, &error);

  if (id == NULL)
    {
      signet_wizard_page_set_another (g_task_get_source_object (task), FALSE);
      g_task_return_error (task, error);
      return;
    }
  signet_wizard_page_set_outcome (g_task_get_source_object (task), id);
  g_task_return_boolean (task, TRUE);
}

static void
signet_record_review_page_apply_async (SignetWizardPage *page,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task = g_task_new (page, cancellable, callback, user_data);

  g_task_set_source_tag (task, signet_record_review_page_apply_async);
  /* once it is frozen it is frozen, whatever happens to the window */
  g_task_set_check_cancellable (task, FALSE);
  signet_draft_submit_async (signet_wizard_page_get_draft (page), cancellable, submitted_cb, task);
}

static gboolean
signet_record_review_page_apply_finish (SignetWizardPage *page, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
signet_record_review_page_finalize (GObject *object)
{
  g_ptr_array_unref (SIGNET_RECORD_REVIEW_PAGE (object)->rows);

  G_OBJECT_CLASS (signet_record_review_page_parent_class)->finalize (object);
}

static void
signet_record_review_page_class_init (SignetRecordReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SignetWizardPageClass *page_class = SIGNET_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_record_review_page_finalize;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  page_class->shown = signet_record_review_page_shown;
  page_class->apply_async = signet_record_review_page_apply_async;
  page_class->apply_finish = signet_record_review_page_apply_finish;

  g_type_ensure (SIGNET_TYPE_FILES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-record-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRecordReviewPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordReviewPage, group);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordReviewPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordReviewPage, what_next_group);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordReviewPage, review_row);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordReviewPage, another_button);
  gtk_widget_class_bind_template_child (widget_class, SignetRecordReviewPage, files_group);
}

static void
signet_record_review_page_init (SignetRecordReviewPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->edit_button, "clicked", G_CALLBACK (edit_clicked_cb), self);
  g_signal_connect_swapped (self->another_button, "clicked", G_CALLBACK (another_clicked_cb), self);
  g_signal_connect (self, "notify::complete", G_CALLBACK (complete_changed_cb), NULL);
}
