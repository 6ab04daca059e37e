/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_MEASURE (signet_measure_get_type ())
G_DECLARE_FINAL_TYPE (SignetMeasure, signet_measure, SIGNET, MEASURE, SignetRecord)

const char *signet_measure_get_measure (SignetMeasure *self);
const char *signet_measure_get_at (SignetMeasure *self);

G_END_DECLS
