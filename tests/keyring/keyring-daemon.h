/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>

#include "keyring-process.h"

/* A real gnome-keyring-daemon on the session bus of the test, with a home of its own. */

static gboolean
keyring_daemon_bus_has (const char *name)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
      g_variant_new ("(s)", name), G_VARIANT_TYPE ("(b)"), 0, -1, NULL, NULL);
  gboolean owned;

  g_variant_get (answer, "(b)", &owned);
  return owned;
}

static gboolean
keyring_daemon_owns_name (void)
{
  return keyring_daemon_bus_has ("org.freedesktop.secrets");
}

/* Runs gnome-keyring-daemon with the password, if any, on its standard input. */
static void
keyring_daemon_start (KeyringDaemon *self, const char *password)
{
  const char *args[] = { "gnome-keyring-daemon", "--foreground", "--components=secrets",
                         password != NULL ? "--unlock" : NULL, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *data = g_build_filename (self->home, "data", NULL);
  g_autofree char *run = g_build_filename (self->home, "run", NULL);
  GError *error = NULL;
  GOutputStream *input;

  g_mkdir_with_parents (data, 0700);
  g_mkdir_with_parents (run, 0700);
  g_subprocess_launcher_setenv (launcher, "HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", run, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  self->process = g_subprocess_launcher_spawnv (launcher, args, &error);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (self->process);
  if (password != NULL)
    g_output_stream_write_all (input, password, strlen (password), NULL, NULL, NULL);
  g_output_stream_close (input, NULL, NULL);
  while (!keyring_daemon_owns_name ())
    g_usleep (5000);
}

static void
keyring_daemon_stop (KeyringDaemon *self)
{
  if (self->process == NULL)
    return;
  g_subprocess_send_signal (self->process, SIGCONT);
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
  while (keyring_daemon_owns_name ())
    g_usleep (5000);
}

G_GNUC_UNUSED static void
keyring_daemon_lock (KeyringDaemon *self)
{
  keyring_daemon_ask_to_lock ();
}

/* What the keyring's own settings do: unlocks with the password instead of asking for it. */
G_GNUC_UNUSED static void
keyring_daemon_unlock (KeyringDaemon *self)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) session = NULL;
  g_autoptr (GVariant) output = NULL;
  g_autoptr (GVariant) done = NULL;
  GError *error = NULL;
  const char *path;

  session = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                         "org.freedesktop.Secret.Service", "OpenSession",
                                         g_variant_new ("(sv)", "plain", g_variant_new_string ("")),
                                         G_VARIANT_TYPE ("(vo)"), 0, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (session, "(v&o)", &output, &path);
  done = g_dbus_connection_call_sync (
      bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
      "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "UnlockWithMasterPassword",
      g_variant_new (
          "(o(o@ay@ays))", "/org/freedesktop/secrets/collection/login", path,
          g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, NULL, 0, 1),
          g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, KEYRING_PASSWORD, strlen (KEYRING_PASSWORD), 1),
          "text/plain"),
      NULL, 0, -1, NULL, &error);
  g_assert_no_error (error);
}

/* Nothing runs yet: there is no keyring. */
static void
keyring_daemon_set_up (KeyringDaemon *self)
{
  GError *error = NULL;

  self->home = g_dir_make_tmp ("signet-keyring-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
keyring_daemon_tear_down (KeyringDaemon *self)
{
  keyring_daemon_stop (self);
  remove_folder (self->home);
  g_free (self->home);
}
