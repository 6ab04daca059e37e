/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_COMPLAINT_ROW (signet_complaint_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetComplaintRow, signet_complaint_row, SIGNET, COMPLAINT_ROW, SignetRecord)

SignetComplaintRow *signet_complaint_row_new (void);

const char *signet_complaint_row_get_id (SignetComplaintRow *self);
void signet_complaint_row_set_id (SignetComplaintRow *self, const char *id);
const char *signet_complaint_row_get_account_id (SignetComplaintRow *self);
void signet_complaint_row_set_account_id (SignetComplaintRow *self, const char *account_id);
const char *signet_complaint_row_get_number (SignetComplaintRow *self);
void signet_complaint_row_set_number (SignetComplaintRow *self, const char *number);
const char *signet_complaint_row_get_status (SignetComplaintRow *self);
void signet_complaint_row_set_status (SignetComplaintRow *self, const char *status);
const char *signet_complaint_row_get_right_name (SignetComplaintRow *self);
void signet_complaint_row_set_right_name (SignetComplaintRow *self, const char *right_name);
const char *signet_complaint_row_get_right_number (SignetComplaintRow *self);
void signet_complaint_row_set_right_number (SignetComplaintRow *self, const char *right_number);
const char *signet_complaint_row_get_principal_name (SignetComplaintRow *self);
void signet_complaint_row_set_principal_name (SignetComplaintRow *self, const char *principal_name);
const char *signet_complaint_row_get_reason (SignetComplaintRow *self);
void signet_complaint_row_set_reason (SignetComplaintRow *self, const char *reason);
int signet_complaint_row_get_items_total (SignetComplaintRow *self);
void signet_complaint_row_set_items_total (SignetComplaintRow *self, int items_total);
int signet_complaint_row_get_items_upheld (SignetComplaintRow *self);
void signet_complaint_row_set_items_upheld (SignetComplaintRow *self, int items_upheld);
int signet_complaint_row_get_items_decided (SignetComplaintRow *self);
void signet_complaint_row_set_items_decided (SignetComplaintRow *self, int items_decided);
const char *signet_complaint_row_get_filed_at (SignetComplaintRow *self);
void signet_complaint_row_set_filed_at (SignetComplaintRow *self, const char *filed_at);
const char *signet_complaint_row_get_next_date (SignetComplaintRow *self);
void signet_complaint_row_set_next_date (SignetComplaintRow *self, const char *next_date);
const char *signet_complaint_row_get_updated_at (SignetComplaintRow *self);
void signet_complaint_row_set_updated_at (SignetComplaintRow *self, const char *updated_at);
const char *signet_complaint_row_get_error_code (SignetComplaintRow *self);
void signet_complaint_row_set_error_code (SignetComplaintRow *self, const char *error_code);

G_END_DECLS
