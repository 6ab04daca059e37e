/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-one-time-code-private.h"

G_BEGIN_DECLS

/* For the desk's own files: signing in with a phone and the code sent to it. */
#define SIGNET_TYPE_SMS_SIGN_IN (signet_sms_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (SignetSmsSignIn, signet_sms_sign_in, SIGNET, SMS_SIGN_IN, SignetOneTimeCode)

SignetOneTimeCode *signet_sms_sign_in_new (SignetAccount *account);

G_END_DECLS
