/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the desktop is told when something comes due: the whole application on a session bus of its own, where
 * this program is the desktop's notification service (desktop notifications specification 1.2). One
 * notification for all of it, in the person's language, without a name or a number in it, since it may be
 * shown on a locked screen. The only argument is the language, "en" or "zh_CN". */

#include "complaint-fixture.h"

#include <libintl.h>
#include <locale.h>

#include "app/signet-application.h"

#define SERVICE "org.freedesktop.Notifications"

static const char interface[] =
    "<node><interface name='" SERVICE "'>"
    "<method name='Notify'>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>"
    "</method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "</interface></node>";

typedef struct
{
  ComplaintFixture world;
  SignetApplication *application;
  GDBusConnection *bus;
  gboolean owned;
  guint n_told;
  char *title;
  char *body;
} Fixture;

static const char *language;

static gboolean
quit_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quit", NULL);
  return G_SOURCE_REMOVE;
}

static void
called_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface_name,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  Fixture *self = user_data;

  if (!g_str_equal (method, "Notify"))
    {
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->body, g_free);
  g_variant_get_child (parameters, 3, "s", &self->title);
  g_variant_get_child (parameters, 4, "s", &self->body);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", ++self->n_told));
  /* a second one would follow at once */
  if (self->n_told == 1)
    g_timeout_add (500, quit_cb, self->application);
}

static void
owned_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  ((Fixture *) user_data)->owned = TRUE;
}

static gboolean
is_owned (gpointer data)
{
  return ((Fixture *) data)->owned;
}

/* Two marks that end soon, on 2026-11-21. */
static gboolean
save_ending (SignetTables *tables, gpointer data, GError **error)
{
  static const char *const ids[] = { "right", "refused" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (SignetRightRecord) record = signet_rights_find (tables, ids[i], error);

      if (record == NULL)
        return FALSE;
      g_free (record->valid_until);
      record->valid_until = g_strdup ("2026-12-10");
      if (!signet_rights_save (tables, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GError) error = NULL;

  complaint_fixture_make_desk (&self->world, save_ending);
  self->application = signet_application_new (self->world.desk);
  node = g_dbus_node_info_new_for_xml (interface, &error);
  g_assert_no_error (error);
  self->bus = g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                                      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (self->bus, "/org/freedesktop/Notifications", node->interfaces[0], &table,
                                     self, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (self->bus, SERVICE, G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb, NULL, self, NULL);
  wait_until (is_owned, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_close_sync (self->bus, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->bus);
  g_clear_object (&self->application);
  g_clear_object (&self->world.desk);
  g_clear_object (&self->world.clock);
  remove_folder (self->world.folder);
  g_free (self->world.folder);
  g_free (self->title);
  g_free (self->body);
}

static void
test_due (Fixture *self, gconstpointer data)
{
  gboolean chinese = g_str_equal (language, "zh_CN");

  g_assert_cmpint (g_application_run (G_APPLICATION (self->application), 0, NULL), ==, 0);

  g_assert_cmpuint (self->n_told, ==, 1);
  g_assert_cmpstr (self->title, ==, chinese ? "有事项即将到期或已到期" : "Something runs out");
  g_assert_cmpstr (self->body, ==,
                   chinese ? "请在“今日待办”中查看这 2 项。" : "See in Today the 2 things that run out.");
}

int
main (int argc, char *argv[])
{
  language = argc > 1 ? argv[1] : "en";
  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TRANSLATIONS);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gtk_test_init (&argc, &argv, NULL);
  /* the platform can't be reached, which is told */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  g_test_add ("/gui/notification/due", Fixture, NULL, set_up, test_due, tear_down);

  return g_test_run ();
}
