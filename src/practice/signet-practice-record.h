/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-route.h"

G_BEGIN_DECLS

/* What the table of every kind of resource begins with; columns of its own follow. */
#define SIGNET_PRACTICE_RECORD_COLUMNS \
  "id, content, status, findings, version, due_at, created_at, updated_at, account, n"

enum
{
  SIGNET_PRACTICE_RECORD_ID,
  SIGNET_PRACTICE_RECORD_CONTENT,
  SIGNET_PRACTICE_RECORD_STATUS,
  SIGNET_PRACTICE_RECORD_FINDINGS,
  SIGNET_PRACTICE_RECORD_VERSION,
  SIGNET_PRACTICE_RECORD_DUE_AT,
  SIGNET_PRACTICE_RECORD_CREATED_AT,
  SIGNET_PRACTICE_RECORD_UPDATED_AT,
  SIGNET_PRACTICE_RECORD_ACCOUNT,
  SIGNET_PRACTICE_RECORD_ROW,
  SIGNET_PRACTICE_RECORD_N_COLUMNS
};

/**
 * SignetPracticeAcceptance:
 * @kind: kind of the resource
 * @collection: path of its collection
 * @resource: as it now is
 * @tag: its entity tag
 * @received_at: when, by the practice clock
 * @files: every paper it rests on, as receipts list them
 * @items: number of items
 *
 * A submission that was stored.
 */
typedef struct
{
  const char *kind;
  const char *collection;
  JsonObject *resource;
  const char *tag;
  gint64 received_at;
  JsonArray *files;
  guint items;
} SignetPracticeAcceptance;

JsonObject *signet_practice_record_make (SignetStatement *row);
char *signet_practice_record_make_tag (SignetStatement *row);
void signet_practice_record_answer (SignetPracticeExchange *exchange, JsonObject *resource, const char *tag);
gboolean signet_practice_record_answer_accepted (SignetPracticeContext *context,
                                                 SignetPracticeExchange *exchange,
                                                 guint status,
                                                 const SignetPracticeAcceptance *accepted,
                                                 GError **error);
gint64 signet_practice_record_get_due (const char *status, gint64 now);

G_END_DECLS
