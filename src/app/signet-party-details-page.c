/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-party-details-page.h"

#include <glib/gi18n.h>

#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * What is printed on the person's document, and whom the platform can ask. Fields that the chosen kind of
 * party doesn't have aren't shown.
 */

struct _SignetPartyDetailsPage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  GtkWidget *name_row;
  GtkWidget *number_row;
  GtkWidget *valid_until_row;
  GtkWidget *representative_row;
  GtkWidget *contact_name_row;
  GtkWidget *contact_email_row;
  GtkWidget *contact_phone_row;
  GtkWidget *contact_address_row;
};

G_DEFINE_FINAL_TYPE (SignetPartyDetailsPage, signet_party_details_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/name", "/document", "/legal_representative", "/contact", NULL };

static void
bind (GObject *subject, const char *property, GtkWidget *row)
{
  g_object_bind_property (subject, property, row, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
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
  SignetPartyKind *party_kind = platform != NULL ? signet_platform_find_party_kind (platform, kind) : NULL;
  SignetDocumentKind *document = party_kind != NULL ? signet_party_kind_find_document (
                                                          party_kind, signet_party_get_document_kind (party))
                                                    : NULL;
  gboolean organisation = g_str_equal (kind, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);

  gtk_widget_set_visible (self->representative_row, organisation);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row),
                                 organisation ? _ ("Name of the organisation") : _ ("Name"));
  if (document != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number_row),
                                   signet_words_label (signet_document_kind_get_label (document)));
}

/* What the account knows already needn't be typed again. */
static void
suggest_contact (SignetPartyDetailsPage *self)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  SignetAccount *account = signet_draft_get_account (draft);
  SignetParty *party = signet_draft_get_party (draft);

  if (*signet_party_get_contact_email (party) == '\0' && signet_account_get_email (account) != NULL)
    signet_party_set_contact_email (party, signet_account_get_email (account));
  if (*signet_party_get_contact_phone (party) == '\0' && signet_account_get_phone (account) != NULL)
    signet_party_set_contact_phone (party, signet_account_get_phone (account));
}

static void
signet_party_details_page_constructed (GObject *object)
{
  SignetPartyDetailsPage *self = SIGNET_PARTY_DETAILS_PAGE (object);
  GObject *party = signet_draft_get_subject (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));

  G_OBJECT_CLASS (signet_party_details_page_parent_class)->constructed (object);

  suggest_contact (self);
  bind (party, "name", self->name_row);
  bind (party, "document-number", self->number_row);
  bind (party, "document-valid-until", self->valid_until_row);
  bind (party, "legal-representative", self->representative_row);
  bind (party, "contact-name", self->contact_name_row);
  bind (party, "contact-email", self->contact_email_row);
  bind (party, "contact-phone", self->contact_phone_row);
  bind (party, "contact-address", self->contact_address_row);
}

static void
signet_party_details_page_class_init (SignetPartyDetailsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_party_details_page_constructed;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_party_details_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-party-details-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, valid_until_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, representative_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, contact_name_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, contact_email_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, contact_phone_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyDetailsPage, contact_address_row);
}

static void
signet_party_details_page_init (SignetPartyDetailsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
