/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/signet-words.h"

G_BEGIN_DECLS

/**
 * SignetMoment:
 * @SIGNET_MOMENT_NEXT: still to come
 * @SIGNET_MOMENT_NOW: where it stands
 * @SIGNET_MOMENT_PAST: over
 *
 * When something on a time line happens.
 */
typedef enum
{
  SIGNET_MOMENT_NEXT,
  SIGNET_MOMENT_NOW,
  SIGNET_MOMENT_PAST,
} SignetMoment;

#define SIGNET_TYPE_TIMELINE (signet_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SignetTimeline, signet_timeline, SIGNET, TIMELINE, GtkWidget)

GtkWidget *signet_timeline_new (void);
void signet_timeline_clear (SignetTimeline *self);
void signet_timeline_append (SignetTimeline *self,
                             SignetMoment moment,
                             SignetMeaning meaning,
                             const char *title,
                             const char *caption);

G_END_DECLS
