/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-party-details-page.h"

#include <glib/gi18n.h>

#include "app/signet-country-row.h"
#include "app/signet-date-row.h"
#include "app/signet-secret-row.h"
#include "app/signet-words.h"
#include "model/signet-identity.h"
#include "model/signet-words.h"

/*
 * What is printed on a party's document, the contact the other side is shown, and the one only the platform
 * sees. Fields that the chosen kind of party doesn't have aren't shown. What the account is signed in with is
 * private: no contact is filled in from it, since nobody would notice that it goes to the other side.
 */

struct _SignetPartyDetailsPage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  GtkWidget *name_row;
  GtkWidget *other_name_row;
  GtkWidget *country_row;
  AdwComboRow *document_row;
  SignetSecretRow *number_row;
  GtkWidget *valid_until_row;
  GtkWidget *representative_row;
  GtkWidget *contact_name_row;
  GtkWidget *contact_email_row;
  GtkWidget *contact_phone_row;
  GtkWidget *contact_address_row;
  GtkWidget *private_name_row;
  GtkWidget *private_email_row;
  GtkWidget *private_phone_row;

  GListModel *documents; /* of SignetDocumentKind, what the document row offers */
};

G_DEFINE_FINAL_TYPE (SignetPartyDetailsPage, signet_party_details_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = {
  "/name",    "/other_name",      "/country", "/document", "/legal_representative",
  "/contact", "/private_contact", NULL
};

static void
bind (GObject *subject, const char *property, GtkWidget *row)
{
  g_object_bind_property (subject, property, row, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
update_number (SignetPartyDetailsPage *self)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  const char *chosen = signet_party_get_document_kind (signet_draft_get_party (draft));
  guint n = self->documents != NULL ? g_list_model_get_n_items (self->documents) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetDocumentKind) document = g_list_model_get_item (self->documents, i);

      if (!g_str_equal (signet_document_kind_get_kind (document), chosen))
        continue;
      adw_combo_row_set_selected (self->document_row, i);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number_row),
                                     signet_words_label (signet_document_kind_get_label (document)));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->valid_until_row),
                                     signet_document_kind_get_expires (document)
                                         ? _ ("Valid until")
                                         : _ ("Valid until (if it has an end)"));
    }
}

static void
document_selected_cb (SignetPartyDetailsPage *self)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  guint position = adw_combo_row_get_selected (self->document_row);
  g_autoptr (SignetDocumentKind) document = NULL;

  if (self->documents == NULL || position >= g_list_model_get_n_items (self->documents))
    return;
  document = g_list_model_get_item (self->documents, position);
  signet_party_set_document_kind (signet_draft_get_party (draft), signet_document_kind_get_kind (document));
  update_number (self);
}

static void
offer_documents (SignetPartyDetailsPage *self, GListModel *documents)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = documents != NULL ? g_list_model_get_n_items (documents) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetDocumentKind) document = g_list_model_get_item (documents, i);

      gtk_string_list_append (names, signet_words_document_kind (signet_document_kind_get_kind (document)));
    }
  g_clear_object (&self->documents); /* what the row selects while it is filled is nobody's choice */
  adw_combo_row_set_model (self->document_row, G_LIST_MODEL (names));
  g_set_object (&self->documents, documents);
  gtk_widget_set_visible (GTK_WIDGET (self->document_row), n > 1);
  update_number (self);
}

/* The kind may have been changed on the page before. */
static void
signet_party_details_page_shown (SignetWizardPage *page)
{
  SignetPartyDetailsPage *self = SIGNET_PARTY_DETAILS_PAGE (page);
  SignetDraft *draft = signet_wizard_page_get_draft (page);
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));
  SignetParty *party = signet_draft_get_party (draft);
  const char *kind = signet_party_get_kind (party);
  SignetPartyKind *rules = platform != NULL ? signet_platform_find_party_kind (platform, kind) : NULL;
  gboolean organisation = signet_identity_is_organisation (kind);

  /* What has come into the record some other way isn't out of sight either. */
  gtk_widget_set_visible (self->representative_row,
                          organisation || *signet_party_get_legal_representative (party) != '\0');
  gtk_widget_set_visible (self->country_row,
                          signet_identity_is_foreign (kind) || *signet_party_get_country (party) != '\0');
  gtk_widget_set_visible (self->other_name_row, signet_identity_has_other_name (kind) ||
                                                    *signet_party_get_other_name (party) != '\0');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row),
                                 organisation ? _ ("Name of the organisation") : _ ("Name"));
  offer_documents (self, rules != NULL ? signet_party_kind_get_documents (rules) : NULL);
  signet_secret_row_hide (self->number_row);

  SIGNET_WIZARD_PAGE_CLASS (signet_party_details_page_parent_class)->shown (page);
}

static void
signet_party_details_page_constructed (GObject *object)
{
  SignetPartyDetailsPage *self = SIGNET_PARTY_DETAILS_PAGE (object);
  GObject *party = signet_draft_get_subject (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));

  G_OBJECT_CLASS (signet_party_details_page_parent_class)->constructed (object);

  bind (party, "name", self->name_row);
  bind (party, "other-name", self->other_name_row);
  g_object_bind_property (party, "country", self->country_row, "code",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  bind (party, "document-number", GTK_WIDGET (self->number_row));
  bind (party, "document-valid-until", self->valid_until_row);
  bind (party, "legal-representative", self->representative_row);
  bind (party, "contact-name", self->contact_name_row);
  bind (party, "contact-email", self->contact_email_row);
  bind (party, "contact-phone", self->contact_phone_row);
  bind (party, "contact-address", self->contact_address_row);
  bind (party, "private-contact-name", self->private_name_row);
  bind (party, "private-contact-email", self->private_email_row);
  bind (party, "private-contact-phone", self->private_phone_row);
}

static void
signet_party_details_page_finalize (GObject *object)
{
  g_clear_object (&SIGNET_PARTY_DETAILS_PAGE (object)->documents);

  G_OBJECT_CLASS (signet_party_details_page_parent_class)->finalize (object);
}

static void
signet_party_details_page_class_init (SignetPartyDetailsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_party_details_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = signet_party_details_page_finalize;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_party_details_page_shown;

  g_type_ensure (SIGNET_TYPE_COUNTRY_ROW);
  g_type_ensure (SIGNET_TYPE_DATE_ROW);
  g_type_ensure (SIGNET_TYPE_SECRET_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-party-details-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, other_name_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, country_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, document_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, valid_until_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, representative_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, contact_name_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, contact_email_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, contact_phone_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, contact_address_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, private_name_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, private_email_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, private_phone_row);
}

static void
signet_party_details_page_init (SignetPartyDetailsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->document_row, "notify::selected", G_CALLBACK (document_selected_cb), self);
}
