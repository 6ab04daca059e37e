/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "proof/signet-digest.h"

/* Hashes a file as evidence is hashed on import and prints its digest, so that its time can be taken. */
int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *digest = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-hash FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  digest = signet_digest_of_file (file, NULL, NULL, NULL, &error);
  if (digest == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%s\n", digest);
  return 0;
}
