/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can do about a keyring that is absent, locked or stays closed: the page over a real desk and
 * a real gnome-keyring-daemon, on a session bus on which nobody asks for the password. */

#include "complaint-fixture.h"
#include "find-widget.h"
#include "keyring-daemon.h"

#include "app/signet-keyring-page.h"

typedef struct
{
  ComplaintFixture world;
  KeyringDaemon daemon;
  GtkWidget *window;
  SignetPage *page;
  gboolean left;
} Fixture;

typedef struct
{
  Fixture *fixture;
  const char *text;
} Expected;

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *) user_data)->left = TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const GActionEntry actions[] = { { "back", back_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  complaint_fixture_open_desk (&self->world, NULL);
  keyring_daemon_set_up (&self->daemon);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  self->page = signet_keyring_page_new (self->world.desk);
  self->window = gtk_window_new ();
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 720);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  signet_page_shown (self->page);
  settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_ref (self->page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (self->page);
  complaint_fixture_tear_down (&self->world, NULL);
  keyring_daemon_tear_down (&self->daemon);
}

static GtkWidget *
find_button (Fixture *self, const char *label)
{
  return find (GTK_WIDGET (self->page), is_button, label);
}

static gboolean
says (gpointer data)
{
  Expected *expected = data;

  return find (GTK_WIDGET (expected->fixture->page), is_label, expected->text) != NULL;
}

static void
wait_for (Fixture *self, const char *text)
{
  Expected expected = { self, text };

  wait_until (says, &expected);
}

static gboolean
has_left (gpointer data)
{
  return ((Fixture *) data)->left;
}

static void
press (Fixture *self, const char *label)
{
  GtkWidget *button = find_button (self, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* None, then one that is locked, then one nobody opens, then one that was opened elsewhere. */
static void
test_states (Fixture *self, gconstpointer data)
{
  wait_for (self, "There Is No Keyring");
  g_assert_null (find_button (self, "Unlock…"));
  g_assert_true (gtk_widget_has_css_class (find_button (self, "Try Again"), "suggested-action"));
  press (self, "Try Again");
  wait_for (self, "Nothing has changed yet.");

  keyring_daemon_start (&self->daemon, KEYRING_PASSWORD);
  keyring_daemon_lock (&self->daemon);
  press (self, "Try Again");
  wait_for (self, "Your Keyring Is Locked");
  g_assert_null (find (GTK_WIDGET (self->page), is_label, "Nothing has changed yet."));
  g_assert_false (gtk_widget_has_css_class (find_button (self, "Try Again"), "suggested-action"));

  press (self, "Unlock…");
  wait_for (self, "Your Keyring Stays Closed");
  settle ();
  g_assert_true (gtk_widget_is_sensitive (find_button (self, "Unlock…")));
  g_assert_false (self->left);

  keyring_daemon_unlock (&self->daemon);
  press (self, "Try Again");
  wait_until (has_left, self);
}

static void
test_session_only (Fixture *self, gconstpointer data)
{
  SignetAccount *account = signet_desk_get_account (self->world.desk);

  wait_for (self, "There Is No Keyring");
  press (self, "Only for This Session");
  wait_until (has_left, self);
  g_assert_cmpint (signet_account_get_keyring (account), ==, SIGNET_KEYRING_SESSION_ONLY);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* the platform can't be reached, which is told */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  g_test_add ("/gui/keyring/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/gui/keyring/session-only", Fixture, NULL, set_up, test_session_only, tear_down);

  return g_test_run ();
}
