/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-kind.h"

G_BEGIN_DECLS

gboolean signet_practice_certification_follow (SignetPracticePlatform *platform, gint64 *row, GError **error);
gboolean signet_practice_certification_find (SignetPracticePlatform *platform,
                                             gint64 account,
                                             const char *kind,
                                             const char *id,
                                             gint64 *row,
                                             GError **error);
gboolean signet_practice_certification_is_named (SignetPracticePlatform *platform,
                                                 gint64 row,
                                                 gint64 account,
                                                 const char *kind,
                                                 JsonArray *ids,
                                                 gboolean *named,
                                                 GError **error);
gboolean signet_practice_certification_refer (SignetPracticeContext *context,
                                              SignetPracticeExchange *exchange,
                                              SignetPracticeReader *reader,
                                              const char *step,
                                              const char *kind,
                                              const char *id,
                                              gint64 *row,
                                              GError **error);
gboolean signet_practice_certification_load_id (SignetPracticePlatform *platform,
                                                const char *id,
                                                const SignetPracticeKind **kind,
                                                JsonObject **object,
                                                GError **error);
gboolean signet_practice_certification_load (SignetPracticePlatform *platform,
                                             gint64 row,
                                             const SignetPracticeKind **kind,
                                             JsonObject **object,
                                             char **tag,
                                             GError **error);
GPtrArray *signet_practice_certification_list_others (SignetPracticePlatform *platform,
                                                      const char *id,
                                                      gboolean same_account,
                                                      GError **error);
gboolean signet_practice_certification_set_status (SignetPracticePlatform *platform,
                                                   gint64 row,
                                                   const char *status,
                                                   GPtrArray *findings,
                                                   GError **error);

G_END_DECLS
