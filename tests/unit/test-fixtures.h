/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-party.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

void test_fixtures_set_today (GDate *today);
char *test_fixtures_describe (GPtrArray *findings);
void test_fixtures_attach (GListStore *files, const char *slot, const char *type, guint64 bytes);
SignetParty *test_fixtures_make_party (void);
SignetRight *test_fixtures_make_right (void);

G_END_DECLS
