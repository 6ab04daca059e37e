/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TARGETS_PAGE (signet_targets_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetTargetsPage, signet_targets_page, SIGNET, TARGETS_PAGE, SignetFormPage)

G_END_DECLS
