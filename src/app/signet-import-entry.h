/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-long-row.h"
#include "model/signet-finding.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_IMPORT_ENTRY (signet_import_entry_get_type ())
G_DECLARE_FINAL_TYPE (SignetImportEntry, signet_import_entry, SIGNET, IMPORT_ENTRY, SignetLongRow)

char *signet_import_entry_describe_finding (SignetFinding *finding, gpointer data);

G_END_DECLS
