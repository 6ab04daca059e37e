/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet/signet-sheet-error.h"

/* This room's error domain. Any thread. */

G_DEFINE_QUARK (signet - sheet - error - quark, signet_sheet_error)
