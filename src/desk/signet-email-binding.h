/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-one-time-code-private.h"

G_BEGIN_DECLS

/* For the desk's own files: binding an e-mail address to an account by the code sent to it. */
#define SIGNET_TYPE_EMAIL_BINDING (signet_email_binding_get_type ())
G_DECLARE_FINAL_TYPE (SignetEmailBinding, signet_email_binding, SIGNET, EMAIL_BINDING, SignetOneTimeCode)

SignetOneTimeCode *signet_email_binding_new (SignetAccount *account);

G_END_DECLS
