/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaints-page.h"

#include <glib/gi18n.h>

#include "app/signet-column-layout.h"
#include "app/signet-complaint-entry.h"
#include "app/signet-format.h"
#include "app/signet-list-stack.h"
#include "app/signet-long-list.h"
#include "app/signet-new-button.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-complaint-row.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

/*
 * All complaints of the account: a table, where there is little width a list, searched and filtered by the
 * desk. Its rows are #SignetComplaintEntry.
 */

/* Rights the filter offers: a menu with thousands takes its time and nobody finds anything in it. */
#define MAX_RIGHTS 20

/* A filter's value in its button: longer names are cut. */
#define MAX_FILTER_NAME 28

struct _SignetComplaintsPage
{
  SignetPage parent_instance;

  GtkWidget *new_button;
  SignetWidthBin *bin;
  GtkWidget *filter_bar;
  GtkEditable *search_entry;
  GtkMenuButton *status_button;
  GtkMenuButton *right_button;
  GtkMenuButton *sort_button;
  SignetListStack *list_stack;
  SignetLongList *long_list;
  GtkStack *empty_stack;
  GtkWidget *no_complaints_page;
  GtkWidget *no_match_page;

  GSimpleActionGroup *actions;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (SignetComplaintsPage, signet_complaints_page, SIGNET_TYPE_PAGE)

/* What one can filter by. "Sending" passes too quickly to look for. */
static const char *const filter_statuses[] = {
  SIGNET_STATUS_QUEUED,           SIGNET_STATUS_FAILED, SIGNET_STATUS_SUBMITTED,     SIGNET_STATUS_IN_REVIEW,
  SIGNET_STATUS_NEEDS_CORRECTION, SIGNET_STATUS_UPHELD, SIGNET_STATUS_PARTLY_UPHELD, SIGNET_STATUS_REJECTED,
};

/* What the key "complaints-sort" may be. */
static const struct
{
  const char *value;
  const char *label;
} sorts[] = {
  /* Translators: an order of the list of complaints, as in "Sort: Newest First" */
  { "newest", N_ ("Newest First") }, { "oldest", N_ ("Oldest First") },    { "number", N_ ("By Number") },
  { "status", N_ ("By Status") },    { "links", N_ ("Most Links First") },
};

/* Filters */

static const char *
get_choice (SignetComplaintsPage *self, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), action);

  return g_variant_get_string (state, NULL); /* the action holds the state */
}

static void
choose (SignetComplaintsPage *self, const char *action, const char *value)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), action, g_variant_new_string (value));
}

static gboolean
is_filtered (SignetComplaintsPage *self)
{
  return *get_choice (self, "status") != '\0' || *get_choice (self, "right") != '\0' ||
         *gtk_editable_get_text (self->search_entry) != '\0';
}

static void
show_choice (GtkMenuButton *button, const char *name, const char *value)
{
  g_autofree char *label = NULL;

  if (value == NULL)
    {
      gtk_menu_button_set_label (button, name);
      gtk_widget_remove_css_class (GTK_WIDGET (button), "active");
      return;
    }

  if (g_utf8_strlen (value, -1) > MAX_FILTER_NAME)
    {
      g_autofree char *beginning = g_utf8_substring (value, 0, MAX_FILTER_NAME - 1);

      /* Translators: a filter and its value: "Status: Upheld". Chinese: %s：%s */
      label = g_strdup_printf (_ ("%s: %s…"), name, beginning);
    }
  else
    /* Translators: a filter and its value: "Status: Upheld". Chinese: %s：%s */
    label = g_strdup_printf (_ ("%s: %s"), name, value);
  gtk_menu_button_set_label (button, label);
  gtk_widget_add_css_class (GTK_WIDGET (button), "active");
}

static void
show_status_choice (SignetComplaintsPage *self)
{
  const char *status = get_choice (self, "status");

  show_choice (self->status_button, _ ("Status"), *status != '\0' ? signet_words_status (status) : NULL);
}

static void
show_right_choice (SignetComplaintsPage *self)
{
  GListModel *rights = signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self)));
  const char *id = get_choice (self, "right");

  show_choice (self->right_button, _ ("Right"), NULL);
  for (guint i = 0; *id != '\0' && i < MIN (g_list_model_get_n_items (rights), MAX_RIGHTS); i++)
    {
      g_autoptr (SignetRightRow) right = g_list_model_get_item (rights, i);

      if (g_str_equal (signet_right_row_get_id (right), id))
        show_choice (self->right_button, _ ("Right"), signet_right_row_get_name (right));
    }
}

static void
show_sort_choice (SignetComplaintsPage *self, const char *sort)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].value, sort))
      {
        /* Translators: an order of the list and its name: "Sort: Newest First". Chinese: %s：%s */
        g_autofree char *label = g_strdup_printf (_ ("%s: %s"), _ ("Sort"), _ (sorts[i].label));

        gtk_menu_button_set_label (self->sort_button, label);
      }
}

static void
show_count (SignetComplaintsPage *self)
{
  GListModel *list = signet_desk_get_complaints (signet_page_get_desk (SIGNET_PAGE (self)));
  guint n = g_list_model_get_n_items (list);
  gboolean filtered = is_filtered (self);
  g_autofree char *number = signet_format_number (n);
  g_autofree char *subtitle = NULL;

  /* Translators: %s is a number of complaints */
  subtitle = g_strdup_printf (filtered ? _ ("%s found") : _ ("%s in all"), number);
  signet_page_set_subtitle (SIGNET_PAGE (self), n > 0 ? subtitle : "");
  gtk_stack_set_visible_child (self->empty_stack, filtered ? self->no_match_page : self->no_complaints_page);
  gtk_widget_set_visible (self->filter_bar, n > 0 || filtered);
  gtk_widget_set_visible (self->new_button, n > 0 || filtered);
}

static void
filter_changed_cb (SignetComplaintsPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  const char *status = get_choice (self, "status");
  const char *right = get_choice (self, "right");
  g_autofree char *sort = g_settings_get_string (self->settings, "complaints-sort");
  SignetComplaintFilter filter = {
    .text = gtk_editable_get_text (self->search_entry),
    .status = *status != '\0' ? status : NULL,
    .right = *right != '\0' ? right : NULL,
    .sort = sort,
  };

  show_status_choice (self);
  show_right_choice (self);
  show_sort_choice (self, sort);
  signet_desk_filter_complaints (desk, &filter);
  show_count (self);
}

static void
show_all_cb (SignetComplaintsPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  choose (self, "status", "");
  choose (self, "right", "");
  filter_changed_cb (self);
}

static void
search_stopped_cb (SignetComplaintsPage *self)
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
fill_status_menu (SignetComplaintsPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_choice (menu, C_ ("filter", "All"), "list.status", "");
  for (gsize i = 0; i < G_N_ELEMENTS (filter_statuses); i++)
    append_choice (menu, signet_words_status (filter_statuses[i]), "list.status", filter_statuses[i]);
  gtk_menu_button_set_menu_model (self->status_button, G_MENU_MODEL (menu));
}

static void
fill_sort_menu (SignetComplaintsPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    append_choice (menu, _ (sorts[i].label), "list.complaints-sort", sorts[i].value);
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
}

static void
rights_changed_cb (SignetComplaintsPage *self)
{
  GListModel *rights = signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self)));
  guint n = g_list_model_get_n_items (rights);
  g_autoptr (GMenu) menu = g_menu_new ();

  append_choice (menu, C_ ("filter", "All"), "list.right", "");
  for (guint i = 0; i < MIN (n, MAX_RIGHTS); i++)
    {
      g_autoptr (SignetRightRow) right = g_list_model_get_item (rights, i);
      g_autofree char *label = g_strdup_printf ("%s · %s", signet_right_row_get_name (right),
                                                signet_right_row_get_number (right));

      append_choice (menu, label, "list.right", signet_right_row_get_id (right));
    }
  if (n > MAX_RIGHTS)
    {
      g_autofree char *number = signet_format_number (n - MAX_RIGHTS);
      /* Translators: the end of a menu that lists only some rights; %s is how many it doesn't list */
      g_autofree char *rest = g_strdup_printf (_ ("%s more: search for their complaints"), number);

      g_menu_append (menu, rest, "list.none"); /* to be read, not chosen */
    }
  gtk_menu_button_set_menu_model (self->right_button, G_MENU_MODEL (menu));
  /* With one right there is nothing to choose. */
  gtk_widget_set_visible (GTK_WIDGET (self->right_button), n > 1);
  show_right_choice (self);
}

/* Views */

static void
activated_cb (SignetComplaintsPage *self, guint position)
{
  GListModel *list = signet_desk_get_complaints (signet_page_get_desk (SIGNET_PAGE (self)));
  g_autoptr (SignetComplaintRow) row = g_list_model_get_item (list, position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-complaint", "s",
                                signet_complaint_row_get_id (row));
}

static void
narrow_changed_cb (SignetComplaintsPage *self)
{
  if (signet_width_bin_get_narrow (self->bin))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
retry_cb (SignetComplaintsPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));

  signet_desk_reload (desk, signet_desk_get_complaints (desk));
}

static void
signet_complaints_page_search (SignetPage *page)
{
  SignetComplaintsPage *self = SIGNET_COMPLAINTS_PAGE (page);

  if (gtk_widget_get_visible (self->filter_bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
signet_complaints_page_constructed (GObject *object)
{
  SignetComplaintsPage *self = SIGNET_COMPLAINTS_PAGE (object);
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  GListModel *list = signet_desk_get_complaints (desk);
  GListModel *rights = signet_desk_get_rights (desk);

  G_OBJECT_CLASS (signet_complaints_page_parent_class)->constructed (object);

  signet_long_list_set_model (self->long_list, list);
  fill_status_menu (self);
  fill_sort_menu (self);
  g_signal_connect_object (rights, "items-changed", G_CALLBACK (rights_changed_cb), self, G_CONNECT_SWAPPED);
  rights_changed_cb (self);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  /* Another account's list begins without a filter. */
  g_signal_connect_object (desk, "notify::account", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  signet_list_stack_set_list (self->list_stack, list);
}

static void
signet_complaints_page_dispose (GObject *object)
{
  SignetComplaintsPage *self = SIGNET_COMPLAINTS_PAGE (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (signet_complaints_page_parent_class)->dispose (object);
}

static void
signet_complaints_page_class_init (SignetComplaintsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_complaints_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_complaints_page_dispose;
  SIGNET_PAGE_CLASS (klass)->search = signet_complaints_page_search;

  g_type_ensure (SIGNET_TYPE_COLUMN_LAYOUT);
  g_type_ensure (SIGNET_TYPE_COMPLAINT_ENTRY);
  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_LONG_LIST);
  g_type_ensure (SIGNET_TYPE_NEW_BUTTON);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-complaints-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, right_button);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, long_list);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, empty_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, no_complaints_page);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, no_match_page);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
signet_complaints_page_init (SignetComplaintsPage *self)
{
  static const char *const names[] = { "status", "right" };
  g_autoptr (GAction) sort = NULL;

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
  self->settings = g_settings_new (APP_ID);
  sort = g_settings_create_action (self->settings, "complaints-sort");
  g_action_map_add_action (G_ACTION_MAP (self->actions), sort);
  g_signal_connect_object (self->settings, "changed::complaints-sort", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
