/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

#define SIGNET_PRACTICE_MOST_ADDRESS 254 /* RFC 5321, 4.5.3.1.3 */

gboolean signet_practice_account_load (SignetPracticePlatform *platform,
                                       gint64 account,
                                       JsonObject **object,
                                       GError **error);
gboolean signet_practice_account_is_phone (const char *text);
gboolean signet_practice_account_find_or_register (SignetPracticePlatform *platform,
                                                   const char *phone,
                                                   gint64 *account,
                                                   GError **error);

G_END_DECLS
