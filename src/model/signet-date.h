/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day as the wire, the drafts and the store have it: YYYY-MM-DD. */
gboolean signet_date_read (const char *text, GDate *date);
char *signet_date_to_text (const GDate *date);

G_END_DECLS
