/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

JsonObject *signet_practice_tokens_issue (SignetPracticePlatform *platform, gint64 session, GError **error);
gboolean signet_practice_tokens_use_refresh (SignetPracticePlatform *platform,
                                             const char *token,
                                             gint64 *session,
                                             GError **error);
gboolean signet_practice_tokens_revoke (SignetPracticePlatform *platform, const char *token, GError **error);

G_END_DECLS
