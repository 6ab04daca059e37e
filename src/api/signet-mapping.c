/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-mapping.h"

#include <string.h>

#include "api/signet-api-finding.h"
#include "api/signet-json.h"
#include "model/signet-evidence.h"

/*
 * Records to JSON and back by a table: each resource is written down once, for both directions and for all
 * the forms it takes (request, answer, draft). Whatever has the wrong type is refused with the JSON Pointer
 * of the member; members that the table doesn't know are passed over. Records are made and read on the
 * caller's thread.
 */

static const SignetMember evidence_members[] = {
  { "/slot", "slot", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/sha256", "sha256", SIGNET_EVERYWHERE | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/name", "name", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/media_type", "media-type", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/bytes", "bytes", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_IN_DRAFT },
  { "/original", "original", SIGNET_IN_DRAFT, &signet_evidence_mapping },
};

const SignetMapping signet_evidence_mapping = { signet_evidence_get_type, evidence_members,
                                                G_N_ELEMENTS (evidence_members) };

static gpointer
decode_finding (JsonNode *node, GError **error)
{
  return signet_api_finding_from_node (node, error);
}

static JsonNode *
encode_finding (gpointer object)
{
  return signet_api_finding_to_node (object);
}

const SignetMapping signet_finding_mapping = { .get_type = signet_finding_get_type,
                                               .decode = decode_finding,
                                               .encode = encode_finding };

/* Texts of the model are UTF-8; a file's name that never was becomes readable here rather than the whole
 * request unreadable there. */
static JsonNode *
make_text (const char *text)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    valid = g_utf8_make_valid (text, -1);
  return json_node_init_string (json_node_alloc (), valid != NULL ? valid : text);
}

static JsonNode *
take_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static JsonNode *
encode_texts (const SignetMember *member, const char *const *texts)
{
  JsonArray *array;
  JsonObject *object;

  switch (member->shape)
    {
    case SIGNET_SHAPE_PAIRS:
    case SIGNET_SHAPE_NUMBER_PAIRS:
      object = json_object_new ();
      for (guint i = 0; texts != NULL && texts[i] != NULL && texts[i + 1] != NULL; i += 2)
        if (member->shape == SIGNET_SHAPE_PAIRS)
          json_object_set_string_member (object, texts[i], texts[i + 1]);
        else
          json_object_set_int_member (object, texts[i], g_ascii_strtoll (texts[i + 1], NULL, 10));
      return take_object (object);

    case SIGNET_SHAPE_NUMBERS:
    case SIGNET_SHAPE_PLAIN:
    case SIGNET_SHAPE_FIRST:
    case SIGNET_SHAPE_REST:
    default:
      array = json_array_new ();
      for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
        if (member->shape == SIGNET_SHAPE_NUMBERS)
          json_array_add_int_element (array, g_ascii_strtoll (texts[i], NULL, 10));
        else
          json_array_add_element (array, make_text (texts[i]));
      return take_array (array);
    }
}

static JsonNode *
encode_list (const SignetMember *member, GListModel *list, SignetMemberFlags form)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) entry = g_list_model_get_item (list, i);

      json_array_add_element (array, signet_mapping_encode (member->entry, entry, form));
    }
  return take_array (array);
}

/* NULL if the property is empty and need not be written. */
static JsonNode *
encode_value (const SignetMember *member, const GValue *value, SignetMemberFlags form)
{
  gboolean always = (member->flags & SIGNET_ALWAYS) != 0;

  if (G_VALUE_HOLDS_STRING (value))
    {
      const char *text = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";

      if (*text == '\0' && (!always || member->shape == SIGNET_SHAPE_FIRST))
        return always ? take_array (json_array_new ()) : NULL;
      if (member->shape == SIGNET_SHAPE_FIRST)
        {
          JsonArray *array = json_array_new ();

          json_array_add_element (array, make_text (text));
          return take_array (array);
        }
      return make_text (text);
    }
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return always || g_value_get_boolean (value)
               ? json_node_init_boolean (json_node_alloc (), g_value_get_boolean (value))
               : NULL;
  if (G_VALUE_HOLDS_INT (value))
    return always || g_value_get_int (value) != 0
               ? json_node_init_int (json_node_alloc (), g_value_get_int (value))
               : NULL;
  if (G_VALUE_HOLDS_UINT64 (value))
    return always || g_value_get_uint64 (value) != 0
               ? json_node_init_int (json_node_alloc (),
                                     (gint64) MIN (g_value_get_uint64 (value), G_MAXINT64))
               : NULL;
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    {
      const char *const *texts = g_value_get_boxed (value);

      return always || (texts != NULL && texts[0] != NULL) ? encode_texts (member, texts) : NULL;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_LIST_MODEL))
    {
      GListModel *list = g_value_get_object (value);

      return always || (list != NULL && g_list_model_get_n_items (list) > 0)
                 ? encode_list (member, list, form)
                 : NULL;
    }
  if (G_VALUE_HOLDS_OBJECT (value))
    return g_value_get_object (value) != NULL
               ? signet_mapping_encode (member->entry, g_value_get_object (value), form)
               : NULL;
  g_return_val_if_reached (NULL);
}

static void
append_rest (JsonArray *array, JsonNode *rest)
{
  JsonArray *texts = json_node_get_array (rest);

  for (guint i = 0; i < json_array_get_length (texts); i++)
    json_array_add_element (array, json_array_dup_element (texts, i));
  json_node_unref (rest);
}

/* Puts the value of @member where its pointer says, making the objects on the way. */
static void
put (JsonObject *target, const SignetMember *member, JsonNode *node)
{
  g_auto (GStrv) tokens = g_strsplit (member->pointer + 1, "/", -1);
  guint i;

  for (i = 0; tokens[i + 1] != NULL; i++)
    {
      if (!json_object_has_member (target, tokens[i]))
        json_object_set_object_member (target, tokens[i], json_object_new ());
      target = json_object_get_object_member (target, tokens[i]);
    }
  if (member->shape == SIGNET_SHAPE_REST)
    append_rest (json_object_get_array_member (target, tokens[i]), node);
  else
    json_object_set_member (target, tokens[i], node);
}

static char **
decode_texts (const SignetMember *member, JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array = signet_json_get_array (node, "", error);

  for (guint i = member->shape == SIGNET_SHAPE_REST ? 1 : 0;
       array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autoptr (GError) failure = NULL;

      if (member->shape == SIGNET_SHAPE_NUMBERS)
        g_ptr_array_add (
            texts, g_strdup_printf ("%" G_GINT64_FORMAT, signet_json_get_integer (element, "", &failure)));
      else
        g_ptr_array_add (texts, g_strdup (signet_json_get_text (element, "", &failure)));
      if (failure != NULL)
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&failure), "/%u", i);
          return NULL;
        }
    }
  if (array == NULL)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

static char **
decode_pairs (const SignetMember *member, JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  JsonObject *object = signet_json_get_object (node, "", error);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (object == NULL)
    return NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autoptr (GError) failure = NULL;

      g_ptr_array_add (texts, g_strdup (name));
      if (member->shape == SIGNET_SHAPE_NUMBER_PAIRS)
        g_ptr_array_add (
            texts, g_strdup_printf ("%" G_GINT64_FORMAT, signet_json_get_integer (value, "", &failure)));
      else
        g_ptr_array_add (texts, g_strdup (signet_json_get_text (value, "", &failure)));
      if (failure != NULL)
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&failure), "/%s", name);
          return NULL;
        }
    }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

static GListStore *
decode_list (const SignetMember *member, JsonNode *node, SignetMemberFlags form, GError **error)
{
  g_autoptr (GListStore) list = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = signet_json_get_array (node, "", error);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      GObject *entry = signet_mapping_decode (member->entry, json_array_get_element (array, i), form, error);

      if (entry == NULL)
        {
          g_prefix_error (error, "/%u", i);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }
  if (array == NULL)
    return NULL;
  list = g_list_store_new (member->entry->get_type ());
  g_list_store_splice (list, 0, 0, entries->pdata, entries->len);
  return g_steal_pointer (&list);
}

static void
decode_number (JsonNode *node, GValue *value, GError **error)
{
  gint64 most = G_VALUE_HOLDS_INT (value) ? G_MAXINT : G_MAXINT64;
  gint64 number = signet_json_get_integer (node, "", error);

  if (number < 0 || number > most)
    signet_json_set_mistyped (error, "", "a number from 0 up");
  else if (G_VALUE_HOLDS_INT (value))
    g_value_set_int (value, (int) number);
  else
    g_value_set_uint64 (value, (guint64) number);
}

/* Reads @node, which is neither missing nor null, as the property's type wants it. Errors point from there.
 */
static gboolean
decode_value (const SignetMember *member,
              JsonNode *node,
              SignetMemberFlags form,
              GValue *value,
              GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (G_VALUE_HOLDS_STRING (value) && member->shape == SIGNET_SHAPE_FIRST)
    {
      g_auto (GStrv) texts = decode_texts (member, node, &failure);

      g_value_set_string (value, texts != NULL ? texts[0] : NULL);
    }
  else if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, signet_json_get_text (node, "", &failure));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, signet_json_get_boolean (node, "", &failure));
  else if (G_VALUE_HOLDS_INT (value) || G_VALUE_HOLDS_UINT64 (value))
    decode_number (node, value, &failure);
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    g_value_take_boxed (value,
                        member->shape == SIGNET_SHAPE_PAIRS || member->shape == SIGNET_SHAPE_NUMBER_PAIRS
                            ? decode_pairs (member, node, &failure)
                            : decode_texts (member, node, &failure));
  else if (G_VALUE_HOLDS (value, G_TYPE_LIST_MODEL))
    g_value_take_object (value, decode_list (member, node, form, &failure));
  else
    g_value_take_object (value, signet_mapping_decode (member->entry, node, form, &failure));

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return *error == NULL;
}

static void
fill_list (GObject *object, const char *property, GListModel *entries)
{
  g_autoptr (GListStore) list = NULL;
  guint n_entries = entries != NULL ? g_list_model_get_n_items (entries) : 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_entries; i++)
    g_ptr_array_add (items, g_list_model_get_item (entries, i));
  g_object_get (object, property, &list, NULL);
  g_list_store_splice (list, 0, 0, items->pdata, items->len);
}

/* Lists belong to the record that holds them: they are filled once it is there, all else is given to it. */
static GObject *
make_object (const SignetMapping *self,
             GObjectClass *klass,
             guint n_values,
             const char **names,
             GValue *values)
{
  g_autofree const char **plain_names = g_new (const char *, n_values + 1);
  g_autofree GValue *plain_values = g_new (GValue, n_values + 1);
  guint n_plain = 0;
  GObject *object;

  for (guint i = 0; i < n_values; i++)
    if (g_object_class_find_property (klass, names[i])->flags & G_PARAM_WRITABLE)
      {
        plain_names[n_plain] = names[i];
        plain_values[n_plain++] = values[i];
      }
  object = g_object_new_with_properties (self->get_type (), n_plain, plain_names, plain_values);

  for (guint i = 0; i < n_values; i++)
    if (!(g_object_class_find_property (klass, names[i])->flags & G_PARAM_WRITABLE))
      fill_list (object, names[i], g_value_get_object (&values[i]));
  return object;
}

/**
 * signet_mapping_encode:
 * @self: a mapping
 * @object: an object of its class
 * @form: request, answer or draft
 *
 * Returns: (transfer full): the object as JSON; the same object always gives the same members in the same
 * order
 */
JsonNode *
signet_mapping_encode (const SignetMapping *self, gpointer object, SignetMemberFlags form)
{
  JsonObject *target;

  if (self->encode != NULL)
    return self->encode (object);

  target = json_object_new ();
  signet_mapping_encode_into (self, object, form, target);
  return take_object (target);
}

/**
 * signet_mapping_encode_into:
 * @self: a mapping with members
 * @object: an object of its class
 * @form: request, answer or draft
 * @target: where the members are set
 *
 * As signet_mapping_encode(), for resources that two objects share.
 */
void
signet_mapping_encode_into (const SignetMapping *self,
                            gpointer object,
                            SignetMemberFlags form,
                            JsonObject *target)
{
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (object, self->get_type ()));

  for (guint i = 0; i < self->n_members; i++)
    {
      const SignetMember *member = &self->members[i];
      g_auto (GValue) value = G_VALUE_INIT;
      JsonNode *node;

      if (!(member->flags & form))
        continue;
      g_object_get_property (object, member->property, &value);
      node = encode_value (member, &value, form);
      if (node != NULL)
        put (target, member, node);
    }
}

/**
 * signet_mapping_decode:
 * @self: a mapping
 * @node: a JSON value
 * @form: request, answer or draft
 * @error: return location for an error
 *
 * Returns: (transfer full): a new object; NULL with %SIGNET_API_ERROR_MISTYPED or, for an answer only,
 *   %SIGNET_API_ERROR_MISSING
 */
gpointer
signet_mapping_decode (const SignetMapping *self, JsonNode *node, SignetMemberFlags form, GError **error)
{
  g_autoptr (GTypeClass) klass = NULL;
  g_autofree const char **names = NULL;
  g_autofree GValue *values = NULL;
  g_autoptr (GError) failure = NULL;
  guint n_values = 0;
  GObject *object = NULL;

  if (self->decode != NULL)
    return self->decode (node, error);

  klass = g_type_class_ref (self->get_type ());
  names = g_new0 (const char *, self->n_members);
  values = g_new0 (GValue, self->n_members);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    signet_json_set_mistyped (&failure, "", "an object");

  for (guint i = 0; failure == NULL && i < self->n_members; i++)
    {
      const SignetMember *member = &self->members[i];
      JsonNode *found;

      if (!(member->flags & form))
        continue;
      found = signet_json_find_checked (node, member->pointer, &failure);
      if (failure != NULL)
        break;
      if (found == NULL && (member->flags & SIGNET_REQUIRED) && form == SIGNET_IN_ANSWER)
        g_set_error (&failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING, "%s: missing", member->pointer);
      if (found == NULL)
        continue;

      names[n_values] = member->property;
      g_value_init (&values[n_values],
                    g_object_class_find_property ((GObjectClass *) klass, member->property)->value_type);
      if (!decode_value (member, found, form, &values[n_values], &failure))
        g_prefix_error (&failure, "%s", member->pointer);
      n_values++;
    }

  if (failure == NULL)
    object = make_object (self, (GObjectClass *) klass, n_values, names, values);
  for (guint i = 0; i < n_values; i++)
    g_value_unset (&values[i]);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return object;
}
