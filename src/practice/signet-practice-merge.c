/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-merge.h"

#include "practice/signet-practice-json.h"

#include <string.h>

/* JSON merge patch (RFC 7396), and which members a patch really changes: what it repeats unchanged doesn't
 * count, so a client may send more than it must.
 */

#define FILES "/files"

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

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static const char *
get_text (JsonObject *paper, const char *name)
{
  const char *text = signet_practice_json_get_string (paper, name);

  return text != NULL ? text : "";
}

/* What stands in one slot, in any order. */
static char *
describe_slot (JsonArray *files, const char *slot)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files != NULL && i < json_array_get_length (files); i++)
    {
      JsonNode *node = json_array_get_element (files, i);
      JsonObject *paper = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (g_strcmp0 (signet_practice_json_get_string (paper, "slot"), slot) == 0)
        g_ptr_array_add (papers, g_strjoin (" ", get_text (paper, "sha256"), get_text (paper, "media_type"),
                                            get_text (paper, "name"), NULL));
    }
  g_ptr_array_sort (papers, compare_texts);
  g_ptr_array_add (papers, NULL);
  return g_strjoinv ("\n", (char **) papers->pdata);
}

static gboolean
is_open (const char *slot, JsonArray *before, JsonArray *findings)
{
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);
      const char *pointer = signet_practice_json_get_string (finding, "pointer");
      const char *named =
          signet_practice_json_get_string (signet_practice_json_get_object (finding, "params"), "slot");
      guint64 index;

      if (pointer == NULL || !is_beneath (pointer, FILES))
        continue;
      if (g_strcmp0 (named, slot) == 0 || (named == NULL && pointer[strlen (FILES)] == '\0'))
        return TRUE;
      if (g_str_has_prefix (pointer, FILES "/") &&
          g_ascii_string_to_unsigned (pointer + strlen (FILES "/"), 10, 0, G_MAXUINT, &index, NULL) &&
          before != NULL && index < json_array_get_length (before) &&
          g_strcmp0 (
              signet_practice_json_get_string (json_array_get_object_element (before, (guint) index), "slot"),
              slot) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_closed (GPtrArray *closed, JsonArray *files, JsonArray *before, JsonArray *after, JsonArray *findings)
{
  for (guint i = 0; files != NULL && i < json_array_get_length (files); i++)
    {
      JsonNode *node = json_array_get_element (files, i);
      const char *slot = JSON_NODE_HOLDS_OBJECT (node)
                             ? signet_practice_json_get_string (json_node_get_object (node), "slot")
                             : NULL;
      g_autofree char *was = NULL;
      g_autofree char *is = NULL;

      if (slot == NULL || is_open (slot, before, findings) ||
          g_ptr_array_find_with_equal_func (closed, slot, g_str_equal, NULL))
        continue;
      was = describe_slot (before, slot);
      is = describe_slot (after, slot);
      if (!g_str_equal (was, is))
        g_ptr_array_add (closed, g_strdup (slot));
    }
}

/**
 * signet_practice_merge_list_closed_slots:
 * @before: (nullable): the papers there are
 * @after: (nullable): the papers there would be
 * @findings: findings as the wire has them
 *
 * A finding at `/files` opens all papers, unless it says in which slot; one at `/files/N` the slot of that
 * paper.
 *
 * Returns: (transfer full) (element-type utf8): the slots that would change though no finding opens them
 */
GPtrArray *
signet_practice_merge_list_closed_slots (JsonArray *before, JsonArray *after, JsonArray *findings)
{
  GPtrArray *closed = g_ptr_array_new_with_free_func (g_free);

  add_closed (closed, before, before, after, findings);
  add_closed (closed, after, before, after, findings);
  return closed;
}
