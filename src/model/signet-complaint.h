/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_COMPLAINT (signet_complaint_get_type ())
G_DECLARE_FINAL_TYPE (SignetComplaint, signet_complaint, SIGNET, COMPLAINT, SignetRecord)

SignetComplaint *signet_complaint_new (void);

const char *signet_complaint_get_id (SignetComplaint *self);
void signet_complaint_set_id (SignetComplaint *self, const char *id);
const char *signet_complaint_get_right_id (SignetComplaint *self);
void signet_complaint_set_right_id (SignetComplaint *self, const char *right_id);
const char *signet_complaint_get_party_id (SignetComplaint *self);
void signet_complaint_set_party_id (SignetComplaint *self, const char *party_id);
const char *signet_complaint_get_authorisation_id (SignetComplaint *self);
void signet_complaint_set_authorisation_id (SignetComplaint *self, const char *authorisation_id);
const char *signet_complaint_get_reason (SignetComplaint *self);
void signet_complaint_set_reason (SignetComplaint *self, const char *reason);
const char *signet_complaint_get_statement (SignetComplaint *self);
void signet_complaint_set_statement (SignetComplaint *self, const char *statement);
const char *signet_complaint_get_language (SignetComplaint *self);
void signet_complaint_set_language (SignetComplaint *self, const char *language);
int signet_complaint_get_goods_class (SignetComplaint *self);
void signet_complaint_set_goods_class (SignetComplaint *self, int goods_class);
gboolean signet_complaint_get_guarantee_given (SignetComplaint *self);
void signet_complaint_set_guarantee_given (SignetComplaint *self, gboolean guarantee_given);
const char *signet_complaint_get_guarantee_version (SignetComplaint *self);
void signet_complaint_set_guarantee_version (SignetComplaint *self, const char *guarantee_version);
const char *signet_complaint_get_guarantee_language (SignetComplaint *self);
void signet_complaint_set_guarantee_language (SignetComplaint *self, const char *guarantee_language);
const char *signet_complaint_get_guarantee_name (SignetComplaint *self);
void signet_complaint_set_guarantee_name (SignetComplaint *self, const char *guarantee_name);
const char *signet_complaint_get_guarantee_given_at (SignetComplaint *self);
void signet_complaint_set_guarantee_given_at (SignetComplaint *self, const char *guarantee_given_at);
GListStore *signet_complaint_get_evidence (SignetComplaint *self);
GListStore *signet_complaint_get_items (SignetComplaint *self);
const char *signet_complaint_get_pasted (SignetComplaint *self);
void signet_complaint_set_pasted (SignetComplaint *self, const char *pasted);
const char *signet_complaint_get_status (SignetComplaint *self);
void signet_complaint_set_status (SignetComplaint *self, const char *status);
const char *signet_complaint_get_number (SignetComplaint *self);
void signet_complaint_set_number (SignetComplaint *self, const char *number);
int signet_complaint_get_item_count (SignetComplaint *self);
void signet_complaint_set_item_count (SignetComplaint *self, int item_count);
const char *const *signet_complaint_get_counts (SignetComplaint *self);
int signet_complaint_get_count (SignetComplaint *self, const char *status);
const char *signet_complaint_get_filed_at (SignetComplaint *self);
void signet_complaint_set_filed_at (SignetComplaint *self, const char *filed_at);
const char *signet_complaint_get_decided_at (SignetComplaint *self);
void signet_complaint_set_decided_at (SignetComplaint *self, const char *decided_at);
const char *signet_complaint_get_updated_at (SignetComplaint *self);
void signet_complaint_set_updated_at (SignetComplaint *self, const char *updated_at);
const char *signet_complaint_get_due_at (SignetComplaint *self);
void signet_complaint_set_due_at (SignetComplaint *self, const char *due_at);
const char *signet_complaint_get_due_rule (SignetComplaint *self);
void signet_complaint_set_due_rule (SignetComplaint *self, const char *due_rule);
GListStore *signet_complaint_get_findings (SignetComplaint *self);
GListStore *signet_complaint_get_history (SignetComplaint *self);

G_END_DECLS
