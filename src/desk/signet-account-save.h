/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-accounts.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files. Takes @task. */
void signet_account_save (SignetStore *store, const SignetAccountRecord *record, GTask *task);

G_END_DECLS
