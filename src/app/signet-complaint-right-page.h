/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_COMPLAINT_RIGHT_PAGE (signet_complaint_right_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetComplaintRightPage,
                      signet_complaint_right_page,
                      SIGNET,
                      COMPLAINT_RIGHT_PAGE,
                      SignetFormPage)

G_END_DECLS
