/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-row-list.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RIGHT_LIST (signet_right_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetRightList, signet_right_list, SIGNET, RIGHT_LIST, SignetRowList)

SignetRightList *signet_right_list_new (SignetStore *store);
void signet_right_list_set_account (SignetRightList *self, const char *account);

G_END_DECLS
