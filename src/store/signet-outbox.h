/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"
#include "store/signet-receipts.h"

G_BEGIN_DECLS

/**
 * SignetOutboxRecord:
 * @id: its id
 * @account: local id of the account it goes to
 * @kind: party, right, authorisation or complaint
 * @subject: local id of what is submitted
 * @title: what lists call it
 * @method: POST or PATCH
 * @path: where, below the platform's address
 * @content_type: of the body
 * @if_match: entity tag a PATCH rests on, "" while it isn't known, and for a POST
 * @base: what the platform held when a PATCH was made, encoded; %NULL for a POST
 * @wanted: the party, right or authorisation as it was submitted, encoded as a draft, while there is no @body
 * @body: the exact bytes that go out; %NULL while it waits for an id that only @depends brings
 * @request_digest: SHA-256 of @body, filled in when it is frozen
 * @idempotency_key: one for all attempts
 * @state: %SIGNET_STATUS_QUEUED, _SENDING, _PAUSED, _FAILED or `sent`
 * @attempts: how often it was begun to be sent
 * @next_try_at: µs UTC; not before
 * @error_code: why the last attempt failed, "" if none did
 * @problem: what the platform said about it, encoded
 * @depends: id of a submission that must be sent before, "" for none
 * @created_at: µs UTC
 * @sent_at: µs UTC, 0 before
 *
 * A submission, frozen: what is in it is what goes out, however often it is tried.
 */
typedef struct
{
  char *id;
  char *account;
  char *kind;
  char *subject;
  char *title;
  char *method;
  char *path;
  char *content_type;
  char *if_match;
  GBytes *base;
  GBytes *wanted;
  GBytes *body;
  char *request_digest;
  char *idempotency_key;
  char *state;
  gint64 attempts;
  gint64 next_try_at;
  char *error_code;
  GBytes *problem;
  char *depends;
  gint64 created_at;
  gint64 sent_at;
} SignetOutboxRecord;

SignetOutboxRecord *signet_outbox_record_new (void);
void signet_outbox_record_free (SignetOutboxRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetOutboxRecord, signet_outbox_record_free)

/* Beside the states that model/signet-words.h names. */
#define SIGNET_OUTBOX_SENT "sent"
/* An error code: it waits for the person to sign in. */
#define SIGNET_OUTBOX_SIGNED_OUT "signed-out"
/* An error code: the platform may have it, but what it said could not be stored. */
#define SIGNET_OUTBOX_NOT_STORED "not-stored"
/* An error code: what was submitted can't be read any more. */
#define SIGNET_OUTBOX_UNREADABLE "unreadable"
/* An error code: the platform doesn't say which version of what is to be corrected it holds. */
#define SIGNET_OUTBOX_NO_TAG "no-tag"

gboolean
signet_outbox_add (SignetTables *tables, const SignetOutboxRecord *record, GPtrArray *files, GError **error);
gboolean
signet_outbox_fill (SignetTables *tables, const char *id, const char *path, GBytes *body, GError **error);
gboolean signet_outbox_set_if_match (SignetTables *tables, const char *id, const char *etag, GError **error);
gboolean
signet_outbox_set_depends (SignetTables *tables, const char *id, const char *depends, GError **error);
SignetOutboxRecord *signet_outbox_find (SignetTables *tables, const char *id, GError **error);
SignetOutboxRecord *
signet_outbox_find_last (SignetTables *tables, const char *account, const char *subject, GError **error);
SignetOutboxRecord *signet_outbox_next_due (SignetTables *tables,
                                            const char *account,
                                            gint64 now,
                                            gint64 *next_try_at,
                                            GError **error);
gint64 signet_outbox_count_waiting (SignetTables *tables, GError **error);
gint64
signet_outbox_count_unanswered (SignetTables *tables, const char *account, const char *kind, GError **error);

gboolean signet_outbox_mark_sending (SignetTables *tables, const char *id, GError **error);
gboolean signet_outbox_mark_sent (SignetTables *tables,
                                  const char *id,
                                  gint64 sent_at,
                                  const SignetReceiptRecord *receipt,
                                  GError **error);
gboolean signet_outbox_retry_later (SignetTables *tables,
                                    const char *id,
                                    const char *error_code,
                                    gint64 next_try_at,
                                    GError **error);
gboolean signet_outbox_fail (SignetTables *tables,
                             const char *id,
                             const char *error_code,
                             GBytes *problem,
                             GError **error);
gboolean signet_outbox_hold (SignetTables *tables, const char *account, gboolean signed_out, GError **error);
gboolean signet_outbox_pause (SignetTables *tables, const char *id, GError **error);
gboolean signet_outbox_requeue (SignetTables *tables, const char *id, GError **error);
gboolean signet_outbox_discard (SignetTables *tables, const char *id, GError **error);
gboolean signet_outbox_recover (SignetTables *tables, GError **error);

G_END_DECLS
