/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RECORD_REVIEW_PAGE (signet_record_review_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetRecordReviewPage,
                      signet_record_review_page,
                      SIGNET,
                      RECORD_REVIEW_PAGE,
                      SignetFormPage)

G_END_DECLS
