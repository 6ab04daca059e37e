/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "remote/signet-credentials.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk: which secrets must still leave the keyring, from one run to the next. */
void signet_secret_notes_keep (SignetStore *store, SignetCredentials *credentials);

G_END_DECLS
