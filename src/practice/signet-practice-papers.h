/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"
#include "practice/signet-practice-reader.h"

G_BEGIN_DECLS

gboolean signet_practice_papers_resolve (SignetPracticePlatform *platform,
                                         gint64 account,
                                         SignetPracticeReader *reader,
                                         JsonObject *content,
                                         GError **error);
void signet_practice_papers_add_to_receipt (JsonArray *files, JsonObject *content);

G_END_DECLS
