/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-kind.h"

G_BEGIN_DECLS

/* Begins a query: `line (n)` are the row that is its first parameter and all that it renews, one after
 * another. */
#define SIGNET_PRACTICE_CERTIFICATION_LINE \
  "WITH RECURSIVE line (n) AS (SELECT ?1"  \
  " UNION ALL SELECT c.n FROM line JOIN certifications c ON c.renewed_by = line.n) "

/* Whether a certification stands beside others: what has expired claims nothing, nor what another renews. */
#define SIGNET_PRACTICE_CERTIFICATION_CLAIMS "status <> 'expired' AND renewed_by IS NULL"

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
