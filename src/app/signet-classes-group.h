/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/signet-wizard-page.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CLASSES_GROUP (signet_classes_group_get_type ())
G_DECLARE_FINAL_TYPE (SignetClassesGroup, signet_classes_group, SIGNET, CLASSES_GROUP, GtkWidget)

void signet_classes_group_set_right (SignetClassesGroup *self, SignetRight *right, SignetWizardPage *page);

G_END_DECLS
