/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PARTY_ROW (signet_party_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetPartyRow, signet_party_row, SIGNET, PARTY_ROW, SignetRecord)

SignetPartyRow *signet_party_row_new (void);

const char *signet_party_row_get_id (SignetPartyRow *self);
void signet_party_row_set_id (SignetPartyRow *self, const char *id);
const char *signet_party_row_get_role (SignetPartyRow *self);
void signet_party_row_set_role (SignetPartyRow *self, const char *role);
const char *signet_party_row_get_kind (SignetPartyRow *self);
void signet_party_row_set_kind (SignetPartyRow *self, const char *kind);
const char *signet_party_row_get_name (SignetPartyRow *self);
void signet_party_row_set_name (SignetPartyRow *self, const char *name);
const char *signet_party_row_get_document_number (SignetPartyRow *self);
void signet_party_row_set_document_number (SignetPartyRow *self, const char *document_number);
gboolean signet_party_row_get_own (SignetPartyRow *self);
void signet_party_row_set_own (SignetPartyRow *self, gboolean own);
const char *signet_party_row_get_status (SignetPartyRow *self);
void signet_party_row_set_status (SignetPartyRow *self, const char *status);
int signet_party_row_get_findings (SignetPartyRow *self);
void signet_party_row_set_findings (SignetPartyRow *self, int findings);

G_END_DECLS
