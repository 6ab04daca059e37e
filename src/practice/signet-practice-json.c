/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-json.h"

#include "model/signet-clock.h"
#include "model/signet-finding.h"

/* What the handlers do with JSON again and again. What strangers send is read by the strict reader of `api`
 * before it comes here; texts read here are the platform's own, from its database or its rule sets.
 */

static JsonNode *
read_own (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  if (node == NULL)
    g_critical ("Stored JSON can't be read: %s", error != NULL ? error->message : "it is empty");
  return node;
}

static char *
print_node (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  return json_generator_to_data (generator, NULL);
}

/**
 * signet_practice_json_print:
 * @object: an object
 *
 * Returns: (transfer full): its JSON text, on one line
 */
char *
signet_practice_json_print (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return print_node (node);
}

/**
 * signet_practice_json_print_array:
 * @array: an array
 *
 * Returns: (transfer full): its JSON text, on one line
 */
char *
signet_practice_json_print_array (JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  json_node_set_array (node, array);
  return print_node (node);
}

/**
 * signet_practice_json_read_object:
 * @text: a JSON object that the platform itself wrote
 *
 * Returns: (transfer full): the object; an empty one, and a critical, if the text is damaged
 */
JsonObject *
signet_practice_json_read_object (const char *text)
{
  g_autoptr (JsonNode) node = read_own (text);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

/**
 * signet_practice_json_read_array:
 * @text: a JSON array that the platform itself wrote
 *
 * Returns: (transfer full): the array; an empty one, and a critical, if the text is damaged
 */
JsonArray *
signet_practice_json_read_array (const char *text)
{
  g_autoptr (JsonNode) node = read_own (text);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_dup_array (node) : json_array_new ();
}

/**
 * signet_practice_json_from_findings:
 * @findings: (element-type SignetFinding): findings
 *
 * Returns: (transfer full): them as the wire has them
 */
JsonArray *
signet_practice_json_from_findings (GPtrArray *findings)
{
  JsonArray *array = json_array_sized_new (findings->len);

  for (guint i = 0; i < findings->len; i++)
    {
      SignetFinding *finding = g_ptr_array_index (findings, i);
      GVariant *params = signet_finding_get_params (finding);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "pointer", signet_finding_get_pointer (finding));
      json_object_set_string_member (object, "code", signet_finding_get_code (finding));
      json_object_set_string_member (object, "severity",
                                     signet_severity_to_text (signet_finding_get_severity (finding)));
      if (params != NULL && g_variant_n_children (params) > 0)
        {
          JsonObject *values = json_object_new ();
          GVariantIter iter;
          const char *name, *value;

          g_variant_iter_init (&iter, params);
          while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
            json_object_set_string_member (values, name, value);
          json_object_set_object_member (object, "params", values);
        }
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * signet_practice_json_print_findings:
 * @findings: (element-type SignetFinding): findings
 *
 * Returns: (transfer full): their JSON text
 */
char *
signet_practice_json_print_findings (GPtrArray *findings)
{
  g_autoptr (JsonArray) array = signet_practice_json_from_findings (findings);

  return signet_practice_json_print_array (array);
}

/**
 * signet_practice_json_set_time:
 * @object: an object
 * @name: a member
 * @at: microseconds since 1970
 *
 * Sets a time as the wire writes it.
 */
void
signet_practice_json_set_time (JsonObject *object, const char *name, gint64 at)
{
  g_autofree char *text = signet_clock_text_at (at);

  json_object_set_string_member (object, name, text);
}

/**
 * signet_practice_json_set_array_text:
 * @object: an object
 * @name: a member
 * @text: a JSON array that the platform itself wrote
 */
void
signet_practice_json_set_array_text (JsonObject *object, const char *name, const char *text)
{
  json_object_set_array_member (object, name, signet_practice_json_read_array (text));
}

/**
 * signet_practice_json_add_members:
 * @object: an object
 * @from: another
 *
 * Sets every member of @from in @object.
 */
void
signet_practice_json_add_members (JsonObject *object, JsonObject *from)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, from);
  while (json_object_iter_next (&iter, &name, &node))
    json_object_set_member (object, name, json_node_copy (node));
}

/**
 * signet_practice_json_pick:
 * @object: an object
 * @names: (array zero-terminated=1): members
 *
 * Returns: (transfer full): a new object with those of the members that @object has and that aren't `null`
 */
JsonObject *
signet_practice_json_pick (JsonObject *object, const char *const *names)
{
  JsonObject *picked = json_object_new ();

  for (; *names != NULL; names++)
    {
      JsonNode *node = json_object_get_member (object, *names);

      if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
        json_object_set_member (picked, *names, json_node_copy (node));
    }
  return picked;
}

/**
 * signet_practice_json_get_string:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the text, %NULL if the member is missing or no text
 */
const char *
signet_practice_json_get_string (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/**
 * signet_practice_json_get_object:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the object, %NULL if the member is missing or none
 */
JsonObject *
signet_practice_json_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * signet_practice_json_get_array:
 * @object: (nullable): an object
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the array, %NULL if the member is missing or none
 */
JsonArray *
signet_practice_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * signet_practice_json_find:
 * @array: (nullable): an array of objects
 * @name: a member
 * @value: its text
 *
 * Returns: (transfer none) (nullable): the first object of @array whose member @name is @value
 */
JsonObject *
signet_practice_json_find (JsonArray *array, const char *name, const char *value)
{
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL && g_strcmp0 (signet_practice_json_get_string (object, name), value) == 0)
        return object;
    }
  return NULL;
}

/**
 * signet_practice_json_has_string:
 * @array: (nullable): an array
 * @value: a text
 *
 * Returns: %TRUE if the text is one of the array's elements
 */
gboolean
signet_practice_json_has_string (JsonArray *array, const char *value)
{
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING &&
          g_strcmp0 (json_node_get_string (node), value) == 0)
        return TRUE;
    }
  return FALSE;
}
