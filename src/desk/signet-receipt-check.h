/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-outbox.h"
#include "store/signet-receipts.h"

G_BEGIN_DECLS

/* What the check of a receipt can say. */
#define SIGNET_VERDICT_VERIFIED "verified"
#define SIGNET_VERDICT_WRONG "wrong"
#define SIGNET_VERDICT_UNCHECKED "unchecked"

/* What doesn't agree. */
#define SIGNET_RECEIPT_PROBLEM_MALFORMED "malformed"
#define SIGNET_RECEIPT_PROBLEM_SIGNATURE "signature"
#define SIGNET_RECEIPT_PROBLEM_SUBJECT "subject"
#define SIGNET_RECEIPT_PROBLEM_REQUEST "request"
#define SIGNET_RECEIPT_PROBLEM_FILES "files"
#define SIGNET_RECEIPT_PROBLEM_ITEMS "items"

/* For the desk's own files: reads and checks the receipt of one submission. */
SignetReceiptRecord *signet_receipt_check (SignetTables *tables,
                                           const SignetOutboxRecord *outbox,
                                           const char *issuer,
                                           const char *jws,
                                           const char *resource);

/* Those whose key was not known, now that more keys may be: part of a transaction. */
gboolean
signet_receipt_check_again (SignetTables *tables, const char *account, const char *issuer, GError **error);

G_END_DECLS
