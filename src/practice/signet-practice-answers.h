/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-exchange.h"
#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

gboolean signet_practice_answers_recall (SignetPracticePlatform *platform,
                                         SignetPracticeExchange *exchange,
                                         GError **error);
gboolean signet_practice_answers_remember (SignetPracticePlatform *platform,
                                           SignetPracticeExchange *exchange,
                                           GError **error);

G_END_DECLS
