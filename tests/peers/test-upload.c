/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "remote/signet-remote.h"
#include "remote/signet-upload.h"

/*
 * SignetUpload against @tus/server, which nobody here wrote: whole, resumed by another run, resumed after the
 * server was killed in the middle, and forgotten. What the server has on its disk is hashed by GLib, not by
 * proof.
 */

#define SIZE (12 * 1024 * 1024 + 7)

static const char *peers; /* the folder with node_modules */
static const char *script;

typedef struct
{
  char *folder;
  char *store;
  GSubprocess *server;
  char *port;
  SignetHttp *http;
  SignetDiscovery *discovery;
  SignetCredentials *credentials;
  SignetSession *session;
  SignetRemote *remote;
  GFile *file;
  char *sha256;
} Fixture;

static void
take_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static char *
start_server (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *line = NULL;

  self->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "node", script, peers, self->store,
                                   self->port != NULL ? self->port : "0", NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->server));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  node = json_from_string (line, &error);
  g_assert_no_error (error);
  return g_strdup (json_object_get_string_member (json_node_get_object (node), "address"));
}

static void
stop_server (Fixture *self)
{
  g_subprocess_force_exit (self->server); /* SIGKILL: no chance to tidy up */
  g_subprocess_wait (self->server, NULL, NULL);
  g_clear_object (&self->server);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  g_autofree guint8 *bytes = g_malloc (SIZE);
  g_autofree char *address = NULL;
  g_autofree char *path = NULL;
  GAsyncResult *result = NULL;

  self->folder = g_dir_make_tmp ("signet-upload-XXXXXX", &error);
  g_assert_no_error (error);
  self->store = g_build_filename (self->folder, "store", NULL);
  path = g_build_filename (self->folder, "evidence.bin", NULL);
  for (gsize i = 0; i < SIZE; i++)
    bytes[i] = (guint8) g_rand_int (chance);
  g_file_set_contents (path, (const char *) bytes, SIZE, &error);
  g_assert_no_error (error);
  self->file = g_file_new_for_path (path);
  self->sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, SIZE);

  address = start_server (self);
  self->port = g_strdup (strrchr (address, ':') + 1);
  self->http = signet_http_new (address, NULL, &error);
  g_assert_no_error (error);
  self->discovery = signet_discovery_new (self->http, NULL);
  self->credentials = signet_credentials_new ();
  signet_credentials_set_session_only (self->credentials, TRUE);
  self->session = signet_session_new (self->discovery, self->credentials, "account");
  self->remote = signet_remote_new (self->session);

  signet_credentials_store_async (self->credentials, "account", "r0", NULL, take_cb, &result);
  g_assert_true (signet_credentials_store_finish (self->credentials, wait_for (&result), NULL));
  g_clear_object (&result);
  signet_session_restore_async (self->session, NULL, take_cb, &result);
  g_assert_true (signet_session_restore_finish (self->session, wait_for (&result), NULL));
  g_clear_object (&result);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *quoted = g_shell_quote (self->folder);
  g_autofree char *command = g_strconcat ("rm -rf ", quoted, NULL);

  if (self->server != NULL)
    stop_server (self);
  g_clear_object (&self->remote);
  g_clear_object (&self->session);
  g_clear_object (&self->credentials);
  g_clear_object (&self->discovery);
  g_clear_object (&self->http);
  g_clear_object (&self->file);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->store);
  g_free (self->port);
  g_free (self->sha256);
}

static SignetUpload *
make_upload (Fixture *self, const char *url)
{
  return signet_upload_new (self->remote, self->file, "évidence 证据.bin", "application/octet-stream",
                            self->sha256, SIZE, url);
}

static gboolean
run (SignetUpload *upload, GCancellable *cancellable, GError **error)
{
  GAsyncResult *result = NULL;
  gboolean done;

  signet_upload_run_async (upload, cancellable, take_cb, &result);
  done = signet_upload_run_finish (upload, wait_for (&result), error);
  g_object_unref (result);
  return done;
}

/* The one file the server has, whole and unchanged. */
static void
assert_stored (Fixture *self, SignetUpload *upload)
{
  g_autofree char *name = g_path_get_basename (signet_upload_get_url (upload));
  g_autofree char *path = g_build_filename (self->store, name, NULL);
  g_autofree char *description_path = g_strconcat (path, ".json", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *description = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_cmpuint (signet_upload_get_offset (upload), ==, SIZE);
  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, size);
  g_assert_cmpstr (sha256, ==, self->sha256);

  g_file_get_contents (description_path, &description, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (description, "évidence 证据.bin"));
  g_assert_nonnull (strstr (description, self->sha256));
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (self, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (run (upload, NULL, &error));
  g_assert_no_error (error);
  assert_stored (self, upload);
}

static void
cancel_in_the_middle_cb (SignetUpload *upload, GParamSpec *pspec, gpointer user_data)
{
  if (signet_upload_get_offset (upload) > SIZE / 4)
    g_cancellable_cancel (user_data);
}

static void
test_another_run (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetUpload) first = make_upload (self, NULL);
  g_autoptr (SignetUpload) second = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_signal_connect (first, "notify::offset", G_CALLBACK (cancel_in_the_middle_cb), cancellable);
  g_assert_false (run (first, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_nonnull (signet_upload_get_url (first));
  g_assert_cmpuint (signet_upload_get_offset (first), <, SIZE);

  second = make_upload (self, signet_upload_get_url (first));
  g_assert_true (run (second, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (signet_upload_get_url (second), ==, signet_upload_get_url (first));
  assert_stored (self, second);
}

typedef struct
{
  Fixture *fixture;
  guint kills;
} Killing;

static void
kill_in_the_middle_cb (SignetUpload *upload, GParamSpec *pspec, gpointer user_data)
{
  Killing *killing = user_data;

  if (killing->kills == 0 && signet_upload_get_offset (upload) > SIZE / 4)
    {
      g_autofree char *address = NULL;

      killing->kills++;
      stop_server (killing->fixture);
      address = start_server (killing->fixture);
    }
}

static void
test_killed_server (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (self, NULL);
  g_autoptr (GError) error = NULL;
  Killing killing = { self, 0 };

  g_signal_connect (upload, "notify::offset", G_CALLBACK (kill_in_the_middle_cb), &killing);
  g_assert_true (run (upload, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (killing.kills, ==, 1);
  assert_stored (self, upload);
}

static void
test_terminate (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (self, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  GAsyncResult *result = NULL;

  g_signal_connect (upload, "notify::offset", G_CALLBACK (cancel_in_the_middle_cb), cancellable);
  g_assert_false (run (upload, cancellable, NULL));
  name = g_path_get_basename (signet_upload_get_url (upload));
  path = g_build_filename (self->store, name, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  signet_upload_terminate_async (upload, NULL, take_cb, &result);
  g_assert_true (signet_upload_terminate_finish (upload, wait_for (&result), &error));
  g_object_unref (result);
  g_assert_no_error (error);
  g_assert_null (signet_upload_get_url (upload));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_autofree char *package = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  script = argv[1];
  peers = argv[2];
  package = g_build_filename (peers, "node_modules", "@tus", "server", NULL);
  if (!g_file_test (package, G_FILE_TEST_IS_DIR))
    {
      g_print ("1..0 # SKIP run `make peers`\n");
      return 0;
    }

  g_test_add ("/upload/whole", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/upload/another-run", Fixture, NULL, set_up, test_another_run, tear_down);
  g_test_add ("/upload/killed-server", Fixture, NULL, set_up, test_killed_server, tear_down);
  g_test_add ("/upload/terminate", Fixture, NULL, set_up, test_terminate, tear_down);
  return g_test_run ();
}
