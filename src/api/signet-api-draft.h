/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "api/signet-mapping.h"

G_BEGIN_DECLS

GBytes *signet_api_draft_write (const SignetMapping *mapping, gpointer object);
JsonNode *signet_api_draft_parse (GBytes *bytes, GError **error);
gpointer signet_api_draft_read (const SignetMapping *mapping, GBytes *bytes, GError **error);

G_END_DECLS
