/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-long-row.h"

G_BEGIN_DECLS

typedef struct _SignetSeenRows SignetSeenRows;

SignetSeenRows *signet_seen_rows_new (GtkWidget *list, GType row_type, GCallback activated);
void signet_seen_rows_free (SignetSeenRows *self);
void signet_seen_rows_set_model (SignetSeenRows *self, GListModel *model);
void signet_seen_rows_drop (SignetSeenRows *self, gboolean narrow);
gboolean signet_seen_rows_set_size (SignetSeenRows *self, int width, int height);
guint signet_seen_rows_splice (SignetSeenRows *self, guint position, guint removed, guint added);
gboolean signet_seen_rows_fill (SignetSeenRows *self);
void signet_seen_rows_scroll_to (SignetSeenRows *self, double y);
void signet_seen_rows_show (SignetSeenRows *self, guint position);
SignetLongRow *signet_seen_rows_find (SignetSeenRows *self, guint position);
SignetLongRow *signet_seen_rows_provide (SignetSeenRows *self, guint position);
guint signet_seen_rows_get_first (SignetSeenRows *self, gboolean whole);
guint signet_seen_rows_get_page (SignetSeenRows *self);
double signet_seen_rows_get_y (SignetSeenRows *self);
double signet_seen_rows_get_total (SignetSeenRows *self);
void signet_seen_rows_measure_width (SignetSeenRows *self, int *minimum, int *natural);
void signet_seen_rows_allocate (SignetSeenRows *self);

G_END_DECLS
