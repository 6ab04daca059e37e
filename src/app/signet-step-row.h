/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/signet-step-marker.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_STEP_ROW (signet_step_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetStepRow, signet_step_row, SIGNET, STEP_ROW, GtkListBoxRow)

GtkWidget *signet_step_row_new (const char *title);
void signet_step_row_set (SignetStepRow *self,
                          guint number,
                          SignetStepState state,
                          const char *result,
                          gboolean reachable);

G_END_DECLS
