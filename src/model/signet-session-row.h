/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_SESSION_ROW (signet_session_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetSessionRow, signet_session_row, SIGNET, SESSION_ROW, SignetRecord)

SignetSessionRow *signet_session_row_new (void);

const char *signet_session_row_get_id (SignetSessionRow *self);
void signet_session_row_set_id (SignetSessionRow *self, const char *id);
const char *signet_session_row_get_method (SignetSessionRow *self);
void signet_session_row_set_method (SignetSessionRow *self, const char *method);
const char *signet_session_row_get_device (SignetSessionRow *self);
void signet_session_row_set_device (SignetSessionRow *self, const char *device);
const char *signet_session_row_get_place (SignetSessionRow *self);
void signet_session_row_set_place (SignetSessionRow *self, const char *place);
const char *signet_session_row_get_created_at (SignetSessionRow *self);
void signet_session_row_set_created_at (SignetSessionRow *self, const char *created_at);
const char *signet_session_row_get_used_at (SignetSessionRow *self);
void signet_session_row_set_used_at (SignetSessionRow *self, const char *used_at);
gboolean signet_session_row_get_current (SignetSessionRow *self);
void signet_session_row_set_current (SignetSessionRow *self, gboolean current);

G_END_DECLS
