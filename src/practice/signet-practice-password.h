/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

gboolean signet_practice_password_find (SignetPracticePlatform *platform,
                                        const char *login,
                                        const char *password,
                                        char **phone,
                                        GError **error);

G_END_DECLS
