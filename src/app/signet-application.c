/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-application.h"

#include <glib/gi18n.h>

#include "app/signet-window.h"
#include "app/signet-words.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-matter.h"

/*
 * The application: one process for each session (a second start shows the first one's window), one main
 * window, the desk handed in by main and opened while the first frame is drawn. Before it ends it waits until
 * the desk has written everything down.
 *
 * A decision that comes while Signet runs is told by a notification whose click opens the complaint.
 */

struct _SignetApplication
{
  AdwApplication parent_instance;

  SignetDesk *desk;
  GSettings *settings;
  SignetWindow *window;
  GCancellable *cancellable;
  char *wanted_action; /* asked for on the command line or by the desktop before the desk was open */
  GVariant *wanted_parameter;
  gboolean opened;
};

G_DEFINE_FINAL_TYPE (SignetApplication, signet_application, ADW_TYPE_APPLICATION)

static void
do_in_window (SignetApplication *self, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) held = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  g_application_activate (G_APPLICATION (self));
  if (!self->opened)
    {
      g_free (self->wanted_action);
      self->wanted_action = g_strdup (action);
      g_clear_pointer (&self->wanted_parameter, g_variant_unref);
      self->wanted_parameter = g_steal_pointer (&held);
      return;
    }

  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), action, held);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SignetApplication *self = user_data;
  const char *developers[] = { "The Signet authors", NULL };
  g_autofree char *debug =
      g_strdup_printf ("Signet %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n", PACKAGE_VERSION,
                       gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                       adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                       glib_major_version, glib_minor_version, glib_micro_version);

  /* The debug information says nothing about the person: no paths, accounts or names. */
  adw_show_about_window (GTK_WINDOW (self->window), "application-name", _ ("Signet"), "application-icon",
                         APP_ID, "version", PACKAGE_VERSION, "developer-name", _ ("The Signet authors"),
                         "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "copyright",
                         "© 2026 The Signet authors", "comments",
                         _ ("Signet gives information, not legal advice."), "debug-info", debug,
                         /* Translators: put your names here, one on a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autolist (GtkWindow) windows = g_list_copy_deep (
      gtk_application_get_windows (GTK_APPLICATION (user_data)), (GCopyFunc) g_object_ref, NULL);

  /* Closing them one by one, the newest first, lets each keep its draft and its size. */
  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
}

static void
new_complaint_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  do_in_window (user_data, "win.new-complaint", NULL);
}

static void
open_complaint_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  do_in_window (user_data, "win.open-complaint", parameter);
}

static void
decided_cb (SignetApplication *self, const char *complaint_id)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("A complaint was decided"));

  /* The desktop may show this on a locked screen: no names and no numbers. */
  g_notification_set_body (notification, _ ("See what the platform found for each link."));
  g_notification_set_default_action_and_target (notification, "app.open-complaint", "s", complaint_id);
  g_application_send_notification (G_APPLICATION (self), complaint_id, notification);
}

/* One for all that falls due at a time: Today says what. */
static void
due_cb (SignetApplication *self, guint n)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("Something runs out"));
  g_autofree char *body = g_strdup_printf (
      /* Translators: how many rights, licences, authorisations and identity documents run out */
      g_dngettext (GETTEXT_PACKAGE, "See in Today the %u thing that runs out.",
                   "See in Today the %u things that run out.", n),
      n);

  g_notification_set_body (notification, body);
  g_application_send_notification (G_APPLICATION (self), "due", notification);
}

/* Damage that opening didn't see is shown where damage that it saw would be. */
static void
desk_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean whole = signet_desk_check_finish (SIGNET_DESK (source), result, &error);

  if (self->window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!whole)
    g_warning ("the desk could not be checked: %s", error->message);
  if (g_error_matches (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_STORE_DAMAGED))
    signet_window_show_failed (self->window, error);
  else
    signet_window_show_opened (self->window);
}

static void
check_desk (SignetApplication *self)
{
  signet_desk_check_async (self->desk, self->cancellable, desk_checked_cb, g_object_ref (self));
}

static gboolean
check_cb (gpointer user_data)
{
  SignetApplication *self = user_data;

  if (!g_cancellable_is_cancelled (self->cancellable))
    check_desk (self);
  return G_SOURCE_REMOVE;
}

static void
desk_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean opened = signet_desk_open_finish (SIGNET_DESK (source), result, &error);

  if (self->window == NULL)
    return;

  if (!opened)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_warning ("the desk cannot be opened: %s", error->message);
          signet_window_show_failed (self->window, error);
        }
      return;
    }

  self->opened = TRUE;
  signet_window_show_opened (self->window);
  g_idle_add_full (G_PRIORITY_LOW, check_cb, g_object_ref (self), g_object_unref);
  if (self->wanted_action != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self->window), self->wanted_action,
                                        self->wanted_parameter);
}

static void
open_desk (SignetApplication *self)
{
  signet_desk_open_async (self->desk, self->cancellable, desk_opened_cb, g_object_ref (self));
}

/* The person has done what the error page asked for. */
static void
retry_cb (SignetApplication *self)
{
  if (self->opened)
    check_desk (self);
  else
    open_desk (self);
}

static void
signet_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", about_cb },
    { "quit", quit_cb },
    { "new-complaint", new_complaint_cb },
    { "open-complaint", open_complaint_cb, "s" },
  };
  static const struct
  {
    const char *action;
    const char *accels[2];
  } shortcuts[] = {
    { "app.quit", { "<Primary>q" } },
    { "window.close", { "<Primary>w" } },
    { "win.new-complaint", { "<Primary>n" } },
    { "win.new-right", { "<Primary><Shift>n" } },
    { "win.search", { "<Primary>f" } },
    { "win.sync", { "<Primary>r" } },
    { "win.show-help-overlay", { "<Primary>question" } },
  };
  SignetApplication *self = SIGNET_APPLICATION (application);

  G_APPLICATION_CLASS (signet_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *accels[] = { shortcuts[i].accels[0], NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, accels);
    }

  gtk_window_set_default_icon_name (APP_ID);
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->desk, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
}

static void
signet_application_activate (GApplication *application)
{
  SignetApplication *self = SIGNET_APPLICATION (application);

  if (self->window == NULL)
    {
      self->window = signet_window_new (GTK_APPLICATION (self), self->desk, self->settings);
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      g_signal_connect_object (self->window, "retry", G_CALLBACK (retry_cb), self, G_CONNECT_SWAPPED);
      open_desk (self);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

static int
signet_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("signet %s\n", PACKAGE_VERSION);
      return 0;
    }

  if (g_variant_dict_contains (options, "new-complaint"))
    {
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), "new-complaint", NULL);
      if (g_application_get_is_remote (application))
        return 0;
    }

  return -1;
}

static void
desk_closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *closed = user_data;
  g_autoptr (GError) error = NULL;

  if (!signet_desk_close_finish (SIGNET_DESK (source), result, &error))
    g_warning ("the desk did not close well: %s", error->message);
  *closed = TRUE;
}

static void
signet_application_shutdown (GApplication *application)
{
  SignetApplication *self = SIGNET_APPLICATION (application);
  gboolean closed = FALSE;

  g_cancellable_cancel (self->cancellable);
  signet_desk_close_async (self->desk, desk_closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);

  G_APPLICATION_CLASS (signet_application_parent_class)->shutdown (application);
}

static void
signet_application_dispose (GObject *object)
{
  SignetApplication *self = SIGNET_APPLICATION (object);

  if (self->window != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  self->window = NULL;
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->wanted_action, g_free);
  g_clear_pointer (&self->wanted_parameter, g_variant_unref);

  G_OBJECT_CLASS (signet_application_parent_class)->dispose (object);
}

static void
signet_application_class_init (SignetApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_application_dispose;
  application_class->startup = signet_application_startup;
  application_class->activate = signet_application_activate;
  application_class->handle_local_options = signet_application_handle_local_options;
  application_class->shutdown = signet_application_shutdown;
}

static void
signet_application_init (SignetApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "new-complaint", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Start a new complaint"), NULL },
    { NULL },
  };

  self->cancellable = g_cancellable_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * signet_application_new:
 * @desk: the desk; opened on activation and closed at the end
 *
 * Returns: (transfer full): the application
 */
SignetApplication *
signet_application_new (SignetDesk *desk)
{
  SignetApplication *self = g_object_new (SIGNET_TYPE_APPLICATION, "application-id", APP_ID,
                                          "resource-base-path", RESOURCE_BASE, NULL);

  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  self->desk = g_object_ref (desk);

  return self;
}
