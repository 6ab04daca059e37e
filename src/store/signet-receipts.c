/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-receipts.h"

#include "store/signet-table-map.h"
#include "store/signet-receipts-private.h"
#include "store/signet-subjects.h"

/* The table `receipts`, kept for ever: nothing here deletes one. They are added by signet_outbox_mark_sent()
 * only, in the transaction that ends the submission. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, id) },
  { "account", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, account) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, kind) },
  { "subject", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, subject) },
  { "outbox", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, outbox) },
  { "jws", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, jws) },
  { "verdict", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, verdict) },
  { "problem", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, problem) },
  { "kid", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, kid) },
  { "key_first_seen", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetReceiptRecord, key_first_seen) },
  { "request_digest", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetReceiptRecord, request_digest) },
  { "n_files", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetReceiptRecord, n_files) },
  { "received_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetReceiptRecord, received_at) },
};

SIGNET_DEFINE_RECORD (SignetReceiptRecord, signet_receipt_record, "receipts", "outbox")

gboolean
signet_receipts_add (SignetTables *tables, const SignetReceiptRecord *record, GError **error)
{
  signet_subjects_mark (tables, record->kind, record->subject);
  return signet_table_map_save (&map, tables, record, error);
}

/**
 * signet_receipts_set_verdict:
 * @tables: writable tables
 * @outbox: the submission it answers
 * @verdict: what a later check said
 * @problem: (nullable): what doesn't agree
 * @key_first_seen: µs UTC, 0 unknown
 * @error: return location
 *
 * Remembers the result of checking a receipt again, once its key is known.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_receipts_set_verdict (SignetTables *tables,
                             const char *outbox,
                             const char *verdict,
                             const char *problem,
                             gint64 key_first_seen,
                             GError **error)
{
  g_autoptr (SignetReceiptRecord) record = signet_receipts_find (tables, outbox, error);

  if (record == NULL)
    return FALSE;
  signet_subjects_mark (tables, record->kind, record->subject);
  return signet_tables_run (
      tables, "UPDATE receipts SET verdict = ?, problem = ?, key_first_seen = ? WHERE outbox = ?", "ttit",
      error, verdict, problem, key_first_seen, outbox);
}

/**
 * signet_receipts_find:
 * @tables: tables
 * @outbox: a submission
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its receipt
 */
SignetReceiptRecord *
signet_receipts_find (SignetTables *tables, const char *outbox, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE outbox = ?", "t", error, outbox);
}

/**
 * signet_receipts_find_last:
 * @tables: tables
 * @subject: local id of a party, right or complaint
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the receipt of its last submission
 */
SignetReceiptRecord *
signet_receipts_find_last (SignetTables *tables, const char *subject, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE subject = ? ORDER BY row DESC LIMIT 1", "t", error,
                                subject);
}

/**
 * signet_receipts_list:
 * @tables: tables
 * @verdict: (nullable): those with this verdict, %NULL for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetReceiptRecord): receipts, oldest first
 */
GPtrArray *
signet_receipts_list (SignetTables *tables, const char *verdict, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_receipt_record_free,
                                "WHERE ?1 = '' OR verdict = ?1 ORDER BY row", "t", error, verdict);
}
