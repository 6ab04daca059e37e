/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

gboolean signet_practice_locks_check (SignetPracticePlatform *platform,
                                      const char *method,
                                      const char *subject,
                                      gint64 *left,
                                      GError **error);
gboolean signet_practice_locks_count (SignetPracticePlatform *platform,
                                      const char *method,
                                      const char *subject,
                                      gint64 *tries_left,
                                      gint64 *left,
                                      GError **error);
gboolean signet_practice_locks_clear (SignetPracticePlatform *platform,
                                      const char *method,
                                      const char *subject,
                                      GError **error);

G_END_DECLS
