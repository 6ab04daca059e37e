/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-change.h"

#include "api/signet-json.h"

/**
 * SignetChange:
 *
 * Something that happened to an account, with the resource as it now is. The resource is kept as it came,
 * with members this version doesn't know. Immutable.
 */

struct _SignetChange
{
  GObject parent_instance;

  char *cursor;
  char *at;
  char *kind;
  char *id;
  JsonNode *resource;
};

G_DEFINE_FINAL_TYPE (SignetChange, signet_change, G_TYPE_OBJECT)

static void
signet_change_finalize (GObject *object)
{
  SignetChange *self = SIGNET_CHANGE (object);

  g_free (self->cursor);
  g_free (self->at);
  g_free (self->kind);
  g_free (self->id);
  json_node_unref (self->resource);

  G_OBJECT_CLASS (signet_change_parent_class)->finalize (object);
}

static void
signet_change_class_init (SignetChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_change_finalize;
}

static void
signet_change_init (SignetChange *self)
{
}

static SignetChange *
read_change (JsonNode *node, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *cursor = signet_json_require_text (node, "/cursor", &failure);
  const char *at = signet_json_get_text (node, "/at", &failure);
  const char *kind = signet_json_require_text (node, "/kind", &failure);
  const char *id = signet_json_require_text (node, "/id", &failure);
  JsonObject *resource = signet_json_get_object (node, "/resource", &failure);

  if (failure == NULL && resource == NULL)
    g_set_error_literal (&failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING, "/resource: missing");
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return signet_change_new (cursor, at, kind, id, signet_json_find (node, "/resource"));
}

/**
 * signet_change_new:
 * @cursor: where to go on from
 * @at: when, RFC 3339
 * @kind: party, right, complaint, item or account
 * @id: the platform's id of the resource
 * @resource: an object: the resource as it now is; another reference is taken
 *
 * Returns: (transfer full): a change
 */
SignetChange *
signet_change_new (const char *cursor, const char *at, const char *kind, const char *id, JsonNode *resource)
{
  SignetChange *self = g_object_new (SIGNET_TYPE_CHANGE, NULL);

  self->cursor = g_strdup (cursor);
  self->at = g_strdup (at);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->resource = json_node_ref (resource);
  return self;
}

/**
 * signet_change_get_cursor:
 * @self: a change
 *
 * Returns: where to go on from, opaque
 */
const char *
signet_change_get_cursor (SignetChange *self)
{
  g_return_val_if_fail (SIGNET_IS_CHANGE (self), "");

  return self->cursor;
}

/**
 * signet_change_get_at:
 * @self: a change
 *
 * Returns: when, RFC 3339
 */
const char *
signet_change_get_at (SignetChange *self)
{
  g_return_val_if_fail (SIGNET_IS_CHANGE (self), "");

  return self->at;
}

/**
 * signet_change_get_kind:
 * @self: a change
 *
 * Returns: what changed: a SIGNET_KIND_ word or one that isn't known
 */
const char *
signet_change_get_kind (SignetChange *self)
{
  g_return_val_if_fail (SIGNET_IS_CHANGE (self), "");

  return self->kind;
}

/**
 * signet_change_get_id:
 * @self: a change
 *
 * Returns: the platform's id of what changed
 */
const char *
signet_change_get_id (SignetChange *self)
{
  g_return_val_if_fail (SIGNET_IS_CHANGE (self), "");

  return self->id;
}

/**
 * signet_change_get_resource:
 * @self: a change
 *
 * Returns: (transfer none): the resource as it now is, a JSON object as it came
 */
JsonNode *
signet_change_get_resource (SignetChange *self)
{
  g_return_val_if_fail (SIGNET_IS_CHANGE (self), NULL);

  return self->resource;
}

/**
 * signet_change_list_from_node:
 * @node: the answer of GET /v1/changes
 * @cursor: (out) (transfer full): where to go on, also when nothing happened
 * @n_unreadable: (out) (nullable): how many changes can't be read and are left out; %NULL: one of them spoils
 * all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type SignetChange): what happened, in order; NULL with
 *   %SIGNET_API_ERROR_MISTYPED or %SIGNET_API_ERROR_MISSING
 */
GPtrArray *
signet_change_list_from_node (JsonNode *node, char **cursor, guint *n_unreadable, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  JsonArray *array = signet_json_get_array (node, "/changes", &failure);
  const char *next = signet_json_require_text (node, "/cursor", &failure);

  if (failure == NULL && array == NULL)
    g_set_error_literal (&failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING, "/changes: missing");
  if (n_unreadable != NULL)
    *n_unreadable = 0;
  for (guint i = 0; failure == NULL && i < json_array_get_length (array); i++)
    {
      SignetChange *change = read_change (json_array_get_element (array, i), &failure);

      if (change != NULL)
        g_ptr_array_add (changes, change);
      else if (n_unreadable != NULL)
        {
          g_warning ("/changes/%u%s", i, failure->message);
          g_clear_error (&failure);
          *n_unreadable += 1;
        }
      else
        g_prefix_error (&failure, "/changes/%u", i);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  *cursor = g_strdup (next);
  return g_steal_pointer (&changes);
}

/**
 * signet_change_list_to_node:
 * @changes: (element-type SignetChange): what happened, in order
 * @cursor: where to go on
 *
 * Returns: (transfer full): the answer of GET /v1/changes
 */
JsonNode *
signet_change_list_to_node (GPtrArray *changes, const char *cursor)
{
  JsonArray *array = json_array_new ();
  JsonObject *list = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < changes->len; i++)
    {
      SignetChange *self = g_ptr_array_index (changes, i);
      JsonObject *change = json_object_new ();

      json_object_set_string_member (change, "cursor", self->cursor);
      json_object_set_string_member (change, "at", self->at);
      json_object_set_string_member (change, "kind", self->kind);
      json_object_set_string_member (change, "id", self->id);
      json_object_set_member (change, "resource", json_node_copy (self->resource));
      json_array_add_object_element (array, change);
    }
  json_object_set_array_member (list, "changes", array);
  json_object_set_string_member (list, "cursor", cursor);
  json_node_take_object (node, list);
  return node;
}
