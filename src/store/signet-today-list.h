/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-clock.h"
#include "model/signet-today-row.h"
#include "store/signet-row-list.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TODAY_LIST (signet_today_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetTodayList, signet_today_list, SIGNET, TODAY_LIST, SignetRowList)

SignetTodayList *signet_today_list_new (SignetStore *store, SignetClock *clock);
void signet_today_list_set_account (SignetTodayList *self, const char *account);
void signet_today_list_set_principal (SignetTodayList *self, const char *principal);
void signet_today_list_look_again (SignetTodayList *self);
guint signet_today_list_count_waiting (SignetTodayList *self);

G_END_DECLS
