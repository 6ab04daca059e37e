/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account.h"

G_BEGIN_DECLS

/* For the desk's own files. @account owns it. */
SignetPasswordSignIn *signet_password_sign_in_new (SignetAccount *account);

G_END_DECLS
