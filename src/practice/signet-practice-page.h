/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-exchange.h"

G_BEGIN_DECLS

gboolean signet_practice_page_read (SignetPracticeExchange *exchange,
                                    guint default_limit,
                                    guint max_limit,
                                    guint *limit,
                                    gint64 *after);

G_END_DECLS
