/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-route.h"

G_BEGIN_DECLS

#define SIGNET_PRACTICE_GRANT_DEVICE "urn:ietf:params:oauth:grant-type:device_code"

gboolean signet_practice_device_exchange (SignetPracticeContext *context,
                                          SignetPracticeExchange *exchange,
                                          gint64 *session,
                                          GError **error);

G_END_DECLS
