/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

gboolean signet_practice_sessions_begin (SignetPracticePlatform *platform,
                                         gint64 account,
                                         const char *method,
                                         const char *device,
                                         const char *place,
                                         gint64 *session,
                                         GError **error);
gboolean signet_practice_sessions_touch (SignetPracticePlatform *platform, gint64 session, GError **error);
gboolean signet_practice_sessions_is_alive (SignetPracticePlatform *platform,
                                            gint64 session,
                                            gboolean *alive,
                                            GError **error);
gboolean signet_practice_sessions_end (SignetPracticePlatform *platform, gint64 session, GError **error);
gboolean signet_practice_sessions_end_others (SignetPracticePlatform *platform,
                                              gint64 account,
                                              gint64 session,
                                              GError **error);

G_END_DECLS
