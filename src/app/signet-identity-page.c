/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-identity-page.h"

#include "app/signet-identity-entry.h"
#include "app/signet-identity-sections.h"
#include "app/signet-list-stack.h"
#include "app/signet-long-list.h"
#include "app/signet-section-line.h"
#include "app/signet-width-bin.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-party-row.h"

/*
 * Who one is and for whom one acts: the certified identities and authorisations, and where each stands:
 * hundreds for an agency. Its rows are #SignetIdentityEntry.
 */

struct _SignetIdentityPage
{
  SignetPage parent_instance;

  SignetWidthBin *bin;
  SignetListStack *list_stack;
  SignetLongList *long_list;

  SignetIdentitySections *sections;
};

G_DEFINE_FINAL_TYPE (SignetIdentityPage, signet_identity_page, SIGNET_TYPE_PAGE)

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
    gtk_widget_add_css_class (GTK_WIDGET (self->long_list), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->long_list), "narrow");
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

  G_OBJECT_CLASS (signet_identity_page_parent_class)->constructed (object);

  self->sections = signet_identity_sections_new (desk);
  signet_long_list_set_model (self->long_list, signet_identity_sections_get_model (self->sections));
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

  g_type_ensure (SIGNET_TYPE_IDENTITY_ENTRY);
  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_LONG_LIST);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-identity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, long_list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
signet_identity_page_init (SignetIdentityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
