/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "db/signet-db.h"
#include "practice/signet-practice-exchange.h"
#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

/**
 * SignetPracticePageEntry:
 * @platform: the platform
 * @row: stands on the entry's row
 * @object: (out) (transfer full): the entry as the wire has it
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
typedef gboolean (*SignetPracticePageEntry) (SignetPracticePlatform *platform,
                                             SignetStatement *row,
                                             JsonObject **object,
                                             GError **error);

gboolean signet_practice_page_read (SignetPracticeExchange *exchange,
                                    guint default_limit,
                                    guint max_limit,
                                    guint *limit,
                                    gint64 *after);
gboolean signet_practice_page_answer (SignetPracticePlatform *platform,
                                      SignetPracticeExchange *exchange,
                                      guint limit,
                                      SignetStatement *rows,
                                      int cursor,
                                      SignetPracticePageEntry entry,
                                      GError **error);

G_END_DECLS
