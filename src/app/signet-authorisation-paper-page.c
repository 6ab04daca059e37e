/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-authorisation-paper-page.h"

#include <glib/gi18n.h>

#include "app/signet-date-row.h"
#include "app/signet-error-text.h"
#include "app/signet-finding-row.h"
#include "app/signet-property-rows.h"
#include "app/signet-words.h"
#include "model/signet-authorisation-validate.h"
#include "model/signet-country.h"
#include "model/signet-identity.h"
#include "model/signet-words.h"

/*
 * The paper an authorisation is given by: Signet writes it, as a PDF where the person says, and tells what
 * has to happen with it before its scan can be added on the page after this one.
 */

/* What a paper can be written in, in the order of the row. */
static const char *const languages[] = { "zh-CN", "en" };

struct _SignetAuthorisationPaperPage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  AdwComboRow *language_row;
  GtkWidget *write_row;
  GtkSpinner *write_spinner;
  AdwActionRow *written_row;
  GtkButton *open_button;
  GtkButton *folder_button;
  AdwPreferencesGroup *steps_group;
  GtkWidget *signed_on_row;

  GPtrArray *step_rows; /* of GtkWidget */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  GFile *written;
  gboolean language_chosen;
};

G_DEFINE_FINAL_TYPE (SignetAuthorisationPaperPage, signet_authorisation_paper_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/signed_on", NULL };

static SignetAuthorisation *
get_authorisation (SignetAuthorisationPaperPage *self)
{
  return signet_draft_get_authorisation (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
}

static SignetParty *
load_party (SignetAuthorisationPaperPage *self, const char *id)
{
  SignetDesk *desk = signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self));

  return *id != '\0' ? signet_desk_load_party (desk, id, NULL, NULL) : NULL;
}

/* Who signs: the principal, or the agent who passes the authorisation on. */
static SignetParty *
load_signer (SignetAuthorisationPaperPage *self)
{
  SignetDesk *desk = signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self));
  const char *follows_id = signet_authorisation_get_follows_id (get_authorisation (self));
  g_autoptr (SignetAuthorisation) follows = NULL;

  if (*follows_id != '\0')
    follows = signet_desk_load_authorisation (desk, follows_id, NULL, NULL);

  return load_party (self, signet_authorisation_get_giver_id (get_authorisation (self), follows));
}

static void
add_step (SignetAuthorisationPaperPage *self, const char *title, const char *explanation)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%u", self->step_rows->len + 1);
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), explanation);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "figures");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->steps_group, row);
  g_ptr_array_add (self->step_rows, row);
}

static void
add_legalisation (SignetAuthorisationPaperPage *self, SignetParty *signer)
{
  const char *country = signet_party_get_country (signer);
  const char *name = *country != '\0' ? signet_country_get_name (country, signet_words_language ()) : NULL;

  add_step (self, _ ("A notary certifies the signature"), name);
  if (*country != '\0' &&
      g_str_equal (signet_country_get_legalisation (country), SIGNET_LEGALISATION_APOSTILLE))
    add_step (self, _ ("The authority there adds an apostille"),
              _ ("The country is a member of the Apostille Convention: the embassy isn’t needed."));
  else
    add_step (self, _ ("The foreign ministry there and the Chinese embassy or consulate legalise it"),
              _ ("The country isn’t a member of the Apostille Convention."));
  add_step (self, _ ("What isn’t in Chinese is translated"),
            _ ("The notary’s words and the apostille, too. The translation has a place of its own."));
}

static void
show_steps (SignetAuthorisationPaperPage *self)
{
  g_autoptr (SignetParty) signer = load_signer (self);
  const char *kind = signer != NULL ? signet_party_get_kind (signer) : "";
  g_autofree char *sign = NULL;

  for (guint i = 0; i < self->step_rows->len; i++)
    adw_preferences_group_remove (self->steps_group, self->step_rows->pdata[i]);
  g_ptr_array_set_size (self->step_rows, 0);

  if (signer == NULL)
    sign = g_strdup (_ ("Whoever gives it signs or seals it"));
  else if (g_str_equal (kind, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION))
    /* Translators: %s is an organisation; its official seal */
    sign = g_strdup_printf (_ ("%s puts its official seal on it"), signet_party_get_name (signer));
  else
    /* Translators: %s is a person or an organisation */
    sign = g_strdup_printf (_ ("%s signs or seals it"), signet_party_get_name (signer));
  add_step (self, sign, _ ("With the day of signing, by somebody who may sign for it."));
  if (signet_identity_is_foreign (kind))
    add_legalisation (self, signer);
  else if (*kind != '\0' && !g_str_equal (kind, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION) &&
           !g_str_equal (kind, SIGNET_PARTY_KIND_MAINLAND_PERSON))
    add_step (self, _ ("It is notarised or attested where the platform asks for it"),
              _ ("In Hong Kong by a China-appointed attesting officer, in Macau and Taiwan by a notary."));
  add_step (self, _ ("The whole paper is scanned, every page"),
            _ ("PDF, or a photograph with all four corners. It is added on the next page."));
}

/* A foreign principal reads English; the platform reads Chinese. */
static void
suggest_language (SignetAuthorisationPaperPage *self)
{
  g_autoptr (SignetParty) signer = load_signer (self);

  if (self->language_chosen || signer == NULL)
    return;
  /* which isn't the person's choice */
  adw_combo_row_set_selected (self->language_row,
                              signet_identity_is_foreign (signet_party_get_kind (signer)) ? 1 : 0);
  self->language_chosen = FALSE;
}

static void
language_selected_cb (SignetAuthorisationPaperPage *self)
{
  self->language_chosen = TRUE;
}

static void
set_busy (SignetAuthorisationPaperPage *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->write_spinner), busy);
  gtk_spinner_set_spinning (self->write_spinner, busy);
  gtk_widget_set_sensitive (self->write_row, !busy);
}

static void
show_written (SignetAuthorisationPaperPage *self, const char *title, const char *subtitle, gboolean good)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->written_row), title);
  adw_action_row_set_subtitle (self->written_row, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), good);
  gtk_widget_set_visible (GTK_WIDGET (self->folder_button), good);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->written_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->written_row), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->written_row), TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetAuthorisationPaperPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = signet_desk_write_authorisation_finish (SIGNET_DESK (source), result, &error);
  g_autofree char *name = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (!written)
    {
      g_autofree char *sentence = signet_error_text_sentence (error);

      g_info ("an authorisation could not be written: %s", error->message);
      show_written (self, _ ("The form couldn’t be written"), sentence, FALSE);
      return;
    }
  name = g_file_get_parse_name (self->written);
  show_written (self, _ ("The form is written"), name, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->open_button));
}

static void
chooser_response_cb (SignetAuthorisationPaperPage *self, int response)
{
  SignetWizardPage *page = SIGNET_WIZARD_PAGE (self);
  guint language = adw_combo_row_get_selected (self->language_row);

  if (response == GTK_RESPONSE_ACCEPT && language < G_N_ELEMENTS (languages))
    {
      g_clear_object (&self->written);
      self->written = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      set_busy (self, TRUE);
      signet_desk_write_authorisation_async (
          signet_wizard_page_get_desk (page), signet_wizard_page_get_draft (page), languages[language],
          self->written, self->cancellable, written_cb, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

/* A name that says what it is, without what no file system takes. */
static char *
make_name (SignetAuthorisationPaperPage *self)
{
  g_autoptr (SignetParty)
      principal = load_party (self, signet_authorisation_get_principal_id (get_authorisation (self)));
  /* Translators: name of a file, without ending: the kind of paper and who gives it */
  g_autofree char *name = g_strdup_printf (_ ("Authorisation by %s"),
                                           principal != NULL ? signet_party_get_name (principal) : "");

  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '_');
  g_strstrip (name);

  return g_strconcat (name, ".pdf", NULL);
}

static void
write_activated_cb (SignetAuthorisationPaperPage *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = make_name (self);

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Write the Form to Sign"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Write"), _ ("_Cancel"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_set_name (filter, _ ("PDF documents"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
show_file (SignetAuthorisationPaperPage *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
open_clicked_cb (SignetAuthorisationPaperPage *self)
{
  show_file (self, self->written);
}

static void
folder_clicked_cb (SignetAuthorisationPaperPage *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->written);

  if (folder != NULL)
    show_file (self, folder);
}

/* Who signs may have been changed on the pages before. */
static void
signet_authorisation_paper_page_shown (SignetWizardPage *page)
{
  SignetAuthorisationPaperPage *self = SIGNET_AUTHORISATION_PAPER_PAGE (page);

  show_steps (self);
  suggest_language (self);

  SIGNET_WIZARD_PAGE_CLASS (signet_authorisation_paper_page_parent_class)->shown (page);
}

static void
signet_authorisation_paper_page_constructed (GObject *object)
{
  SignetAuthorisationPaperPage *self = SIGNET_AUTHORISATION_PAPER_PAGE (object);

  G_OBJECT_CLASS (signet_authorisation_paper_page_parent_class)->constructed (object);

  g_object_bind_property (get_authorisation (self), "signed-on", self->signed_on_row, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
signet_authorisation_paper_page_dispose (GObject *object)
{
  SignetAuthorisationPaperPage *self = SIGNET_AUTHORISATION_PAPER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->written);

  G_OBJECT_CLASS (signet_authorisation_paper_page_parent_class)->dispose (object);
}

static void
signet_authorisation_paper_page_finalize (GObject *object)
{
  g_ptr_array_unref (SIGNET_AUTHORISATION_PAPER_PAGE (object)->step_rows);

  G_OBJECT_CLASS (signet_authorisation_paper_page_parent_class)->finalize (object);
}

static void
signet_authorisation_paper_page_class_init (SignetAuthorisationPaperPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = signet_authorisation_paper_page_constructed;
  object_class->dispose = signet_authorisation_paper_page_dispose;
  object_class->finalize = signet_authorisation_paper_page_finalize;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_authorisation_paper_page_shown;

  g_type_ensure (SIGNET_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-authorisation-paper-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, write_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, write_spinner);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, written_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, folder_button);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPaperPage, signed_on_row);
}

static void
signet_authorisation_paper_page_init (SignetAuthorisationPaperPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->cancellable = g_cancellable_new ();
  self->step_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* each in itself, whatever the language of the program */
  gtk_string_list_append (names, "中文");
  gtk_string_list_append (names, "English");
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->language_row, "notify::selected", G_CALLBACK (language_selected_cb), self);
  g_signal_connect_swapped (self->write_row, "activated", G_CALLBACK (write_activated_cb), self);
  g_signal_connect_swapped (self->open_button, "clicked", G_CALLBACK (open_clicked_cb), self);
  g_signal_connect_swapped (self->folder_button, "clicked", G_CALLBACK (folder_clicked_cb), self);
}
