/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-row-list.h"

G_BEGIN_DECLS

/**
 * SignetComplaintListFilter:
 * @account: (nullable): local id of an account
 * @status: (nullable): a status
 * @right: (nullable): local id of a right
 * @party: (nullable): local id of whom it is filed for
 * @from: µs UTC; made at or after, 0 for any time
 * @until: µs UTC; made before, 0 for any time
 *
 * Which complaints are listed; %NULL or "" asks for nothing.
 */
typedef struct
{
  const char *account;
  const char *status;
  const char *right;
  const char *party;
  gint64 from;
  gint64 until;
} SignetComplaintListFilter;

/**
 * SignetComplaintSort:
 * @SIGNET_COMPLAINT_SORT_FILED: when it was made here or filed
 * @SIGNET_COMPLAINT_SORT_STATUS: by status
 * @SIGNET_COMPLAINT_SORT_NUMBER: by the platform's number; those without one last
 * @SIGNET_COMPLAINT_SORT_PARTY: by the name of whom it is filed for
 * @SIGNET_COMPLAINT_SORT_RIGHT: by the right's name
 * @SIGNET_COMPLAINT_SORT_REASON: by reason
 * @SIGNET_COMPLAINT_SORT_UPHELD: by the share of items that were upheld
 * @SIGNET_COMPLAINT_SORT_NEXT_DATE: by the next date that matters; those without one last
 * @SIGNET_COMPLAINT_SORT_LINKS: by the number of items
 *
 * What complaints are sorted by; the newest first among equals.
 */
typedef enum
{
  SIGNET_COMPLAINT_SORT_FILED,
  SIGNET_COMPLAINT_SORT_STATUS,
  SIGNET_COMPLAINT_SORT_PARTY,
  SIGNET_COMPLAINT_SORT_RIGHT,
  SIGNET_COMPLAINT_SORT_REASON,
  SIGNET_COMPLAINT_SORT_UPHELD,
  SIGNET_COMPLAINT_SORT_NEXT_DATE,
  SIGNET_COMPLAINT_SORT_NUMBER,
  SIGNET_COMPLAINT_SORT_LINKS,
} SignetComplaintSort;

#define SIGNET_TYPE_COMPLAINT_LIST (signet_complaint_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetComplaintList, signet_complaint_list, SIGNET, COMPLAINT_LIST, SignetRowList)

SignetComplaintList *signet_complaint_list_new (SignetStore *store);
void signet_complaint_list_set_filter (SignetComplaintList *self, const SignetComplaintListFilter *filter);
void signet_complaint_list_set_text (SignetComplaintList *self, const char *text);
void
signet_complaint_list_set_sort (SignetComplaintList *self, SignetComplaintSort sort, gboolean descending);

G_END_DECLS
