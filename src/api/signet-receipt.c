/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-receipt.h"

#include "api/signet-mapping.h"
#include "model/signet-evidence.h"

/**
 * SignetReceipt:
 *
 * What a platform says it has received, as its signed receipt states it (the payload of the JWS). Whether
 * the signature is right and the digests are one's own is for others to check. Immutable.
 */

struct _SignetReceipt
{
  SignetRecord parent_instance;

  char *id;
  char *kind;
  char *resource;
  char *received_at;
  char *idempotency_key;
  char *request_digest;
  GListModel *files;
  int items;
};

G_DEFINE_FINAL_TYPE (SignetReceipt, signet_receipt, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetReceipt, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "The receipt's own id" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "party, right, complaint …" },
  { "resource", SIGNET_FIELD_TEXT, OFFSET (resource), "The platform's id of what was received" },
  { "received-at", SIGNET_FIELD_TEXT, OFFSET (received_at), "RFC 3339" },
  { "idempotency-key", SIGNET_FIELD_TEXT, OFFSET (idempotency_key), "Key of the request, a UUID" },
  { "request-digest", SIGNET_FIELD_TEXT, OFFSET (request_digest),
    "SHA-256 of the exact bytes of the request, hexadecimal" },
  { "files", SIGNET_FIELD_OBJECT, OFFSET (files),
    "The papers it rests on: #SignetEvidence with id, sha256 and bytes", g_list_model_get_type },
  { "items", SIGNET_FIELD_INT, OFFSET (items), "Number of items" },
};

static const SignetMember file_members[] = {
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/sha256", "sha256", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/bytes", "bytes", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
};

static const SignetMapping file_mapping = { signet_evidence_get_type, file_members,
                                            G_N_ELEMENTS (file_members) };

static const SignetMember members[] = {
  { "/receipt", "id", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/kind", "kind", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/resource", "resource", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/received_at", "received-at", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/idempotency_key", "idempotency-key", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/request_digest", "request-digest", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/files", "files", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &file_mapping },
  { "/items", "items", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
};

static const SignetMapping mapping = { signet_receipt_get_type, members, G_N_ELEMENTS (members) };

static void
signet_receipt_class_init (SignetReceiptClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_receipt_init (SignetReceipt *self)
{
}

/**
 * signet_receipt_new_from_node:
 * @node: the payload of a receipt
 * @error: return location for an error
 *
 * Returns: (transfer full): it, read; NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING
 */
SignetReceipt *
signet_receipt_new_from_node (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&mapping, node, SIGNET_IN_ANSWER, error);
}

/**
 * signet_receipt_to_node:
 * @self: to be written
 *
 * Returns: (transfer full): it as JSON
 */
JsonNode *
signet_receipt_to_node (SignetReceipt *self)
{
  return signet_mapping_encode (&mapping, self, SIGNET_IN_ANSWER);
}

SIGNET_RECORD_TEXT_GETTER (SignetReceipt, signet_receipt, SIGNET_IS_RECEIPT, id)
SIGNET_RECORD_TEXT_GETTER (SignetReceipt, signet_receipt, SIGNET_IS_RECEIPT, kind)
SIGNET_RECORD_TEXT_GETTER (SignetReceipt, signet_receipt, SIGNET_IS_RECEIPT, resource)
SIGNET_RECORD_TEXT_GETTER (SignetReceipt, signet_receipt, SIGNET_IS_RECEIPT, received_at)
SIGNET_RECORD_TEXT_GETTER (SignetReceipt, signet_receipt, SIGNET_IS_RECEIPT, idempotency_key)
SIGNET_RECORD_TEXT_GETTER (SignetReceipt, signet_receipt, SIGNET_IS_RECEIPT, request_digest)
SIGNET_RECORD_OBJECT_GETTER (SignetReceipt, signet_receipt, SIGNET_IS_RECEIPT, GListModel, files)
SIGNET_RECORD_INT_GETTER (SignetReceipt, signet_receipt, SIGNET_IS_RECEIPT, items)
