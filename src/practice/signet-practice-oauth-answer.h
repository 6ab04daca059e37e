/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-exchange.h"

G_BEGIN_DECLS

JsonObject *signet_practice_oauth_make_error (const char *error, const char *description);
void signet_practice_oauth_answer (SignetPracticeExchange *exchange, guint status, JsonObject *object);
void
signet_practice_oauth_refuse (SignetPracticeExchange *exchange, const char *error, const char *description);
void signet_practice_oauth_refuse_for (SignetPracticeExchange *exchange, const char *reason, gint64 wait);

gboolean signet_practice_oauth_check_client (SignetPracticeExchange *exchange);
gboolean
signet_practice_oauth_read_label (SignetPracticeExchange *exchange, const char *name, const char **label);

G_END_DECLS
