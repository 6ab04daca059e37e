/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetComplaintRecord:
 * @id: local id
 * @account: local id of the account
 * @remote_id: the platform's id, "" before it has one
 * @number: the platform's number for people
 * @right_id: local id of the right
 * @party_id: local id of whom it is filed for
 * @reason: code of the reason
 * @statement: the statement, for the search
 * @status: a word of the wire, or the outbox state before the platform has it
 * @error_code: why it could not be sent, "" if it could
 * @filed_at: RFC 3339 in UTC, "" before
 * @decided_at: RFC 3339 in UTC, "" before
 * @updated_at: RFC 3339 in UTC
 * @next_date: next date that matters, "" for none
 * @items_total: number of items
 * @items_decided: items that are decided
 * @items_upheld: items the platform acted on
 * @sent_body: the complaint as it was submitted, encoded
 * @body: the resource as the platform has it
 * @created_at: µs UTC
 *
 * A complaint from the moment it is frozen.
 */
typedef struct
{
  char *id;
  char *account;
  char *remote_id;
  char *number;
  char *right_id;
  char *party_id;
  char *reason;
  char *statement;
  char *status;
  char *error_code;
  char *filed_at;
  char *decided_at;
  char *updated_at;
  char *next_date;
  gint64 items_total;
  gint64 items_decided;
  gint64 items_upheld;
  GBytes *sent_body;
  GBytes *body;
  gint64 created_at;
} SignetComplaintRecord;

SignetComplaintRecord *signet_complaint_record_new (void);
void signet_complaint_record_free (SignetComplaintRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetComplaintRecord, signet_complaint_record_free)

gboolean signet_complaints_save (SignetTables *tables, const SignetComplaintRecord *record, GError **error);
gboolean signet_complaints_count_items (SignetTables *tables, const char *id, GError **error);
GPtrArray *signet_complaints_list_right (SignetTables *tables, const char *right_id, GError **error);
SignetComplaintRecord *signet_complaints_find (SignetTables *tables, const char *id, GError **error);
SignetComplaintRecord *signet_complaints_find_remote (SignetTables *tables,
                                                      const char *account,
                                                      const char *remote_id,
                                                      GError **error);

G_END_DECLS
