/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-right-import.h"
#include "model/signet-clock.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

SignetRightImport *signet_right_import_new (SignetStore *store, SignetClock *clock, GFile *file);

G_END_DECLS
