/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-jws.h"

#include <string.h>

#include "api/signet-json.h"

/**
 * SignetJws:
 *
 * A compact JWS signed with ES256 (RFC 7515, RFC 7518 section 3.4), taken apart; the signature is looked at
 * elsewhere. Immutable; any thread.
 */

#define SIGNATURE_BYTES 64

struct _SignetJws
{
  GObject parent_instance;

  char *kid;
  GBytes *payload;
  GBytes *signing_input;
  GBytes *signature;
};

G_DEFINE_FINAL_TYPE (SignetJws, signet_jws, G_TYPE_OBJECT)

/* Base64url without padding (RFC 7515, appendix C): what has another spelling of the same bytes is refused.
 */
static char *
encode (GBytes *bytes)
{
  char *text = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

static GBytes *
decode (const char *text, gsize length, const char *part, GError **error)
{
  g_autoptr (GString) padded = g_string_new_len (text, (gssize) length);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *again = NULL;
  guchar *data;
  gsize size;

  g_strdelimit (padded->str, "-", '+');
  g_strdelimit (padded->str, "_", '/');
  while (padded->len % 4 != 0)
    g_string_append_c (padded, '=');
  data = g_base64_decode (padded->str, &size);
  bytes = g_bytes_new_take (data, size);

  again = encode (bytes);
  if (strlen (again) != length || strncmp (again, text, length) != 0)
    {
      g_set_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED, "the %s of a JWS isn't base64url",
                   part);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

static gboolean
read_header (SignetJws *self, GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) header = signet_json_parse (bytes, error);
  g_autoptr (GError) failure = NULL;

  if (header == NULL)
    return FALSE;

  if (strcmp (signet_json_require_text (header, "/alg", &failure), "ES256") != 0 && failure == NULL)
    g_set_error_literal (&failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED,
                         "a JWS not signed with ES256");
  /* whatever it names must be understood (RFC 7515, section 4.1.11), and nothing is */
  if (failure == NULL && signet_json_find (header, "/crit") != NULL)
    g_set_error_literal (&failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED, "a JWS with crit");
  self->kid = g_strdup (signet_json_get_text (header, "/kid", &failure));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

static void
signet_jws_finalize (GObject *object)
{
  SignetJws *self = SIGNET_JWS (object);

  g_free (self->kid);
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_clear_pointer (&self->signing_input, g_bytes_unref);
  g_clear_pointer (&self->signature, g_bytes_unref);

  G_OBJECT_CLASS (signet_jws_parent_class)->finalize (object);
}

static void
signet_jws_class_init (SignetJwsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_jws_finalize;
}

static void
signet_jws_init (SignetJws *self)
{
}

/**
 * signet_jws_new_from_text:
 * @text: a compact JWS
 * @error: return location for an error
 *
 * Takes it apart. The signature isn't checked.
 *
 * Returns: (transfer full): its parts; NULL with an error of %SIGNET_API_ERROR if it isn't a compact JWS
 *   signed with ES256
 */
SignetJws *
signet_jws_new_from_text (const char *text, GError **error)
{
  g_autoptr (SignetJws) self = NULL;
  g_autoptr (GBytes) header = NULL;
  const char *payload;
  const char *signature;

  g_return_val_if_fail (text != NULL, NULL);

  payload = strchr (text, '.');
  signature = payload != NULL ? strchr (payload + 1, '.') : NULL;
  if (signature == NULL)
    {
      g_set_error_literal (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED, "a JWS without three parts");
      return NULL;
    }

  self = g_object_new (SIGNET_TYPE_JWS, NULL);
  header = decode (text, payload - text, "header", error);
  if (header == NULL || !read_header (self, header, error))
    return NULL;
  self->payload = decode (payload + 1, signature - payload - 1, "payload", error);
  if (self->payload == NULL)
    return NULL;
  self->signature = decode (signature + 1, strlen (signature + 1), "signature", error);
  if (self->signature == NULL)
    return NULL;
  if (g_bytes_get_size (self->signature) != SIGNATURE_BYTES)
    {
      g_set_error_literal (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED,
                           "an ES256 signature of another size");
      return NULL;
    }
  self->signing_input = g_bytes_new (text, signature - text);
  return g_steal_pointer (&self);
}

/**
 * signet_jws_get_kid:
 * @self: a JWS
 *
 * Returns: name of the key it says it was signed with, "" if none
 */
const char *
signet_jws_get_kid (SignetJws *self)
{
  g_return_val_if_fail (SIGNET_IS_JWS (self), "");

  return self->kid;
}

/**
 * signet_jws_get_payload:
 * @self: a JWS
 *
 * Returns: (transfer none): what was signed, decoded
 */
GBytes *
signet_jws_get_payload (SignetJws *self)
{
  g_return_val_if_fail (SIGNET_IS_JWS (self), NULL);

  return self->payload;
}

/**
 * signet_jws_get_signing_input:
 * @self: a JWS
 *
 * Returns: (transfer none): the bytes under the signature: header and payload as they stand in the text
 */
GBytes *
signet_jws_get_signing_input (SignetJws *self)
{
  g_return_val_if_fail (SIGNET_IS_JWS (self), NULL);

  return self->signing_input;
}

/**
 * signet_jws_get_signature:
 * @self: a JWS
 *
 * Returns: (transfer none): 64 bytes: r and s
 */
GBytes *
signet_jws_get_signature (SignetJws *self)
{
  g_return_val_if_fail (SIGNET_IS_JWS (self), NULL);

  return self->signature;
}

/**
 * signet_jws_make_signing_input:
 * @kid: name of the key
 * @payload: what is to be signed
 *
 * Returns: (transfer full): the bytes to be signed with ES256
 */
GBytes *
signet_jws_make_signing_input (const char *kid, GBytes *payload)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) header = NULL;
  g_autofree char *header_text = NULL;
  g_autofree char *payload_text = encode (payload);
  JsonObject *object = json_object_new ();
  char *input;

  json_object_set_string_member (object, "alg", "ES256");
  json_object_set_string_member (object, "kid", kid);
  json_node_take_object (node, object);
  header = signet_json_to_bytes (node);
  header_text = encode (header);
  input = g_strconcat (header_text, ".", payload_text, NULL);
  return g_bytes_new_take (input, strlen (input));
}

/**
 * signet_jws_join:
 * @signing_input: what signet_jws_make_signing_input() gave
 * @signature: r and s
 *
 * Returns: (transfer full): the compact JWS
 */
char *
signet_jws_join (GBytes *signing_input, GBytes *signature)
{
  g_autofree char *signature_text = encode (signature);
  gsize length;
  const char *input = g_bytes_get_data (signing_input, &length);

  return g_strdup_printf ("%.*s.%s", (int) length, input, signature_text);
}
