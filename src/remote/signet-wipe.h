/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For this room: overwrites a secret, then frees it. NULL is fine. */
void signet_wipe (char *secret);

/* An application/x-www-form-urlencoded body, wiped when freed. */
GBytes *signet_wipe_form (const char *first_name, va_list args);

G_END_DECLS
