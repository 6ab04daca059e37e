/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-clock.h"
#include "practice/signet-practice-faults.h"
#include "practice/signet-practice-receipts.h"
#include "practice/signet-practice-rules.h"
#include "practice/signet-practice-store.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_PLATFORM (signet_practice_platform_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticePlatform, signet_practice_platform, SIGNET, PRACTICE_PLATFORM, GObject)

SignetPracticePlatform *
signet_practice_platform_open (const char *folder, SignetPracticeRules *rules, GError **error);

SignetPracticeStore *signet_practice_platform_get_store (SignetPracticePlatform *self);
SignetPracticeRules *signet_practice_platform_get_rules (SignetPracticePlatform *self);
SignetPracticeClock *signet_practice_platform_get_clock (SignetPracticePlatform *self);
SignetPracticeReceipts *signet_practice_platform_get_receipts (SignetPracticePlatform *self);
SignetPracticeFaults *signet_practice_platform_get_faults (SignetPracticePlatform *self);
const char *signet_practice_platform_get_id (SignetPracticePlatform *self);
const char *signet_practice_platform_get_control_key (SignetPracticePlatform *self);
const char *signet_practice_platform_get_issuer (SignetPracticePlatform *self);

guint16 signet_practice_platform_get_port (SignetPracticePlatform *self);
void signet_practice_platform_set_front (SignetPracticePlatform *self, guint16 port);
gboolean signet_practice_platform_set_port (SignetPracticePlatform *self, guint16 port, GError **error);
gint64 signet_practice_platform_now (SignetPracticePlatform *self);
gboolean
signet_practice_platform_advance_clock (SignetPracticePlatform *self, gint64 seconds, GError **error);

G_END_DECLS
