/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RIGHT_FORM (signet_right_form_get_type ())
G_DECLARE_FINAL_TYPE (SignetRightForm, signet_right_form, SIGNET, RIGHT_FORM, AdwBin)

void signet_right_form_show (SignetRightForm *self, SignetFormPage *page);

G_END_DECLS
