/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-party-page.h"

#include <glib/gi18n.h>

#include "app/signet-authorisation-text.h"
#include "app/signet-format.h"
#include "app/signet-property-rows.h"
#include "app/signet-words.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-country.h"
#include "model/signet-identity.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

/*
 * One party: what its document says, the contact the other side sees and the one only the platform sees, and
 * of somebody one acts for the authorisations and rights.
 */

struct _SignetPartyPage
{
  SignetHoldingPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetPartyPage, signet_party_page, SIGNET_TYPE_HOLDING_PAGE)

static void
show_authorisation (SignetAuthorisationRow *row, SignetTileRow *tile_row)
{
  g_autofree char *period = signet_authorisation_text_period (signet_authorisation_row_get_valid_from (row),
                                                              signet_authorisation_row_get_valid_until (row));

  signet_tile_row_set_icon (tile_row, "x-office-document-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, signet_authorisation_row_get_agent_name (row));
  signet_tile_row_set_subtitle (tile_row, period);
  signet_tile_row_set_status (tile_row, signet_authorisation_row_get_status (row));
  signet_tile_row_set_action (tile_row, "win.open-authorisation", signet_authorisation_row_get_id (row));
}

static GtkWidget *
make_authorisation (gpointer item, gpointer user_data)
{
  GtkWidget *tile_row = signet_tile_row_new ();

  signet_tile_row_follow (SIGNET_TILE_ROW (tile_row), signet_holding_page_get_width_bin (user_data));
  signet_tile_row_hold (SIGNET_TILE_ROW (tile_row), item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_authorisation), tile_row, 0);
  show_authorisation (item, SIGNET_TILE_ROW (tile_row));

  return tile_row;
}

static void
show_right (SignetRightRow *row, SignetTileRow *tile_row)
{
  const char *kind = signet_words_right_kind (signet_right_row_get_kind (row));
  const char *number = signet_right_row_get_number (row);
  g_autofree char *both = *number != '\0' ? g_strdup_printf ("%s · %s", kind, number) : NULL;

  signet_tile_row_set_icon (tile_row, "application-certificate-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, signet_right_row_get_name (row));
  signet_tile_row_set_subtitle (tile_row, both != NULL ? both : kind);
  signet_tile_row_set_status (tile_row, signet_right_row_get_status (row));
  signet_tile_row_set_action (tile_row, "win.open-right", signet_right_row_get_id (row));
}

static GtkWidget *
make_right (gpointer item, gpointer user_data)
{
  GtkWidget *tile_row = signet_tile_row_new ();

  signet_tile_row_follow (SIGNET_TILE_ROW (tile_row), signet_holding_page_get_width_bin (user_data));
  signet_tile_row_hold (SIGNET_TILE_ROW (tile_row), item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_right), tile_row, 0);
  show_right (item, SIGNET_TILE_ROW (tile_row));

  return tile_row;
}

static void
show_heading (SignetPartyPage *self, SignetParty *party)
{
  SignetTileRow *row = signet_holding_page_get_status_row (SIGNET_HOLDING_PAGE (self));
  const char *kind = signet_words_party_kind (signet_party_get_kind (party));
  const char *role = signet_words_role (signet_party_get_role (party));
  /* Translators: a kind of person or organisation, and whether it is a principal or an agent */
  g_autofree char *both = g_strdup_printf (_ ("%s · %s"), kind, role);

  signet_page_set_title (SIGNET_PAGE (self), signet_party_get_name (party));
  signet_page_set_subtitle (SIGNET_PAGE (self), signet_party_get_own (party) ? _ ("Own Identity") : role);
  signet_tile_row_set_icon (
      row, signet_party_get_own (party) ? "auth-smartcard-symbolic" : "system-users-symbolic",
      SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (row, signet_party_get_name (party));
  signet_tile_row_set_subtitle (row, both);
}

static void
show_document (SignetPartyPage *self, SignetParty *party)
{
  g_autofree char *until = signet_format_date_text (signet_party_get_document_valid_until (party));
  const char *country = signet_party_get_country (party);
  AdwPreferencesGroup *group = signet_holding_page_add_group (SIGNET_HOLDING_PAGE (self), _ ("Details"),
                                                              NULL);

  signet_property_rows_add (group, _ ("Name in another script"), signet_party_get_other_name (party));
  if (signet_identity_is_foreign (signet_party_get_kind (party)) && *country != '\0')
    signet_property_rows_add (group, _ ("Country or region"),
                              signet_country_get_name (country, signet_words_language ()));
  signet_property_rows_add (group, _ ("Document"),
                            signet_words_document_kind (signet_party_get_document_kind (party)));
  signet_property_rows_add_secret (group, _ ("Number"), signet_party_get_document_number (party));
  signet_property_rows_add (group, _ ("Valid until"), until);
  signet_property_rows_add (group, _ ("Legal representative"), signet_party_get_legal_representative (party));
}

static void
show_contacts (SignetPartyPage *self, SignetParty *party)
{
  AdwPreferencesGroup *group = signet_holding_page_add_group (SIGNET_HOLDING_PAGE (self),
                                                              _ ("Contact Shown to the Other Side"), NULL);

  signet_property_rows_add (group, _ ("Contact person"), signet_party_get_contact_name (party));
  signet_property_rows_add (group, _ ("E-mail"), signet_party_get_contact_email (party));
  signet_property_rows_add (group, _ ("Mobile number"), signet_party_get_contact_phone (party));
  signet_property_rows_add (group, _ ("Address"), signet_party_get_contact_address (party));

  if (*signet_party_get_private_contact_name (party) == '\0' &&
      *signet_party_get_private_contact_email (party) == '\0' &&
      *signet_party_get_private_contact_phone (party) == '\0')
    return;
  group = signet_holding_page_add_group (SIGNET_HOLDING_PAGE (self), _ ("Private Contact"),
                                         _ ("Only the platform sees it."));
  signet_property_rows_add (group, _ ("Private contact person"),
                            signet_party_get_private_contact_name (party));
  signet_property_rows_add (group, _ ("Private e-mail"), signet_party_get_private_contact_email (party));
  signet_property_rows_add (group, _ ("Private mobile number"),
                            signet_party_get_private_contact_phone (party));
}

static void
signet_party_page_fill (SignetHoldingPage *page)
{
  SignetPartyPage *self = SIGNET_PARTY_PAGE (page);
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  const char *id = signet_holding_page_get_id (page);
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetParty) party = signet_desk_load_party (desk, id, &certification, &error);

  if (party == NULL)
    {
      g_warning ("a record cannot be read: %s", error->message);
      return;
    }
  signet_holding_page_clear (page);
  show_heading (self, party);
  show_document (self, party);
  show_contacts (self, party);
  if (g_str_equal (signet_party_get_role (party), SIGNET_ROLE_PRINCIPAL))
    {
      signet_holding_page_add_list (page, _ ("Authorisations"), signet_desk_open_authorisations (desk, id),
                                    make_authorisation, self);
      signet_holding_page_add_list (page, _ ("Rights"), signet_desk_open_rights (desk, id), make_right, self);
    }
  signet_holding_page_show_papers (page, G_LIST_MODEL (signet_party_get_evidence (party)));
  signet_holding_page_show_status (page, "win.correct-party", certification);
}

static void
signet_party_page_class_init (SignetPartyPageClass *klass)
{
  SIGNET_HOLDING_PAGE_CLASS (klass)->fill = signet_party_page_fill;
}

static void
signet_party_page_init (SignetPartyPage *self)
{
}

/**
 * signet_party_page_new:
 * @desk: an open desk
 * @id: local id of a party
 *
 * Returns: (transfer floating): its page
 */
SignetPage *
signet_party_page_new (SignetDesk *desk, const char *id)
{
  SignetPage *self = g_object_new (SIGNET_TYPE_PARTY_PAGE, "desk", desk, NULL);

  signet_holding_page_watch (SIGNET_HOLDING_PAGE (self), SIGNET_KIND_PARTY, signet_desk_get_parties (desk),
                             id);

  return self;
}
