/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-rights-page.h"

#include <glib/gi18n.h>

#include "app/signet-column-layout.h"
#include "app/signet-format.h"
#include "app/signet-list-stack.h"
#include "app/signet-long-list.h"
#include "app/signet-new-button.h"
#include "app/signet-page-stack.h"
#include "app/signet-right-entry.h"
#include "app/signet-right-fields.h"
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
  GtkWidget *filter_bar;
  GtkEditable *search_entry;
  GtkMenuButton *kind_button;
  GtkMenuButton *status_button;
  SignetListStack *list_stack;
  SignetLongList *long_list;
  GtkStack *empty_stack;
  GtkWidget *no_rights_page;
  GtkWidget *no_match_page;

  GSimpleActionGroup *actions;
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

static SignetPlatform *
get_platform (SignetRightsPage *self)
{
  SignetAccount *account = signet_desk_get_account (signet_page_get_desk (SIGNET_PAGE (self)));

  return account != NULL ? signet_account_get_platform (account) : NULL;
}

/* Filters */

static const char *
get_choice (SignetRightsPage *self, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), action);

  return g_variant_get_string (state, NULL); /* the action holds the state */
}

static gboolean
is_filtered (SignetRightsPage *self)
{
  return *get_choice (self, "status") != '\0' || *get_choice (self, "kind") != '\0' ||
         *gtk_editable_get_text (self->search_entry) != '\0';
}

static void
show_choice (GtkMenuButton *button, const char *name, const char *value)
{
  g_autofree char *label = NULL;

  if (value != NULL)
    /* Translators: a filter and its value: "Status: Upheld". Chinese: %s：%s */
    label = g_strdup_printf (_ ("%s: %s"), name, value);
  gtk_menu_button_set_label (button, label != NULL ? label : name);
  if (label != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (button), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "active");
}

static void
show_count (SignetRightsPage *self)
{
  GListModel *list = signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self)));
  guint n = g_list_model_get_n_items (list);
  gboolean filtered = is_filtered (self);
  g_autofree char *number = signet_format_number (n);
  g_autofree char *subtitle = NULL;

  /* Translators: %s is a number of rights */
  subtitle = g_strdup_printf (filtered ? _ ("%s found") : _ ("%s in all"), number);
  signet_page_set_subtitle (SIGNET_PAGE (self), n > 0 ? subtitle : "");
  gtk_stack_set_visible_child (self->empty_stack, filtered ? self->no_match_page : self->no_rights_page);
  gtk_widget_set_visible (self->filter_bar, n > 0 || filtered);
  gtk_widget_set_visible (self->new_button, n > 0 || filtered);
  gtk_widget_set_visible (self->menu_button, n > 0 || filtered);
}

static void
filter_changed_cb (SignetRightsPage *self)
{
  const char *status = get_choice (self, "status");
  const char *kind = get_choice (self, "kind");
  SignetRightFilter filter = {
    .text = gtk_editable_get_text (self->search_entry),
    .kind = *kind != '\0' ? kind : NULL,
    .status = *status != '\0' ? status : NULL,
  };

  show_choice (self->status_button, _ ("Status"), *status != '\0' ? signet_words_status (status) : NULL);
  show_choice (self->kind_button, _ ("Kind"),
               *kind != '\0' ? signet_right_fields_get_kind_name (get_platform (self), kind) : NULL);
  signet_desk_filter_rights (signet_page_get_desk (SIGNET_PAGE (self)), &filter);
  show_count (self);
}

static void
show_all_cb (SignetRightsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "status", g_variant_new_string (""));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "kind", g_variant_new_string (""));
  filter_changed_cb (self);
}

static void
search_stopped_cb (SignetRightsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_child_focus (GTK_WIDGET (self->list_stack), GTK_DIR_TAB_FORWARD);
}

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

static void
fill_menus (SignetRightsPage *self)
{
  SignetPlatform *platform = get_platform (self);
  GListModel *kinds = platform != NULL ? signet_platform_get_right_kinds (platform) : NULL;
  g_autoptr (GMenu) kind_menu = g_menu_new ();
  g_autoptr (GMenu) status_menu = g_menu_new ();

  append_choice (kind_menu, C_ ("filter", "All"), "list.kind", "");
  for (gsize i = 0; filter_kinds[i] != NULL; i++)
    append_choice (kind_menu, signet_words_right_kind (filter_kinds[i]), "list.kind", filter_kinds[i]);
  for (guint i = 0; kinds != NULL && i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (SignetRightKind) kind = g_list_model_get_item (kinds, i);

      if (!g_strv_contains (filter_kinds, signet_right_kind_get_kind (kind)))
        append_choice (kind_menu, signet_words_label (signet_right_kind_get_label (kind)), "list.kind",
                       signet_right_kind_get_kind (kind));
    }
  gtk_menu_button_set_menu_model (self->kind_button, G_MENU_MODEL (kind_menu));

  append_choice (status_menu, C_ ("filter", "All"), "list.status", "");
  for (gsize i = 0; i < G_N_ELEMENTS (filter_statuses); i++)
    append_choice (status_menu, signet_words_status (filter_statuses[i]), "list.status", filter_statuses[i]);
  gtk_menu_button_set_menu_model (self->status_button, G_MENU_MODEL (status_menu));
}

/* Another account's list, with its platform's kinds. */
static void
account_changed_cb (SignetRightsPage *self)
{
  fill_menus (self);
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

  if (gtk_widget_get_visible (self->filter_bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
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

  if (is_filtered (self) && front != NULL && front != SIGNET_PAGE (self) && !signet_page_get_pushed (front))
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
signet_rights_page_dispose (GObject *object)
{
  SignetRightsPage *self = SIGNET_RIGHTS_PAGE (object);

  g_clear_object (&self->actions);

  G_OBJECT_CLASS (signet_rights_page_parent_class)->dispose (object);
}

static void
signet_rights_page_class_init (SignetRightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_rights_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_rights_page_dispose;
  SIGNET_PAGE_CLASS (klass)->search = signet_rights_page_search;
  widget_class->unmap = signet_rights_page_unmap;

  g_type_ensure (SIGNET_TYPE_COLUMN_LAYOUT);
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
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, kind_button);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, long_list);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, empty_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, no_rights_page);
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, no_match_page);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
signet_rights_page_init (SignetRightsPage *self)
{
  static const char *const names[] = { "status", "kind" };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction)
          action = g_simple_action_new_stateful (names[i], G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      g_signal_connect_object (action, "notify::state", G_CALLBACK (filter_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
