/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetReceiptRecord:
 * @id: the platform's id of the receipt
 * @account: local id of the account
 * @kind: party, right or complaint
 * @subject: local id of what was submitted
 * @outbox: id of the submission it answers
 * @jws: the receipt as it came, compact JWS
 * @verdict: what the check said: a word of the desk
 * @problem: what doesn't agree, "" if all does
 * @kid: the key it names
 * @key_first_seen: µs UTC when this desk first saw that key, 0 unknown
 * @request_digest: the digest it names
 * @n_files: how many files it names
 * @received_at: µs UTC when the platform says it received the submission
 *
 * A platform's signed receipt.
 */
typedef struct
{
  char *id;
  char *account;
  char *kind;
  char *subject;
  char *outbox;
  char *jws;
  char *verdict;
  char *problem;
  char *kid;
  gint64 key_first_seen;
  char *request_digest;
  gint64 n_files;
  gint64 received_at;
} SignetReceiptRecord;

SignetReceiptRecord *signet_receipt_record_new (void);
void signet_receipt_record_free (SignetReceiptRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetReceiptRecord, signet_receipt_record_free)

gboolean signet_receipts_set_verdict (SignetTables *tables,
                                      const char *outbox,
                                      const char *verdict,
                                      const char *problem,
                                      gint64 key_first_seen,
                                      GError **error);
SignetReceiptRecord *signet_receipts_find (SignetTables *tables, const char *outbox, GError **error);
SignetReceiptRecord *signet_receipts_find_last (SignetTables *tables, const char *subject, GError **error);
GPtrArray *signet_receipts_list (SignetTables *tables, const char *verdict, GError **error);

G_END_DECLS
