/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-matter.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files. */
SignetMatter *signet_matter_new (const char *complaint, SignetStore *store);

G_END_DECLS
