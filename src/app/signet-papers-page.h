/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAPERS_PAGE (signet_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetPapersPage, signet_papers_page, SIGNET, PAPERS_PAGE, SignetFormPage)

char *signet_papers_page_describe (SignetDraft *draft);

G_END_DECLS
