/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libsecret/secret.h>
#include <signal.h>
#include <string.h>

#include "remove-folder.h"

/* What a keyring of a test's own is, whichever program it is. */

#define KEYRING_PASSWORD "correct horse"

typedef struct
{
  char *home;
  GSubprocess *process;
} KeyringDaemon;

/* Stops the program as it is: it holds its name and answers nobody. */
G_GNUC_UNUSED static void
keyring_daemon_halt (KeyringDaemon *self)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/stat", g_subprocess_get_identifier (self->process));

  g_subprocess_send_signal (self->process, SIGSTOP);
  for (;;)
    {
      g_autofree char *stat = NULL;

      g_assert_true (g_file_get_contents (path, &stat, NULL, NULL));
      if (strstr (stat, ") T ") != NULL)
        break;
      g_usleep (1000);
    }
}

/* Lets it answer again. */
G_GNUC_UNUSED static void
keyring_daemon_go_on (KeyringDaemon *self)
{
  g_subprocess_send_signal (self->process, SIGCONT);
}

/* Asks it to lock itself; it may take a moment until it has. */
G_GNUC_UNUSED static void
keyring_daemon_ask_to_lock (void)
{
  GError *error = NULL;
  g_autoptr (SecretService)
      service = secret_service_open_sync (SECRET_TYPE_SERVICE, NULL, SECRET_SERVICE_NONE, NULL, &error);
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_sync (
      service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, NULL, &error);
  g_autoptr (GList) objects = g_list_prepend (NULL, collection);

  g_assert_cmpint (secret_service_lock_sync (service, objects, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);
}
