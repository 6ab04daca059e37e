/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SIGNET_STEP_DONE,
  SIGNET_STEP_CURRENT,
  SIGNET_STEP_LATER,
} SignetStepState;

#define SIGNET_TYPE_STEP_MARKER (signet_step_marker_get_type ())
G_DECLARE_FINAL_TYPE (SignetStepMarker, signet_step_marker, SIGNET, STEP_MARKER, GtkWidget)

GtkWidget *signet_step_marker_new (void);
void signet_step_marker_set (SignetStepMarker *self, guint number, SignetStepState state);

G_END_DECLS
