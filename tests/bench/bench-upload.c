/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "proof/signet-digest.h"
#include "remote/signet-upload.h"

/*
 * Uploads a file to the platform at an address with SignetUpload, as the client does.
 *
 * usage: bench-upload ADDRESS FILE
 * Prints the seconds it took and by how many KiB the program grew at most meanwhile.
 */

static void
take_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static long
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (SignetHttp) http = NULL;
  g_autoptr (SignetDiscovery) discovery = NULL;
  g_autoptr (SignetCredentials) credentials = signet_credentials_new ();
  g_autoptr (SignetSession) session = NULL;
  g_autoptr (SignetRemote) remote = NULL;
  g_autoptr (SignetUpload) upload = NULL;
  g_autoptr (SignetTokens) tokens = NULL;
  g_autoptr (GAsyncResult) started = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autofree char *sha256 = NULL;
  gint64 begun;
  long before;

  if (argc != 3)
    {
      fprintf (stderr, "usage: %s ADDRESS FILE\n", argv[0]);
      return EXIT_FAILURE;
    }
  file = g_file_new_for_commandline_arg (argv[2]);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, &error);
  if (info != NULL)
    sha256 = signet_digest_of_file (file, NULL, NULL, NULL, &error);
  if (sha256 != NULL)
    http = signet_http_new (argv[1], NULL, &error);
  if (http == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  signet_credentials_set_session_only (credentials, TRUE);
  discovery = signet_discovery_new (http, NULL);
  session = signet_session_new (discovery, credentials, "bench");
  remote = signet_remote_new (session);
  tokens = signet_tokens_new_from_refresh_token ("bench");
  signet_session_start_async (session, tokens, NULL, take_cb, &started);
  wait_for (&started);
  signet_discovery_load_async (discovery, FALSE, NULL, take_cb, &loaded);
  wait_for (&loaded);

  upload = signet_upload_new (remote, file, "bench.bin", "application/octet-stream", sha256,
                              (guint64) g_file_info_get_size (info), NULL);
  before = get_peak ();
  begun = g_get_monotonic_time ();
  signet_upload_run_async (upload, NULL, take_cb, &done);
  if (!signet_upload_run_finish (upload, wait_for (&done), &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  printf ("%.3f %ld\n", (double) (g_get_monotonic_time () - begun) / G_TIME_SPAN_SECOND,
          get_peak () - before);
  return EXIT_SUCCESS;
}
