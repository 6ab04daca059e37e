/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/signet-account-switcher.h"
#include "app/signet-format.h"
#include "app/signet-principal-switcher.h"

/*
 * The window's sidebar: who is working, on which platform and for whom, the pages with the number of things
 * that wait, and at the bottom what is known about the platform's side.
 *
 * Choosing a page activates "win.go" with its name.
 */

/* "2 minutes ago" goes stale. */
#define REFRESH_SECONDS 20

struct _SignetSidebar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SignetAccountSwitcher *switcher;
  SignetPrincipalSwitcher *principal_switcher;
  GtkListBox *nav_list;
  GtkLabel *today_badge;
  GtkWidget *today_row;
  GtkImage *sync_icon;
  GtkLabel *sync_label;
  GtkLabel *waiting_label;

  SignetDesk *desk;
  SignetAccount *account;
  guint refresh;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (SignetSidebar, signet_sidebar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_today (SignetSidebar *self)
{
  guint n_today = 0;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  g_object_get (self->desk, "n-today", &n_today, NULL);
  count = signet_format_number (n_today);
  gtk_label_set_label (self->today_badge, count);
  gtk_widget_set_visible (GTK_WIDGET (self->today_badge), n_today > 0);

  if (n_today == 0)
    label = g_strdup (_ ("Today"));
  else
    /* Translators: for screen readers, the page "Today" with the number of things that wait there */
    label = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Today, %u thing waits", "Today, %u things wait", n_today), n_today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->today_row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static char *
describe_sync (SignetSidebar *self, gboolean online)
{
  gint64 last = signet_desk_get_last_sync (self->desk);
  g_autofree char *when = NULL;

  if (!online && last > 0)
    {
      when = signet_format_time (last);
      /* Translators: %s is a time of day */
      return g_strdup_printf (_ ("Offline since %s"), when);
    }

  if (!online)
    return g_strdup (_ ("Offline"));

  if (last == 0)
    return g_strdup (_ ("Not synced yet"));

  when = signet_format_ago (last, signet_clock_now (signet_desk_get_clock (self->desk)));

  /* Translators: %s is "just now", "2 minutes ago" or a day and time */
  return g_strdup_printf (_ ("Synced %s"), when);
}

static void
update_sync (SignetSidebar *self)
{
  guint n_waiting = signet_desk_get_n_waiting (self->desk);
  gboolean online = self->account != NULL && signet_account_get_online (self->account);
  g_autofree char *state = NULL;
  g_autofree char *waiting = NULL;

  state = describe_sync (self, online);
  gtk_label_set_label (self->sync_label, state);
  gtk_image_set_from_icon_name (self->sync_icon,
                                online ? "emblem-synchronizing-symbolic" : "network-offline-symbolic");

  waiting = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u waiting to be sent", "%u waiting to be sent", n_waiting), n_waiting);
  gtk_label_set_label (self->waiting_label, waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_label), n_waiting > 0);
}

static gboolean
refresh_cb (gpointer user_data)
{
  update_sync (user_data);

  return G_SOURCE_CONTINUE;
}

static void
sync_changed_cb (SignetSidebar *self)
{
  update_sync (self);
}

static void
today_changed_cb (SignetSidebar *self)
{
  update_today (self);
}

static void
account_changed_cb (SignetSidebar *self)
{
  SignetAccount *account = signet_desk_get_account (self->desk);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, sync_changed_cb, self);
  g_set_object (&self->account, account);
  if (account != NULL)
    g_signal_connect_object (account, "notify", G_CALLBACK (sync_changed_cb), self, G_CONNECT_SWAPPED);
  sync_changed_cb (self);
}

static void
row_activated_cb (SignetSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", gtk_widget_get_name (GTK_WIDGET (row)));
}

/* Arrow keys and assistive technology select; in a folded window that must not leave the sidebar yet. */
static void
row_selected_cb (SignetSidebar *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->folded && self->desk != NULL)
    row_activated_cb (self, row);
}

static void
signet_sidebar_map (GtkWidget *widget)
{
  SignetSidebar *self = SIGNET_SIDEBAR (widget);

  GTK_WIDGET_CLASS (signet_sidebar_parent_class)->map (widget);

  if (self->desk != NULL)
    update_sync (self);
  self->refresh = g_timeout_add_seconds (REFRESH_SECONDS, refresh_cb, self);
}

static void
signet_sidebar_unmap (GtkWidget *widget)
{
  SignetSidebar *self = SIGNET_SIDEBAR (widget);

  g_clear_handle_id (&self->refresh, g_source_remove);

  GTK_WIDGET_CLASS (signet_sidebar_parent_class)->unmap (widget);
}

static void
signet_sidebar_dispose (GObject *object)
{
  SignetSidebar *self = SIGNET_SIDEBAR (object);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, sync_changed_cb, self);
  g_clear_object (&self->account);
  g_clear_object (&self->desk); /* its signals were connected with g_signal_connect_object() */
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_SIDEBAR);

  G_OBJECT_CLASS (signet_sidebar_parent_class)->dispose (object);
}

static void
signet_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, SIGNET_SIDEBAR (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      SIGNET_SIDEBAR (object)->folded = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_sidebar_class_init (SignetSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_sidebar_dispose;
  object_class->get_property = signet_sidebar_get_property;
  object_class->set_property = signet_sidebar_set_property;
  widget_class->map = signet_sidebar_map;
  widget_class->unmap = signet_sidebar_unmap;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_ACCOUNT_SWITCHER);
  g_type_ensure (SIGNET_TYPE_PRINCIPAL_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, switcher);
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, principal_switcher);
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, nav_list);
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, today_badge);
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, today_row);
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, sync_icon);
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, sync_label);
  gtk_widget_class_bind_template_child (widget_class, SignetSidebar, waiting_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_sidebar_init (SignetSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->nav_list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->nav_list, "row-selected", G_CALLBACK (row_selected_cb), self);
}

/**
 * signet_sidebar_set_desk:
 * @self: a sidebar
 * @desk: the desk it speaks of; set once
 */
void
signet_sidebar_set_desk (SignetSidebar *self, SignetDesk *desk)
{
  g_return_if_fail (SIGNET_IS_SIDEBAR (self));
  g_return_if_fail (SIGNET_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::account", G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::last-sync", G_CALLBACK (sync_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::n-waiting", G_CALLBACK (sync_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::n-today", G_CALLBACK (today_changed_cb), self, G_CONNECT_SWAPPED);
  signet_account_switcher_set_desk (self->switcher, desk);
  signet_principal_switcher_set_desk (self->principal_switcher, desk);
  account_changed_cb (self);
  update_today (self);
}

/**
 * signet_sidebar_select:
 * @self: a sidebar
 * @page: name of the page that is shown
 */
void
signet_sidebar_select (SignetSidebar *self, const char *page)
{
  g_return_if_fail (SIGNET_IS_SIDEBAR (self));

  for (int i = 0; gtk_list_box_get_row_at_index (self->nav_list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->nav_list, i);

      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), page))
        gtk_list_box_select_row (self->nav_list, row);
    }
}
