/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_ITEM (signet_item_get_type ())
G_DECLARE_FINAL_TYPE (SignetItem, signet_item, SIGNET, ITEM, SignetRecord)

SignetItem *signet_item_new (void);

const char *signet_item_get_id (SignetItem *self);
void signet_item_set_id (SignetItem *self, const char *id);
const char *signet_item_get_complaint_id (SignetItem *self);
void signet_item_set_complaint_id (SignetItem *self, const char *complaint_id);
const char *signet_item_get_local_id (SignetItem *self);
void signet_item_set_local_id (SignetItem *self, const char *local_id);
int signet_item_get_position (SignetItem *self);
void signet_item_set_position (SignetItem *self, int position);
const char *signet_item_get_kind (SignetItem *self);
void signet_item_set_kind (SignetItem *self, const char *kind);
const char *signet_item_get_link (SignetItem *self);
void signet_item_set_link (SignetItem *self, const char *link);
const char *signet_item_get_passcode (SignetItem *self);
void signet_item_set_passcode (SignetItem *self, const char *passcode);
const char *signet_item_get_source (SignetItem *self);
void signet_item_set_source (SignetItem *self, const char *source);
const char *signet_item_get_target_id (SignetItem *self);
void signet_item_set_target_id (SignetItem *self, const char *target_id);
const char *signet_item_get_title (SignetItem *self);
void signet_item_set_title (SignetItem *self, const char *title);
const char *signet_item_get_seller (SignetItem *self);
void signet_item_set_seller (SignetItem *self, const char *seller);
const char *signet_item_get_seller_id (SignetItem *self);
void signet_item_set_seller_id (SignetItem *self, const char *seller_id);
const char *signet_item_get_price (SignetItem *self);
void signet_item_set_price (SignetItem *self, const char *price);
const char *signet_item_get_seen_at (SignetItem *self);
void signet_item_set_seen_at (SignetItem *self, const char *seen_at);
int signet_item_get_goods_class (SignetItem *self);
void signet_item_set_goods_class (SignetItem *self, int goods_class);
const char *signet_item_get_note (SignetItem *self);
void signet_item_set_note (SignetItem *self, const char *note);
const char *signet_item_get_reference (SignetItem *self);
void signet_item_set_reference (SignetItem *self, const char *reference);
const char *signet_item_get_private_note (SignetItem *self);
void signet_item_set_private_note (SignetItem *self, const char *private_note);
const char *signet_item_get_check (SignetItem *self);
void signet_item_set_check (SignetItem *self, const char *check);
const char *signet_item_get_check_note (SignetItem *self);
void signet_item_set_check_note (SignetItem *self, const char *check_note);
const char *signet_item_get_status (SignetItem *self);
void signet_item_set_status (SignetItem *self, const char *status);
const char *signet_item_get_decided_at (SignetItem *self);
void signet_item_set_decided_at (SignetItem *self, const char *decided_at);
GListStore *signet_item_get_findings (SignetItem *self);
GListStore *signet_item_get_measures (SignetItem *self);

G_END_DECLS
