/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-desk.h"
#include "model/signet-right-row.h"

G_BEGIN_DECLS

const char *signet_right_use_explain (SignetRightRow *row, SignetDesk *desk);

G_END_DECLS
