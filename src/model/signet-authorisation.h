/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_AUTHORISATION (signet_authorisation_get_type ())
G_DECLARE_FINAL_TYPE (SignetAuthorisation, signet_authorisation, SIGNET, AUTHORISATION, SignetRecord)

SignetAuthorisation *signet_authorisation_new (void);

const char *signet_authorisation_get_id (SignetAuthorisation *self);
void signet_authorisation_set_id (SignetAuthorisation *self, const char *id);
const char *signet_authorisation_get_principal_id (SignetAuthorisation *self);
void signet_authorisation_set_principal_id (SignetAuthorisation *self, const char *principal_id);
const char *signet_authorisation_get_agent_id (SignetAuthorisation *self);
void signet_authorisation_set_agent_id (SignetAuthorisation *self, const char *agent_id);
const char *signet_authorisation_get_follows_id (SignetAuthorisation *self);
void signet_authorisation_set_follows_id (SignetAuthorisation *self, const char *follows_id);
const char *signet_authorisation_get_handler_name (SignetAuthorisation *self);
void signet_authorisation_set_handler_name (SignetAuthorisation *self, const char *handler_name);
const char *signet_authorisation_get_handler_document_number (SignetAuthorisation *self);
void signet_authorisation_set_handler_document_number (SignetAuthorisation *self,
                                                       const char *handler_document_number);
const char *const *signet_authorisation_get_scope (SignetAuthorisation *self);
void signet_authorisation_set_scope (SignetAuthorisation *self, const char *const *scope);
gboolean signet_authorisation_get_all_rights (SignetAuthorisation *self);
void signet_authorisation_set_all_rights (SignetAuthorisation *self, gboolean all_rights);
const char *const *signet_authorisation_get_right_ids (SignetAuthorisation *self);
void signet_authorisation_set_right_ids (SignetAuthorisation *self, const char *const *right_ids);
gboolean signet_authorisation_get_all_platforms (SignetAuthorisation *self);
void signet_authorisation_set_all_platforms (SignetAuthorisation *self, gboolean all_platforms);
const char *const *signet_authorisation_get_platforms (SignetAuthorisation *self);
void signet_authorisation_set_platforms (SignetAuthorisation *self, const char *const *platforms);
const char *signet_authorisation_get_valid_from (SignetAuthorisation *self);
void signet_authorisation_set_valid_from (SignetAuthorisation *self, const char *valid_from);
const char *signet_authorisation_get_valid_until (SignetAuthorisation *self);
void signet_authorisation_set_valid_until (SignetAuthorisation *self, const char *valid_until);
gboolean signet_authorisation_get_sub_delegation (SignetAuthorisation *self);
void signet_authorisation_set_sub_delegation (SignetAuthorisation *self, gboolean sub_delegation);
const char *signet_authorisation_get_signed_on (SignetAuthorisation *self);
void signet_authorisation_set_signed_on (SignetAuthorisation *self, const char *signed_on);
GListStore *signet_authorisation_get_evidence (SignetAuthorisation *self);

gboolean signet_authorisation_is_for_enforcement (SignetAuthorisation *self);
gboolean signet_authorisation_is_for_right (SignetAuthorisation *self, const char *right_id);
gboolean signet_authorisation_is_for_platform (SignetAuthorisation *self, const char *rules);

G_END_DECLS
