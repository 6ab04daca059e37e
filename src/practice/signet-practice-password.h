/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

gboolean signet_practice_password_find (SignetPracticePlatform *platform,
                                        const char *login,
                                        char **phone,
                                        char **hash,
                                        GError **error);
gboolean
signet_practice_password_check (const char *hash, const char *password, gboolean *matches, GError **error);

G_END_DECLS
