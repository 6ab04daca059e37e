/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PARTY (signet_party_get_type ())
G_DECLARE_FINAL_TYPE (SignetParty, signet_party, SIGNET, PARTY, SignetRecord)

SignetParty *signet_party_new (void);

const char *signet_party_get_id (SignetParty *self);
void signet_party_set_id (SignetParty *self, const char *id);
const char *signet_party_get_role (SignetParty *self);
void signet_party_set_role (SignetParty *self, const char *role);
gboolean signet_party_get_own (SignetParty *self);
void signet_party_set_own (SignetParty *self, gboolean own);
const char *signet_party_get_kind (SignetParty *self);
void signet_party_set_kind (SignetParty *self, const char *kind);
const char *signet_party_get_name (SignetParty *self);
void signet_party_set_name (SignetParty *self, const char *name);
const char *signet_party_get_other_name (SignetParty *self);
void signet_party_set_other_name (SignetParty *self, const char *other_name);
const char *signet_party_get_country (SignetParty *self);
void signet_party_set_country (SignetParty *self, const char *country);
const char *signet_party_get_document_kind (SignetParty *self);
void signet_party_set_document_kind (SignetParty *self, const char *document_kind);
const char *signet_party_get_document_number (SignetParty *self);
void signet_party_set_document_number (SignetParty *self, const char *document_number);
const char *signet_party_get_document_valid_until (SignetParty *self);
void signet_party_set_document_valid_until (SignetParty *self, const char *document_valid_until);
const char *signet_party_get_legal_representative (SignetParty *self);
void signet_party_set_legal_representative (SignetParty *self, const char *legal_representative);
const char *signet_party_get_contact_name (SignetParty *self);
void signet_party_set_contact_name (SignetParty *self, const char *contact_name);
const char *signet_party_get_contact_email (SignetParty *self);
void signet_party_set_contact_email (SignetParty *self, const char *contact_email);
const char *signet_party_get_contact_phone (SignetParty *self);
void signet_party_set_contact_phone (SignetParty *self, const char *contact_phone);
const char *signet_party_get_contact_address (SignetParty *self);
void signet_party_set_contact_address (SignetParty *self, const char *contact_address);
const char *signet_party_get_private_contact_name (SignetParty *self);
void signet_party_set_private_contact_name (SignetParty *self, const char *private_contact_name);
const char *signet_party_get_private_contact_email (SignetParty *self);
void signet_party_set_private_contact_email (SignetParty *self, const char *private_contact_email);
const char *signet_party_get_private_contact_phone (SignetParty *self);
void signet_party_set_private_contact_phone (SignetParty *self, const char *private_contact_phone);
GListStore *signet_party_get_evidence (SignetParty *self);

G_END_DECLS
