/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RECORD_PAGE (signet_record_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetRecordPage, signet_record_page, SIGNET, RECORD_PAGE, SignetPage)

SignetPage *signet_record_page_new (SignetDesk *desk, const char *id);

G_END_DECLS
