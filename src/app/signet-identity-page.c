/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-identity-page.h"

#include <glib/gi18n.h>

#include "app/signet-list-stack.h"
#include "app/signet-tile-row.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-party-row.h"

/*
 * Who one is: the certified identities and where each stands.
 */

struct _SignetIdentityPage
{
  SignetPage parent_instance;

  SignetWidthBin *bin;
  SignetListStack *list_stack;
  GtkWidget *content;
  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (SignetIdentityPage, signet_identity_page, SIGNET_TYPE_PAGE)

static void
show_row (SignetPartyRow *row, SignetTileRow *tile_row)
{
  signet_tile_row_set_icon (tile_row, "auth-smartcard-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, signet_party_row_get_name (row));
  signet_tile_row_set_subtitle (tile_row, signet_words_party_kind (signet_party_row_get_kind (row)));
  signet_tile_row_set_status (tile_row, signet_party_row_get_status (row));
  signet_tile_row_set_action (tile_row, "win.open-party", signet_party_row_get_id (row));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  SignetIdentityPage *self = user_data;
  GtkWidget *tile_row = signet_tile_row_new ();

  signet_tile_row_follow (SIGNET_TILE_ROW (tile_row), G_OBJECT (self->bin));
  signet_tile_row_hold (SIGNET_TILE_ROW (tile_row), item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_row), tile_row, 0);
  show_row (item, SIGNET_TILE_ROW (tile_row));

  return tile_row;
}

static void
narrow_changed_cb (SignetIdentityPage *self)
{
  if (signet_width_bin_get_narrow (self->bin))
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
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
  GListModel *list = signet_desk_get_parties (signet_page_get_desk (SIGNET_PAGE (self)));

  G_OBJECT_CLASS (signet_identity_page_parent_class)->constructed (object);

  gtk_list_box_bind_model (self->list_box, list, make_row, self, NULL);
  signet_list_stack_set_list (self->list_stack, list);
}

static void
signet_identity_page_class_init (SignetIdentityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_identity_page_constructed;

  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-identity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, content);
  gtk_widget_class_bind_template_child (widget_class, SignetIdentityPage, list_box);
}

static void
signet_identity_page_init (SignetIdentityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
