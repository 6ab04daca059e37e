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
const char *signet_right_get_second_number (SignetRight *self);
void signet_right_set_second_number (SignetRight *self, const char *second_number);
const char *signet_right_get_version (SignetRight *self);
void signet_right_set_version (SignetRight *self, const char *version);
const char *signet_right_get_name (SignetRight *self);
void signet_right_set_name (SignetRight *self, const char *name);
const char *signet_right_get_owner (SignetRight *self);
void signet_right_set_owner (SignetRight *self, const char *owner);
GListStore *signet_right_get_classes (SignetRight *self);
const char *signet_right_get_registered_on (SignetRight *self);
void signet_right_set_registered_on (SignetRight *self, const char *registered_on);
const char *signet_right_get_filed_on (SignetRight *self);
void signet_right_set_filed_on (SignetRight *self, const char *filed_on);
const char *signet_right_get_granted_on (SignetRight *self);
void signet_right_set_granted_on (SignetRight *self, const char *granted_on);
const char *signet_right_get_annuity_paid_until (SignetRight *self);
void signet_right_set_annuity_paid_until (SignetRight *self, const char *annuity_paid_until);
const char *signet_right_get_work_kind (SignetRight *self);
void signet_right_set_work_kind (SignetRight *self, const char *work_kind);
const char *signet_right_get_author (SignetRight *self);
void signet_right_set_author (SignetRight *self, const char *author);
const char *signet_right_get_author_kind (SignetRight *self);
void signet_right_set_author_kind (SignetRight *self, const char *author_kind);
const char *signet_right_get_author_died_on (SignetRight *self);
void signet_right_set_author_died_on (SignetRight *self, const char *author_died_on);
const char *signet_right_get_completed_on (SignetRight *self);
void signet_right_set_completed_on (SignetRight *self, const char *completed_on);
const char *signet_right_get_published_on (SignetRight *self);
void signet_right_set_published_on (SignetRight *self, const char *published_on);
const char *signet_right_get_shot_on (SignetRight *self);
void signet_right_set_shot_on (SignetRight *self, const char *shot_on);
const char *signet_right_get_valid_until (SignetRight *self);
void signet_right_set_valid_until (SignetRight *self, const char *valid_until);
const char *signet_right_get_territory (SignetRight *self);
void signet_right_set_territory (SignetRight *self, const char *territory);
const char *signet_right_get_party_id (SignetRight *self);
void signet_right_set_party_id (SignetRight *self, const char *party_id);
const char *const *signet_right_get_co_holder_ids (SignetRight *self);
void signet_right_set_co_holder_ids (SignetRight *self, const char *const *co_holder_ids);
const char *signet_right_get_standing (SignetRight *self);
void signet_right_set_standing (SignetRight *self, const char *standing);
const char *signet_right_get_licence_until (SignetRight *self);
void signet_right_set_licence_until (SignetRight *self, const char *licence_until);
const char *const *signet_right_get_accounts (SignetRight *self);
void signet_right_set_accounts (SignetRight *self, const char *const *accounts);
GListStore *signet_right_get_evidence (SignetRight *self);

G_END_DECLS
