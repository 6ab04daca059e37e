/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"
#include "model/signet-label.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RIGHT_KIND (signet_right_kind_get_type ())
G_DECLARE_FINAL_TYPE (SignetRightKind, signet_right_kind, SIGNET, RIGHT_KIND, SignetRecord)

const char *signet_right_kind_get_kind (SignetRightKind *self);
SignetLabel *signet_right_kind_get_label (SignetRightKind *self);
const char *const *signet_right_kind_get_fields (SignetRightKind *self);
GListModel *signet_right_kind_get_papers (SignetRightKind *self);
gboolean signet_right_kind_get_assumed (SignetRightKind *self);

G_END_DECLS
