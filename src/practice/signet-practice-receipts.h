/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_RECEIPTS (signet_practice_receipts_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeReceipts, signet_practice_receipts, SIGNET, PRACTICE_RECEIPTS, GObject)

/**
 * SignetPracticeSubmission:
 * @account: row of the account
 * @key: idempotency key, empty if there was none
 * @kind: `party`, `right` or `complaint`
 * @resource: the resource's id
 * @received_at: when, by the practice clock
 * @body: the exact bytes
 * @files: every paper it rests on: `id`, `sha256`, `bytes`
 * @items: number of items
 *
 * What a receipt is given for.
 */
typedef struct
{
  gint64 account;
  const char *key;
  const char *kind;
  const char *resource;
  gint64 received_at;
  GBytes *body;
  JsonArray *files;
  guint items;
} SignetPracticeSubmission;

SignetPracticeReceipts *signet_practice_receipts_new (SignetPracticeStore *store, GError **error);

char *signet_practice_receipts_issue (SignetPracticeReceipts *self,
                                      const SignetPracticeSubmission *submission,
                                      GError **error);
JsonObject *signet_practice_receipts_get_keys (SignetPracticeReceipts *self);

G_END_DECLS
