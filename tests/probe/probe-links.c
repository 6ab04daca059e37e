/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-link-parser.h"
#include "probe-files.h"

#include <locale.h>
#include <stdio.h>
#include <unistd.h>

/* probe-links --rules NAME: finds the targets of the text on stdin. Per target, in its order:
 * "KIND<TAB>NORMALISED<TAB>ID". */

static GString *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[65536];
  ssize_t n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);

  return text;
}

int
main (int argc, char *argv[])
{
  g_autofree char *rules = NULL;
  GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_STRING, &rules, "The rule set: kuaishou or ippro", "NAME" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("< TEXT");
  g_autoptr (SignetPlatform) platform = NULL;
  g_autoptr (SignetLinkParser) parser = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GError) error = NULL;
  GString *text;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      fprintf (stderr, "probe-links: %s\n", error->message);
      return 2;
    }
  if (rules == NULL || argc > 1)
    {
      fprintf (stderr, "usage: probe-links --rules NAME < TEXT\n");
      return 2;
    }
  platform = probe_read_rules (rules, &error);
  if (platform == NULL)
    {
      fprintf (stderr, "probe-links: %s\n", error->message);
      return 2;
    }

  text = read_all (STDIN_FILENO);
  parser = signet_link_parser_new (platform);
  targets = signet_link_parser_parse_text (parser, text->str, (gssize) text->len);
  for (guint i = 0; i < targets->len; i++)
    {
      SignetTarget *target = g_ptr_array_index (targets, i);

      printf ("%s\t%s\t%s\n", signet_target_get_kind (target), signet_target_get_normalised (target),
              signet_target_get_id (target));
    }
  g_string_free (text, TRUE);

  return fflush (stdout) != 0;
}
