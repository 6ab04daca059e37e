/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CERTIFICATION (signet_certification_get_type ())
G_DECLARE_FINAL_TYPE (SignetCertification, signet_certification, SIGNET, CERTIFICATION, SignetRecord)

SignetCertification *signet_certification_new (void);

const char *signet_certification_get_account_id (SignetCertification *self);
void signet_certification_set_account_id (SignetCertification *self, const char *account_id);
const char *signet_certification_get_remote_id (SignetCertification *self);
void signet_certification_set_remote_id (SignetCertification *self, const char *remote_id);
const char *signet_certification_get_status (SignetCertification *self);
void signet_certification_set_status (SignetCertification *self, const char *status);
const char *signet_certification_get_submitted_at (SignetCertification *self);
void signet_certification_set_submitted_at (SignetCertification *self, const char *submitted_at);
const char *signet_certification_get_updated_at (SignetCertification *self);
void signet_certification_set_updated_at (SignetCertification *self, const char *updated_at);
const char *signet_certification_get_due_at (SignetCertification *self);
void signet_certification_set_due_at (SignetCertification *self, const char *due_at);
const char *signet_certification_get_due_rule (SignetCertification *self);
void signet_certification_set_due_rule (SignetCertification *self, const char *due_rule);
GListStore *signet_certification_get_findings (SignetCertification *self);

gboolean signet_certification_can_carry (const char *status);

G_END_DECLS
