/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"
#include "model/signet-label.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_REASON (signet_reason_get_type ())
G_DECLARE_FINAL_TYPE (SignetReason, signet_reason, SIGNET, REASON, SignetRecord)

const char *signet_reason_get_code (SignetReason *self);
SignetLabel *signet_reason_get_label (SignetReason *self);
SignetLabel *signet_reason_get_explanation (SignetReason *self);
SignetLabel *signet_reason_get_evidence (SignetReason *self);
gboolean signet_reason_get_evidence_required (SignetReason *self);
const char *const *signet_reason_get_right_kinds (SignetReason *self);
const char *const *signet_reason_get_target_kinds (SignetReason *self);
gboolean signet_reason_get_assumed (SignetReason *self);

gboolean signet_reason_is_for_right (SignetReason *self, const char *right_kind);
gboolean signet_reason_is_for_target (SignetReason *self, const char *target_kind);

G_END_DECLS
