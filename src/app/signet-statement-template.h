/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-platform.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

char *signet_statement_template_fill (const char *language, const char *reason, SignetRight *right);
gboolean
signet_statement_template_is_unchanged (const char *text, SignetPlatform *platform, SignetRight *right);

G_END_DECLS
