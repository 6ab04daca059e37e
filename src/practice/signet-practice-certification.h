/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-route.h"

G_BEGIN_DECLS

/**
 * SignetPracticeCertificationKind:
 * @kind: `party` or `right`
 * @prefix: of its ids
 * @collection: its path
 * @review: its member of the rule set's `review`
 * @members: (array zero-terminated=1): members a client may send
 * @check: notes what is wrong with a submission, and may refuse the exchange
 *
 * What parties and rights don't have in common.
 */
typedef struct
{
  const char *kind;
  const char *prefix;
  const char *collection;
  const char *review;
  const char *const *members;
  gboolean (*check) (SignetPracticeContext *context,
                     SignetPracticeExchange *exchange,
                     JsonObject *content,
                     GPtrArray *findings,
                     char **document,
                     char **valid_until,
                     GError **error);
} SignetPracticeCertificationKind;

gboolean signet_practice_certification_list (const SignetPracticeCertificationKind *kind,
                                             SignetPracticeContext *context,
                                             SignetPracticeExchange *exchange,
                                             GError **error);
gboolean signet_practice_certification_get (const SignetPracticeCertificationKind *kind,
                                            SignetPracticeContext *context,
                                            SignetPracticeExchange *exchange,
                                            GError **error);
gboolean signet_practice_certification_create (const SignetPracticeCertificationKind *kind,
                                               SignetPracticeContext *context,
                                               SignetPracticeExchange *exchange,
                                               GError **error);
gboolean signet_practice_certification_correct (const SignetPracticeCertificationKind *kind,
                                                SignetPracticeContext *context,
                                                SignetPracticeExchange *exchange,
                                                GError **error);

gboolean signet_practice_certification_find (SignetPracticePlatform *platform,
                                             gint64 account,
                                             const char *kind,
                                             const char *id,
                                             gint64 *row,
                                             GError **error);
gboolean signet_practice_certification_load (SignetPracticePlatform *platform,
                                             gint64 row,
                                             JsonObject **object,
                                             GError **error);
gboolean signet_practice_certification_set_status (SignetPracticePlatform *platform,
                                                   gint64 row,
                                                   const char *status,
                                                   GPtrArray *findings,
                                                   GError **error);

G_END_DECLS
