/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-rights-page.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "app/signet-list-stack.h"
#include "app/signet-new-button.h"
#include "app/signet-tile-row.h"
#include "app/signet-width-bin.h"
#include "model/signet-right-row.h"

/*
 * What one owns: each right with its number, its owner, how long it lasts and where it stands.
 */

struct _SignetRightsPage
{
  SignetPage parent_instance;

  GtkWidget *new_button;
  SignetWidthBin *bin;
  SignetListStack *list_stack;
  GtkWidget *content;
  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (SignetRightsPage, signet_rights_page, SIGNET_TYPE_PAGE)

static void
show_row (SignetRightRow *row, SignetTileRow *tile_row)
{
  g_autofree char *until = signet_format_date_text (signet_right_row_get_valid_until (row));
  g_autofree char *unbroken = signet_format_unbroken (until);
  g_autofree char *subtitle = NULL;

  if (*until != '\0')
    /* Translators: number of a registration, its owner, and the date it ends */
    subtitle = g_strdup_printf (_ ("No. %s · %s · until %s"), signet_right_row_get_number (row),
                                signet_right_row_get_owner (row), unbroken);
  else
    /* Translators: number of a registration, and its owner */
    subtitle = g_strdup_printf (_ ("No. %s · %s"), signet_right_row_get_number (row),
                                signet_right_row_get_owner (row));
  signet_tile_row_set_icon (tile_row, "application-certificate-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, signet_right_row_get_name (row));
  signet_tile_row_set_subtitle (tile_row, subtitle);
  signet_tile_row_set_status (tile_row, signet_right_row_get_status (row));
  signet_tile_row_set_action (tile_row, "win.open-right", signet_right_row_get_id (row));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  SignetRightsPage *self = user_data;
  GtkWidget *tile_row = signet_tile_row_new ();

  signet_tile_row_follow (SIGNET_TILE_ROW (tile_row), G_OBJECT (self->bin));
  signet_tile_row_hold (SIGNET_TILE_ROW (tile_row), item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_row), tile_row, 0);
  show_row (item, SIGNET_TILE_ROW (tile_row));

  return tile_row;
}

static void
narrow_changed_cb (SignetRightsPage *self)
{
  if (signet_width_bin_get_narrow (self->bin))
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
}

static void
list_changed_cb (SignetRightsPage *self)
{
  GListModel *list = signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self)));

  gtk_widget_set_visible (self->new_button, g_list_model_get_n_items (list) > 0);
}

static void
retry_cb (SignetRightsPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));

  signet_desk_reload (desk, signet_desk_get_rights (desk));
}

static void
signet_rights_page_constructed (GObject *object)
{
  SignetRightsPage *self = SIGNET_RIGHTS_PAGE (object);
  GListModel *list = signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self)));

  G_OBJECT_CLASS (signet_rights_page_parent_class)->constructed (object);

  gtk_list_box_bind_model (self->list_box, list, make_row, self, NULL);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  list_changed_cb (self);
  signet_list_stack_set_list (self->list_stack, list);
}

static void
signet_rights_page_class_init (SignetRightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_rights_page_constructed;

  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_NEW_BUTTON);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-rights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, content);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, list_box);
}

static void
signet_rights_page_init (SignetRightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
