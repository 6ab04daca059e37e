/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-identity-page.h"

#include <glib/gi18n.h>

#include "app/signet-authorisation-text.h"
#include "app/signet-identity-sections.h"
#include "app/signet-list-stack.h"
#include "app/signet-section-line.h"
#include "app/signet-tile-row.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-identity.h"
#include "model/signet-party-row.h"

/*
 * Who one is and for whom one acts: the certified identities and authorisations, and where each stands. It is
 * a list view, since an agency has hundreds.
 */

struct _SignetIdentityPage
{
  SignetPage parent_instance;

  SignetWidthBin *bin;
  SignetListStack *list_stack;
  GtkListView *list_view;

  SignetIdentitySections *sections;
};

G_DEFINE_FINAL_TYPE (SignetIdentityPage, signet_identity_page, SIGNET_TYPE_PAGE)

static void
show_party (SignetPartyRow *row, SignetTileRow *tile_row)
{
  const char *kind = signet_party_row_get_kind (row);
  const char *icon = signet_identity_is_organisation (kind) ? "system-users-symbolic"
                                                            : "avatar-default-symbolic";
  g_autofree char *both = NULL;

  both = g_strdup_printf ("%s · %s", signet_words_party_kind (kind),
                          signet_words_role (signet_party_row_get_role (row)));
  signet_tile_row_set_icon (tile_row, signet_party_row_get_own (row) ? "auth-smartcard-symbolic" : icon,
                            SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, signet_party_row_get_name (row));
  signet_tile_row_set_subtitle (tile_row,
                                signet_party_row_get_own (row) ? both : signet_words_party_kind (kind));
  signet_tile_row_set_status (tile_row, signet_party_row_get_status (row));
  signet_tile_row_set_action (tile_row, "win.open-party", signet_party_row_get_id (row));
}

static void
show_authorisation (SignetAuthorisationRow *row, SignetTileRow *tile_row)
{
  guint n = (guint) signet_authorisation_row_get_n_rights (row);
  g_autofree char *period = signet_authorisation_text_period (signet_authorisation_row_get_valid_from (row),
                                                              signet_authorisation_row_get_valid_until (row));
  g_autofree char *rights = NULL;
  g_autofree char *receiver = NULL;
  g_autofree char *subtitle = NULL;

  rights = signet_authorisation_row_get_all_rights (row)
               ? g_strdup (_ ("All rights"))
               : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u right", "%u rights", n), n);
  /* Translators: who is authorised, and for which rights */
  receiver = g_strdup_printf (_ ("For %s · %s"), signet_authorisation_row_get_agent_name (row), rights);
  subtitle = g_strconcat (receiver, "\n", period, NULL);
  signet_tile_row_set_icon (tile_row, "x-office-document-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, signet_authorisation_row_get_principal_name (row));
  signet_tile_row_set_subtitle (tile_row, subtitle);
  signet_tile_row_set_status (tile_row, signet_authorisation_row_get_status (row));
  signet_tile_row_set_action (tile_row, "win.open-authorisation", signet_authorisation_row_get_id (row));
}

static GtkWidget *
make_heading (SignetSectionLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", signet_section_line_get_title (line), "xalign",
                                   0.0, "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  const char *text = signet_section_line_get_explanation (line);

  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  if (text != NULL)
    {
      GtkWidget *explanation = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                             NULL);

      gtk_widget_add_css_class (explanation, "caption");
      gtk_widget_add_css_class (explanation, "dim-label");
      gtk_box_append (GTK_BOX (box), explanation);
    }

  return box;
}

static GtkWidget *
make_child (SignetIdentityPage *self, GObject *item)
{
  GtkWidget *tile_row;

  if (SIGNET_IS_SECTION_LINE (item) && signet_section_line_get_action (SIGNET_SECTION_LINE (item)) == NULL)
    return make_heading (SIGNET_SECTION_LINE (item));

  tile_row = signet_tile_row_new ();
  gtk_widget_set_focusable (tile_row, FALSE); /* the list's own row is */
  signet_tile_row_follow (SIGNET_TILE_ROW (tile_row), G_OBJECT (self->bin));
  if (SIGNET_IS_SECTION_LINE (item))
    {
      SignetSectionLine *line = SIGNET_SECTION_LINE (item);

      signet_tile_row_set_icon (SIGNET_TILE_ROW (tile_row), "list-add-symbolic", SIGNET_MEANING_NEUTRAL);
      signet_tile_row_set_title (SIGNET_TILE_ROW (tile_row), signet_section_line_get_title (line));
      signet_tile_row_set_action (SIGNET_TILE_ROW (tile_row), signet_section_line_get_action (line),
                                  signet_section_line_get_target (line));
    }
  else if (SIGNET_IS_PARTY_ROW (item))
    {
      g_signal_connect_object (item, "changed", G_CALLBACK (show_party), tile_row, 0);
      show_party (SIGNET_PARTY_ROW (item), SIGNET_TILE_ROW (tile_row));
    }
  else
    {
      g_signal_connect_object (item, "changed", G_CALLBACK (show_authorisation), tile_row, 0);
      show_authorisation (SIGNET_AUTHORISATION_ROW (item), SIGNET_TILE_ROW (tile_row));
    }

  return tile_row;
}

static const char *
name_item (GObject *item)
{
  if (SIGNET_IS_SECTION_LINE (item))
    return signet_section_line_get_title (SIGNET_SECTION_LINE (item));
  if (SIGNET_IS_PARTY_ROW (item))
    return signet_party_row_get_name (SIGNET_PARTY_ROW (item));

  return signet_authorisation_row_get_principal_name (SIGNET_AUTHORISATION_ROW (item));
}

/* A section ends with what can be added; the own identity, when it is there, is all of its section. */
static gboolean
ends_section (GObject *item)
{
  return SIGNET_IS_SECTION_LINE (item) ||
         (SIGNET_IS_PARTY_ROW (item) && signet_party_row_get_own (SIGNET_PARTY_ROW (item)));
}

static void
bind_cb (SignetIdentityPage *self, GtkListItem *list_item)
{
  GObject *item = gtk_list_item_get_item (list_item);
  GtkWidget *child = make_child (self, item);
  gboolean heading = !SIGNET_IS_TILE_ROW (child);
  GtkWidget *row;

  gtk_list_item_set_child (list_item, child);
  gtk_list_item_set_activatable (list_item, !heading);
  gtk_list_item_set_selectable (list_item, FALSE);
  row = gtk_widget_get_parent (child);
  gtk_widget_set_focusable (row, !heading);
  if (heading)
    gtk_widget_add_css_class (row, "section-heading");
  else if (ends_section (item))
    gtk_widget_add_css_class (row, "section-end");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name_item (item), -1);
}

static void
unbind_cb (SignetIdentityPage *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (list_item));

  gtk_widget_remove_css_class (row, "section-heading");
  gtk_widget_remove_css_class (row, "section-end");
  gtk_list_item_set_child (list_item, NULL);
}

static void
activate_cb (SignetIdentityPage *self, guint position)
{
  g_autoptr (GObject)
      item = g_list_model_get_item (signet_identity_sections_get_model (self->sections), position);
  GtkWidget *widget = GTK_WIDGET (self);

  if (SIGNET_IS_PARTY_ROW (item))
    gtk_widget_activate_action (widget, "win.open-party", "s",
                                signet_party_row_get_id (SIGNET_PARTY_ROW (item)));
  else if (SIGNET_IS_AUTHORISATION_ROW (item))
    gtk_widget_activate_action (widget, "win.open-authorisation", "s",
                                signet_authorisation_row_get_id (SIGNET_AUTHORISATION_ROW (item)));
  else if (SIGNET_IS_SECTION_LINE (item))
    {
      const char *action = signet_section_line_get_action (SIGNET_SECTION_LINE (item));
      const char *target = signet_section_line_get_target (SIGNET_SECTION_LINE (item));

      if (action != NULL)
        gtk_widget_activate_action_variant (widget, action,
                                            target != NULL ? g_variant_new_string (target) : NULL);
    }
}

static void
narrow_changed_cb (SignetIdentityPage *self)
{
  if (signet_width_bin_get_narrow (self->bin))
    gtk_widget_add_css_class (GTK_WIDGET (self->list_view), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->list_view), "narrow");
}

static void
retry_cb (SignetIdentityPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));

  signet_desk_reload (desk, signet_desk_get_parties (desk));
}

static void
signet_identity_page_constructed (GObject *object)
{
  SignetIdentityPage *self = SIGNET_IDENTITY_PAGE (object);
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  G_OBJECT_CLASS (signet_identity_page_parent_class)->constructed (object);

  self->sections = signet_identity_sections_new (desk);
  selection = gtk_no_selection_new (g_object_ref (signet_identity_sections_get_model (self->sections)));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_list_view_set_factory (self->list_view, factory);
  signet_list_stack_set_list (self->list_stack, signet_desk_get_parties (desk));
}

static void
signet_identity_page_dispose (GObject *object)
{
  g_clear_object (&SIGNET_IDENTITY_PAGE (object)->sections);

  G_OBJECT_CLASS (signet_identity_page_parent_class)->dispose (object);
}

static void
signet_identity_page_class_init (SignetIdentityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_identity_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_identity_page_dispose;

  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-identity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
signet_identity_page_init (SignetIdentityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
