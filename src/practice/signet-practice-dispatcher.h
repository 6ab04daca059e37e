/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-route.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_DISPATCHER (signet_practice_dispatcher_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeDispatcher,
                      signet_practice_dispatcher,
                      SIGNET,
                      PRACTICE_DISPATCHER,
                      GObject)

SignetPracticeDispatcher *signet_practice_dispatcher_new (SignetPracticePlatform *platform,
                                                          SignetPracticeReviewer *reviewer,
                                                          guint requests_per_window);

void signet_practice_dispatcher_admit (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange);
void signet_practice_dispatcher_handle (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange);
void signet_practice_dispatcher_release (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange);
void
signet_practice_dispatcher_add_rate_limit (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange);

G_END_DECLS
