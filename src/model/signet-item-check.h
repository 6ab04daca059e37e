/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-link-parser.h"

G_BEGIN_DECLS

/**
 * SignetFiledFunc:
 * @key: key of a target
 * @data: for the function
 *
 * Returns: (nullable): the number of an earlier complaint for the same right that names the target
 */
typedef const char *(*SignetFiledFunc) (const char *key, gpointer data);

/**
 * SignetItemCheck:
 * @word: a SIGNET_CHECK_ word; only new items are filed
 * @note: (nullable): the row (from 1) it repeats, or the complaint it is in
 * @target: what its link or passcode leads to
 *
 * What is seen in one item before it is filed.
 */
typedef struct
{
  const char *word;
  char *note;
  SignetTarget *target;
} SignetItemCheck;

GArray *signet_item_check_list (GListModel *items,
                                SignetLinkParser *parser,
                                SignetPlatform *platform,
                                SignetFiledFunc find_filed,
                                gpointer data);
void signet_item_check_mark (GListModel *items, GArray *checks);

G_END_DECLS
