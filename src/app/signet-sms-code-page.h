/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-code-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_SMS_CODE_PAGE (signet_sms_code_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetSmsCodePage, signet_sms_code_page, SIGNET, SMS_CODE_PAGE, SignetCodePage)

G_END_DECLS
