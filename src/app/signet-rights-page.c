/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-rights-page.h"

#include <glib/gi18n.h>

#include "app/signet-column-layout.h"
#include "app/signet-filter-bar.h"
#include "app/signet-list-stack.h"
#include "app/signet-long-list.h"
#include "app/signet-new-button.h"
#include "app/signet-page-stack.h"
#include "app/signet-right-entry.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

/*
 * What one owns: each right with its number, its owner, how long it lasts and where it stands; a table, where
 * there is little width a list, searched and filtered by the desk. Its rows are #SignetRightEntry.
 *
 * The filter is the page's, not the desk's: it ends when another page of the sidebar comes to the front.
 */

struct _SignetRightsPage
{
  SignetPage parent_instance;

  GtkWidget *new_button;
  GtkWidget *menu_button;
  SignetWidthBin *bin;
  SignetFilterBar *filter_bar;
  SignetListStack *list_stack;
  SignetLongList *long_list;
  GtkStack *empty_stack;
  GtkWidget *no_rights_page;
  GtkWidget *no_match_page;
};

G_DEFINE_FINAL_TYPE (SignetRightsPage, signet_rights_page, SIGNET_TYPE_PAGE)

/* What one can filter by. */
static const char *const filter_statuses[] = {
  SIGNET_STATUS_UNCERTIFIED, SIGNET_STATUS_SUBMITTED, SIGNET_STATUS_IN_REVIEW, SIGNET_STATUS_NEEDS_CORRECTION,
  SIGNET_STATUS_APPROVED,    SIGNET_STATUS_REJECTED,  SIGNET_STATUS_EXPIRED,
};

/* Kinds this version knows; a platform may know more, and they come after these. */
static const char *const filter_kinds[] = {
  SIGNET_RIGHT_KIND_TRADEMARK,      SIGNET_RIGHT_KIND_INVENTION, SIGNET_RIGHT_KIND_UTILITY_MODEL,
  SIGNET_RIGHT_KIND_DESIGN,         SIGNET_RIGHT_KIND_WORK,      SIGNET_RIGHT_KIND_SOFTWARE,
  SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, SIGNET_RIGHT_KIND_PORTRAIT,  NULL,
};

static void
show_count (SignetRightsPage *self)
{
  GListModel *list = signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self)));
  guint n = g_list_model_get_n_items (list);
  gboolean filtered = signet_filter_bar_is_filtered (self->filter_bar);
  g_autofree char *subtitle = signet_filter_bar_describe_count (self->filter_bar, n);

  signet_page_set_subtitle (SIGNET_PAGE (self), subtitle);
  gtk_stack_set_visible_child (self->empty_stack, filtered ? self->no_match_page : self->no_rights_page);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), n > 0 || filtered);
  gtk_widget_set_visible (self->new_button, n > 0 || filtered);
  gtk_widget_set_visible (self->menu_button, n > 0 || filtered);
}

static void
filter_changed_cb (SignetRightsPage *self)
{
  SignetRightFilter filter = {
    .text = signet_filter_bar_get_text (self->filter_bar),
    .kind = signet_filter_bar_get_chosen (self->filter_bar, "kind"),
    .status = signet_filter_bar_get_chosen (self->filter_bar, "status"),
  };

  signet_desk_filter_rights (signet_page_get_desk (SIGNET_PAGE (self)), &filter);
  show_count (self);
}

static void
show_all_cb (SignetRightsPage *self)
{
  signet_filter_bar_clear (self->filter_bar);
}

static void
set_options (SignetRightsPage *self)
{
  SignetAccount *account = signet_desk_get_account (signet_page_get_desk (SIGNET_PAGE (self)));
  SignetPlatform *platform = account != NULL ? signet_account_get_platform (account) : NULL;
  GListModel *kinds = platform != NULL ? signet_platform_get_right_kinds (platform) : NULL;
  g_autoptr (GMenu) kind_menu = g_menu_new ();
  g_autoptr (GMenu) status_menu = g_menu_new ();

  signet_filter_bar_append_option (kind_menu, "kind", "", C_ ("filter", "All"), NULL);
  for (gsize i = 0; filter_kinds[i] != NULL; i++)
    signet_filter_bar_append_option (kind_menu, "kind", filter_kinds[i],
                                     signet_words_right_kind (filter_kinds[i]), NULL);
  for (guint i = 0; kinds != NULL && i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (SignetRightKind) kind = g_list_model_get_item (kinds, i);

      if (!g_strv_contains (filter_kinds, signet_right_kind_get_kind (kind)))
        signet_filter_bar_append_option (kind_menu, "kind", signet_right_kind_get_kind (kind),
                                         signet_words_label (signet_right_kind_get_label (kind)), NULL);
    }
  signet_filter_bar_set_options (self->filter_bar, "kind", kind_menu);

  signet_filter_bar_append_option (status_menu, "status", "", C_ ("filter", "All"), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (filter_statuses); i++)
    signet_filter_bar_append_option (status_menu, "status", filter_statuses[i],
                                     signet_words_status (filter_statuses[i]), NULL);
  signet_filter_bar_set_options (self->filter_bar, "status", status_menu);
}

/* Another account's list, with its platform's kinds. */
static void
account_changed_cb (SignetRightsPage *self)
{
  set_options (self);
  filter_changed_cb (self);
}

/* Views */

static void
activated_cb (SignetRightsPage *self, guint position)
{
  GListModel *list = signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self)));
  g_autoptr (SignetRightRow) row = g_list_model_get_item (list, position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-right", "s", signet_right_row_get_id (row));
}

static void
narrow_changed_cb (SignetRightsPage *self)
{
  if (signet_width_bin_get_narrow (self->bin))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
retry_cb (SignetRightsPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));

  signet_desk_reload (desk, signet_desk_get_rights (desk));
}

static void
signet_rights_page_search (SignetPage *page)
{
  SignetRightsPage *self = SIGNET_RIGHTS_PAGE (page);

  if (gtk_widget_get_visible (GTK_WIDGET (self->filter_bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->filter_bar));
}

/* Other pages speak of all rights. What was opened from here is left by coming back: then the filter and the
 * place in the list are still wanted. */
static void
signet_rights_page_unmap (GtkWidget *widget)
{
  SignetRightsPage *self = SIGNET_RIGHTS_PAGE (widget);
  GtkWidget *stack = gtk_widget_get_ancestor (widget, SIGNET_TYPE_PAGE_STACK);
  SignetPage *front = stack != NULL ? signet_page_stack_get_page (SIGNET_PAGE_STACK (stack)) : NULL;

  GTK_WIDGET_CLASS (signet_rights_page_parent_class)->unmap (widget);

  if (signet_filter_bar_is_filtered (self->filter_bar) && front != NULL && front != SIGNET_PAGE (self) &&
      !signet_page_get_pushed (front))
    show_all_cb (self);
}

static void
signet_rights_page_constructed (GObject *object)
{
  SignetRightsPage *self = SIGNET_RIGHTS_PAGE (object);
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  GListModel *list = signet_desk_get_rights (desk);

  G_OBJECT_CLASS (signet_rights_page_parent_class)->constructed (object);

  signet_long_list_set_model (self->long_list, list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::account", G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
  account_changed_cb (self);
  signet_list_stack_set_list (self->list_stack, list);
}

static void
signet_rights_page_class_init (SignetRightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_rights_page_constructed;
  SIGNET_PAGE_CLASS (klass)->search = signet_rights_page_search;
  widget_class->unmap = signet_rights_page_unmap;

  g_type_ensure (SIGNET_TYPE_COLUMN_LAYOUT);
  g_type_ensure (SIGNET_TYPE_FILTER_BAR);
  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_NEW_BUTTON);
  g_type_ensure (SIGNET_TYPE_LONG_LIST);
  g_type_ensure (SIGNET_TYPE_RIGHT_ENTRY);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-rights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, long_list);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, empty_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, no_rights_page);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, no_match_page);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
signet_rights_page_init (SignetRightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  signet_filter_bar_set_placeholder (self->filter_bar, _ ("Search numbers, names, owners"));
  signet_filter_bar_add (self->filter_bar, "kind", _ ("Kind"), NULL);
  signet_filter_bar_add (self->filter_bar, "status", _ ("Status"), NULL);
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
