/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-finding.h"
#include "model/signet-limits.h"
#include "model/signet-number.h"

G_BEGIN_DECLS

gboolean signet_validate_is_empty (const char *text);
gboolean signet_validate_required (GPtrArray *findings, const char *pointer, const char *text);
gboolean signet_validate_read_date (const char *typed, GDate *date);
gboolean signet_validate_date (GPtrArray *findings, const char *pointer, const char *typed, GDate *date);
void signet_validate_number (GPtrArray *findings,
                             const char *pointer,
                             SignetNumberKind kind,
                             const char *text,
                             const GDate *today);
void signet_validate_email (GPtrArray *findings, const char *pointer, const char *typed);
void signet_validate_files (GPtrArray *findings, GListModel *files, GListModel *papers, SignetLimits *limits);
gboolean signet_validate_has_file (GListModel *files, const char *slot);

void signet_validate_legalisation (GPtrArray *findings, GListModel *files, const char *country);

char *signet_validate_fold_name (const char *name);

G_END_DECLS
