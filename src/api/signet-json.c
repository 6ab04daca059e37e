/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-json.h"

#include <string.h>

/*
 * Reading and writing JSON: the strict scan, then json-glib, then members by JSON Pointer (RFC 6901) with
 * their types checked. A member that is missing and one that is null are the same.
 *
 * The getters keep the first error: given an error location that is already set they do nothing and return
 * the empty value, so that many members are read in a row and the error is looked at once. Any thread.
 */

static gboolean
failed_before (GError **error)
{
  return error != NULL && *error != NULL;
}

/* The next reference token of a pointer, unescaped; moves @pointer behind it. */
static char *
next_token (const char **pointer)
{
  const char *start = *pointer + 1;
  gsize length = strcspn (start, "/");
  GString *token = g_string_new_len (start, (gssize) length);

  g_string_replace (token, "~1", "/", 0);
  g_string_replace (token, "~0", "~", 0);
  *pointer = start + length;
  return g_string_free (token, FALSE);
}

/* @through: set if the token is no index */
static JsonNode *
find_element (JsonArray *array, const char *token, gboolean *through)
{
  guint64 index;

  *through = !g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT, &index, NULL);
  if (*through || index >= json_array_get_length (array))
    return NULL;
  return json_array_get_element (array, (guint) index);
}

/* @through: set if nothing was found because something on the way has no such members. */
static JsonNode *
walk (JsonNode *root, const char *pointer, gboolean *through)
{
  JsonNode *node = root;

  *through = FALSE;
  while (node != NULL && *pointer == '/')
    {
      g_autofree char *token = next_token (&pointer);

      if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), token);
      else if (JSON_NODE_HOLDS_ARRAY (node))
        node = find_element (json_node_get_array (node), token, through);
      else
        {
          *through = !JSON_NODE_HOLDS_NULL (node);
          node = NULL;
        }
    }
  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/* The member at @pointer, which must have @type (a fundamental type of a value, or of an object or array). */
static JsonNode *
find_typed (JsonNode *root,
            const char *pointer,
            JsonNodeType type,
            GType value_type,
            const char *wanted,
            GError **error)
{
  JsonNode *node = signet_json_find_checked (root, pointer, error);

  if (node != NULL && (json_node_get_node_type (node) != type ||
                       (type == JSON_NODE_VALUE && json_node_get_value_type (node) != value_type)))
    {
      signet_json_set_mistyped (error, pointer, wanted);
      return NULL;
    }
  return node;
}

/**
 * signet_json_parse:
 * @bytes: a JSON text
 * @error: return location for an error
 *
 * Reads what came from a stranger, after the strict scan (see signet_json_check()). The tree is the caller's
 * to change.
 *
 * Returns: (transfer full): the root, or NULL with %SIGNET_API_ERROR_MALFORMED or %SIGNET_API_ERROR_TOO_LARGE
 */
JsonNode *
signet_json_parse (GBytes *bytes, GError **error)
{
  return signet_json_parse_up_to (bytes, SIGNET_JSON_MAX_BYTES, error);
}

/**
 * signet_json_parse_up_to:
 * @bytes: a JSON text
 * @max_length: how long it may be at most
 * @error: return location for an error
 *
 * As signet_json_parse(), for what Signet itself has kept and may be larger.
 *
 * Returns: (transfer full): the root, or NULL with %SIGNET_API_ERROR_MALFORMED or %SIGNET_API_ERROR_TOO_LARGE
 */
JsonNode *
signet_json_parse_up_to (GBytes *bytes, gsize max_length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) parse_error = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!signet_json_check_up_to (data, length, max_length, error))
    return NULL;

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, data, (gssize) length, &parse_error))
    {
      g_set_error_literal (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED, parse_error->message);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

/**
 * signet_json_to_bytes:
 * @root: a JSON value
 *
 * Writes it without white space, members in the order in which they were set: the same value made the same
 * way always gives the same bytes.
 *
 * Returns: (transfer full): the JSON text, UTF-8
 */
GBytes *
signet_json_to_bytes (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  gsize length;
  char *data;

  g_return_val_if_fail (root != NULL, NULL);

  json_generator_set_root (generator, root);
  data = json_generator_to_data (generator, &length);

  /* json-glib 1.6 escapes the control characters up to U+001E only */
  if (memchr (data, 0x1f, length) != NULL)
    {
      GString *escaped = g_string_new_len (data, (gssize) length);

      g_free (data);
      g_string_replace (escaped, "\x1f", "\\u001f", 0);
      return g_string_free_to_bytes (escaped);
    }
  return g_bytes_new_take (data, length);
}

/**
 * signet_json_find:
 * @root: a JSON value
 * @pointer: JSON Pointer to a member, such as "/document/number"; "" is @root itself
 *
 * Returns: (transfer none) (nullable): the member, NULL if it is missing or null
 */
JsonNode *
signet_json_find (JsonNode *root, const char *pointer)
{
  gboolean through;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  return walk (root, pointer, &through);
}

/**
 * signet_json_find_checked:
 * @root: (nullable): a JSON value; %NULL is an answer without a body, %SIGNET_API_ERROR_MISSING
 * @pointer: JSON Pointer to a member
 * @error: return location for the first error
 *
 * As signet_json_find(), but what should hold the member must be an object or array, or be missing. So does
 * every function below that reads a member.
 *
 * Returns: (transfer none) (nullable): the member; NULL if it is missing, null or, with
 *   %SIGNET_API_ERROR_MISTYPED, inside something that has no members
 */
JsonNode *
signet_json_find_checked (JsonNode *root, const char *pointer, GError **error)
{
  gboolean through;
  JsonNode *node;

  if (failed_before (error))
    return NULL;
  if (root == NULL)
    {
      g_set_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING, "%s: there is no body", pointer);
      return NULL;
    }
  node = walk (root, pointer, &through);
  if (through)
    signet_json_set_mistyped (error, pointer, "inside an object");
  return node;
}

/**
 * signet_json_get_text:
 * @root: a JSON value
 * @pointer: JSON Pointer to a string
 * @error: return location for the first error
 *
 * Returns: (transfer none): the text; "" if the member is missing or, with %SIGNET_API_ERROR_MISTYPED, no
 * string
 */
const char *
signet_json_get_text (JsonNode *root, const char *pointer, GError **error)
{
  JsonNode *node = find_typed (root, pointer, JSON_NODE_VALUE, G_TYPE_STRING, "a string", error);

  return node != NULL ? json_node_get_string (node) : "";
}

/**
 * signet_json_get_integer:
 * @root: a JSON value
 * @pointer: JSON Pointer to an integer
 * @error: return location for the first error
 *
 * A number with fraction or exponent isn't an integer, whatever its value.
 *
 * Returns: the number; 0 if the member is missing or, with %SIGNET_API_ERROR_MISTYPED, no integer
 */
gint64
signet_json_get_integer (JsonNode *root, const char *pointer, GError **error)
{
  JsonNode *node = find_typed (root, pointer, JSON_NODE_VALUE, G_TYPE_INT64, "an integer", error);

  return node != NULL ? json_node_get_int (node) : 0;
}

/**
 * signet_json_get_boolean:
 * @root: a JSON value
 * @pointer: JSON Pointer to true or false
 * @error: return location for the first error
 *
 * Returns: the value; FALSE if the member is missing or, with %SIGNET_API_ERROR_MISTYPED, something else
 */
gboolean
signet_json_get_boolean (JsonNode *root, const char *pointer, GError **error)
{
  JsonNode *node = find_typed (root, pointer, JSON_NODE_VALUE, G_TYPE_BOOLEAN, "true or false", error);

  return node != NULL && json_node_get_boolean (node);
}

/**
 * signet_json_get_array:
 * @root: a JSON value
 * @pointer: JSON Pointer to an array
 * @error: return location for the first error
 *
 * Returns: (transfer none) (nullable): the array; NULL if the member is missing or, with
 *   %SIGNET_API_ERROR_MISTYPED, no array
 */
JsonArray *
signet_json_get_array (JsonNode *root, const char *pointer, GError **error)
{
  JsonNode *node = find_typed (root, pointer, JSON_NODE_ARRAY, G_TYPE_INVALID, "an array", error);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/**
 * signet_json_get_object:
 * @root: a JSON value
 * @pointer: JSON Pointer to an object
 * @error: return location for the first error
 *
 * Returns: (transfer none) (nullable): the object; NULL if the member is missing or, with
 *   %SIGNET_API_ERROR_MISTYPED, no object
 */
JsonObject *
signet_json_get_object (JsonNode *root, const char *pointer, GError **error)
{
  JsonNode *node = find_typed (root, pointer, JSON_NODE_OBJECT, G_TYPE_INVALID, "an object", error);

  return node != NULL ? json_node_get_object (node) : NULL;
}

/**
 * signet_json_require_text:
 * @root: a JSON value
 * @pointer: JSON Pointer to a string that must be there and not be empty
 * @error: return location for the first error
 *
 * Returns: (transfer none): the text; "" with %SIGNET_API_ERROR_MISSING or %SIGNET_API_ERROR_MISTYPED
 */
const char *
signet_json_require_text (JsonNode *root, const char *pointer, GError **error)
{
  const char *text = signet_json_get_text (root, pointer, error);

  if (*text == '\0' && error != NULL && *error == NULL)
    g_set_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING, "%s: missing", pointer);
  return text;
}

/**
 * signet_json_set_mistyped:
 * @error: return location for an error
 * @pointer: JSON Pointer to the member
 * @wanted: what it should be, such as "a string"
 *
 * Sets %SIGNET_API_ERROR_MISTYPED.
 */
void
signet_json_set_mistyped (GError **error, const char *pointer, const char *wanted)
{
  g_set_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISTYPED, "%s: not %s", pointer, wanted);
}

/**
 * signet_api_error_dup_pointer:
 * @error: an error of this room
 *
 * Returns: (transfer full): the JSON Pointer of the member that %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING is about; "" for other errors
 */
char *
signet_api_error_dup_pointer (const GError *error)
{
  const char *end;

  g_return_val_if_fail (error != NULL, NULL);

  if (!g_error_matches (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISTYPED) &&
      !g_error_matches (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING))
    return g_strdup ("");
  end = strstr (error->message, ": ");
  return end != NULL ? g_strndup (error->message, end - error->message) : g_strdup ("");
}
