/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize start;
  gsize end;
  char *address;
} SignetAddressSpan;

typedef gboolean (*SignetKnownHostFunc) (const char *host, gpointer data);

GArray *signet_share_text_find_addresses (const char *line, SignetKnownHostFunc is_known_host, gpointer data);
char *signet_share_text_collapse (const char *line);

G_END_DECLS
