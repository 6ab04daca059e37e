/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RIGHT_ROW (signet_right_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetRightRow, signet_right_row, SIGNET, RIGHT_ROW, SignetRecord)

SignetRightRow *signet_right_row_new (void);

const char *signet_right_row_get_id (SignetRightRow *self);
void signet_right_row_set_id (SignetRightRow *self, const char *id);
const char *signet_right_row_get_kind (SignetRightRow *self);
void signet_right_row_set_kind (SignetRightRow *self, const char *kind);
const char *signet_right_row_get_number (SignetRightRow *self);
void signet_right_row_set_number (SignetRightRow *self, const char *number);
const char *signet_right_row_get_name (SignetRightRow *self);
void signet_right_row_set_name (SignetRightRow *self, const char *name);
const char *signet_right_row_get_owner (SignetRightRow *self);
void signet_right_row_set_owner (SignetRightRow *self, const char *owner);
const char *signet_right_row_get_valid_until (SignetRightRow *self);
void signet_right_row_set_valid_until (SignetRightRow *self, const char *valid_until);
const char *signet_right_row_get_licence_until (SignetRightRow *self);
void signet_right_row_set_licence_until (SignetRightRow *self, const char *licence_until);
const char *signet_right_row_get_party_id (SignetRightRow *self);
void signet_right_row_set_party_id (SignetRightRow *self, const char *party_id);
const char *signet_right_row_get_status (SignetRightRow *self);
void signet_right_row_set_status (SignetRightRow *self, const char *status);
int signet_right_row_get_findings (SignetRightRow *self);
void signet_right_row_set_findings (SignetRightRow *self, int findings);

G_END_DECLS
