/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-draft.h"

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

#define SIGNET_TYPE_TARGET_TABLE (signet_target_table_get_type ())
G_DECLARE_FINAL_TYPE (SignetTargetTable, signet_target_table, SIGNET, TARGET_TABLE, GtkWidget)

void signet_target_table_set_draft (SignetTargetTable *self, SignetDraft *draft);
void signet_target_table_set_filter (SignetTargetTable *self, SignetTargetGroup group, const char *search);
void signet_target_table_refresh (SignetTargetTable *self);
guint signet_target_table_count (SignetTargetTable *self, SignetTargetGroup group);
guint signet_target_table_count_selected (SignetTargetTable *self);
guint signet_target_table_remove_selected (SignetTargetTable *self);
void signet_target_table_restore (SignetTargetTable *self);
void signet_target_table_show_line (SignetTargetTable *self, guint position);
void signet_target_table_show_end (SignetTargetTable *self);

G_END_DECLS
