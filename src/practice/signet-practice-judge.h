/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

gboolean signet_practice_judge_certification (SignetPracticePlatform *platform, gint64 row, GError **error);
gboolean signet_practice_judge_complaint (SignetPracticePlatform *platform, gint64 row, GError **error);

G_END_DECLS
