/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_EVIDENCE_PAGE (signet_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetEvidencePage, signet_evidence_page, SIGNET, EVIDENCE_PAGE, SignetFormPage)

G_END_DECLS
