/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables-private.h"

G_BEGIN_DECLS

/* Of this room only. */
void signet_subjects_mark (SignetTables *tables, const char *kind, const char *id);
gboolean signet_subjects_set_state (SignetTables *tables,
                                    const char *account,
                                    const char *kind,
                                    const char *id,
                                    const char *state,
                                    const char *error_code,
                                    GError **error);

G_END_DECLS
