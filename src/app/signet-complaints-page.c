/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaints-page.h"

#include <glib/gi18n.h>

#include "app/signet-column-layout.h"
#include "app/signet-complaint-entry.h"
#include "app/signet-filter-bar.h"
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

struct _SignetComplaintsPage
{
  SignetPage parent_instance;

  GtkWidget *new_button;
  SignetWidthBin *bin;
  SignetFilterBar *filter_bar;
  SignetListStack *list_stack;
  SignetLongList *long_list;
  GtkStack *empty_stack;
  GtkWidget *no_complaints_page;
  GtkWidget *no_match_page;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (SignetComplaintsPage, signet_complaints_page, SIGNET_TYPE_PAGE)

/* What one can filter by. "Sending" passes too quickly to look for. */
static const char *const filter_statuses[] = {
  SIGNET_STATUS_QUEUED,           SIGNET_STATUS_FAILED, SIGNET_STATUS_SUBMITTED,     SIGNET_STATUS_IN_REVIEW,
  SIGNET_STATUS_NEEDS_CORRECTION, SIGNET_STATUS_UPHELD, SIGNET_STATUS_PARTLY_UPHELD, SIGNET_STATUS_REJECTED,
};

#define SORT "complaints-sort" /* a choice, and the key it is kept under */

/* What it may be. */
static const struct
{
  const char *value;
  const char *label;
} sorts[] = {
  /* Translators: an order of the list of complaints, as in "Sort: Newest First" */
  { "newest", N_ ("Newest First") }, { "oldest", N_ ("Oldest First") },    { "number", N_ ("By Number") },
  { "status", N_ ("By Status") },    { "links", N_ ("Most Links First") },
};

static void
show_count (SignetComplaintsPage *self)
{
  GListModel *list = signet_desk_get_complaints (signet_page_get_desk (SIGNET_PAGE (self)));
  guint n = g_list_model_get_n_items (list);
  gboolean filtered = signet_filter_bar_is_filtered (self->filter_bar);
  g_autofree char *subtitle = signet_filter_bar_describe_count (self->filter_bar, n);

  signet_page_set_subtitle (SIGNET_PAGE (self), subtitle);
  gtk_stack_set_visible_child (self->empty_stack, filtered ? self->no_match_page : self->no_complaints_page);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), n > 0 || filtered);
  gtk_widget_set_visible (self->new_button, n > 0 || filtered);
}

static void
filter_changed_cb (SignetComplaintsPage *self)
{
  SignetComplaintFilter filter = {
    .text = signet_filter_bar_get_text (self->filter_bar),
    .status = signet_filter_bar_get_chosen (self->filter_bar, "status"),
    .right = signet_filter_bar_get_chosen (self->filter_bar, "right"),
    .sort = signet_filter_bar_get_chosen (self->filter_bar, SORT),
  };

  signet_desk_filter_complaints (signet_page_get_desk (SIGNET_PAGE (self)), &filter);
  show_count (self);
}

static void
show_all_cb (SignetComplaintsPage *self)
{
  signet_filter_bar_clear (self->filter_bar);
}

static void
set_fixed_options (SignetComplaintsPage *self)
{
  g_autoptr (GMenu) status_menu = g_menu_new ();
  g_autoptr (GMenu) sort_menu = g_menu_new ();

  signet_filter_bar_append_option (status_menu, "status", "", C_ ("filter", "All"), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (filter_statuses); i++)
    signet_filter_bar_append_option (status_menu, "status", filter_statuses[i],
                                     signet_words_status (filter_statuses[i]), NULL);
  signet_filter_bar_set_options (self->filter_bar, "status", status_menu);

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    signet_filter_bar_append_option (sort_menu, SORT, sorts[i].value, _ (sorts[i].label), NULL);
  signet_filter_bar_set_options (self->filter_bar, SORT, sort_menu);
}

static void
rights_changed_cb (SignetComplaintsPage *self)
{
  GListModel *rights = signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self)));
  guint n = g_list_model_get_n_items (rights);
  g_autoptr (GMenu) menu = g_menu_new ();

  signet_filter_bar_append_option (menu, "right", "", C_ ("filter", "All"), NULL);
  for (guint i = 0; i < MIN (n, MAX_RIGHTS); i++)
    {
      g_autoptr (SignetRightRow) right = g_list_model_get_item (rights, i);
      g_autofree char *label = g_strdup_printf ("%s · %s", signet_right_row_get_name (right),
                                                signet_right_row_get_number (right));

      signet_filter_bar_append_option (menu, "right", signet_right_row_get_id (right), label,
                                       signet_right_row_get_name (right));
    }
  if (n > MAX_RIGHTS)
    {
      g_autofree char *number = signet_format_number (n - MAX_RIGHTS);
      /* Translators: the end of a menu that lists only some rights; %s is how many it doesn't list */
      g_autofree char *rest = g_strdup_printf (_ ("%s more: search for their complaints"), number);

      g_menu_append (menu, rest, "list.none"); /* to be read, not chosen */
    }
  signet_filter_bar_set_options (self->filter_bar, "right", menu);
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

  if (gtk_widget_get_visible (GTK_WIDGET (self->filter_bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->filter_bar));
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
  set_fixed_options (self);
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
  g_type_ensure (SIGNET_TYPE_FILTER_BAR);
  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_LONG_LIST);
  g_type_ensure (SIGNET_TYPE_NEW_BUTTON);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-complaints-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, long_list);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, empty_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, no_complaints_page);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, no_match_page);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
signet_complaints_page_init (SignetComplaintsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (APP_ID);
  signet_filter_bar_set_placeholder (self->filter_bar, _ ("Search links, sellers, numbers, texts"));
  signet_filter_bar_add (self->filter_bar, "status", _ ("Status"), NULL);
  signet_filter_bar_add (self->filter_bar, "right", _ ("Right"), NULL);
  /* Translators: an order of the list: "Sort: Newest First" */
  signet_filter_bar_add (self->filter_bar, SORT, _ ("Sort"), self->settings);
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
