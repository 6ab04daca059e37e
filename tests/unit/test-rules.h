/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-platform.h"

G_BEGIN_DECLS

SignetPlatform *test_rules_new_kuaishou (void);
SignetPlatform *test_rules_new_ippro (void);

G_END_DECLS
