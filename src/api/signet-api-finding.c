/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-finding.h"

#include "api/signet-json.h"

/* Findings on the wire: {pointer, code, severity, params}. Any thread. */

/**
 * signet_api_params_from_node:
 * @node: a JSON object
 * @pointer: JSON Pointer to an object of texts in it
 * @error: return location for the first error
 *
 * Reads the values a sentence is made of. A value that isn't a string is kept as its JSON text.
 *
 * Returns: (transfer full) (nullable): a floating a{ss}, empty if the member is missing; NULL on error
 */
GVariant *
signet_api_params_from_node (JsonNode *node, const char *pointer, GError **error)
{
  g_autoptr (GError) failure = NULL;
  JsonObject *object = signet_json_get_object (node, pointer, &failure);
  GVariantBuilder builder;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  if (object != NULL)
    {
      json_object_iter_init_ordered (&iter, object);
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          g_autofree char *text = NULL;

          if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING)
            text = json_node_dup_string (value);
          else
            text = json_to_string (value, FALSE);
          g_variant_builder_add (&builder, "{ss}", name, text);
        }
    }
  return g_variant_builder_end (&builder);
}

/**
 * signet_api_params_to_node:
 * @params: an a{ss}
 *
 * Returns: (transfer full): an object of texts
 */
JsonNode *
signet_api_params_to_node (GVariant *params)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  GVariantIter iter;
  const char *name;
  const char *value;

  g_variant_iter_init (&iter, params);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    json_object_set_string_member (object, name, value);
  json_node_take_object (node, object);
  return node;
}

/**
 * signet_api_finding_from_node:
 * @node: a JSON object
 * @error: return location for an error
 *
 * A severity that isn't known counts as the worst: better looked at once too often.
 *
 * Returns: (transfer full): the finding, or NULL with %SIGNET_API_ERROR_MISTYPED or %SIGNET_API_ERROR_MISSING
 */
SignetFinding *
signet_api_finding_from_node (JsonNode *node, GError **error)
{
  g_autoptr (GError) failure = NULL;
  SignetSeverity severity = SIGNET_SEVERITY_ERROR;
  const char *pointer;
  const char *code;
  GVariant *params;

  signet_json_get_object (node, "", &failure);
  pointer = signet_json_get_text (node, "/pointer", &failure);
  code = signet_json_require_text (node, "/code", &failure);
  signet_severity_from_text (signet_json_get_text (node, "/severity", &failure), &severity);
  params = failure == NULL ? signet_api_params_from_node (node, "/params", &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return signet_finding_new_with_params (pointer, severity, code, params);
}

/**
 * signet_api_finding_to_node:
 * @self: a finding
 *
 * Returns: (transfer full): it as a JSON object
 */
JsonNode *
signet_api_finding_to_node (SignetFinding *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  GVariant *params = signet_finding_get_params (self);

  json_object_set_string_member (object, "pointer", signet_finding_get_pointer (self));
  json_object_set_string_member (object, "code", signet_finding_get_code (self));
  json_object_set_string_member (object, "severity",
                                 signet_severity_to_text (signet_finding_get_severity (self)));
  if (g_variant_n_children (params) > 0)
    json_object_set_member (object, "params", signet_api_params_to_node (params));
  json_node_take_object (node, object);
  return node;
}
