/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TODAY_ROW (signet_today_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetTodayRow, signet_today_row, SIGNET, TODAY_ROW, SignetRecord)

SignetTodayRow *signet_today_row_new (void);

const char *signet_today_row_get_id (SignetTodayRow *self);
void signet_today_row_set_id (SignetTodayRow *self, const char *id);
const char *signet_today_row_get_kind (SignetTodayRow *self);
void signet_today_row_set_kind (SignetTodayRow *self, const char *kind);
const char *signet_today_row_get_subject_kind (SignetTodayRow *self);
void signet_today_row_set_subject_kind (SignetTodayRow *self, const char *subject_kind);
const char *signet_today_row_get_subject_id (SignetTodayRow *self);
void signet_today_row_set_subject_id (SignetTodayRow *self, const char *subject_id);
const char *signet_today_row_get_name (SignetTodayRow *self);
void signet_today_row_set_name (SignetTodayRow *self, const char *name);
const char *signet_today_row_get_number (SignetTodayRow *self);
void signet_today_row_set_number (SignetTodayRow *self, const char *number);
int signet_today_row_get_count (SignetTodayRow *self);
void signet_today_row_set_count (SignetTodayRow *self, int count);
int signet_today_row_get_total (SignetTodayRow *self);
void signet_today_row_set_total (SignetTodayRow *self, int total);
const char *signet_today_row_get_date (SignetTodayRow *self);
void signet_today_row_set_date (SignetTodayRow *self, const char *date);
const char *signet_today_row_get_page (SignetTodayRow *self);
void signet_today_row_set_page (SignetTodayRow *self, const char *page);
const char *signet_today_row_get_error_code (SignetTodayRow *self);
void signet_today_row_set_error_code (SignetTodayRow *self, const char *error_code);
const char *signet_today_row_get_what (SignetTodayRow *self);
void signet_today_row_set_what (SignetTodayRow *self, const char *what);
const char *signet_today_row_get_step (SignetTodayRow *self);
void signet_today_row_set_step (SignetTodayRow *self, const char *step);
const char *signet_today_row_get_awaited_kind (SignetTodayRow *self);
void signet_today_row_set_awaited_kind (SignetTodayRow *self, const char *awaited_kind);
const char *signet_today_row_get_awaited_id (SignetTodayRow *self);
void signet_today_row_set_awaited_id (SignetTodayRow *self, const char *awaited_id);
const char *signet_today_row_get_awaited_name (SignetTodayRow *self);
void signet_today_row_set_awaited_name (SignetTodayRow *self, const char *awaited_name);

G_END_DECLS
