/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_COLUMN_LAYOUT (signet_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (SignetColumnLayout, signet_column_layout, SIGNET, COLUMN_LAYOUT, GtkLayoutManager)

GtkLayoutManager *signet_column_layout_new (void);

G_END_DECLS
