/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RIGHT (signet_right_get_type ())
G_DECLARE_FINAL_TYPE (SignetRight, signet_right, SIGNET, RIGHT, SignetRecord)

SignetRight *signet_right_new (void);

const char *signet_right_get_id (SignetRight *self);
void signet_right_set_id (SignetRight *self, const char *id);
const char *signet_right_get_kind (SignetRight *self);
void signet_right_set_kind (SignetRight *self, const char *kind);
const char *signet_right_get_number (SignetRight *self);
void signet_right_set_number (SignetRight *self, const char *number);
const char *signet_right_get_name (SignetRight *self);
void signet_right_set_name (SignetRight *self, const char *name);
const char *signet_right_get_owner (SignetRight *self);
void signet_right_set_owner (SignetRight *self, const char *owner);
GListStore *signet_right_get_classes (SignetRight *self);
const char *signet_right_get_registered_on (SignetRight *self);
void signet_right_set_registered_on (SignetRight *self, const char *registered_on);
const char *signet_right_get_valid_until (SignetRight *self);
void signet_right_set_valid_until (SignetRight *self, const char *valid_until);
const char *signet_right_get_territory (SignetRight *self);
void signet_right_set_territory (SignetRight *self, const char *territory);
const char *signet_right_get_party_id (SignetRight *self);
void signet_right_set_party_id (SignetRight *self, const char *party_id);
const char *signet_right_get_standing (SignetRight *self);
void signet_right_set_standing (SignetRight *self, const char *standing);
GListStore *signet_right_get_evidence (SignetRight *self);

G_END_DECLS
