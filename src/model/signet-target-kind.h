/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"
#include "model/signet-label.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TARGET_KIND (signet_target_kind_get_type ())
G_DECLARE_FINAL_TYPE (SignetTargetKind, signet_target_kind, SIGNET, TARGET_KIND, SignetRecord)

const char *signet_target_kind_get_kind (SignetTargetKind *self);
SignetLabel *signet_target_kind_get_label (SignetTargetKind *self);
GListModel *signet_target_kind_get_links (SignetTargetKind *self);
gboolean signet_target_kind_get_assumed (SignetTargetKind *self);

G_END_DECLS
