/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_REGIME (signet_regime_get_type ())
G_DECLARE_FINAL_TYPE (SignetRegime, signet_regime, SIGNET, REGIME, SignetRecord)

const char *signet_regime_get_regime (SignetRegime *self);
int signet_regime_get_days (SignetRegime *self);
const char *const *signet_regime_get_right_kinds (SignetRegime *self);
const char *const *signet_regime_get_target_kinds (SignetRegime *self);
gboolean signet_regime_get_assumed (SignetRegime *self);

G_END_DECLS
