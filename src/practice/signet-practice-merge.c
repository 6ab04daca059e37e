/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-merge.h"

#include "practice/signet-practice-json.h"

#include <string.h>

/* JSON merge patch (RFC 7396), and which members a patch really changes: what it repeats unchanged doesn't
 * count, so a client may send more than it must.
 */

static char *
append_name (const char *pointer, const char *name)
{
  g_auto (GStrv) tildes = g_strsplit (name, "~", -1);
  g_autofree char *escaped = g_strjoinv ("~0", tildes);
  g_auto (GStrv) slashes = g_strsplit (escaped, "/", -1);
  g_autofree char *step = g_strjoinv ("~1", slashes);

  return g_strconcat (pointer, "/", step, NULL);
}

static JsonObject *
merge (JsonObject *target, JsonObject *patch, const char *pointer, GPtrArray *changed)
{
  JsonObject *result = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (target != NULL)
    signet_practice_json_add_members (result, target);
  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &name, &node))
    {
      JsonNode *before = json_object_get_member (result, name);
      g_autofree char *here = append_name (pointer, name);

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *inner = signet_practice_json_get_object (result, name);

          if (inner == NULL)
            g_ptr_array_add (changed, g_strdup (here));
          json_object_set_object_member (result, name,
                                         merge (inner, json_node_get_object (node), here, changed));
          continue;
        }
      if (JSON_NODE_HOLDS_NULL (node))
        {
          if (before != NULL)
            g_ptr_array_add (changed, g_strdup (here));
          json_object_remove_member (result, name);
          continue;
        }
      if (before == NULL || !json_node_equal (before, node))
        g_ptr_array_add (changed, g_strdup (here));
      json_object_set_member (result, name, json_node_copy (node));
    }
  return result;
}

static gboolean
is_beneath (const char *pointer, const char *above)
{
  gsize length = strlen (above);

  return strncmp (pointer, above, length) == 0 && (pointer[length] == '/' || pointer[length] == '\0');
}

/**
 * signet_practice_merge:
 * @target: what there is
 * @patch: what to change
 * @changed: (element-type utf8): gets a JSON Pointer to each member that changes
 *
 * Returns: (transfer full): the merged object
 */
JsonObject *
signet_practice_merge (JsonObject *target, JsonObject *patch, GPtrArray *changed)
{
  return merge (target, patch, "", changed);
}

/**
 * signet_practice_merge_may_change:
 * @pointer: a member that a patch changes
 * @findings: findings as the wire has them
 *
 * Returns: %TRUE if a finding points to the member, to a part of it or to a whole it is part of
 */
gboolean
signet_practice_merge_may_change (const char *pointer, JsonArray *findings)
{
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      const char *named = signet_practice_json_get_string (json_array_get_object_element (findings, i),
                                                           "pointer");

      if (named != NULL && named[0] != '\0' && (is_beneath (pointer, named) || is_beneath (named, pointer)))
        return TRUE;
    }
  return FALSE;
}
