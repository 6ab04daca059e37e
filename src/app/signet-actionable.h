/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void signet_actionable_set (gpointer actionable, const char *action_name, const char *target);

G_END_DECLS
