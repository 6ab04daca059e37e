/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-complaint.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

guint signet_complaint_summary_count_filed (SignetComplaint *complaint);
guint signet_complaint_summary_count_left_out (SignetComplaint *complaint);
GStrv signet_complaint_summary_list_kinds (SignetComplaint *complaint);
char *signet_complaint_summary_links (SignetComplaint *complaint);
char *signet_complaint_summary_kinds (SignetComplaint *complaint);
char *signet_complaint_summary_files (SignetComplaint *complaint);
char *signet_complaint_summary_statement (SignetComplaint *complaint);
char *signet_complaint_summary_right (SignetRight *right);

char *signet_complaint_summary_count_of_kind (const char *kind, guint count);
char *signet_complaint_summary_join_kinds (const char *const *kinds);

G_END_DECLS
