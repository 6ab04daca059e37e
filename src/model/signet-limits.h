/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_LIMITS (signet_limits_get_type ())
G_DECLARE_FINAL_TYPE (SignetLimits, signet_limits, SIGNET, LIMITS, SignetRecord)

int signet_limits_get_items_per_complaint (SignetLimits *self);
guint64 signet_limits_get_bytes_per_file (SignetLimits *self);
int signet_limits_get_files_per_submission (SignetLimits *self);
int signet_limits_get_statement_characters (SignetLimits *self);
const char *const *signet_limits_get_media_types (SignetLimits *self);
gboolean signet_limits_get_assumed (SignetLimits *self);

G_END_DECLS
