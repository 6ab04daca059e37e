/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-authorisation-page.h"

#include <glib/gi18n.h>

#include "app/signet-authorisation-text.h"
#include "app/signet-finding-text.h"
#include "app/signet-format.h"
#include "app/signet-property-rows.h"
#include "app/signet-words.h"
#include "model/signet-authorisation-chain.h"
#include "model/signet-certification.h"
#include "model/signet-finding-codes.h"
#include "model/signet-words.h"

/*
 * One authorisation: whether a complaint can be filed by it today and, if not, why; between whom it is, what
 * for, how the chain leads to it, and its papers.
 */

struct _SignetAuthorisationPage
{
  SignetHoldingPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetAuthorisationPage, signet_authorisation_page, SIGNET_TYPE_HOLDING_PAGE)

static SignetAuthorisation *
look_up (const char *id, gpointer user_data)
{
  return signet_desk_load_authorisation (user_data, id, NULL, NULL);
}

static void
add_row (AdwPreferencesGroup *group, const char *icon_name, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, "subtitle-lines",
                                 0, "focusable", FALSE, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (group, row);
}

static char *
find_standing (const char *id, gpointer user_data)
{
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (SignetAuthorisation) link = signet_desk_load_authorisation (user_data, id, &certification, NULL);
  g_autoptr (SignetParty) party = link == NULL ? signet_desk_load_party (user_data, id, &certification, NULL)
                                               : NULL;

  return g_strdup (certification != NULL ? signet_certification_get_status (certification)
                                         : SIGNET_STATUS_UNCERTIFIED);
}

static char *
find_name (const char *id, gpointer user_data)
{
  g_autoptr (SignetParty) party = signet_desk_load_party (user_data, id, NULL, NULL);

  return g_strdup (party != NULL ? signet_party_get_name (party) : "");
}

/* Of an authorisation for somebody else, the chain's own agent stands in for the account's. */
static void
show_cover (SignetAuthorisationPage *self, SignetAuthorisation *authorisation)
{
  SignetHoldingPage *page = SIGNET_HOLDING_PAGE (self);
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  SignetAccount *account = signet_desk_get_account (desk);
  SignetPlatform *platform = account != NULL ? signet_account_get_platform (account) : NULL;
  const char *agent = signet_authorisation_get_agent_id (authorisation);
  g_autoptr (SignetParty) receiver = signet_desk_load_party (desk, agent, NULL, NULL);
  g_autoptr (GPtrArray)
      links = signet_authorisation_collect_chain (signet_holding_page_get_id (page), look_up, desk);
  g_autoptr (GPtrArray) found = NULL;
  gboolean is_own = receiver != NULL && signet_party_get_own (receiver);
  AdwPreferencesGroup *group;
  GDate today;

  if (platform == NULL)
    return;
  signet_clock_today (signet_desk_get_clock (desk), &today);
  found = signet_authorisation_check_chain (links, signet_authorisation_get_principal_id (authorisation),
                                            agent, NULL, signet_platform_get_rules (platform), &today);
  signet_authorisation_check_standing (links, is_own ? agent : "", find_standing, find_name, desk, found);
  group = signet_holding_page_add_group (page, _ ("Does It Cover Today?"), NULL);
  if (found->len == 0 && is_own)
    add_row (group, "object-select-symbolic", _ ("Yes: complaints can be filed by it"),
             signet_authorisation_get_all_rights (authorisation)
                 ? _ ("About every right of the owner.")
                 : _ ("About the rights it names. Others need another authorisation."));
  else if (found->len == 0)
    add_row (group, "object-select-symbolic", _ ("Yes, for the agent it names"),
             _ ("You file by the authorisation that follows it."));
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *title = signet_finding_text_title (found->pdata[i]);
      g_autofree char *advice = signet_finding_text_advice (found->pdata[i]);

      add_row (group, "dialog-warning-symbolic", title, advice);
    }
}

static void
add_party (SignetAuthorisationPage *self, AdwPreferencesGroup *group, const char *name, const char *id)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  g_autoptr (SignetParty) party = *id != '\0' ? signet_desk_load_party (desk, id, NULL, NULL) : NULL;
  GtkWidget *row;

  if (party == NULL)
    return;
  row = signet_property_rows_add (group, name, signet_party_get_name (party));
  if (row == NULL)
    return;
  gtk_widget_set_focusable (row, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-party");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
show_parties (SignetAuthorisationPage *self, SignetAuthorisation *authorisation)
{
  AdwPreferencesGroup *group = signet_holding_page_add_group (SIGNET_HOLDING_PAGE (self), _ ("Between Whom"),
                                                              NULL);

  add_party (self, group, C_ ("authorisation", "Principal"),
             signet_authorisation_get_principal_id (authorisation));
  add_party (self, group, C_ ("authorisation", "Agent"), signet_authorisation_get_agent_id (authorisation));
  signet_property_rows_add (group, _ ("Name of the person"),
                            signet_authorisation_get_handler_name (authorisation));
  signet_property_rows_add_secret (group, _ ("ID card number of the person"),
                                   signet_authorisation_get_handler_document_number (authorisation));
}

static void
show_scope (SignetAuthorisationPage *self, SignetAuthorisation *authorisation)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  g_autofree char *scope = signet_authorisation_text_scope (authorisation);
  g_autofree char *rights = signet_authorisation_text_rights (authorisation, desk);
  g_autofree char *platforms = signet_authorisation_text_platforms (authorisation, desk);
  g_autofree char *signed_on = signet_format_date_text (signet_authorisation_get_signed_on (authorisation));
  g_autofree char *period =
      signet_authorisation_text_period (signet_authorisation_get_valid_from (authorisation),
                                        signet_authorisation_get_valid_until (authorisation));
  AdwPreferencesGroup *group = signet_holding_page_add_group (SIGNET_HOLDING_PAGE (self), _ ("What For"),
                                                              NULL);

  signet_property_rows_add (group, _ ("What the agent may do"), scope);
  signet_property_rows_add (group, _ ("Rights"), rights);
  signet_property_rows_add (group, _ ("Platforms"), platforms);
  signet_property_rows_add (group, _ ("Valid"), period);
  signet_property_rows_add (group, _ ("May be passed on"),
                            signet_authorisation_get_sub_delegation (authorisation) ? _ ("Yes") : _ ("No"));
  signet_property_rows_add (group, _ ("Signed on"), signed_on);
}

/* From the owner to the agent, one row for each authorisation. */
static void
show_chain (SignetAuthorisationPage *self)
{
  SignetHoldingPage *page = SIGNET_HOLDING_PAGE (self);
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  const char *id = signet_holding_page_get_id (page);
  g_autoptr (GPtrArray) links = signet_authorisation_collect_chain (id, look_up, desk);
  AdwPreferencesGroup *group;

  if (links->len < 2)
    return;
  group = signet_holding_page_add_group (page, _ ("How It Came to You"),
                                         _ ("Each link has to cover the right, the platform and the day."));
  for (guint i = links->len; i > 0; i--)
    {
      SignetAuthorisation *link = links->pdata[i - 1];
      g_autoptr (SignetParty)
          agent = signet_desk_load_party (desk, signet_authorisation_get_agent_id (link), NULL, NULL);
      g_autofree char *period = signet_authorisation_text_period (
          signet_authorisation_get_valid_from (link), signet_authorisation_get_valid_until (link));
      /* Translators: a link of a chain of authorisations: its number, and who is authorised */
      g_autofree char *title = g_strdup_printf (_ ("%u. %s"), links->len - i + 1,
                                                agent != NULL ? signet_party_get_name (agent) : "");

      add_row (group, "x-office-document-symbolic", title, period);
    }
}

static void
show_heading (SignetAuthorisationPage *self, SignetAuthorisation *authorisation)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  SignetTileRow *row = signet_holding_page_get_status_row (SIGNET_HOLDING_PAGE (self));
  g_autoptr (SignetParty) principal =
      signet_desk_load_party (desk, signet_authorisation_get_principal_id (authorisation), NULL, NULL);
  const char *name = principal != NULL ? signet_party_get_name (principal) : "";
  g_autofree char *until = signet_format_date_text (signet_authorisation_get_valid_until (authorisation));
  /* Translators: %s is the last day of an authorisation */
  g_autofree char *term = g_strdup_printf (_ ("Until %s"), until);

  signet_page_set_title (SIGNET_PAGE (self), name);
  signet_page_set_subtitle (SIGNET_PAGE (self), _ ("Authorisation"));
  signet_tile_row_set_icon (row, "x-office-document-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (row, name);
  signet_tile_row_set_subtitle (row, term);
}

static void
signet_authorisation_page_fill (SignetHoldingPage *page)
{
  SignetAuthorisationPage *self = SIGNET_AUTHORISATION_PAGE (page);
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAuthorisation) authorisation =
      signet_desk_load_authorisation (desk, signet_holding_page_get_id (page), &certification, &error);

  if (authorisation == NULL)
    {
      g_warning ("a record cannot be read: %s", error->message);
      return;
    }
  signet_holding_page_clear (page);
  show_heading (self, authorisation);
  show_cover (self, authorisation);
  show_parties (self, authorisation);
  show_scope (self, authorisation);
  show_chain (self);
  signet_holding_page_show_papers (page, G_LIST_MODEL (signet_authorisation_get_evidence (authorisation)));
  signet_holding_page_show_status (page, "win.correct-authorisation", certification);
}

static void
signet_authorisation_page_class_init (SignetAuthorisationPageClass *klass)
{
  SIGNET_HOLDING_PAGE_CLASS (klass)->fill = signet_authorisation_page_fill;
}

static void
signet_authorisation_page_init (SignetAuthorisationPage *self)
{
}

/**
 * signet_authorisation_page_new:
 * @desk: an open desk
 * @id: local id of an authorisation
 *
 * Returns: (transfer floating): its page
 */
SignetPage *
signet_authorisation_page_new (SignetDesk *desk, const char *id)
{
  SignetPage *self = g_object_new (SIGNET_TYPE_AUTHORISATION_PAGE, "desk", desk, NULL);

  signet_holding_page_watch (SIGNET_HOLDING_PAGE (self), SIGNET_KIND_AUTHORISATION,
                             signet_desk_get_authorisations (desk), id);

  return self;
}
