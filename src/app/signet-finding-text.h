/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-finding.h"

G_BEGIN_DECLS

/* Two texts that should be the same, each with what it is; all owned by the finding or static. */
typedef struct
{
  const char *first_name;
  const char *first;
  const char *second_name;
  const char *second;
} SignetComparison;

char *signet_finding_text_title (SignetFinding *finding);
char *signet_finding_text_advice (SignetFinding *finding);
gboolean signet_finding_text_get_comparison (SignetFinding *finding, SignetComparison *comparison);
const char *signet_finding_text_severity (SignetSeverity severity);
gboolean signet_finding_text_is_missing (SignetFinding *finding);
gboolean signet_finding_text_is_under (SignetFinding *finding, const char *pointer);

G_END_DECLS
