/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-complaint-row.h"

/**
 * SignetComplaintRow:
 *
 * A complaint as a list shows it. Filled by the store; one live object for each id.
 */

struct _SignetComplaintRow
{
  SignetRecord parent_instance;

  char *id;
  char *account_id;
  char *number;
  char *status;
  char *right_name;
  char *right_number;
  char *principal_name;
  char *reason;
  int items_total;
  int items_upheld;
  int items_decided;
  char *filed_at;
  char *next_date;
  char *updated_at;
  char *error_code;
};

G_DEFINE_FINAL_TYPE (SignetComplaintRow, signet_complaint_row, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetComplaintRow, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id" },
  { "account-id", SIGNET_FIELD_TEXT, OFFSET (account_id), "Local id of the account" },
  { "number", SIGNET_FIELD_TEXT, OFFSET (number), "The platform's number for people" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "draft, queued … submitted …" },
  { "right-name", SIGNET_FIELD_TEXT, OFFSET (right_name), "The mark in words" },
  { "right-number", SIGNET_FIELD_TEXT, OFFSET (right_number), "Registration number" },
  { "principal-name", SIGNET_FIELD_TEXT, OFFSET (principal_name), "For whom it is filed" },
  { "reason", SIGNET_FIELD_TEXT, OFFSET (reason), "Code of the reason" },
  { "items-total", SIGNET_FIELD_INT, OFFSET (items_total), "Number of items" },
  { "items-upheld", SIGNET_FIELD_INT, OFFSET (items_upheld), "Items the platform acted on" },
  { "items-decided", SIGNET_FIELD_INT, OFFSET (items_decided), "Items that are decided" },
  { "filed-at", SIGNET_FIELD_TEXT, OFFSET (filed_at), "RFC 3339; empty before" },
  { "next-date", SIGNET_FIELD_TEXT, OFFSET (next_date), "Next date that matters" },
  { "updated-at", SIGNET_FIELD_TEXT, OFFSET (updated_at), "RFC 3339" },
  { "error-code", SIGNET_FIELD_TEXT, OFFSET (error_code), "Why it could not be sent" },
};

static void
signet_complaint_row_class_init (SignetComplaintRowClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_complaint_row_init (SignetComplaintRow *self)
{
}

/**
 * signet_complaint_row_new:
 *
 * Returns: (transfer full): an empty row
 */
SignetComplaintRow *
signet_complaint_row_new (void)
{
  return g_object_new (SIGNET_TYPE_COMPLAINT_ROW, NULL);
}

SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, id)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, account_id)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, number)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, status)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, right_name)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, right_number)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, principal_name)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, reason)
SIGNET_RECORD_INT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, items_total)
SIGNET_RECORD_INT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, items_upheld)
SIGNET_RECORD_INT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, items_decided)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, filed_at)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, next_date)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, updated_at)
SIGNET_RECORD_TEXT (SignetComplaintRow, signet_complaint_row, SIGNET_IS_COMPLAINT_ROW, error_code)
