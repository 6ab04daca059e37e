/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-jwk.h"

#include <string.h>

#include "api/signet-json.h"

/**
 * SignetJwk:
 *
 * A public key for ES256 (RFC 7517, RFC 7518 section 6.2). Immutable.
 */

struct _SignetJwk
{
  SignetRecord parent_instance;

  char *kid;
  char *x;
  char *y;
};

G_DEFINE_FINAL_TYPE (SignetJwk, signet_jwk, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetJwk, field)

static const SignetField fields[] = {
  { "kid", SIGNET_FIELD_TEXT, OFFSET (kid), "Name of the key" },
  { "x", SIGNET_FIELD_TEXT, OFFSET (x), "Coordinate, base64url" },
  { "y", SIGNET_FIELD_TEXT, OFFSET (y), "Coordinate, base64url" },
};

/* A coordinate on P-256 is 32 bytes: 43 characters (RFC 7518, section 6.2.1.2). */
#define COORDINATE_LENGTH 43

static gboolean
is_coordinate (const char *text)
{
  return strlen (text) == COORDINATE_LENGTH &&
         strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
             COORDINATE_LENGTH;
}

static void
signet_jwk_class_init (SignetJwkClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_jwk_init (SignetJwk *self)
{
}

/**
 * signet_jwk_new:
 * @kid: name of the key
 * @x: coordinate, base64url
 * @y: coordinate, base64url
 *
 * Returns: (transfer full): a key
 */
SignetJwk *
signet_jwk_new (const char *kid, const char *x, const char *y)
{
  return g_object_new (SIGNET_TYPE_JWK, "kid", kid, "x", x, "y", y, NULL);
}

/**
 * signet_jwk_set_from_node:
 * @node: a JWK Set
 * @error: return location for an error
 *
 * Keys of other kinds than EC on P-256, and keys without a name,
 * are passed over (RFC 7517, section 5).
 *
 * Returns: (transfer full) (element-type SignetJwk): the keys;
 * NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING if @node is no JWK Set
 */
GPtrArray *
signet_jwk_set_from_node (JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  JsonArray *array = signet_json_get_array (node, "/keys", &failure);

  if (array == NULL && failure == NULL)
    g_set_error_literal (&failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING, "/keys: missing");

  for (guint i = 0; failure == NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *key = json_array_get_element (array, i);
      const char *kty = signet_json_get_text (key, "/kty", &failure);
      const char *crv = signet_json_get_text (key, "/crv", &failure);
      const char *kid = signet_json_get_text (key, "/kid", &failure);
      const char *x = signet_json_get_text (key, "/x", &failure);
      const char *y = signet_json_get_text (key, "/y", &failure);

      if (failure != NULL)
        g_prefix_error (&failure, "/keys/%u", i);
      else if (strcmp (kty, "EC") == 0 && strcmp (crv, "P-256") == 0 && *kid != '\0' && is_coordinate (x) &&
               is_coordinate (y))
        g_ptr_array_add (keys, signet_jwk_new (kid, x, y));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&keys);
}

/**
 * signet_jwk_set_to_node:
 * @keys: (element-type SignetJwk): keys
 *
 * Returns: (transfer full): them as a JWK Set
 */
JsonNode *
signet_jwk_set_to_node (GPtrArray *keys)
{
  JsonArray *array = json_array_new ();
  JsonObject *set = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < keys->len; i++)
    {
      SignetJwk *self = g_ptr_array_index (keys, i);
      JsonObject *key = json_object_new ();

      json_object_set_string_member (key, "kty", "EC");
      json_object_set_string_member (key, "crv", "P-256");
      json_object_set_string_member (key, "x", signet_jwk_get_x (self));
      json_object_set_string_member (key, "y", signet_jwk_get_y (self));
      json_object_set_string_member (key, "kid", signet_jwk_get_kid (self));
      json_object_set_string_member (key, "alg", "ES256");
      json_object_set_string_member (key, "use", "sig");
      json_array_add_object_element (array, key);
    }
  json_object_set_array_member (set, "keys", array);
  json_node_take_object (node, set);
  return node;
}

SIGNET_RECORD_TEXT_GETTER (SignetJwk, signet_jwk, SIGNET_IS_JWK, kid)
SIGNET_RECORD_TEXT_GETTER (SignetJwk, signet_jwk, SIGNET_IS_JWK, x)
SIGNET_RECORD_TEXT_GETTER (SignetJwk, signet_jwk, SIGNET_IS_JWK, y)
