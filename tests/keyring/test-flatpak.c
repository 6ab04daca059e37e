/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "keyring-daemon.h"

#include <json-glib/json-glib.h>
#include <sys/stat.h>

/*
 * The client's credentials inside of a Flatpak: a root of its own with /.flatpak-info in it, a data folder of
 * the application's, and a bus on which a filter lets through what the manifest's finish-args say and no
 * more, as `flatpak run` has it. Outside are a real portal, which tells the application from others by that
 * file, and a real gnome-keyring behind it. The inmate is flatpak-inmate, once for each line of orders.
 *
 * usage: test-flatpak INMATE LATE-PORTAL MANIFEST
 */

#define APPLICATION "io.github.signetdesk.Signet"
#define PORTAL "/usr/libexec/xdg-desktop-portal"
#define LATE_PORTAL "io.github.signetdesk.LatePortal"
#define SOON "300" /* milliseconds */
#define LATE "2500"
#define PATIENCE_MS 2000

static const char *inmate_program;
static const char *late_program;
static const char *manifest_path;

typedef struct
{
  KeyringDaemon daemon;
  GSubprocess *portal;
  GSubprocess *late;
  GSubprocess *filter;
  char *info;   /* what is /.flatpak-info inside */
  char *data;   /* the application's own folder */
  char *socket; /* folder of the filtered bus */
} Fixture;

static char *
make_folder (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->daemon.home, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  return path;
}

static void
add (GPtrArray *args, const char *first, ...)
{
  va_list rest;

  va_start (rest, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (rest, const char *))
    g_ptr_array_add (args, g_strdup (arg));
  va_end (rest);
}

/* The start of a bwrap command: the system's programs and libraries, and nothing else of this computer. */
static GPtrArray *
make_sandbox (const char *info)
{
  GPtrArray *args = g_ptr_array_new_with_free_func (g_free);

  add (args, "bwrap", "--die-with-parent", "--clearenv", "--unshare-pid", "--tmpfs", "/", "--ro-bind", "/usr",
       "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin",
       "/bin", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", NULL);
  if (info != NULL)
    add (args, "--ro-bind", info, "/.flatpak-info", NULL);
  return args;
}

static GSubprocess *
spawn (GPtrArray *args, GSubprocessFlags flags)
{
  GError *error = NULL;
  GSubprocess *process;

  g_ptr_array_add (args, NULL);
  process = g_subprocess_newv ((const char *const *) args->pdata, flags, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (args);
  return process;
}

static void
stop (GSubprocess **process)
{
  if (*process == NULL)
    return;
  g_subprocess_send_signal (*process, SIGCONT);
  g_subprocess_force_exit (*process);
  g_subprocess_wait (*process, NULL, NULL);
  g_clear_object (process);
}

/* What the manifest lets the application talk to, in the filter's words. */
static void
add_permissions (GPtrArray *args)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *finish;
  GError *error = NULL;

  json_parser_load_from_file (parser, manifest_path, &error);
  g_assert_no_error (error);
  finish = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "finish-args");
  for (guint i = 0; i < json_array_get_length (finish); i++)
    {
      const char *arg = json_array_get_string_element (finish, i);

      g_assert_false (g_str_has_prefix (arg, "--own-name"));
      if (g_str_has_prefix (arg, "--talk-name="))
        g_ptr_array_add (args, g_strconcat ("--talk=", arg + strlen ("--talk-name="), NULL));
    }
}

/* The bus as the application sees it. The filter has the sandbox's root too: it is whom the portal sees
 * calling. */
static void
start_filter (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->socket, "bus", NULL);
  g_auto (GStrv) address = g_strsplit_set (g_getenv ("DBUS_SESSION_BUS_ADDRESS"), "=,", 3);
  GPtrArray *args = make_sandbox (fixture->info);

  g_assert_cmpstr (address[0], ==, "unix:path");
  add (args, "--ro-bind", address[1], "/run/whole-bus", "--bind", fixture->socket, "/run/filtered",
       "/usr/bin/xdg-dbus-proxy", "unix:path=/run/whole-bus", "/run/filtered/bus", "--filter",
       "--own=" APPLICATION, "--call=org.freedesktop.portal.*=*",
       "--broadcast=org.freedesktop.portal.*=@/org/freedesktop/portal/*", NULL);
  add_permissions (args);
  fixture->filter = spawn (args, G_SUBPROCESS_FLAGS_NONE);
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_usleep (5000);
}

static void
start_portal (Fixture *fixture, const char *delay)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *run = make_folder (fixture, "run");
  g_autofree char *folder = make_folder (fixture, "portals");
  g_autofree char *late = g_build_filename (folder, "late.portal", NULL);
  GError *error = NULL;

  g_file_set_contents (late,
                       "[portal]\nDBusName=" LATE_PORTAL
                       "\nInterfaces=org.freedesktop.impl.portal.Secret\nUseIn=gnome\n",
                       -1, &error);
  g_assert_no_error (error);
  fixture->late = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, late_program, delay, NULL);
  g_assert_no_error (error);
  while (!keyring_daemon_bus_has (LATE_PORTAL))
    g_usleep (5000);

  g_subprocess_launcher_setenv (launcher, "HOME", fixture->daemon.home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", run, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DESKTOP_PORTAL_DIR", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CURRENT_DESKTOP", "GNOME", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  fixture->portal = g_subprocess_launcher_spawn (launcher, &error, PORTAL, NULL);
  g_assert_no_error (error);
  while (!keyring_daemon_bus_has ("org.freedesktop.portal.Desktop"))
    g_usleep (5000);
}

static void
stop_portal (Fixture *fixture)
{
  stop (&fixture->portal);
  stop (&fixture->late);
  while (keyring_daemon_bus_has ("org.freedesktop.portal.Desktop"))
    g_usleep (5000);
}

/* Runs the inmate with @orders, one a line of what it prints; checks that none took long, and gives the rest.
 */
static char *
run (Fixture *fixture, const char *orders)
{
  GPtrArray *args = make_sandbox (fixture->info);
  g_auto (GStrv) words = g_strsplit (orders, " ", -1);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  GString *told = g_string_new (NULL);
  GError *error = NULL;

  add (args, "--bind", fixture->data, "/var/data", "--ro-bind", fixture->socket, "/run/filtered", "--setenv",
       "DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/filtered/bus", "--setenv", "XDG_DATA_HOME", "/var/data",
       "--setenv", "HOME", "/var/data", "--setenv", "G_DEBUG", "fatal-criticals", "--ro-bind", inmate_program,
       "/run/inmate", "/run/inmate", NULL);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (args, g_strdup (words[i]));
  process = spawn (args, G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *time = strrchr (lines[i], ' ');

      g_assert_cmpint (atoi (time), <, PATIENCE_MS);
      g_string_append_printf (told, "%s%.*s", told->len > 0 ? "\n" : "", (int) (time - lines[i]), lines[i]);
    }
  return g_string_free (told, FALSE);
}

#define RUN(orders, expected)                       \
  G_STMT_START                                      \
  {                                                 \
    g_autofree char *told_ = run (fixture, orders); \
    g_assert_cmpstr (told_, ==, expected);          \
  }                                                 \
  G_STMT_END

/* The encrypted file, which must be nobody else's to read. */
static GBytes *
read_file (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->data, "keyrings", "default.keyring", NULL);
  char *contents;
  gsize size;
  GError *error = NULL;
  GStatBuf status;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  return g_bytes_new_take (contents, size);
}

static void
expect_no_file (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->data, "keyrings", "default.keyring", NULL);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* How many of our secrets are in the keyring outside. */
static guint
count_secrets (void)
{
  g_autoptr (GHashTable) attributes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SecretService) service = NULL;
  g_autolist (SecretItem) items = NULL;
  GError *error = NULL;

  g_hash_table_insert (attributes, (char *) "application", (char *) APPLICATION);
  service = secret_service_open_sync (SECRET_TYPE_SERVICE, NULL, SECRET_SERVICE_NONE, NULL, &error);
  g_assert_no_error (error);
  items = secret_service_search_sync (service, NULL, attributes, SECRET_SEARCH_ALL, NULL, &error);
  g_assert_no_error (error);
  return g_list_length (items);
}

/* What a person does who has forgotten their keyring's password. */
static void
reset_keyring (Fixture *fixture)
{
  g_autofree char *keyrings = g_build_filename (fixture->daemon.home, "data", "keyrings", NULL);

  keyring_daemon_stop (&fixture->daemon);
  remove_folder (keyrings);
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  keyring_daemon_set_up (&fixture->daemon);
  fixture->data = make_folder (fixture, "app");
  fixture->socket = make_folder (fixture, "filtered");
  fixture->info = g_build_filename (fixture->daemon.home, "flatpak-info", NULL);
  g_file_set_contents (fixture->info,
                       "[Application]\nname=" APPLICATION "\nruntime=runtime/org.gnome.Platform/x86_64/47\n\n"
                       "[Instance]\ninstance-id=1\nflatpak-version=1.14.10\n",
                       -1, &error);
  g_assert_no_error (error);
  start_filter (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stop (&fixture->filter);
  stop (&fixture->portal);
  stop (&fixture->late);
  keyring_daemon_tear_down (&fixture->daemon);
  g_free (fixture->data);
  g_free (fixture->socket);
  g_free (fixture->info);
}

/* As on GNOME: the portal keeps a key for the application, and the secrets are in a file of its own. */
static void
test_portal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *words[] = { "secret", "one", "two", APPLICATION };

  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  start_portal (fixture, SOON);
  RUN ("lookup one", "lookup - unlocked");
  RUN ("store one first-secret store two second-secret lookup one",
       "store - unlocked\nstore - unlocked\nlookup first-secret unlocked");
  RUN ("lookup one store one third-secret unlock",
       "lookup first-secret unlocked\nstore - unlocked\nunlock - unlocked");
  RUN ("lookup one lookup two", "lookup third-secret unlocked\nlookup second-secret unlocked");
  bytes = read_file (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (
        memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), words[i], strlen (words[i])));
  g_assert_cmpuint (count_secrets (), ==, 0);

  RUN (
      "lookup one clear one clear one lookup one lookup two",
      "lookup third-secret unlocked\nclear - unlocked\nclear - unlocked\nlookup - unlocked\nlookup second-secret unlocked");
  RUN ("lookup one", "lookup - unlocked");

  /* The portal started anew gives the same key. */
  stop_portal (fixture);
  start_portal (fixture, SOON);
  RUN ("lookup two", "lookup second-secret unlocked");
}

/* The key is gone, and with it what was in the file: libsecret finds nothing there any more. It can be used
 * anew. */
static void
test_other_key (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  start_portal (fixture, SOON);
  RUN ("store one first-secret", "store - unlocked");
  reset_keyring (fixture);
  RUN ("lookup one store one second-secret", "lookup - unlocked\nstore - unlocked");
  RUN ("lookup one", "lookup second-secret unlocked");
}

/* The key is in a keyring that is locked, and nobody can ask the person. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  start_portal (fixture, SOON);
  RUN ("store one first-secret", "store - unlocked");
  keyring_daemon_lock (&fixture->daemon);
  RUN ("lookup one store one second-secret", "lookup UNREACHABLE unreachable\nstore UNREACHABLE unreachable");
  keyring_daemon_unlock (&fixture->daemon);
  RUN ("lookup one", "lookup first-secret unlocked");
}

/* A person who takes their time to unlock their keyring for the portal. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  start_portal (fixture, LATE);
  RUN ("store one first-secret wait 2000 lookup one",
       "store UNREACHABLE unreachable\nlookup first-secret unlocked");
}

/* A portal that doesn't answer. */
static void
test_hanging (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  start_portal (fixture, SOON);
  RUN ("store one first-secret", "store - unlocked");
  g_subprocess_send_signal (fixture->portal, SIGSTOP);
  RUN ("lookup one", "lookup UNREACHABLE unreachable");
  g_subprocess_send_signal (fixture->portal, SIGCONT);
  RUN ("lookup one", "lookup first-secret unlocked");
}

/* A desktop without the portal: libsecret keeps to the keyring then, which the manifest lets it talk to. */
static void
test_no_portal (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  RUN ("lookup one store one first-secret", "lookup - unlocked\nstore - unlocked");
  RUN ("store one second-secret lookup one", "store - unlocked\nlookup second-secret unlocked");
  g_assert_cmpuint (count_secrets (), ==, 1);
  expect_no_file (fixture);

  /* Locked, it is looked at and nobody is asked. */
  keyring_daemon_lock (&fixture->daemon);
  RUN ("lookup one store one third-secret clear one",
       "lookup LOCKED locked\nstore LOCKED locked\nclear LOCKED locked");
  keyring_daemon_unlock (&fixture->daemon);
  RUN ("lookup one clear one lookup one",
       "lookup second-secret unlocked\nclear - unlocked\nlookup - unlocked");
  g_assert_cmpuint (count_secrets (), ==, 0);
}

/* The portal has gone: what it had the key for isn't taken for nothing, and what is to be cleared waits for
 * it. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  keyring_daemon_start (&fixture->daemon, KEYRING_PASSWORD);
  start_portal (fixture, SOON);
  RUN ("store one first-secret", "store - unlocked");
  stop_portal (fixture);
  RUN ("lookup one clear two", "lookup ABSENT absent\nclear ABSENT absent");
  RUN ("store two second-secret lookup two", "store - unlocked\nlookup second-secret unlocked");
  start_portal (fixture, SOON);
  RUN ("lookup one", "lookup first-secret unlocked");
}

/* Neither is there. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  RUN ("lookup one store one first-secret clear one unlock",
       "lookup ABSENT absent\nstore ABSENT absent\nclear ABSENT absent\nunlock ABSENT absent");
  expect_no_file (fixture);
}

int
main (int argc, char *argv[])
{
  GPtrArray *args = make_sandbox (NULL);
  g_autoptr (GSubprocess) trial = NULL;

  g_test_init (&argc, &argv, NULL);
  inmate_program = argv[1];
  late_program = argv[2];
  manifest_path = argv[3];
  add (args, "/usr/bin/true", NULL);
  trial = spawn (args, G_SUBPROCESS_FLAGS_NONE);
  if (!g_subprocess_wait_check (trial, NULL, NULL))
    {
      g_print ("1..0 # SKIP no sandbox can be made here: see what bwrap says\n");
      return 77;
    }

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/flatpak/portal", test_portal);
  ADD ("/flatpak/other-key", test_other_key);
  ADD ("/flatpak/locked", test_locked);
  ADD ("/flatpak/late", test_late);
  ADD ("/flatpak/hanging", test_hanging);
  ADD ("/flatpak/no-portal", test_no_portal);
  ADD ("/flatpak/left", test_left);
  ADD ("/flatpak/nothing", test_nothing);
  return g_test_run ();
}
