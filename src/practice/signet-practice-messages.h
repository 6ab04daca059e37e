/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

gboolean signet_practice_messages_get_wait (SignetPracticePlatform *platform,
                                            const char *channel,
                                            const char *recipient,
                                            gint64 account,
                                            gint64 *wait,
                                            GError **error);
gboolean signet_practice_messages_send (SignetPracticePlatform *platform,
                                        const char *channel,
                                        const char *recipient,
                                        gint64 account,
                                        char **code,
                                        GError **error);

G_END_DECLS
