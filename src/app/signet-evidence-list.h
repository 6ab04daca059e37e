/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_EVIDENCE_LIST (signet_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetEvidenceList, signet_evidence_list, SIGNET, EVIDENCE_LIST, GtkWidget)

void signet_evidence_list_show (SignetEvidenceList *self, SignetDesk *desk, GListModel *files);

G_END_DECLS
