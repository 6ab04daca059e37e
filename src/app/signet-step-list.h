/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/signet-wizard-route.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_STEP_LIST (signet_step_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetStepList, signet_step_list, SIGNET, STEP_LIST, AdwBin)

void signet_step_list_set_route (SignetStepList *self, SignetWizardRoute *route);
void signet_step_list_set_current (SignetStepList *self, guint current);

G_END_DECLS
