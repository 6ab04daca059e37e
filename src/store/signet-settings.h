/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/* Local id of the principal whose things are listed. */
#define SIGNET_SETTING_PRINCIPAL "principal"

gboolean signet_settings_set (SignetTables *tables, const char *key, const char *value, GError **error);
char *signet_settings_get (SignetTables *tables, const char *key, GError **error);
GPtrArray *signet_settings_list (SignetTables *tables, const char *prefix, GError **error);

G_END_DECLS
