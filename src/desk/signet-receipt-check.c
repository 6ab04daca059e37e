/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-receipt-check.h"

#include "api/signet-json.h"
#include "api/signet-jws.h"
#include "api/signet-receipt.h"
#include "model/signet-evidence.h"
#include "model/signet-words.h"
#include "proof/signet-public-key.h"
#include "store/signet-certifications.h"
#include "store/signet-complaints.h"
#include "store/signet-keys.h"
#include "store/signet-outbox-files.h"

/*
 * Promise 3 (product.md): the receipt tells the truth. Its signature is checked against the platform's keys
 * this desk has seen, and each of its claims against what was frozen: the bytes, their key, every file, the
 * number of items. A receipt that fails is kept all the same; the verdict says what is wrong with it.
 */

static gboolean
verify (SignetTables *tables, const char *issuer, SignetJws *jws, SignetReceiptRecord *record)
{
  g_autoptr (GPtrArray) keys = signet_keys_list (tables, issuer, signet_jws_get_kid (jws), NULL);
  GBytes *input = signet_jws_get_signing_input (jws);
  GBytes *signature = signet_jws_get_signature (jws);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      SignetKeyRecord *key = g_ptr_array_index (keys, i);
      g_autoptr (SignetPublicKey) public_key = signet_public_key_new (key->x, key->y, NULL);

      record->key_first_seen = key->first_seen;
      if (public_key != NULL && signet_public_key_verify (public_key, input, signature, NULL))
        return TRUE;
    }
  return FALSE;
}

/* The receipt must name exactly the files the submission rests on, no matter in which order or how often. */
static gboolean
files_agree (SignetTables *tables, const char *outbox, SignetReceipt *receipt)
{
  g_autoptr (GPtrArray) sent = signet_outbox_files_list (tables, outbox, NULL);
  g_autoptr (GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *files = signet_receipt_get_files (receipt);

  if (sent == NULL)
    return FALSE;
  for (guint i = 0; i < sent->len; i++)
    {
      SignetOutboxFile *file = g_ptr_array_index (sent, i);

      g_hash_table_insert (ours, file->sha256, file);
    }
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (SignetEvidence) evidence = g_list_model_get_item (files, i);
      SignetOutboxFile *file = g_hash_table_lookup (ours, signet_evidence_get_sha256 (evidence));

      if (file == NULL || (guint64) file->bytes != signet_evidence_get_bytes (evidence))
        return FALSE;
      g_hash_table_add (theirs, g_strdup (signet_evidence_get_sha256 (evidence)));
    }
  return g_hash_table_size (theirs) == g_hash_table_size (ours);
}

static gboolean
items_agree (SignetTables *tables, const SignetOutboxRecord *outbox, SignetReceipt *receipt)
{
  g_autoptr (SignetComplaintRecord) complaint = NULL;

  if (!g_str_equal (outbox->kind, SIGNET_KIND_COMPLAINT))
    return signet_receipt_get_items (receipt) == 0;
  complaint = signet_complaints_find (tables, outbox->subject, NULL);
  return complaint != NULL && signet_receipt_get_items (receipt) == complaint->items_total;
}

static const char *
find_problem (SignetTables *tables,
              const SignetOutboxRecord *outbox,
              SignetReceipt *receipt,
              const char *resource)
{
  if (g_strcmp0 (signet_receipt_get_kind (receipt), outbox->kind) != 0 ||
      g_strcmp0 (signet_receipt_get_resource (receipt), resource) != 0)
    return SIGNET_RECEIPT_PROBLEM_SUBJECT;
  if (g_strcmp0 (signet_receipt_get_request_digest (receipt), outbox->request_digest) != 0 ||
      g_strcmp0 (signet_receipt_get_idempotency_key (receipt), outbox->idempotency_key) != 0)
    return SIGNET_RECEIPT_PROBLEM_REQUEST;
  if (!files_agree (tables, outbox->id, receipt))
    return SIGNET_RECEIPT_PROBLEM_FILES;
  if (!items_agree (tables, outbox, receipt))
    return SIGNET_RECEIPT_PROBLEM_ITEMS;
  return "";
}

static void
judge (SignetReceiptRecord *record, const char *verdict, const char *problem)
{
  g_free (record->verdict);
  g_free (record->problem);
  record->verdict = g_strdup (verdict);
  record->problem = g_strdup (problem);
}

/**
 * signet_receipt_check:
 * @tables: for reading
 * @outbox: the submission it answers, with its digest
 * @issuer: whose keys may have signed it
 * @jws: the receipt as it came (compact JWS, RFC 7515)
 * @resource: the platform's id of what the same answer calls the resource
 *
 * Returns: (transfer full): the receipt with the verdict; one that can't be read is "wrong" too, and kept
 */
SignetReceiptRecord *
signet_receipt_check (SignetTables *tables,
                      const SignetOutboxRecord *outbox,
                      const char *issuer,
                      const char *jws,
                      const char *resource)
{
  SignetReceiptRecord *record = signet_receipt_record_new ();
  g_autoptr (SignetJws) parsed = signet_jws_new_from_text (jws, NULL);
  GBytes *payload = parsed != NULL ? signet_jws_get_payload (parsed) : NULL;
  g_autoptr (JsonNode) node = payload != NULL ? signet_json_parse (payload, NULL) : NULL;
  g_autoptr (SignetReceipt) receipt = node != NULL ? signet_receipt_new_from_node (node, NULL) : NULL;
  g_autoptr (GDateTime) received_at = NULL;
  const char *problem;

  record->account = g_strdup (outbox->account);
  record->kind = g_strdup (outbox->kind);
  record->subject = g_strdup (outbox->subject);
  record->outbox = g_strdup (outbox->id);
  record->jws = g_strdup (jws);
  if (receipt == NULL)
    {
      judge (record, SIGNET_VERDICT_WRONG, SIGNET_RECEIPT_PROBLEM_MALFORMED);
      return record;
    }

  record->id = g_strdup (signet_receipt_get_id (receipt));
  record->kid = g_strdup (signet_jws_get_kid (parsed));
  record->request_digest = g_strdup (signet_receipt_get_request_digest (receipt));
  record->n_files = g_list_model_get_n_items (signet_receipt_get_files (receipt));
  received_at = g_date_time_new_from_iso8601 (signet_receipt_get_received_at (receipt), NULL);
  if (received_at != NULL)
    record->received_at = g_date_time_to_unix (received_at) * G_USEC_PER_SEC;

  problem = find_problem (tables, outbox, receipt, resource);
  if (*problem != '\0')
    judge (record, SIGNET_VERDICT_WRONG, problem);
  else if (verify (tables, issuer, parsed, record))
    judge (record, SIGNET_VERDICT_VERIFIED, "");
  else if (record->key_first_seen == 0)
    judge (record, SIGNET_VERDICT_UNCHECKED, "");
  else
    judge (record, SIGNET_VERDICT_WRONG, SIGNET_RECEIPT_PROBLEM_SIGNATURE);
  return record;
}

/* The platform's id of what a receipt is about. */
static char *
find_resource (SignetTables *tables, const SignetReceiptRecord *receipt, GError **error)
{
  if (g_str_equal (receipt->kind, SIGNET_KIND_COMPLAINT))
    {
      g_autoptr (SignetComplaintRecord) complaint = signet_complaints_find (tables, receipt->subject, error);

      return complaint != NULL ? g_strdup (complaint->remote_id) : NULL;
    }
  else
    {
      g_autoptr (SignetCertificationRecord)
          certification = signet_certifications_find (tables, receipt->account, receipt->subject, error);

      return certification != NULL ? g_strdup (certification->remote_id) : NULL;
    }
}

/**
 * signet_receipt_check_again:
 * @tables: writable tables
 * @account: local id of an account
 * @issuer: whose keys may have signed its receipts
 * @error: %SIGNET_STORE_ERROR or %SIGNET_DB_ERROR
 *
 * Checks those receipts again whose key was not known, now that more keys may be. Worker.
 *
 * Returns: %TRUE to commit
 */
gboolean
signet_receipt_check_again (SignetTables *tables, const char *account, const char *issuer, GError **error)
{
  g_autoptr (GPtrArray) receipts = signet_receipts_list (tables, SIGNET_VERDICT_UNCHECKED, error);

  if (receipts == NULL)
    return FALSE;
  for (guint i = 0; i < receipts->len; i++)
    {
      SignetReceiptRecord *receipt = g_ptr_array_index (receipts, i);
      g_autoptr (SignetOutboxRecord) outbox = NULL;
      g_autoptr (SignetReceiptRecord) checked = NULL;
      g_autofree char *resource = NULL;

      if (!g_str_equal (receipt->account, account))
        continue;
      outbox = signet_outbox_find (tables, receipt->outbox, error);
      resource = outbox != NULL ? find_resource (tables, receipt, error) : NULL;
      if (resource == NULL)
        return FALSE;
      checked = signet_receipt_check (tables, outbox, issuer, receipt->jws, resource);
      if (!signet_receipts_set_verdict (tables, receipt->outbox, checked->verdict, checked->problem,
                                        checked->key_first_seen, error))
        return FALSE;
    }
  return TRUE;
}
