/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

gboolean signet_practice_seed (SignetPracticePlatform *platform,
                               gint64 account,
                               guint complaints,
                               guint items,
                               GError **error);

G_END_DECLS
