/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/signet-difference.h"

G_BEGIN_DECLS

AdwPreferencesGroup *signet_difference_group_new (SignetDifference *difference, const char *right_kind);

G_END_DECLS
