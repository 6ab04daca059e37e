/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-authorisation-parties-page.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "app/signet-id-row.h"
#include "app/signet-secret-row.h"
#include "app/signet-words.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-identity.h"
#include "model/signet-party-row.h"
#include "model/signet-words.h"

/*
 * Between whom an authorisation is: the principal, the agent who receives it, the authorisation it passes on
 * where a chain leads to the agent, and the person who acts for the agent.
 */

struct _SignetAuthorisationPartiesPage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  AdwPreferencesGroup *principal_group;
  SignetIdRow *principal_row;
  SignetIdRow *agent_row;
  SignetIdRow *follows_row;
  GtkWidget *handler_name_row;
  SignetSecretRow *handler_number_row;

  GListModel *parties;        /* of SignetPartyRow, everybody */
  GListModel *authorisations; /* of SignetAuthorisationRow, the principal's */
};

G_DEFINE_FINAL_TYPE (SignetAuthorisationPartiesPage, signet_authorisation_parties_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/principal", "/agent", "/follows", "/handler", NULL };

static SignetDesk *
get_desk (SignetAuthorisationPartiesPage *self)
{
  return signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self));
}

static SignetAuthorisation *
get_authorisation (SignetAuthorisationPartiesPage *self)
{
  return signet_draft_get_authorisation (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
}

/* Nobody authorises for the account's own rights, and the own agent is the usual one. */
static void
offer_parties (SignetAuthorisationPartiesPage *self)
{
  guint n = g_list_model_get_n_items (self->parties);

  signet_id_row_clear (self->principal_row);
  signet_id_row_clear (self->agent_row);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetPartyRow) row = g_list_model_get_item (self->parties, i);
      gboolean own = signet_party_row_get_own (row);
      const char *name = signet_party_row_get_name (row);

      if (g_str_equal (signet_party_row_get_role (row), SIGNET_ROLE_PRINCIPAL))
        {
          if (!own)
            signet_id_row_add (self->principal_row, signet_party_row_get_id (row), name);
        }
      else
        {
          /* Translators: a person's or an organisation's name: it is the person at the screen */
          g_autofree char *yours = own ? g_strdup_printf (_ ("%s (you)"), name) : NULL;

          signet_id_row_add (self->agent_row, signet_party_row_get_id (row), own ? yours : name);
        }
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->principal_row),
                               signet_id_row_get_n_choices (self->principal_row) > 0
                                   ? NULL
                                   : _ ("There is none yet: add the owner on the page Identity first."));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->agent_row),
                               signet_id_row_get_n_choices (self->agent_row) > 0
                                   ? NULL
                                   : _ ("There is none yet: certify your identity as an agent first."));
}

static gboolean
is_offered (SignetAuthorisationPartiesPage *self, const char *id)
{
  g_autoptr (SignetAuthorisation) other = signet_desk_load_authorisation (get_desk (self), id, NULL, NULL);

  return other != NULL && !g_str_equal (id, signet_authorisation_get_id (get_authorisation (self))) &&
         !g_str_equal (signet_authorisation_get_agent_id (other),
                       signet_authorisation_get_agent_id (get_authorisation (self)));
}

/* What came before in the chain: an authorisation of the same principal, for another agent. */
static void
offer_links (SignetAuthorisationPartiesPage *self)
{
  guint n = self->authorisations != NULL ? g_list_model_get_n_items (self->authorisations) : 0;

  signet_id_row_clear (self->follows_row);
  signet_id_row_add (self->follows_row, "", _ ("Nobody, the owner itself"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetAuthorisationRow) row = g_list_model_get_item (self->authorisations, i);
      const char *id = signet_authorisation_row_get_id (row);
      g_autofree char *until = signet_format_date_text (signet_authorisation_row_get_valid_until (row));
      g_autofree char *name = NULL;

      if (!is_offered (self, id))
        continue;
      /* Translators: an agent and the last day of its authorisation */
      name = g_strdup_printf (_ ("%s, until %s"), signet_authorisation_row_get_agent_name (row), until);
      signet_id_row_add (self->follows_row, id, name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->follows_row),
                          signet_id_row_get_n_choices (self->follows_row) > 1);
}

static void
agent_changed_cb (SignetAuthorisationPartiesPage *self)
{
  offer_links (self);
}

/* Rights and what came before are the principal's. */
static void
principal_changed_cb (SignetAuthorisationPartiesPage *self)
{
  static const char *const nothing[] = { NULL };

  signet_authorisation_set_right_ids (get_authorisation (self), nothing);
  signet_authorisation_set_follows_id (get_authorisation (self), "");
}

static void
follow_principal (SignetAuthorisationPartiesPage *self)
{
  const char *principal = signet_authorisation_get_principal_id (get_authorisation (self));

  if (self->authorisations != NULL)
    g_signal_handlers_disconnect_by_func (self->authorisations, offer_links, self);
  g_clear_object (&self->authorisations);
  if (*principal != '\0')
    {
      self->authorisations = signet_desk_open_authorisations (get_desk (self), principal);
      g_signal_connect_object (self->authorisations, "items-changed", G_CALLBACK (offer_links), self,
                               G_CONNECT_SWAPPED);
    }
  offer_links (self);
}

static void
bind (SignetAuthorisationPartiesPage *self, const char *property, gpointer row, const char *row_property)
{
  g_object_bind_property (get_authorisation (self), property, row, row_property,
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
signet_authorisation_parties_page_shown (SignetWizardPage *page)
{
  signet_secret_row_hide (SIGNET_AUTHORISATION_PARTIES_PAGE (page)->handler_number_row);

  SIGNET_WIZARD_PAGE_CLASS (signet_authorisation_parties_page_parent_class)->shown (page);
}

static void
signet_authorisation_parties_page_constructed (GObject *object)
{
  SignetAuthorisationPartiesPage *self = SIGNET_AUTHORISATION_PARTIES_PAGE (object);

  G_OBJECT_CLASS (signet_authorisation_parties_page_parent_class)->constructed (object);

  self->parties = signet_desk_open_parties (get_desk (self), NULL);
  g_signal_connect_object (self->parties, "items-changed", G_CALLBACK (offer_parties), self,
                           G_CONNECT_SWAPPED);
  offer_parties (self);
  bind (self, "principal-id", self->principal_row, "chosen");
  bind (self, "agent-id", self->agent_row, "chosen");
  bind (self, "follows-id", self->follows_row, "chosen");
  bind (self, "handler-name", self->handler_name_row, "text");
  bind (self, "handler-document-number", self->handler_number_row, "text");
  follow_principal (self);
  g_signal_connect_object (self->principal_row, "notify::chosen", G_CALLBACK (principal_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_authorisation (self), "notify::principal-id", G_CALLBACK (follow_principal),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_authorisation (self), "notify::agent-id", G_CALLBACK (agent_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
signet_authorisation_parties_page_dispose (GObject *object)
{
  SignetAuthorisationPartiesPage *self = SIGNET_AUTHORISATION_PARTIES_PAGE (object);

  g_clear_object (&self->parties);
  g_clear_object (&self->authorisations);

  G_OBJECT_CLASS (signet_authorisation_parties_page_parent_class)->dispose (object);
}

static void
signet_authorisation_parties_page_class_init (SignetAuthorisationPartiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_authorisation_parties_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_authorisation_parties_page_dispose;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_authorisation_parties_page_shown;

  g_type_ensure (SIGNET_TYPE_ID_ROW);
  g_type_ensure (SIGNET_TYPE_SECRET_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-authorisation-parties-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPartiesPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPartiesPage, principal_group);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPartiesPage, principal_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPartiesPage, agent_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPartiesPage, follows_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPartiesPage, handler_name_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationPartiesPage, handler_number_row);
}

static void
signet_authorisation_parties_page_init (SignetAuthorisationPartiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
