/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CERTIFICATION_ROW (signet_certification_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetCertificationRow,
                      signet_certification_row,
                      SIGNET,
                      CERTIFICATION_ROW,
                      SignetRecord)

SignetCertificationRow *signet_certification_row_new (void);

const char *signet_certification_row_get_account_id (SignetCertificationRow *self);
void signet_certification_row_set_account_id (SignetCertificationRow *self, const char *account_id);
const char *signet_certification_row_get_account_name (SignetCertificationRow *self);
void signet_certification_row_set_account_name (SignetCertificationRow *self, const char *account_name);
const char *signet_certification_row_get_platform_name (SignetCertificationRow *self);
void signet_certification_row_set_platform_name (SignetCertificationRow *self, const char *platform_name);
const char *signet_certification_row_get_status (SignetCertificationRow *self);
void signet_certification_row_set_status (SignetCertificationRow *self, const char *status);
int signet_certification_row_get_n_findings (SignetCertificationRow *self);
void signet_certification_row_set_n_findings (SignetCertificationRow *self, int n_findings);
const char *signet_certification_row_get_updated_at (SignetCertificationRow *self);
void signet_certification_row_set_updated_at (SignetCertificationRow *self, const char *updated_at);
gboolean signet_certification_row_get_differs (SignetCertificationRow *self);
void signet_certification_row_set_differs (SignetCertificationRow *self, gboolean differs);
gboolean signet_certification_row_get_may_edit (SignetCertificationRow *self);
void signet_certification_row_set_may_edit (SignetCertificationRow *self, gboolean may_edit);
gboolean signet_certification_row_get_may_renew (SignetCertificationRow *self);
void signet_certification_row_set_may_renew (SignetCertificationRow *self, gboolean may_renew);

G_END_DECLS
