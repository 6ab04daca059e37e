/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-basis.h"

G_BEGIN_DECLS

/**
 * SignetPracticeComplaintDraft:
 * @basis: what it rests on
 * @content: what was sent, without the items
 * @items: the items that were sent
 *
 * A complaint that is about to be stored.
 */
typedef struct
{
  SignetPracticeBasis basis;
  JsonObject *content;
  JsonArray *items;
} SignetPracticeComplaintDraft;

gboolean signet_practice_complaint_insert (SignetPracticePlatform *platform,
                                           const SignetPracticeComplaintDraft *draft,
                                           gint64 *row,
                                           GError **error);
gboolean signet_practice_complaint_load (SignetPracticePlatform *platform,
                                         gint64 row,
                                         JsonObject **object,
                                         char **tag,
                                         GError **error);
gboolean signet_practice_complaint_load_item (SignetPracticePlatform *platform,
                                              gint64 row,
                                              JsonObject **object,
                                              GError **error);
JsonObject *signet_practice_complaint_make_item (SignetStatement *row);

gboolean signet_practice_complaint_set_status (SignetPracticePlatform *platform,
                                               gint64 row,
                                               const char *status,
                                               GPtrArray *findings,
                                               GError **error);
gboolean signet_practice_complaint_decide_item (SignetPracticePlatform *platform,
                                                gint64 account,
                                                gint64 item,
                                                const char *status,
                                                JsonArray *findings,
                                                const char *const *measures,
                                                GError **error);
gboolean signet_practice_complaint_conclude (SignetPracticePlatform *platform, gint64 row, GError **error);

/* Columns that signet_practice_complaint_make_item() reads, in its order; `i` is items, `c` complaints. */
#define SIGNET_PRACTICE_ITEM_COLUMNS \
  "i.id, c.id, i.position, i.content, i.target_id, i.status, i.findings, i.measures, i.decided_at"
#define SIGNET_PRACTICE_N_ITEM_COLUMNS 9

G_END_DECLS
