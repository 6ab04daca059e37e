/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-principal-switcher.h"

#include <glib/gi18n.h>

#include "model/signet-party-row.h"

/*
 * In the sidebar of somebody who works for several principals: whose things every page shows. Pressed, it
 * lists them all, to be searched by name. Nobody sees it who has but one.
 */

/* With fewer there is nothing to search for. */
#define SEARCH_FROM 8

struct _SignetPrincipalSwitcher
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkWidget *content; /* of the button */
  GtkLabel *name_label;
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkListView *list_view;
  GtkStringFilter *filter;
  GtkNoSelection *selection;

  SignetDesk *desk;
  GPtrArray *
      rows; /* while the popover is open: a list lets go of what nobody holds, and of that no name is known */
};

G_DEFINE_FINAL_TYPE (SignetPrincipalSwitcher, signet_principal_switcher, ADW_TYPE_BIN)

static char *
find_name (SignetPrincipalSwitcher *self, const char *id)
{
  GListModel *principals = signet_desk_get_principals (self->desk);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (principals); i++)
    {
      g_autoptr (SignetPartyRow) row = g_list_model_get_item (principals, i);

      if (g_strcmp0 (signet_party_row_get_id (row), id) == 0)
        return g_strdup (signet_party_row_get_name (row));
    }

  return g_strdup (_ ("All Principals"));
}

static void
update (SignetPrincipalSwitcher *self)
{
  g_autofree char *name = find_name (self, signet_desk_get_principal (self->desk));
  g_autofree char *label = NULL;

  gtk_label_set_label (self->name_label, name);
  /* Translators: for screen readers, a button that changes the principal whose things are shown */
  label = g_strdup_printf (_ ("Shown: %s"), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          g_list_model_get_n_items (signet_desk_get_principals (self->desk)) > 1);
}

static void
choose (SignetPrincipalSwitcher *self, const char *id)
{
  signet_desk_set_principal (self->desk, id);
  gtk_popover_popdown (self->popover);
}

static void
all_chosen_cb (SignetPrincipalSwitcher *self)
{
  choose (self, NULL);
}

static void
row_activated_cb (SignetPrincipalSwitcher *self, guint position)
{
  g_autoptr (SignetPartyRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  choose (self, signet_party_row_get_id (row));
}

/* Return in the search takes the first that was found. */
static void
search_activated_cb (SignetPrincipalSwitcher *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    row_activated_cb (self, 0);
}

static void
search_changed_cb (SignetPrincipalSwitcher *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
popover_map_cb (SignetPrincipalSwitcher *self)
{
  GListModel *principals = signet_desk_get_principals (self->desk);
  guint n = g_list_model_get_n_items (principals);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->rows, g_list_model_get_item (principals, i));
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), n >= SEARCH_FROM);
}

static void
popover_unmap_cb (SignetPrincipalSwitcher *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_ptr_array_set_size (self->rows, 0);
}

static void
signet_principal_switcher_dispose (GObject *object)
{
  SignetPrincipalSwitcher *self = SIGNET_PRINCIPAL_SWITCHER (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->desk); /* its signals were connected with g_signal_connect_object() */

  G_OBJECT_CLASS (signet_principal_switcher_parent_class)->dispose (object);
}

static void
signet_principal_switcher_class_init (SignetPrincipalSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_principal_switcher_dispose;

  g_type_ensure (SIGNET_TYPE_PARTY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-principal-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPrincipalSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, SignetPrincipalSwitcher, content);
  gtk_widget_class_bind_template_child (widget_class, SignetPrincipalSwitcher, name_label);
  gtk_widget_class_bind_template_child (widget_class, SignetPrincipalSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, SignetPrincipalSwitcher, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetPrincipalSwitcher, list_view);
  gtk_widget_class_bind_template_child (widget_class, SignetPrincipalSwitcher, filter);
  gtk_widget_class_bind_template_child (widget_class, SignetPrincipalSwitcher, selection);
  gtk_widget_class_bind_template_callback (widget_class, all_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
signet_principal_switcher_init (SignetPrincipalSwitcher *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* GTK puts what a menu button shows into a box of its own, in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->content), GTK_ALIGN_FILL);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (popover_map_cb), self);
  g_signal_connect_swapped (self->popover, "unmap", G_CALLBACK (popover_unmap_cb), self);
}

/**
 * signet_principal_switcher_set_desk:
 * @self: a switcher
 * @desk: the desk whose lists it governs; set once
 */
void
signet_principal_switcher_set_desk (SignetPrincipalSwitcher *self, SignetDesk *desk)
{
  GListModel *principals;
  GtkFilterListModel *found;

  g_return_if_fail (SIGNET_IS_PRINCIPAL_SWITCHER (self));
  g_return_if_fail (SIGNET_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  principals = signet_desk_get_principals (desk);
  found = GTK_FILTER_LIST_MODEL (gtk_no_selection_get_model (self->selection));
  gtk_filter_list_model_set_model (found, principals);
  g_signal_connect_object (desk, "notify::principal", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (principals, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
