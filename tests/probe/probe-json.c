/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-json-scan.h"

#include <stdio.h>

/* probe-json FILE: whether the strict scan takes the file. Exit 0 accepted, 1 refused with the reason on
 * stderr. */

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (argc != 2)
    {
      fprintf (stderr, "usage: probe-json FILE\n");
      return 2;
    }
  if (!g_file_get_contents (argv[1], &data, &length, &error) || !signet_json_check (data, length, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  return 0;
}
