/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-exchange.h"
#include "practice/signet-practice-faults.h"

G_BEGIN_DECLS

void signet_practice_wreck (SoupServerMessage *message,
                            SignetPracticeExchange *exchange,
                            SignetPracticeFault fault);
void signet_practice_wreck_status (SignetPracticeExchange *exchange, guint status);
void signet_practice_wreck_body (SignetPracticeExchange *exchange);

G_END_DECLS
