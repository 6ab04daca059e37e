/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-tile-row.h"
#include "model/signet-finding.h"

G_BEGIN_DECLS

SignetTileRow *signet_finding_tile_new (SignetFinding *finding, const char *right_kind);

G_END_DECLS
