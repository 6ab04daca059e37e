/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_COMPLAINT_PAGE (signet_complaint_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetComplaintPage, signet_complaint_page, SIGNET, COMPLAINT_PAGE, SignetPage)

SignetPage *signet_complaint_page_new (SignetDesk *desk, const char *id);
const char *signet_complaint_page_get_id (SignetComplaintPage *self);

G_END_DECLS
