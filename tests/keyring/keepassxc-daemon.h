/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "keyring-process.h"

/* As keyring-daemon.h, with KeePassXC for a keyring: a database of its own that it opens for everybody on the
 * session bus of the test, on a display that nobody looks at. */

/* The whole database is for other programs: what its owner would choose in its settings. */
#define EXPOSED "{00112233-4455-6677-8899-aabbccddeeff}"
#define EXPOSED_BASE64 "ABEiM0RVZneImaq7zN3u/w=="

static GVariant *
keyring_daemon_get (const char *path, const char *interface, const char *property)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.secrets", path, "org.freedesktop.DBus.Properties", "Get",
      g_variant_new ("(ss)", interface, property), G_VARIANT_TYPE ("(v)"), 0, -1, NULL, NULL);
  GVariant *value = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(v)", &value);
  return value;
}

static gboolean
keyring_daemon_owns_name (void)
{
  g_autoptr (GVariant) collections = keyring_daemon_get ("/org/freedesktop/secrets",
                                                         "org.freedesktop.Secret.Service", "Collections");

  return collections != NULL && g_variant_n_children (collections) > 0;
}

static gboolean
keyring_daemon_is_locked (void)
{
  g_autoptr (GVariant) locked = keyring_daemon_get ("/org/freedesktop/secrets/aliases/default",
                                                    "org.freedesktop.Secret.Collection", "Locked");

  return locked == NULL || g_variant_get_boolean (locked);
}

static void
keyring_daemon_write (KeyringDaemon *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->home, name, NULL);
  GError *error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Runs a program of KeePassXC's with its home here and @input on its standard input. */
static GSubprocess *
keyring_daemon_spawn (KeyringDaemon *self, const char *const *args, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  GError *error = NULL;
  GSubprocess *process;
  GOutputStream *stream;

  g_subprocess_launcher_set_cwd (launcher, self->home);
  g_subprocess_launcher_setenv (launcher, "HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->home, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, args, &error);
  g_assert_no_error (error);
  stream = g_subprocess_get_stdin_pipe (process);
  g_output_stream_write_all (stream, input, strlen (input), NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return process;
}

/* With the password, if any, the database is open; else it is shown and locked. */
static void
keyring_daemon_start (KeyringDaemon *self, const char *password)
{
  const char *const args[] = { "keepassxc",
                               "--config",
                               "keepassxc.ini",
                               "--localconfig",
                               "local.ini",
                               "secrets.kdbx",
                               password != NULL ? "--pw-stdin" : NULL,
                               NULL };
  g_autofree char *input = g_strconcat (password != NULL ? password : "", "\n", NULL);

  self->process = keyring_daemon_spawn (self, args, input);
  while (!keyring_daemon_owns_name () || keyring_daemon_is_locked () != (password == NULL))
    g_usleep (20000);
}

static void
keyring_daemon_stop (KeyringDaemon *self)
{
  if (self->process == NULL)
    return;
  /* It saves what it has when it ends, unless it asks the person something. */
  g_subprocess_send_signal (self->process, SIGCONT);
  g_subprocess_send_signal (self->process, SIGTERM);
  for (int i = 0; i < 100 && g_subprocess_get_identifier (self->process) != NULL; i++)
    g_usleep (20000);
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
  while (keyring_daemon_owns_name ())
    g_usleep (5000);
}

static void
keyring_daemon_lock (KeyringDaemon *self)
{
  keyring_daemon_ask_to_lock ();
  while (!keyring_daemon_is_locked ())
    g_usleep (5000);
}

/* The person opens it in its own window; here it is started again, opened. */
static void
keyring_daemon_unlock (KeyringDaemon *self)
{
  keyring_daemon_stop (self);
  keyring_daemon_start (self, KEYRING_PASSWORD);
}

/* Nothing runs yet: there is no keyring, but a database for it. */
static void
keyring_daemon_set_up (KeyringDaemon *self)
{
  static const char *const args[] = { "keepassxc-cli", "import", "--quiet",      "-p", "-t",
                                      "100",           "db.xml", "secrets.kdbx", NULL };
  g_autoptr (GSubprocess) import = NULL;
  GError *error = NULL;

  self->home = g_dir_make_tmp ("signet-keyring-XXXXXX", &error);
  g_assert_no_error (error);
  keyring_daemon_write (self, "keepassxc.ini",
                        "[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n"
                        "[GUI]\nCheckForUpdates=false\n[Security]\nLockDatabaseIdle=false\n"
                        "[FdoSecrets]\nEnabled=true\nShowNotification=false\n"
                        "ConfirmAccessItem=false\nConfirmDeleteItem=false\n");
  keyring_daemon_write (
      self, "db.xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><KeePassFile><Meta><DatabaseName>test</DatabaseName>"
      "<CustomData><Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>" EXPOSED "</Value></Item></CustomData>"
      "</Meta><Root><Group><UUID>" EXPOSED_BASE64 "</UUID><Name>Root</Name></Group></Root></KeePassFile>");
  import = keyring_daemon_spawn (self, args, KEYRING_PASSWORD "\n" KEYRING_PASSWORD "\n");
  g_assert_true (g_subprocess_wait_check (import, NULL, &error));
  g_assert_no_error (error);
}

static void
keyring_daemon_tear_down (KeyringDaemon *self)
{
  keyring_daemon_stop (self);
  remove_folder (self->home);
  g_free (self->home);
}
