/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-exchange.h"

G_BEGIN_DECLS

void signet_practice_refuse (SignetPracticeExchange *exchange, const char *code, const char *detail);
void signet_practice_refuse_with_params (SignetPracticeExchange *exchange,
                                         const char *code,
                                         const char *name,
                                         ...) G_GNUC_NULL_TERMINATED;
void signet_practice_refuse_token (SignetPracticeExchange *exchange, gboolean given);
void signet_practice_refuse_for (SignetPracticeExchange *exchange, const char *code, gint64 wait);
void signet_practice_refuse_findings (SignetPracticeExchange *exchange,
                                      const char *code,
                                      guint status,
                                      GPtrArray *findings);

G_END_DECLS
