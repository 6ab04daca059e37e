/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-receipts.h"

#include "practice/signet-practice-json.h"
#include "proof/signet-base64url.h"
#include "proof/signet-digest.h"
#include "proof/signet-signing-key.h"

#include <string.h>

/* Receipts: compact JWS (RFC 7515) with ES256 over what was accepted, and the ledger that keeps the accepted
 * bytes beside them. The key is made once and kept in the store. Owned by the platform.
 */

struct _SignetPracticeReceipts
{
  GObject parent_instance;

  SignetPracticeStore *store;
  SignetSigningKey *key;
  char *kid;
  char *header; /* the protected header, encoded */
};

G_DEFINE_FINAL_TYPE (SignetPracticeReceipts, signet_practice_receipts, G_TYPE_OBJECT)

/* The key's name is its thumbprint (RFC 7638): the same key has the same name everywhere. */
static char *
make_kid (SignetPublicKey *key, GError **error)
{
  g_autofree char *canonical =
      g_strdup_printf ("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}",
                       signet_public_key_get_x (key), signet_public_key_get_y (key));
  g_autofree char *hex = signet_digest_of_text (canonical, error);
  guint8 raw[SIGNET_DIGEST_SIZE];

  if (hex == NULL)
    return NULL;
  for (guint i = 0; i < sizeof raw; i++)
    raw[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  return signet_base64url_encode (raw, sizeof raw);
}

static gboolean
load_key (SignetPracticeReceipts *self, GError **error)
{
  g_autofree char *pem = NULL;

  if (!signet_practice_store_load_setting (self->store, "receipt_key", &pem, error))
    return FALSE;
  if (pem != NULL)
    self->key = signet_signing_key_new_from_pem (pem, error);
  else
    {
      self->key = signet_signing_key_generate (error);
      if (self->key != NULL)
        pem = signet_signing_key_to_pem (self->key, error);
      if (pem == NULL || !signet_practice_store_save_setting (self->store, "receipt_key", pem, error))
        return FALSE;
    }
  return self->key != NULL;
}

static char *
write_payload (const SignetPracticeSubmission *submission, const char *id, const char *digest)
{
  g_autoptr (JsonObject) payload = json_object_new ();

  json_object_set_string_member (payload, "receipt", id);
  json_object_set_string_member (payload, "kind", submission->kind);
  json_object_set_string_member (payload, "resource", submission->resource);
  signet_practice_json_set_time (payload, "received_at", submission->received_at);
  json_object_set_string_member (payload, "idempotency_key", submission->key);
  json_object_set_string_member (payload, "request_digest", digest);
  json_object_set_array_member (payload, "files", json_array_ref (submission->files));
  json_object_set_int_member (payload, "items", submission->items);
  return signet_practice_json_print (payload);
}

static char *
sign (SignetPracticeReceipts *self, const char *payload, GError **error)
{
  g_autofree char *encoded = signet_base64url_encode (payload, strlen (payload));
  g_autofree char *input = g_strconcat (self->header, ".", encoded, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (input, strlen (input));
  g_autoptr (GBytes) signature = signet_signing_key_sign (self->key, bytes, error);
  g_autofree char *tail = NULL;

  if (signature == NULL)
    return NULL;
  tail = signet_base64url_encode (g_bytes_get_data (signature, NULL), g_bytes_get_size (signature));
  return g_strconcat (input, ".", tail, NULL);
}

static void
signet_practice_receipts_finalize (GObject *object)
{
  SignetPracticeReceipts *self = SIGNET_PRACTICE_RECEIPTS (object);

  g_clear_object (&self->store);
  g_clear_object (&self->key);
  g_free (self->kid);
  g_free (self->header);

  G_OBJECT_CLASS (signet_practice_receipts_parent_class)->finalize (object);
}

static void
signet_practice_receipts_class_init (SignetPracticeReceiptsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_receipts_finalize;
}

static void
signet_practice_receipts_init (SignetPracticeReceipts *self)
{
}

/**
 * signet_practice_receipts_new:
 * @store: the platform's memory
 * @error: return location
 *
 * Takes the key from the store or makes it.
 *
 * Returns: (transfer full) (nullable): the receipts
 */
SignetPracticeReceipts *
signet_practice_receipts_new (SignetPracticeStore *store, GError **error)
{
  g_autoptr (SignetPracticeReceipts) self = g_object_new (SIGNET_TYPE_PRACTICE_RECEIPTS, NULL);
  g_autofree char *header = NULL;

  self->store = g_object_ref (store);
  if (!load_key (self, error))
    return NULL;
  self->kid = make_kid (signet_signing_key_get_public_key (self->key), error);
  if (self->kid == NULL)
    return NULL;
  header = g_strdup_printf ("{\"alg\":\"ES256\",\"kid\":\"%s\"}", self->kid);
  self->header = signet_base64url_encode (header, strlen (header));
  return g_steal_pointer (&self);
}

/**
 * signet_practice_receipts_issue:
 * @self: the receipts, with a transaction open in their store
 * @submission: what was accepted
 * @error: return location
 *
 * Writes the ledger and signs the receipt.
 *
 * Returns: (transfer full) (nullable): the receipt, a compact JWS
 */
char *
signet_practice_receipts_issue (SignetPracticeReceipts *self,
                                const SignetPracticeSubmission *submission,
                                GError **error)
{
  g_autofree char *id = signet_practice_store_make_id ("rcp", error);
  g_autofree char *digest = signet_digest_of_bytes (submission->body, error);
  g_autofree char *files = signet_practice_json_print_array (submission->files);
  g_autofree char *payload = NULL;
  g_autofree char *receipt = NULL;

  if (id == NULL || digest == NULL)
    return NULL;
  payload = write_payload (submission, id, digest);
  receipt = sign (self, payload, error);
  if (receipt == NULL ||
      !signet_practice_store_run (
          self->store, error,
          "INSERT INTO ledger (account, idempotency_key, kind, resource, received_at, request_digest, files,"
          " body, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          "isssissbs", submission->account, submission->key, submission->kind, submission->resource,
          submission->received_at, digest, files, submission->body, receipt))
    return NULL;
  return g_steal_pointer (&receipt);
}

/**
 * signet_practice_receipts_get_keys:
 * @self: the receipts
 *
 * Returns: (transfer full): the public keys as a JWK set (RFC 7517)
 */
JsonObject *
signet_practice_receipts_get_keys (SignetPracticeReceipts *self)
{
  SignetPublicKey *public_key = signet_signing_key_get_public_key (self->key);
  JsonObject *set = json_object_new ();
  JsonArray *keys = json_array_new ();
  JsonObject *key = json_object_new ();

  json_object_set_string_member (key, "kty", "EC");
  json_object_set_string_member (key, "crv", "P-256");
  json_object_set_string_member (key, "x", signet_public_key_get_x (public_key));
  json_object_set_string_member (key, "y", signet_public_key_get_y (public_key));
  json_object_set_string_member (key, "kid", self->kid);
  json_object_set_string_member (key, "alg", "ES256");
  json_object_set_string_member (key, "use", "sig");
  json_array_add_object_element (keys, key);
  json_object_set_array_member (set, "keys", keys);
  return set;
}
