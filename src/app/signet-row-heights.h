/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SignetRowHeights SignetRowHeights;

SignetRowHeights *signet_row_heights_new (void);
void signet_row_heights_free (SignetRowHeights *self);
void signet_row_heights_splice (SignetRowHeights *self, guint position, guint removed, guint added);
void signet_row_heights_forget (SignetRowHeights *self);
void signet_row_heights_set (SignetRowHeights *self, guint position, int height);
int signet_row_heights_get (SignetRowHeights *self, guint position);
int signet_row_heights_get_usual (SignetRowHeights *self);
double signet_row_heights_sum (SignetRowHeights *self, guint first, guint end);
guint signet_row_heights_find (SignetRowHeights *self, double y, int *offset);

G_END_DECLS
