/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_STATEMENT_PAGE (signet_statement_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetStatementPage, signet_statement_page, SIGNET, STATEMENT_PAGE, SignetFormPage)

G_END_DECLS
