/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "db/signet-db.h"

G_BEGIN_DECLS

/* Of this room only. */
gboolean signet_schema_apply (SignetDb *db, GError **error);

G_END_DECLS
