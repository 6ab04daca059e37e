/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "probe-files.h"

#include "api/signet-api-calendar.h"
#include "api/signet-api-platform.h"
#include "api/signet-json.h"

/* The rule sets and calendars of the tree the probe was built from (RULES_DIR, CALENDAR_DIR). */

static JsonNode *
read_json (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  bytes = g_bytes_new_take (text, length);
  return signet_json_parse (bytes, error);
}

/* The rule set of a name. What a running platform adds to it (its id, its address) is left empty. */
SignetPlatform *
probe_read_rules (const char *name, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autoptr (JsonNode) node = read_json (RULES_DIR, file, error);

  return node != NULL ? signet_api_platform_from_node (node, error) : NULL;
}

/* The calendar of all years there are files of. */
SignetCalendar *
probe_read_calendar (GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (CALENDAR_DIR, 0, error);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  const char *name;

  if (folder == NULL)
    return NULL;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      JsonNode *node;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      node = read_json (CALENDAR_DIR, name, error);
      if (node == NULL)
        return NULL;
      g_ptr_array_add (nodes, node);
    }

  return signet_api_calendar_from_nodes ((JsonNode *const *) nodes->pdata, nodes->len, error);
}
