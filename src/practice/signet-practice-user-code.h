/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *signet_practice_user_code_make (GError **error);
char *signet_practice_user_code_group (const char *user_code);
char *signet_practice_user_code_read (const char *text);

G_END_DECLS
