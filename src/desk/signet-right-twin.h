/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-right.h"
#include "store/signet-rights.h"

G_BEGIN_DECLS

/* For the desk's own files: the same right a second time. By key, so the main thread may ask. */
gboolean signet_right_twin_check (SignetRight *one, SignetRight *other);
SignetRightRecord *signet_right_twin_find (SignetTables *tables, SignetRight *right);

G_END_DECLS
