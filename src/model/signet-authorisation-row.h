/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_AUTHORISATION_ROW (signet_authorisation_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetAuthorisationRow,
                      signet_authorisation_row,
                      SIGNET,
                      AUTHORISATION_ROW,
                      SignetRecord)

SignetAuthorisationRow *signet_authorisation_row_new (void);

const char *signet_authorisation_row_get_id (SignetAuthorisationRow *self);
void signet_authorisation_row_set_id (SignetAuthorisationRow *self, const char *id);
const char *signet_authorisation_row_get_principal_name (SignetAuthorisationRow *self);
void signet_authorisation_row_set_principal_name (SignetAuthorisationRow *self, const char *principal_name);
const char *signet_authorisation_row_get_agent_name (SignetAuthorisationRow *self);
void signet_authorisation_row_set_agent_name (SignetAuthorisationRow *self, const char *agent_name);
const char *signet_authorisation_row_get_handler (SignetAuthorisationRow *self);
void signet_authorisation_row_set_handler (SignetAuthorisationRow *self, const char *handler);
const char *signet_authorisation_row_get_valid_from (SignetAuthorisationRow *self);
void signet_authorisation_row_set_valid_from (SignetAuthorisationRow *self, const char *valid_from);
const char *signet_authorisation_row_get_valid_until (SignetAuthorisationRow *self);
void signet_authorisation_row_set_valid_until (SignetAuthorisationRow *self, const char *valid_until);
gboolean signet_authorisation_row_get_all_rights (SignetAuthorisationRow *self);
void signet_authorisation_row_set_all_rights (SignetAuthorisationRow *self, gboolean all_rights);
int signet_authorisation_row_get_n_rights (SignetAuthorisationRow *self);
void signet_authorisation_row_set_n_rights (SignetAuthorisationRow *self, int n_rights);
gboolean signet_authorisation_row_get_sub_delegation (SignetAuthorisationRow *self);
void signet_authorisation_row_set_sub_delegation (SignetAuthorisationRow *self, gboolean sub_delegation);
const char *signet_authorisation_row_get_status (SignetAuthorisationRow *self);
void signet_authorisation_row_set_status (SignetAuthorisationRow *self, const char *status);
int signet_authorisation_row_get_n_findings (SignetAuthorisationRow *self);
void signet_authorisation_row_set_n_findings (SignetAuthorisationRow *self, int n_findings);

G_END_DECLS
