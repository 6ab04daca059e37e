/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-draft.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the desk's own files. */
GBytes *signet_draft_begin_body (SignetDraftKind kind, const char *subject, SignetTables *tables);

G_END_DECLS
