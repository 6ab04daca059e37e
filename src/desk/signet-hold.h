/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files: what waits in an account's outbox says that it waits for the person to sign in,
 * or no longer. */
void signet_hold_outbox (SignetStore *store, const char *account, gboolean signed_out);

G_END_DECLS
