/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-members.h"

#include <string.h>

#include "api/signet-json.h"
#include "api/signet-mapping.h"
#include "model/signet-evidence.h"

/*
 * Members of resources: found, compared and made into a patch by pointers. Papers are looked at by their
 * slots, since their places in a list mean nothing. Any thread.
 */

#define FILES "/files/"

static JsonArray *
get_files (JsonNode *resource)
{
  JsonNode *files = signet_json_find (resource, "/files");

  return files != NULL && JSON_NODE_HOLDS_ARRAY (files) ? json_node_get_array (files) : NULL;
}

static const char *
get_slot (JsonArray *files, guint i)
{
  return json_object_get_string_member_with_default (json_array_get_object_element (files, i), "slot", "");
}

/* Adds the papers in one slot. */
static void
pick_files (JsonArray *files, const char *slot, JsonArray *picked)
{
  for (guint i = 0; files != NULL && i < json_array_get_length (files); i++)
    if (g_str_equal (get_slot (files, i), slot))
      json_array_add_element (picked, json_node_copy (json_array_get_element (files, i)));
}

static void
compare_files (JsonNode *one, JsonNode *other, GPtrArray *pointers)
{
  JsonArray *both[] = { get_files (one), get_files (other) };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint side = 0; side < G_N_ELEMENTS (both); side++)
    for (guint i = 0; both[side] != NULL && i < json_array_get_length (both[side]); i++)
      {
        const char *slot = get_slot (both[side], i);
        g_autofree char *pointer = g_strconcat (FILES, slot, NULL);

        if (g_hash_table_add (seen, (gpointer) slot) && !signet_members_equal_at (one, other, pointer))
          g_ptr_array_add (pointers, g_steal_pointer (&pointer));
      }
}

static void
compare_members (JsonNode *one, JsonNode *other, const char *above, GPtrArray *pointers)
{
  JsonNode *both[] = { one, other };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint side = 0; side < G_N_ELEMENTS (both); side++)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *node;

      if (both[side] == NULL || !JSON_NODE_HOLDS_OBJECT (both[side]))
        continue;
      json_object_iter_init_ordered (&iter, json_node_get_object (both[side]));
      while (json_object_iter_next_ordered (&iter, &name, &node))
        {
          g_autofree char *pointer = g_strconcat (above, "/", name, NULL);
          g_autofree char *step = g_strconcat ("/", name, NULL);
          JsonNode *mine = one != NULL ? signet_json_find (one, step) : NULL;
          JsonNode *theirs = other != NULL ? signet_json_find (other, step) : NULL;

          if (!g_hash_table_add (seen, (gpointer) name) || g_str_equal (pointer, "/files"))
            continue;
          if (JSON_NODE_HOLDS_OBJECT (node))
            compare_members (mine, theirs, pointer, pointers);
          else if (mine == NULL || theirs == NULL || !json_node_equal (mine, theirs))
            g_ptr_array_add (pointers, g_steal_pointer (&pointer));
        }
    }
}

static void
set_at (JsonObject *object, char **steps, JsonNode *value)
{
  JsonObject *inner;

  if (steps[1] == NULL)
    {
      if (value != NULL)
        json_object_set_member (object, steps[0], json_node_copy (value));
      else
        json_object_remove_member (object, steps[0]);
      return;
    }
  if (!json_object_has_member (object, steps[0]))
    json_object_set_object_member (object, steps[0], json_object_new ());
  inner = json_object_get_object_member (object, steps[0]);
  set_at (inner, steps + 1, value);
}

static void
replace_files (JsonNode *resource, const char *slot, JsonNode *value)
{
  JsonArray *files = get_files (resource);
  JsonArray *result = json_array_new ();

  for (guint i = 0; files != NULL && i < json_array_get_length (files); i++)
    if (!g_str_equal (get_slot (files, i), slot))
      json_array_add_element (result, json_node_copy (json_array_get_element (files, i)));
  if (value != NULL)
    pick_files (json_node_get_array (value), slot, result);
  json_object_set_array_member (json_node_get_object (resource), "files", result);
}

/* What is open of the papers as it is wanted, the others as they are held. */
static JsonArray *
merge_files (JsonNode *wanted, JsonNode *held, SignetMembersOpenFunc is_open, gpointer data)
{
  JsonNode *sides[] = { held, wanted };
  JsonArray *result = json_array_new ();

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      JsonArray *files = get_files (sides[side]);

      for (guint i = 0; files != NULL && i < json_array_get_length (files); i++)
        {
          g_autofree char *pointer = g_strconcat (FILES, get_slot (files, i), NULL);

          if (is_open (data, pointer) == (sides[side] == wanted))
            json_array_add_element (result, json_node_copy (json_array_get_element (files, i)));
        }
    }
  return result;
}

static JsonObject *
make_patch (JsonNode *wanted, JsonNode *held, const char *above, SignetMembersOpenFunc is_open, gpointer data)
{
  JsonObject *patch = json_object_new ();
  JsonNode *both[] = { wanted, held };

  for (guint side = 0; side < G_N_ELEMENTS (both); side++)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *node;

      if (both[side] == NULL || !JSON_NODE_HOLDS_OBJECT (both[side]))
        continue;
      json_object_iter_init_ordered (&iter, json_node_get_object (both[side]));
      while (json_object_iter_next_ordered (&iter, &name, &node))
        {
          g_autofree char *pointer = g_strconcat (above, "/", name, NULL);
          g_autofree char *step = g_strconcat ("/", name, NULL);
          JsonNode *mine = wanted != NULL ? signet_json_find (wanted, step) : NULL;
          JsonNode *theirs = held != NULL ? signet_json_find (held, step) : NULL;

          if (json_object_has_member (patch, name))
            continue;
          if (mine != NULL && JSON_NODE_HOLDS_OBJECT (mine))
            {
              JsonObject *inner = make_patch (mine, theirs, pointer, is_open, data);

              if (json_object_get_size (inner) > 0)
                json_object_set_object_member (patch, name, inner);
              else
                json_object_unref (inner);
            }
          else if (!is_open (data, pointer))
            continue;
          else if (mine != NULL)
            json_object_set_member (patch, name, json_node_copy (mine));
          else
            json_object_set_null_member (patch, name);
        }
    }
  return patch;
}

/** signet_members_list_files: Returns: (transfer full): its papers, a list of #SignetEvidence */
GListStore *
signet_members_list_files (JsonNode *resource)
{
  GListStore *files = g_list_store_new (SIGNET_TYPE_EVIDENCE);
  JsonArray *array = get_files (resource);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (SignetEvidence) one = signet_mapping_decode (
          &signet_evidence_mapping, json_array_get_element (array, i), SIGNET_IN_REQUEST, NULL);

      if (one != NULL)
        g_list_store_append (files, one);
    }
  return files;
}

/** signet_members_find: Returns: (transfer full) (nullable): a copy of what is at @pointer; a paper's is
 * "/files/" and its slot */
JsonNode *
signet_members_find (JsonNode *resource, const char *pointer)
{
  g_autoptr (JsonArray) picked = NULL;
  JsonNode *node;

  if (!g_str_has_prefix (pointer, FILES))
    {
      node = signet_json_find (resource, pointer);
      return node != NULL ? json_node_copy (node) : NULL;
    }
  picked = json_array_new ();
  pick_files (get_files (resource), pointer + strlen (FILES), picked);
  if (json_array_get_length (picked) == 0)
    return NULL;
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (node, picked);
  return node;
}

/**
 * signet_members_set:
 * @resource: a resource
 * @pointer: a member; a paper's is "/files/" and its slot
 * @value: (nullable): what stands there from now on; %NULL for nothing
 *
 * Changes one member.
 */
void
signet_members_set (JsonNode *resource, const char *pointer, JsonNode *value)
{
  if (g_str_has_prefix (pointer, FILES))
    replace_files (resource, pointer + strlen (FILES), value);
  else
    {
      g_auto (GStrv) steps = g_strsplit (pointer + 1, "/", -1);

      set_at (json_node_get_object (resource), steps, value);
    }
}

/** signet_members_compare: Returns: (transfer full) (element-type utf8): pointers to what differs, in order
 */
GPtrArray *
signet_members_compare (JsonNode *one, JsonNode *other)
{
  GPtrArray *pointers = g_ptr_array_new_with_free_func (g_free);

  compare_members (one, other, "", pointers);
  compare_files (one, other, pointers);
  return pointers;
}

/** signet_members_equal_at: Returns: whether both have the same at @pointer */
gboolean
signet_members_equal_at (JsonNode *one, JsonNode *other, const char *pointer)
{
  g_autoptr (JsonNode) mine = signet_members_find (one, pointer);
  g_autoptr (JsonNode) theirs = signet_members_find (other, pointer);

  if (mine == NULL || theirs == NULL)
    return mine == theirs;
  return json_node_equal (mine, theirs);
}

/**
 * signet_members_make_patch:
 * @wanted: as it is to be
 * @held: as the platform holds it
 * @is_open: (scope call): says which members may be named
 * @data: for @is_open
 *
 * All that is open is named, changed or not: it is what the person answers for. A list is always whole (RFC
 * 7396 knows no part of one).
 *
 * Returns: (transfer full): a JSON merge patch
 */
JsonNode *
signet_members_make_patch (JsonNode *wanted, JsonNode *held, SignetMembersOpenFunc is_open, gpointer data)
{
  JsonObject *patch = make_patch (wanted, held, "", is_open, data);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  if (json_object_has_member (patch, "files"))
    json_object_set_array_member (patch, "files", merge_files (wanted, held, is_open, data));
  json_node_take_object (node, patch);
  return node;
}
