/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/signet-item.h"

G_BEGIN_DECLS

/* Which of the pasted lines: every one is new, a duplicate or leads nowhere. */
typedef enum
{
  SIGNET_TARGETS_ALL,
  SIGNET_TARGETS_NEW,
  SIGNET_TARGETS_DUPLICATE,
  SIGNET_TARGETS_UNKNOWN,
  SIGNET_N_TARGETS
} SignetTargetGroup;

#define SIGNET_TYPE_TARGET_LINES (signet_target_lines_get_type ())
G_DECLARE_FINAL_TYPE (SignetTargetLines, signet_target_lines, SIGNET, TARGET_LINES, GObject)

SignetTargetLines *signet_target_lines_new (GListStore *items);
GListModel *signet_target_lines_get_items (SignetTargetLines *self);
GListModel *signet_target_lines_get_shown (SignetTargetLines *self);
void signet_target_lines_set_filter (SignetTargetLines *self, SignetTargetGroup group, const char *search);
void signet_target_lines_refresh (SignetTargetLines *self);
guint signet_target_lines_count (SignetTargetLines *self, SignetTargetGroup group);
guint signet_target_lines_remove (SignetTargetLines *self, GPtrArray *lines);
void signet_target_lines_restore (SignetTargetLines *self);

G_END_DECLS
